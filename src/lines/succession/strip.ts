/**
 * What a printed line shows of what may stand before and after it.
 *
 * In: lines. Out: for each its length, its two ends and whether it ends a sentence. Never: reads roles.
 */
import { CharClasses } from "../../text/char-classes.ts";
import { isBlankCode, isSentenceEnd, printedWidth } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import type { Line } from "../lines.ts";

export interface Strip {
  readonly line: Line;
  /** Printed length without blanks, in em: a Han is one, a digit or letter a half. */
  readonly ems: number;
  /** Ends a sentence. */
  readonly isClosed: boolean;
  /** Ends with a mark inside a sentence. */
  readonly isPaused: boolean;
  /** The last two characters and the first two, without blanks. */
  readonly tail: string;
  readonly head: string;
  /** An article begins here: 本报讯（记者. */
  readonly opens: boolean;
  /** The same, or with words of the text behind it. */
  readonly reports: boolean;
  /** Neither goes on nor is gone on to: a byline line, a jump, a credit. */
  readonly isAlone: boolean;
  /** A blank line stands above. */
  readonly isBelowBlank: boolean;
  /** Counts the text lines of the dump; cells of one printed row share theirs. */
  readonly row: number;
}

const CLAUSE_MARKS = "，、；：）》”,;:)";
/** A dateline: 本报讯（记者; 新华社北京4月1日电. */
const OPENING = /^[^，。]{1,14}[讯訊电電](?:$|[（(])/;
/** The same with words behind it: 晚报讯 记者 尹长河; 据新华社北京4月1日电 春分. Not 据晚报讯，. */
const REPORT =
  /^(?:[^，。]{0,6}[报報社网網][讯訊](?![^（(]{0,3}[，。])|[^，。]{0,12}[报報社讯訊][^，。]{0,6}月\d{1,2}日[讯訊电電])/;
/** □见习记者石舟; （下转A08版）; 尹长河摄; 石埠晚报记者杜若兰 */
const ALONE =
  /^(?:[■□◆●▲]|[（(]?下[转轉])|[摄攝][）)]?$|^[^，。（(讯訊电電]{0,8}(?:[记記]者|通[讯訊][员員])[^，。]{2,12}$/;
/** Characters that either cannot do without: hardly any line has one, and no pattern is run over the others. */
const NEEDED = new CharClasses("讯訊电電", "■□◆●▲转轉摄攝者员員");
const BY_OPENING = 1;
const BY_ALONE = 2;
/** Longest text of a line that an opening or a byline is looked for in, in characters. */
const LONGEST_ALONE = 24;

/** One for each line that is not blank. */
export function readStrips(source: Source, lines: readonly Line[]): Strip[] {
  const strips: Strip[] = [];
  let isBelowBlank = false;
  let row = 0;
  let end = 0;
  for (const line of lines) {
    if (line.isBlank) {
      isBelowBlank = true;
      continue;
    }
    if (line.start < end || hasLineEnd(source.text, end, line.start)) row += 1;
    end = line.end;
    strips.push(readStrip(source.text, line, isBelowBlank, row));
    isBelowBlank = false;
  }
  return strips;
}

export function wordsOf(source: Source, strips: readonly Strip[]): string {
  let words = "";
  for (const { line } of strips) words += source.text.slice(line.start, line.end);
  return words;
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

function readStrip(text: string, line: Line, isBelowBlank: boolean, row: number): Strip {
  let cells = 0;
  let bare = "";
  let from = line.start;
  for (let i = line.start; i < line.end; i += 1) {
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) {
      if (i > from) bare += text.slice(from, i);
      from = i + 1;
    } else cells += printedWidth(code);
  }
  bare += text.slice(from, line.end);
  const has = bare.length <= LONGEST_ALONE ? NEEDED.of(bare) : 0;
  const opens = (has & BY_OPENING) !== 0 && OPENING.test(bare);
  return {
    line,
    ems: cells / 2,
    isClosed: isSentenceEnd(bare),
    isPaused: CLAUSE_MARKS.includes(bare.charAt(bare.length - 1)),
    tail: bare.slice(-2),
    head: bare.slice(0, 2),
    opens,
    reports: opens || ((has & BY_OPENING) !== 0 && REPORT.test(bare)),
    isAlone: (has & BY_ALONE) !== 0 && ALONE.test(bare),
    isBelowBlank,
    row,
  };
}
