/**
 * Text lines to fragments: pieces that the dump itself sets apart by wide blanks.
 *
 * In: lines. Out: fragments with their place across the page and the blanks inside. Never: looks at other lines for more
 * than whether two or three blanks are a gutter.
 *
 * `pdftotext -layout` gives every fragment a place counted in characters (a Han is one); whatever stands at the same left
 * edge on paper starts at the same place all over the page. Other programs count cells (a Han is two).
 */
import { isBlankCode, isDigitCode, isLatinCode } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import type { Line } from "../lines.ts";
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
  if (isBlankCode(code) || (code >= 0xdc00 && code <= 0xdfff)) return 0;
  if (code < 0x2000 && code !== 0xb7) return 0.5;
  return isDigitCode(code) || isLatinCode(code) ? 0.5 : 1;
}

/** The unit in which more fragments start straight below another one. */
function chooseUnit(text: string, lines: readonly Line[]): Unit {
  const straight = { character: 0, cell: 0 };
  let above = { character: new Set<number>(), cell: new Set<number>() };
  for (const line of lines) {
    if (line.isBlank) continue;
    const here = { character: new Set<number>(), cell: new Set<number>() };
    const x = { character: 0, cell: 0 };
    let blanks = 0;
    for (let i = line.lineStart; i < line.end; i += 1) {
      const code = text.charCodeAt(i);
      if (isBlankCode(code)) blanks += 1;
      else {
        if (blanks >= SURE_GUTTER && i > line.start) {
          if (above.character.has(x.character)) straight.character += 1;
          if (above.cell.has(x.cell)) straight.cell += 1;
          here.character.add(x.character);
          here.cell.add(x.cell);
        }
        blanks = 0;
      }
      x.character += advance(code, "character");
      x.cell += advance(code, "cell");
    }
    above = here;
  }
  return straight.cell > straight.character ? "cell" : "character";
}

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

/** A fragment or a part of one. */
export function cutFragment(text: string, part: Omit<Fragment, "ems" | "gaps" | "breaks" | "isWideSet">): Fragment {
  const gaps: Omit<Gap, "isWideSet" | "isInByline">[] = [];
  let ems = 0;
  for (let i = part.start; i < part.end; i += 1) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code)) {
      ems += emsOf(code);
      continue;
    }
    const from = i;
    while (isBlankCode(text.charCodeAt(i + 1))) i += 1;
    gaps.push({ from, to: i + 1, ems });
  }
  if (gaps.length === 0 || gaps.length > MOST_GAPS || isRunningLine(text.slice(part.start, part.end))) {
    return { ...part, ems, gaps: [], breaks: [ems], isWideSet: false };
  }
  const read = gaps.map((gap, i) => ({
    ...gap,
    isWideSet: isWideSet(gaps, i, ems),
    isInByline: isInByline(text, gap),
  }));
  const breaks = read.filter((gap) => !gap.isWideSet).map((gap) => gap.ems);
  return { ...part, ems, gaps: read, breaks: [...breaks, ems], isWideSet: breaks.length < read.length };
}

const ENDS_WITH_ROLE = /(?:记者|記者|通讯员|通訊員|实习生|實習生|摄影|攝影)$/u;
const STARTS_WITH_ROLE =
  /^(?:首席|见习|見習|本报|本報|全媒体|全媒體)?(?:记者|記者|通讯员|通訊員|实习生|實習生|摄影|攝影)/u;

function isInByline(text: string, gap: { readonly from: number; readonly to: number }): boolean {
  return (
    ENDS_WITH_ROLE.test(text.slice(gap.from - 3, gap.from)) || STARTS_WITH_ROLE.test(text.slice(gap.to, gap.to + 6))
  );
}

/** Two characters in a row beside this gap that stand apart. */
function isWideSet(gaps: readonly { readonly ems: number }[], index: number, ems: number): boolean {
  const at = (i: number): number => (i < 0 ? 0 : (gaps[i]?.ems ?? ems));
  const isShort = (i: number): boolean => i >= 0 && i <= gaps.length && at(i) - at(i - 1) <= 1.5;
  return isShort(index) && (isShort(index + 1) || isShort(index - 1));
}

/** Two or three blanks are printed ones where nothing else on the page starts at that place. */
function uniteNarrow(text: string, row: readonly Fragment[], starts: PlaceIndex): Fragment[] {
  const out: Fragment[] = [];
  for (const fragment of row) {
    const before = out[out.length - 1];
    const isGutter =
      before === undefined ||
      fragment.start - before.end >= SURE_GUTTER ||
      starts.count(fragment.x, fragment.row, REACH_ROWS, START_SLACK) > 1;
    if (isGutter) out.push(fragment);
    else out[out.length - 1] = cutFragment(text, { ...before, end: fragment.end });
  }
  return out;
}
