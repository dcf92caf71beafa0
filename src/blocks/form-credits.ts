/**
 * Which printed lines hold credits, and which of them run on in the line below.
 *
 * In: printed lines in order. Out: for each, whether a body opens there, a byline stands there, and whether the next line
 * belongs to it: 本报记者␠韩青␠实习生⏎钱小雅, 本报讯（记者␠马⏎小舟␠通讯员␠赖青）. Never: forms blocks.
 */
import { isBlankCode } from "../text/chars.ts";
import { opensCredits, readBylineLine } from "./credits/credits.ts";
import { cutsPhotoCredit } from "./credits/cut-photo-credit.ts";
import { mayOpenLead, readLead } from "./credits/lead.ts";
import { namesIn } from "./credits/names.ts";
import type { CreditVocabulary } from "./credits/vocabulary.ts";

export interface CreditLine {
  /** A dateline begins here: so does a paragraph. */
  readonly opensBody: boolean;
  /** A byline, or its second line. */
  readonly isByline: boolean;
  /** The line below belongs to this byline or lead. */
  readonly runsOn: boolean;
}

export interface Line {
  readonly text: string;
  readonly blankLines: number;
}

const LONGEST_BYLINE_LINE = 120;
/** What a byline that did not fit leaves for its second line, blanks included. */
const LONGEST_REST = 40;
/** One name, or two short ones. */
const LONGEST_NAMES = 9;
/** Lines that the credits behind a dateline fill in a narrow column. */
const MOST_LEAD_LINES = 4;
const NONE: CreditLine = { opensBody: false, isByline: false, runsOn: false };
const CUT: CreditLine = { opensBody: false, isByline: false, runsOn: true };
const OPENS = /[（(〈〔《]/;
/** （记 / 者 贺青）: the line ends inside the first role. */
const CUT_ROLE =
  /^[（(〈〔《]*\s*(?:(?:记|記|通|通\s*讯|通\s*訊|见\s*习|实\s*习|首\s*席|全|全\s*媒|全\s*媒\s*体)\s*)?$/;
const CLOSE = /[）)〉〕]/;

/** @param isSameRow whether a line and the one below were one in the dump. */
export function readCreditLines(
  lines: readonly Line[],
  vocabulary: CreditVocabulary,
  isSameRow: (index: number) => boolean,
): CreditLine[] {
  const out: CreditLine[] = [];
  /** Lines of a lead whose bracket is open. */
  let openLead = 0;
  let endsByline = false;
  for (const [i, { text }] of lines.entries()) {
    const below = lines[i + 1];
    const next = below === undefined || (below.blankLines > 0 && !isSameRow(i)) ? null : below.text;
    if (endsByline) {
      out.push({ opensBody: false, isByline: true, runsOn: false });
      endsByline = false;
    } else if (openLead > 0) {
      openLead = CLOSE.test(text) || openLead >= MOST_LEAD_LINES ? 0 : openLead + 1;
      out.push({ opensBody: false, isByline: false, runsOn: openLead > 0 });
    } else {
      const line =
        readLeadLine(text, next, vocabulary) ??
        readBylineLines(text, next, vocabulary) ??
        (cutsPhotoCredit(text, next, vocabulary) ? CUT : NONE);
      if (line.runsOn && line.isByline) endsByline = true;
      else if (line.runsOn && hasOpenCredits(text, vocabulary)) openLead = 1;
      out.push(line);
    }
  }
  return out;
}

/** A dateline at the start of the line, or behind the headline that the dump put on the same line. */
function readLeadLine(text: string, next: string | null, vocabulary: CreditVocabulary): CreditLine | null {
  // 本报云溪4月9日 / 电 记者 贺青: the line end stands before the word that shows a lead.
  const isCut = next !== null && opensWithKind(next);
  if (!isCut && !mayOpenLead(text)) return null;
  const rest = next === null ? "" : `\n${next}`;
  if (isCut && !mayOpenLead(text + rest)) return null;
  const lead = readLead(text + rest, vocabulary);
  if (lead !== null) {
    return {
      opensBody: true,
      isByline: false,
      runsOn: next !== null && (lead.end > text.length || hasOpenCredits(text, vocabulary)),
    };
  }
  if (next === null) return null;
  for (const { index, 0: gap } of text.matchAll(GAP)) {
    if (index > LONGEST_HEADLINE) return null;
    const tail = text.slice(index + gap.length);
    const fused = mayOpenLead(tail) ? readLead(tail + rest, vocabulary) : null;
    if (fused !== null)
      return {
        opensBody: false,
        isByline: false,
        runsOn: fused.end >= tail.length || hasOpenCredits(tail, vocabulary),
      };
  }
  return null;
}

const CUT_KIND = /^\s*(?:电|電|讯|訊|专电|專電)/;
/** What it begins with: hardly any line does, and to look for it spares the pattern. */
const KIND_STARTS = "电電讯訊专專";

/** Whether a line begins with one of the characters, behind any blanks. */
function beginsWith(text: string, chars: string): boolean {
  let at = 0;
  while (isBlankCode(text.charCodeAt(at))) at += 1;
  return at < text.length && chars.includes(text.charAt(at));
}

function opensWithKind(text: string): boolean {
  return beginsWith(text, KIND_STARTS) && CUT_KIND.test(text);
}

/** 本报讯（记者␠马: the bracket closes on a line below. */
function hasOpenCredits(text: string, vocabulary: CreditVocabulary): boolean {
  const behind = text.slice(Math.max(...[..."）)〉〕"].map((mark) => text.lastIndexOf(mark))) + 1);
  const open = behind.search(OPENS);
  if (open < 0) return false;
  const bracket = behind.slice(open);
  return vocabulary.hints.hasRole(bracket) || CUT_ROLE.test(bracket);
}

/** Blanks inside the line, with the character before them. */
const GAP = /\S\s+(?=\S)/g;
/** A headline with all its blanks, in code units. */
const LONGEST_HEADLINE = 120;

function readBylineLines(text: string, next: string | null, vocabulary: CreditVocabulary): CreditLine | null {
  if (text.length > LONGEST_BYLINE_LINE || !vocabulary.hints.mayBeByline(text)) return null;
  const alone = readBylineLine(text, vocabulary);
  if (alone?.isPhoto === true) return null;
  const isOne = alone !== null;
  if (next === null || next.length > LONGEST_REST || !mayRunOn(isOne, text, next, vocabulary)) {
    return isOne ? { opensBody: false, isByline: true, runsOn: false } : null;
  }
  const both = readBylineLine(`${text}\n${next}`, vocabulary);
  if (both === null || both.isPhoto) return isOne ? { opensBody: false, isByline: true, runsOn: false } : null;
  return { opensBody: false, isByline: true, runsOn: true };
}

/** A line that is a byline already takes only names from the line below; one that is none must at least begin as one. */
function mayRunOn(isOne: boolean, text: string, next: string, vocabulary: CreditVocabulary): boolean {
  if (readBylineLine(next, vocabulary)?.isMarked === true && opensCredits(next, vocabulary)) return false;
  if (!isOne) return opensCredits(text, vocabulary);
  if (vocabulary.hints.mayBeByline(next)) return true;
  if (next.length > LONGEST_NAMES) return false;
  const { lexicon } = vocabulary;
  const names = namesIn(next, lexicon);
  return names !== null && names.length > 0 && names.every(({ name, isUsual }) => isUsual && !lexicon.isWord(name));
}
