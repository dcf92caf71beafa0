/**
 * Text lines to fragments: pieces that the dump itself sets apart by wide blanks.
 *
 * In: lines. Out: fragments with their place across the page and the blanks inside. Never: looks at other lines for more
 * than whether two or three blanks are a gutter.
 *
 * `pdftotext -layout` gives every fragment a place counted in characters (a Han is one); whatever stands at the same left
 * edge on paper starts at the same place all over the page. Other programs count cells (a Han is two).
 */
import { isBlankCode, isHanCode, isWordCode } from "../../text/chars.ts";
import { lastOf } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
import type { Line } from "../lines.ts";
import { isBeforeName, isInByline, isInCaption, isWideSet } from "./gaps.ts";
import { PlaceIndex } from "./place-index.ts";
import { isRunningLine } from "./running-line.ts";

/** Blanks inside a fragment. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** Printed length of what stands before in the fragment, without blanks. */
  readonly ems: number;
  /** In a line set wide to fill its column, with a blank at every character. */
  readonly isWideSet: boolean;
  /** Between a role and a name, or before a role: 记者 何雅清 通讯员 孟帆. */
  readonly isInByline: boolean;
  /** Before who took a picture, at the end of its caption. */
  readonly isInCaption: boolean;
}

/** Lengths and places are in em: a Han is one, a digit or letter a half. */
export interface Fragment {
  readonly row: number;
  /** Place of the left edge, as the dump gives it. */
  readonly x: number;
  /** Printed length without blanks. */
  readonly ems: number;
  readonly start: number;
  readonly end: number;
  readonly gaps: readonly Gap[];
  /** Printed lengths after which the fragment breaks: at gaps, but for those of a line set wide, and at its end. */
  readonly breaks: readonly number[];
  /** Some of it is set wide. */
  readonly isWideSet: boolean;
}

/** A line with more pieces, or more blanks in one, is no printed row. */
const MOST_FRAGMENTS = 60;
const MOST_GAPS = 150;
/** This many blanks are a gutter, whatever stands above and below. */
const SURE_GUTTER = 4;
/** A narrower one needs a neighbour that starts at the same place, at most this many rows away. */
const REACH_ROWS = 9;
/** Starts of one column differ by this much, in em: lines of other columns push them to the right. */
const START_SLACK = 2.5;

/** Fragments of every row, left to right. Blank lines have none. */
export function readFragments(source: Source, lines: readonly Line[]): Fragment[][] {
  const unit = chooseUnit(source.text, lines);
  const rows = lines.map((line, row) => (line.isBlank ? [] : splitAt(source.text, line, row, unit, 2)));
  const starts = new PlaceIndex();
  for (const row of rows) for (const fragment of row) starts.add(fragment.x, fragment.row);
  return rows.map((row) => uniteNarrow(source.text, row, starts));
}

/** How far one character moves what follows. */
type Unit = "character" | "cell";

function advance(code: number, unit: Unit): number {
  if (code >= 0xdc00 && code <= 0xdfff) return 0;
  return unit === "character" ? 1 : emsOf(code) || 0.5;
}

/** Printed width: letters, digits and their marks are half as wide as Han. */
function emsOf(code: number): number {
  if (code >= 0x3400 && code <= 0x9fff) return 1;
  if (isBlankCode(code) || (code >= 0xdc00 && code <= 0xdfff)) return 0;
  if (code < 0x2000 && code !== 0xb7) return 0.5;
  return isWordCode(code) ? 0.5 : 1;
}

/** The unit in which more fragments start straight below another one. */
function chooseUnit(text: string, lines: readonly Line[]): Unit {
  let straightCharacters = 0;
  let straightCells = 0;
  let above: Starts = NO_STARTS;
  for (const line of lines) {
    if (line.isBlank) continue;
    let here = NO_STARTS;
    let character = 0;
    let cell = 0;
    let blanks = 0;
    for (let i = line.lineStart; i < line.end; i += 1) {
      const code = text.charCodeAt(i);
      if (isBlankCode(code)) blanks += 1;
      else {
        if (blanks >= SURE_GUTTER && i > line.start) {
          if (above.character.has(character)) straightCharacters += 1;
          if (above.cell.has(cell)) straightCells += 1;
          if (here === NO_STARTS) here = { character: new Set(), cell: new Set() };
          here.character.add(character);
          here.cell.add(cell);
        }
        blanks = 0;
      }
      character += advance(code, "character");
      cell += advance(code, "cell");
    }
    above = here;
  }
  return straightCells > straightCharacters ? "cell" : "character";
}

