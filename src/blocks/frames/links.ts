/**
 * Which line of an article goes on in which, when its frames stand in no order.
 *
 * In: the lines of one article in the order of the dump. Out: for each line the one that continues it, or -1. The best set of
 * links over all its lines at once: a line that breaks off wants a line that begins in mid-sentence, and both want one.
 */
import type { Context } from "../../context.ts";
import { assign, type Scored } from "../../join/assign.ts";
import { scoreWithin } from "../../lexicon/continuity.ts";
import { INDENT_CELLS } from "../../lines/width-fit.ts";
import { looseBrackets } from "../../text/brackets.ts";
import { itemAt } from "../../text/list.ts";
import type { FrameLine } from "./frame-line.ts";

/** Log-odds over no link at all. A frame has several lines: the next one is the likely one. */
const NEXT = 7;
const ELSEWHERE = 0.4;
/** Nothing that stands above in the dump can lead to this line, and it begins no paragraph. */
const CUT_OFF = 2;
/** The sentence ended with its line: the paragraph may go on, here or in another frame. */
const NEXT_OF_CLOSED = 1.5;
const ELSEWHERE_OF_CLOSED = -1.8;
const INDENTED = -8;
/** A line that has room for what comes next, and less of it than an indent: a mark at its end hangs out. */
const ROOM = -3;
const LEAST_ROOM = 2;
const BRACKET = 2;
/** 9月3⏎日，县里…: the figure of a day goes on in its word. */
const DAY_CUT = /月\d{1,2}$/;
const DAY_GOES_ON = /^\d?[日至]/;
const DAY = 6;
const SAME_COLUMN_CELLS = 3;

export function linkLines(lines: readonly FrameLine[], { lexicon }: Context): Int32Array {
  const next = new Int32Array(lines.length).fill(-1);
  const isTaken = new Uint8Array(lines.length);
  const take = (i: number): void => {
    next[i] = i + 1;
    isTaken[i + 1] = 1;
  };
  for (const [i, line] of lines.entries()) {
    const below = lines[i + 1];
    if (below === undefined) continue;
    if (line.printed.isCut || line.runsOn || (line.kind === "text" && (below.leans || closesBracket(line, below))))
      take(i);
  }
  const brackets = looseBracketsOf(lines, next);
  const indented = lines.map((_, k) => isIndented(lines, k));
  const cutOff = lines.map((head, k) => head.isFull && indented[k] !== true && !leadsTo(itemAt(lines, k - 1), head));
  const candidates: Scored[] = [];
  for (const [i, tail] of lines.entries()) {
    if (next[i] !== -1 || tail.kind !== "text") continue;
    for (const [k, head] of lines.entries()) {
      if (k === i || isTaken[k] === 1 || !mayContinue(tail, head) || !mayGoOn(tail, head)) continue;
      const isNext = k === i + 1;
      const begins = indented[k] === true;
      if (tail.isClosed && (begins || !head.isFull)) continue;
      const isCutOff = !isNext && cutOff[k] === true;
      const prior = tail.isClosed ? (isNext ? NEXT_OF_CLOSED : ELSEWHERE_OF_CLOSED) : isNext ? NEXT : ELSEWHERE;
      const rest =
        prior +
        (isCutOff ? CUT_OFF : 0) +
        (begins ? INDENTED : hasRoom(lines, k) ? ROOM : 0) +
        (DAY_CUT.test(tail.printed.text) ? (DAY_GOES_ON.test(head.printed.text) ? DAY : -DAY) : 0) +
        fitOf(brackets.open[i] ?? null, brackets.orphan[k] ?? null);
      const score = tail.isClosed
        ? rest
        : rest + scoreWithin(-rest, Number.POSITIVE_INFINITY, tail.end, head.start, lexicon);
      if (score > 0) candidates.push({ from: i, to: k, score });
    }
  }
  for (const { from, to } of withoutRings(assign(candidates), next)) next[from] = to;
  return next;
}

