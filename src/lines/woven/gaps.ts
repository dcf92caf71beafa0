/**
 * Places in a line where a column may end: blanks, and what a scan makes of the white between two columns.
 *
 * In: a line. Out: its gaps, from left to right, with the printed length before each. Never: decides which of them are seams.
 */
import { isBlankCode, isWordCode } from "../../text/chars.ts";
import type { Line } from "../lines.ts";
import type { Row } from "./row-cutter.ts";

/** Lengths are in em: a Han is one, a digit or letter a half. */
export interface Gap {
  /** Offset behind the text on the left, and of the text on the right; marks stand between. */
  readonly from: number;
  readonly to: number;
  /** Printed length of the line before the gap, and behind it: the marks are in neither. */
  readonly ems: number;
  readonly next: number;
  readonly blanks: number;
  /** How much the gap looks like white between columns: 0 not at all, more than 1 surely. */
  readonly strength: number;
}

/** What thin white with a speck is read as: 抵 ”素, 会议”达, 运“ 问, 三 | 怎. */
const SPECKS = "”“‘’|｜_~*丨「」";
/** Specks where no paper prints them: a closing quote behind a blank, an opening one before a blank, a stroke. */
const ODD = /[^!?,;:.)!？！]\s[”’」]\S|[^：:，,]\S?[“‘「]\s|“”|“\s?”|[|｜_丨~*]/;
/** What else stands there; these are printed as well. */
const STOPS = "。，、；：,.";
export const WIDE_BLANKS = 3;
/** Gaps of such a strength and more are white between columns for sure. */
export const SURE_GAP = 1;
const OF_WIDE = 1.2;
const OF_SPECK = 1;
export const OF_LOOSE = 0.8;
export const OF_BLANK = 0.5;
const OF_STOP = 0.1;

/** A cheap first look: three blanks within a line, or a mark that specks are read as beside a blank or another one. */
export function mayHaveWhite(text: string, { start, end }: Line): boolean {
  let blanks = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    // Most of a page is Han.
    if (code > 0x3000 && code < 0xff00) blanks = 0;
    else if (isBlankCode(code)) {
      blanks += 1;
      if (blanks >= WIDE_BLANKS) return true;
    } else {
      if (
        SPECKS.includes(text.charAt(i)) &&
        (blanks > 0 || isBlankCode(text.charCodeAt(i + 1)) || SPECKS.includes(text.charAt(i + 1)))
      )
        return true;
      blanks = 0;
    }
  }
  return false;
}

/** A line as a row. Its gaps are read when they are asked for: of most lines they never are. */
export class TextRow implements Row {
  readonly line: Line;
  readonly ems: number;
  readonly indent: number;
  readonly #text: string;
  #gaps: readonly Gap[] | null = null;
  #mostBlanks = -1;

  constructor(text: string, line: Line) {
    this.line = line;
    this.ems = lengthOf(text, line.start, line.end);
    this.indent = line.start - line.lineStart;
    this.#text = text;
  }

  get gaps(): readonly Gap[] {
    this.#gaps ??= readGaps(this.#text, this.line);
    return this.#gaps;
  }

  get mostBlanks(): number {
    if (this.#mostBlanks < 0) this.#mostBlanks = this.gaps.reduce((most, { blanks }) => Math.max(most, blanks), 0);
    return this.#mostBlanks;
  }

  gapAt(ems: number): Gap {
    return gapAt(this.#text, this.line, ems);
  }

  /** Whether any of its gaps may be white between columns for sure. */
  mayHaveSureGap(): boolean {
    return mayHaveWhite(this.#text, this.line);
  }
}

/** The gap without blanks or marks that stands behind such a length. */
function gapAt(text: string, line: Line, ems: number): Gap {
  let at = line.start;
  let length = 0;
  for (; at < line.end && length < ems; at += 1) length += emsOf(text.charCodeAt(at));
  return { from: at, to: at, ems: length, next: length, blanks: 0, strength: 0 };
}

function readGaps(text: string, line: Line): Gap[] {
  const gaps: Gap[] = [];
  let ems = 0;
  for (let i = line.start; i < line.end; i += 1) {
    const first = text.charCodeAt(i);
    if (!isBlankCode(first) && !SPECKS.includes(text.charAt(i)) && !STOPS.includes(text.charAt(i))) {
      ems += emsOf(first);
      continue;
    }
    const from = i;
    let blanks = 0;
    let widest = 0;
    let run = 0;
    let specks = 0;
    let printed = 0;
    for (; i < line.end; i += 1) {
      const code = text.charCodeAt(i);
      if (isBlankCode(code)) {
        blanks += 1;
        run += 1;
        widest = Math.max(widest, run);
        continue;
      }
      run = 0;
      if (SPECKS.includes(text.charAt(i))) specks += 1;
      else if (!STOPS.includes(text.charAt(i))) break;
      printed += emsOf(code);
    }
    const to = i;
    i -= 1;
    if (to >= line.end) break;
    gaps.push({
      from,
      to,
      ems,
      next: ems + printed,
      blanks,
      strength: strengthOf(text, line, { from, to, blanks, widest, specks }),
    });
    ems += printed;
  }
  return gaps;
}

interface White {
  readonly from: number;
  readonly to: number;
  readonly blanks: number;
  readonly widest: number;
  readonly specks: number;
}

function strengthOf(text: string, line: Line, { from, to, blanks, widest, specks }: White): number {
  if (widest >= WIDE_BLANKS) return OF_WIDE;
  if (specks > 0) {
    if (ODD.test(text.slice(Math.max(line.start, from - 1), to + 1))) return OF_SPECK;
    if (isLoose(text, line, from)) return OF_LOOSE;
  }
  return blanks + specks > 0 ? OF_BLANK : OF_STOP;
}

/** A quote that nothing on the line opens or closes: it may be one of a longer quotation, too. */
function isLoose(text: string, { start, end }: Line, at: number): boolean {
  const mark = text.charAt(at);
  // Looked for by hand: a search of the whole dump goes far beyond the line where there is no such mark.
  if (mark === "”") {
    for (let i = at - 1; i >= start; i -= 1) {
      const before = text.charAt(i);
      if (before === "“" || before === "”") return before === "”";
    }
    return true;
  }
  if (mark !== "“") return false;
  for (let i = at + 1; i < end; i += 1) if (text.charAt(i) === "”") return false;
  return true;
}

/** Printed length of a part of a text. */
export function lengthOf(text: string, from: number, to: number): number {
  let ems = 0;
  for (let i = from; i < to; i += 1) ems += emsOf(text.charCodeAt(i));
  return ems;
}

function emsOf(code: number): number {
  if (isBlankCode(code)) return 0;
  if (code < 0x2000 && code !== 0xb7) return 0.5;
  return isWordCode(code) ? 0.5 : 1;
}
