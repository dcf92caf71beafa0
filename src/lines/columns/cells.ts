/**
 * Text lines to cells: what one printed column has on one text line.
 *
 * In: lines. Out: cells with their place across the page. Never: orders anything.
 *
 * `pdftotext -layout` gives every piece of text that stands apart the same position wherever its left edge is the same
 * on paper, counted in characters (Han 1). Two columns with a narrow gutter stand on one line with a single blank between
 * them, though; there the right one starts wherever the left one ends. Such a seam is found by its neighbours: lines
 * above and below that break at the same printed place.
 */
import { isBlankCode, isDigitCode, isLatinCode } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import type { Line } from "../lines.ts";
import { PlaceIndex } from "./place-index.ts";

/** Part of one text line that one column owns, without blanks around it. Places are in Han characters (em). */
export interface Cell {
  readonly row: number;
  /** Left edge. */
  readonly x: number;
  /** Printed length. */
  readonly ems: number;
  readonly start: number;
  readonly end: number;
}

/** Blanks inside a cell; `ems` and `holes` count what stands before them in the cell. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly ems: number;
  readonly holes: number;
}

interface OpenCell extends Cell {
  readonly gaps: readonly Gap[];
}

/** This many blanks are a gutter, whatever stands above and below. */
const SURE_GUTTER = 4;
/** Lines this far up and down are neighbours. */
const REACH_ROWS = 9;
/** A seam without other evidence needs this many neighbours. */
const NEEDED_NEIGHBOURS = 3;
/** Neighbours this close tell whether text runs across a seam. */
const CLOSE_ROWS = 4;
/** How far a justified line can be out, in em. */
const SLACK = 1.25;
/** No column is narrower. */
const NARROWEST = 4;
/** More columns than a newspaper page has. */
const MOST_COLUMNS = 12;

/** Cells of every row, left to right. Blank lines have none. */
export function readCells(source: Source, lines: readonly Line[]): Cell[][] {
  const unit = chooseUnit(source.text, lines);
  let rows = lines.map((line, row) => (line.isBlank ? [] : splitWide(source.text, line, row, unit)));
  rows = splitSupported(source.text, rows, unit);
  for (let pass = 0; pass < MOST_COLUMNS; pass += 1) {
    const next = splitSeams(source.text, rows);
    if (next === null) break;
    rows = next;
  }
  return rows.map((cells) => cells.map(({ row, x, ems, start, end }) => ({ row, x, ems, start, end })));
}

/** How wide one character moves what follows: pdftotext counts characters, others count cells (a Han is two). */
type Unit = "character" | "cell";

function advance(code: number, unit: Unit): number {
  if (code >= 0xdc00 && code <= 0xdfff) return 0;
  return unit === "character" ? 1 : emsOf(code) || 0.5;
}

/** Printed width in em: letters, digits and their marks are half a Han wide. */
function emsOf(code: number): number {
  if (isBlankCode(code) || (code >= 0xdc00 && code <= 0xdfff)) return 0;
  if (code < 0x2000 && code !== 0xb7) return 0.5;
  return isDigitCode(code) || isLatinCode(code) ? 0.5 : 1;
}

/** The unit in which more cells start straight below another one. */
function chooseUnit(text: string, lines: readonly Line[]): Unit {
  const straight = (unit: Unit): number => {
    let count = 0;
    let above = new Set<number>();
    for (const line of lines) {
      if (line.isBlank) continue;
      const here = new Set<number>();
      for (const cell of splitWide(text, line, 0, unit)) if (cell.start > line.start) here.add(cell.x);
      for (const x of here) if (above.has(x)) count += 1;
      above = here;
    }
    return count;
  };
  return straight("cell") > straight("character") ? "cell" : "character";
}

function splitWide(text: string, line: Line, row: number, unit: Unit): OpenCell[] {
  const cells: OpenCell[] = [];
  let x = 0;
  let blanks = 0;
  let start = -1;
  let startX = 0;
  let end = line.start;
  for (let i = line.lineStart; i < line.end; i += 1) {
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) blanks += 1;
    else {
      if (start >= 0 && blanks >= SURE_GUTTER) {
        cells.push(openCell(text, row, startX, start, end));
        start = -1;
      }
      if (start < 0) {
        start = i;
        startX = x;
      }
      blanks = 0;
      end = i + 1;
    }
    x += advance(code, unit);
  }
  if (start >= 0) cells.push(openCell(text, row, startX, start, end));
  return cells;
}

function openCell(text: string, row: number, x: number, start: number, end: number): OpenCell {
  const gaps: Gap[] = [];
  let ems = 0;
  let holes = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code)) {
      ems += emsOf(code);
      continue;
    }
    const from = i;
    while (isBlankCode(text.charCodeAt(i + 1))) i += 1;
    gaps.push({ from, to: i + 1, ems, holes });
    holes += 1;
  }
  return { row, x, ems, start, end, gaps };
}