/** （2016年02月⏎18日02版）: a bracket that opens in one line and closes in the next. */
function closesBracket(line: FrameLine, below: FrameLine): boolean {
  const { open } = looseBrackets(line.printed.text);
  return open !== null && open === looseBrackets(below.printed.text).orphan;
}

/** Links that lead back to their own beginning: the weakest goes. */
function withoutRings(chosen: readonly Scored[], sure: Int32Array): Scored[] {
  const kept: Scored[] = [];
  const after = new Map<number, number>();
  for (const [from, to] of sure.entries()) if (to >= 0) after.set(from, to);
  for (const link of [...chosen].sort((a, b) => b.score - a.score || a.from - b.from)) {
    let at: number | undefined = link.to;
    while (at !== undefined && at !== link.from) at = after.get(at);
    if (at === link.from) continue;
    after.set(link.from, link.to);
    kept.push(link);
  }
  return kept;
}

function fitOf(open: string | null, orphan: string | null): number {
  if (orphan === null) return 0;
  return open === orphan ? BRACKET : -BRACKET;
}

/** A line goes on where the head found no room in it; the first line of a paragraph lacks its indent. */
function mayGoOn(tail: FrameLine, head: FrameLine): boolean {
  const free = tail.free - TOLERANCE_CELLS;
  if (free < head.firstCells) return true;
  return !tail.isClosed && free - INDENT_CELLS < head.firstCells;
}

const TOLERANCE_CELLS = 1;

function mayContinue(tail: FrameLine, head: FrameLine): boolean {
  if (head.kind !== "text" || head.opensBody || head.leans) return false;
  return Math.abs(tail.column - head.column) <= SAME_COLUMN_CELLS;
}

function leadsTo(above: FrameLine | undefined, head: FrameLine): boolean {
  return above !== undefined && above.kind === "text" && mayGoOn(above, head) && mayContinue(above, head);
}

/** Short by two characters although the next line would have fitted in: a paragraph begins. */
export function isIndented(lines: readonly FrameLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.isClosed || line.free < INDENT_CELLS - 1 || line.free > INDENT_CELLS + 3) return false;
  // A first line is stretched only where what comes next found no room, as any other one.
  if (isSpread(line) && itemAt(lines, index - 1)?.isClosed !== true) return false;
  let below = index + 1;
  while (itemAt(lines, below - 1)?.printed.isCut === true) below += 1;
  const next = lines[below];
  return next === undefined || next.kind !== "text" || next.firstCells <= line.free;
}

/** The next line's first unit would have fitted in. */
function hasRoom(lines: readonly FrameLine[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || next === undefined || line.isClosed || line.printed.isCut || next.kind !== "text")
    return false;
  return line.free >= LEAST_ROOM && next.firstCells <= line.free && !isSpread(line);
}

/** 一␠路␠走␠来␠，␠全␠靠: print stretched the line, so that it fills its column, and its bare cells tell nothing. */
function isSpread({ printed }: FrameLine): boolean {
  return printed.looseCells - printed.bareCells >= printed.text.length * SHARE_OF_BLANKS;
}

/** Of a line with a blank between most of its characters. */
const SHARE_OF_BLANKS = 0.35;

/** For the lines at the ends of runs: the bracket left open there, and the one closed that nothing in the run opened. */
function looseBracketsOf(
  lines: readonly FrameLine[],
  next: Int32Array,
): { readonly open: (string | null)[]; readonly orphan: (string | null)[] } {
  const open: (string | null)[] = [];
  const orphan: (string | null)[] = [];
  let first = 0;
  let words = "";
  for (const [i, line] of lines.entries()) {
    words += line.printed.text;
    if (next[i] === i + 1) continue;
    const loose = looseBrackets(words);
    open[i] = loose.open;
    orphan[first] = loose.orphan;
    words = "";
    first = i + 1;
  }
  return { open, orphan };
}