/** Where the fragments behind the gutters of one line start, in both units. */
interface Starts {
  readonly character: Set<number>;
  readonly cell: Set<number>;
}

/** Most lines have no gutter. */
const NO_STARTS: Starts = { character: new Set(), cell: new Set() };

function splitAt(text: string, line: Line, row: number, unit: Unit, gutter: number): Fragment[] {
  const fragments: Fragment[] = [];
  let x = 0;
  let blanks = 0;
  let start = line.start;
  let startX = 0;
  let end = line.start;
  for (let i = line.lineStart; i < line.end; i += 1) {
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) blanks += 1;
    else {
      if (i === line.start) startX = x;
      else if (blanks >= gutter) {
        fragments.push(cutFragment(text, { row, x: startX, start, end }));
        start = i;
        startX = x;
      }
      blanks = 0;
      end = i + 1;
    }
    x += advance(code, unit);
  }
  fragments.push(cutFragment(text, { row, x: startX, start, end }));
  if (fragments.length > MOST_FRAGMENTS) return [cutFragment(text, { row, x: 0, start: line.start, end: line.end })];
  return fragments;
}

/** Where a fragment stands. */
type Place = Pick<Fragment, "row" | "x" | "start" | "end">;

/** A fragment or a part of one. */
export function cutFragment(text: string, { row, x, start, end }: Place): Fragment {
  const gaps: { -readonly [K in keyof Gap]: Gap[K] }[] = [];
  let ems = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code)) {
      ems += isFolded(text, i) ? 1 : emsOf(code);
      continue;
    }
    const from = i;
    while (isBlankCode(text.charCodeAt(i + 1))) i += 1;
    gaps.push({ from, to: i + 1, ems, isWideSet: false, isInByline: false, isInCaption: false });
  }
  // Spelled out here and below, and alike: V8 is slow at spreads, and at objects that have their fields in other orders.
  if (gaps.length === 0 || gaps.length > MOST_GAPS || isRunningLine(text.slice(start, end))) {
    return { row, x, ems, start, end, gaps: NO_GAPS, breaks: [ems], isWideSet: false };
  }
  const breaks: number[] = [];
  for (const [i, gap] of gaps.entries()) {
    gap.isWideSet = isWideSet(gaps, i, ems);
    gap.isInByline = isInByline(text, gap);
    gap.isInCaption = isInCaption(text, gap);
    if (!gap.isWideSet) breaks.push(gap.ems);
  }
  const hasWideSet = breaks.length < gaps.length;
  breaks.push(ems);
  return { row, x, ems, start, end, gaps, breaks, isWideSet: hasWideSet };
}

const NO_GAPS: readonly Gap[] = [];

/** A half-width mark behind Han is a full-width one in print, which a program has folded. */
function isFolded(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 63 || !FOLDED.includes(text.charAt(at))) return false;
  return isHanCode(text.charCodeAt(at - 1)) || isHanCode(text.charCodeAt(at + 1));
}

const FOLDED = ",;:!?()";

/** Two or three blanks are printed ones where nothing else on the page starts at that place. */
function uniteNarrow(text: string, row: readonly Fragment[], starts: PlaceIndex): Fragment[] {
  const out: Fragment[] = [];
  for (const fragment of row) {
    const before = lastOf(out);
    const isGutter =
      before === undefined ||
      fragment.start - before.end >= SURE_GUTTER ||
      (!isBeforeName(text, { from: before.end, to: fragment.start }) &&
        starts.count(fragment.x, fragment.row, REACH_ROWS, START_SLACK) > 1);
    if (isGutter) out.push(fragment);
    else {
      const { row: at, x, start } = before;
      out[out.length - 1] = cutFragment(text, { row: at, x, start, end: fragment.end });
    }
  }
  return out;
}