/** Gaps of two or three blanks whose right side starts where others start. */
function splitSupported(text: string, rows: readonly OpenCell[][], unit: Unit): OpenCell[][] {
  const starts = new PlaceIndex();
  const placesOf = (cell: OpenCell): { gap: Gap; x: number }[] => {
    const found: { gap: Gap; x: number }[] = [];
    let x = cell.x;
    let from = cell.start;
    for (const gap of cell.gaps) {
      for (; from < gap.to; from += 1) x += advance(text.charCodeAt(from), unit);
      if (gap.to - gap.from >= 2) found.push({ gap, x });
    }
    return found;
  };
  for (const row of rows) {
    for (const cell of row) {
      starts.add(cell.x, cell.row);
      for (const { x } of placesOf(cell)) starts.add(x, cell.row);
    }
  }
  return rows.map((row) =>
    row.flatMap((cell) => {
      const parts: OpenCell[] = [];
      let start = cell.start;
      let startX = cell.x;
      for (const { gap, x } of placesOf(cell)) {
        if (starts.count(x, cell.row, REACH_ROWS, 0.1) < 2) continue;
        parts.push(openCell(text, cell.row, startX, start, gap.from));
        start = gap.to;
        startX = x;
      }
      parts.push(openCell(text, cell.row, startX, start, cell.end));
      return parts;
    }),
  );
}

/** One sweep over the page: the leftmost seam of each cell. Null when there is none left. */
function splitSeams(text: string, rows: readonly OpenCell[][]): OpenCell[][] | null {
  const starts = new PlaceIndex();
  const seams = new PlaceIndex();
  for (const row of rows) {
    for (const cell of row) {
      starts.add(cell.x, cell.row);
      for (const gap of cell.gaps) if (gap.holes <= 2) seams.add(cell.x + gap.ems + 1, cell.row);
    }
  }
  let isChanged = false;
  const out = rows.map((row) =>
    row.flatMap((cell, i) => {
      const seam = leftmostSeam(cell, row[i + 1], { rows, starts, seams });
      if (seam === null) return [cell];
      isChanged = true;
      return [
        openCell(text, cell.row, cell.x, cell.start, seam.gap.from),
        openCell(text, cell.row, seam.x, seam.gap.to, cell.end),
      ];
    }),
  );
  return isChanged ? out : null;
}

interface Neighbours {
  readonly rows: readonly OpenCell[][];
  readonly starts: PlaceIndex;
  readonly seams: PlaceIndex;
}

function leftmostSeam(cell: OpenCell, right: OpenCell | undefined, near: Neighbours): { gap: Gap; x: number } | null {
  let best: { gap: Gap; x: number; score: number } | null = null;
  for (const gap of cell.gaps) {
    if (gap.ems < NARROWEST) continue;
    const low = cell.x + gap.ems + 1;
    // A line set wide to fill its column shows blanks between its characters.
    const high = low + (gap.holes > 3 ? Math.min(3, gap.holes / 2) : gap.holes / 2);
    if (best !== null && low > best.x + NARROWEST) break;
    const x = near.starts.mostAt((low + high) / 2, cell.row, REACH_ROWS, (high - low) / 2 + SLACK) ?? low;
    if (right !== undefined && x >= right.x) break;
    const score = seamScore(x, cell.row, near) - Math.abs(x - (low + high) / 2) / 2;
    if (score > (best?.score ?? 0)) best = { gap, x, score };
  }
  return best;
}

/** Neighbours that start or break here against those that run across. */
function seamScore(x: number, row: number, { rows, starts, seams }: Neighbours): number {
  const exact = starts.count(x, row, REACH_ROWS, 0.6);
  const broken = seams.count(x, row, REACH_ROWS, SLACK) - 1;
  if (exact === 0 && broken < NEEDED_NEIGHBOURS) return 0;
  let across = 0;
  for (let r = Math.max(0, row - CLOSE_ROWS); r <= Math.min(rows.length - 1, row + CLOSE_ROWS); r += 1) {
    if (r !== row && (rows[r] ?? []).some((cell) => runsAcross(cell, x))) across += 1;
  }
  return Math.min(exact, 4) * 1.5 + Math.min(broken, 6) - across;
}

function runsAcross(cell: OpenCell, x: number): boolean {
  if (cell.x > x - SLACK || cell.x + cell.ems < x + SLACK) return false;
  return cell.gaps.every((gap) => {
    const low = cell.x + gap.ems + 1;
    return x < low - SLACK || x > low + gap.holes + SLACK;
  });
}
