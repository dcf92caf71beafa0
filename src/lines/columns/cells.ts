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
  /** In a line set wide to fill its column, with a blank at every character. */
  readonly isWideSet: boolean;
}

interface OpenCell extends Cell {
  readonly gaps: readonly Gap[];
  /** The dump gives the place itself; it was not reckoned from what stands before. */
  readonly isExact: boolean;
}

/** This many blanks are a gutter, whatever stands above and below. */
const SURE_GUTTER = 4;
/** Lines this far up and down are neighbours. */
const REACH_ROWS = 9;
/** Neighbours that break at the same place, in lines straight above and below, that a seam needs at least. */
const NEEDED_VOTES = 0.8;
/** Indent of a paragraph's first line on paper. */
const INDENT = 2;
/** What it counts in votes that the line ends here where it fills its column. */
const FULL_LINE_VOTES = 2;
/** Blanks that pdftotext may give to an indent of two em. */
const WIDEST_INDENT = 4.5;
/** A line set wide to fill its column is short of it by about this. */
const WIDE_SET_EMS = 2;
const WIDE_SET_LEAST = 0.5;
const WIDE_SET_MOST = 5;
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
  return rows;
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
        cells.push(openCell(text, { row, x: startX, start, end, isExact: true }));
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
  if (start >= 0) cells.push(openCell(text, { row, x: startX, start, end, isExact: true }));
  return cells;
}

function openCell(text: string, cell: Omit<OpenCell, "ems" | "gaps">): OpenCell {
  const found: Omit<Gap, "isWideSet">[] = [];
  let ems = 0;
  for (let i = cell.start; i < cell.end; i += 1) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code)) {
      ems += emsOf(code);
      continue;
    }
    const from = i;
    while (isBlankCode(text.charCodeAt(i + 1))) i += 1;
    found.push({ from, to: i + 1, ems, holes: found.length });
  }
  const gaps = found.map((gap, i) => ({ ...gap, isWideSet: isWideSet(found, i, ems) }));
  return { ...cell, ems, gaps };
}

/** Three characters in a row, this gap before or behind the middle one, that stand apart. */
function isWideSet(gaps: readonly { readonly ems: number }[], index: number, ems: number): boolean {
  const at = (i: number): number => (i < 0 ? 0 : (gaps[i]?.ems ?? ems));
  const isShort = (i: number): boolean => i >= 0 && i <= gaps.length && at(i) - at(i - 1) <= 1.5;
  return (isShort(index) && isShort(index + 1)) || (isShort(index) && isShort(index - 1));
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
        parts.push(openCell(text, { ...cell, x: startX, start, end: gap.from }));
        start = gap.to;
        startX = x;
      }
      parts.push(openCell(text, { ...cell, x: startX, start }));
      return parts;
    }),
  );
}

/** One sweep over the page: the leftmost seam of each cell. Null when there is none left. */
function splitSeams(text: string, rows: readonly OpenCell[][]): OpenCell[][] | null {
  let isChanged = false;
  const out = rows.map((row) =>
    row.flatMap((cell, i) => {
      const seam = leftmostSeam(cell, row[i + 1], rows);
      if (seam === null) return [cell];
      isChanged = true;
      const { gap, x } = seam;
      return [
        openCell(text, { ...cell, end: gap.from }),
        openCell(text, { ...cell, start: gap.to, x, isExact: false }),
      ];
    }),
  );
  return isChanged ? out : null;
}

interface Seam {
  readonly gap: Gap;
  /** Left edge of the column behind it. */
  readonly x: number;
}

function leftmostSeam(cell: OpenCell, right: OpenCell | undefined, rows: readonly OpenCell[][]): Seam | null {
  if (cell.gaps.length === 0) return null;
  const origin = printedOrigin(cell, rows);
  const edge = origin === cell.x ? origin : origin - INDENT;
  let width: number | undefined;
  let best: { seam: Seam; score: number } | null = null;
  for (const gap of cell.gaps) {
    if (gap.ems < NARROWEST) continue;
    if (best !== null && gap.ems > best.seam.gap.ems + NARROWEST) break;
    let place = origin + gap.ems + 1 + gap.holes / 2;
    let score = 0;
    if (gap.isWideSet) {
      width ??= fullWidth(edge, cell.row, rows);
      const missing = width - (origin - edge) - gap.ems;
      if (width === 0 || missing < WIDE_SET_LEAST || missing > WIDE_SET_MOST) continue;
      place = edge + width + 1;
      score = 1 - Math.abs(missing - WIDE_SET_EMS) / WIDE_SET_MOST;
    } else {
      const votes = askNeighbours(cell.row, place, rows);
      score = votes.for - votes.against + Math.min(gap.to - gap.from - 1, 2) / 2;
      width ??= fullWidth(edge, cell.row, rows);
      const isFull = width > 0 && cell.ems > width + NARROWEST / 2 && Math.abs(edge + width + 1 - place) <= SLACK;
      if (isFull) score += FULL_LINE_VOTES;
      else if (votes.for < NEEDED_VOTES) continue;
    }
    if (score <= (best?.score ?? 0)) continue;
    const x = edgeBehind(cell, place, gap.ems, rows);
    if (right === undefined || x < right.x) best = { seam: { gap, x }, score };
  }
  return best?.seam ?? null;
}

/** The length of a full line of the column that the cell stands in; 0 where its neighbours do not tell. */
function fullWidth(edge: number, row: number, rows: readonly OpenCell[][]): number {
  const counts = new Map<number, number>();
  for (let r = Math.max(0, row - REACH_ROWS); r <= Math.min(rows.length - 1, row + REACH_ROWS); r += 1) {
    for (const other of rows[r] ?? []) {
      if (Math.abs(other.x - edge) >= 0.6 || other.gaps.length > 2) continue;
      const ems = Math.ceil(other.ems);
      counts.set(ems, (counts.get(ems) ?? 0) + 1);
    }
  }
  let width = 0;
  let most = 2;
  for (const [ems, count] of counts) {
    if (count <= most || ems < NARROWEST) continue;
    width = ems;
    most = count;
  }
  return width;
}

/** Where the cell starts on paper: an indent is two em, though the dump may give it three or four blanks. */
function printedOrigin(cell: OpenCell, rows: readonly OpenCell[][]): number {
  for (let distance = 1; distance <= CLOSE_ROWS; distance += 1) {
    for (const r of [cell.row + distance, cell.row - distance]) {
      for (const other of rows[r] ?? []) {
        if (cell.x - other.x >= 1.5 && cell.x - other.x <= WIDEST_INDENT) return other.x + INDENT;
        if (Math.abs(cell.x - other.x) < 0.6) return cell.x;
      }
    }
  }
  return cell.x;
}

/** Neighbouring lines that break or start at the place against those that run across it; close ones count more. */
function askNeighbours(row: number, place: number, rows: readonly OpenCell[][]): { for: number; against: number } {
  const votes = { for: 0, against: 0 };
  for (let distance = 1; distance <= REACH_ROWS; distance += 1) {
    for (const r of [row - distance, row + distance]) {
      let vote = 0;
      for (const cell of rows[r] ?? []) vote = strongest(vote, voteOf(cell, place));
      if (vote > 0) votes.for += vote / distance;
      else votes.against -= vote / distance;
    }
  }
  return votes;
}

function strongest(a: number, b: number): number {
  return b > 0 && a > 0 ? Math.max(a, b) : a === 0 ? b : b === 0 ? a : Math.max(a, b);
}

function voteOf(cell: OpenCell, place: number): number {
  const beyond = place - cell.x;
  if (Math.abs(beyond) <= SLACK) return 1;
  if (beyond < 0) return beyond >= -WIDEST_INDENT ? 0.3 : 0;
  const end = cell.x + cell.ems + 1;
  if (Math.abs(end - place) <= SLACK) return 0.7;
  if (end + cell.gaps.length / 2 < place) return 0;
  return breaksAt(cell, place) ? 1 : -1;
}

function breaksAt(cell: OpenCell, place: number): boolean {
  return cell.gaps.some((gap) => !gap.isWideSet && Math.abs(cell.x + gap.ems + gap.holes / 2 + 1 - place) <= SLACK);
}

/**
 * The left edge that others give to the column behind a seam; the seam's own place where none do. Lines set wide push
 * everything to their right further right, so that the edge can be far off the place reckoned from printed lengths.
 */
function edgeBehind(cell: OpenCell, place: number, ems: number, rows: readonly OpenCell[][]): number {
  const near = new Map<number, number>();
  const far = new Map<number, { count: number; isFull: boolean }>();
  const taken = new Set<number>();
  const from = Math.max(0, cell.row - REACH_ROWS);
  const to = Math.min(rows.length - 1, cell.row + REACH_ROWS);
  for (let r = from; r <= to; r += 1) {
    const row = rows[r] ?? [];
    const isBroken = row.some((other) => other.x <= cell.x + SLACK && breaksAt(other, place));
    for (const other of row) {
      if (!other.isExact || other.x < place - SLACK || other.x > place + ems) continue;
      if (other.x <= place + SLACK) near.set(other.x, (near.get(other.x) ?? 0) + 1);
      else {
        const seen = far.get(other.x) ?? { count: 0, isFull: false };
        far.set(other.x, { count: seen.count + 1, isFull: seen.isFull || other.ems >= ems - 1 });
        if (isBroken) taken.add(other.x);
      }
    }
  }
  const [nearest] = [...near].sort((a, b) => b[1] - a[1]);
  if (nearest !== undefined) return nearest[0];
  const edges = [...far].filter(([x, { isFull }]) => isFull && !taken.has(x)).map(([x]) => x);
  return edges.length > 0 ? Math.min(...edges) : place;
}
