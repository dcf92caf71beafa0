/**
 * What a dump that gives printed rows sets apart by blank lines, cut into cells.
 *
 * In: the lines of the dump, the stretches of it in which columns of one width stand side by side. Out: parts, each with a
 * line for every cell and what it has room for. Never: says which cell stands below which.
 */
import type { Line } from "../lines.ts";
import type { Fragment } from "./fragments.ts";
import type { Stretch } from "./rows.ts";

export interface RowPart {
  /** A line for each cell. */
  readonly lines: readonly Line[];
  /** For each cell the width of its column, in em. */
  readonly widths: readonly number[];
  /** Whether columns stand side by side in it. */
  readonly hasRows: boolean;
}

/** Of the lengths of all lines of a column so many are no longer than its width: the others hang over, or are titles. */
const FULL_SHARE = 0.92;
const FULL_SHARE_OF_PART = 0.85;

export function readRowParts(
  lines: readonly Line[],
  rows: readonly (readonly Fragment[])[],
  stretches: readonly Stretch[],
): RowPart[] {
  const parts: { lines: Line[]; widths: number[]; lengths: number[]; hasRows: boolean }[] = [];
  let isBelowBlank = true;
  for (const { first, last, cells } of stretches) {
    const width =
      cells === null
        ? 0
        : widthOf(
            cells.flat().map(({ ems }) => ems),
            FULL_SHARE,
          );
    for (let row = first; row <= last; row += 1) {
      const line = lines[row];
      if (line === undefined) continue;
      if (isBelowBlank || line.isBlank) parts.push({ lines: [], widths: [], lengths: [], hasRows: false });
      isBelowBlank = line.isBlank;
      const part = parts[parts.length - 1];
      const fragments = cells?.[row - first] ?? rows[row] ?? [];
      if (line.isBlank || part === undefined) continue;
      if (cells !== null && fragments.length > 1) part.hasRows = true;
      const whole = cells === null ? [{ start: line.start, end: line.end, ems: lengthOf(fragments) }] : fragments;
      for (const { start, end, ems } of whole) {
        part.lines.push(cellLine(line, start, end));
        part.widths.push(width);
        part.lengths.push(ems);
      }
    }
  }
  return parts
    .filter((part) => part.lines.length > 0)
    .map(({ lines: own, widths, lengths, hasRows }) => {
      const usual = widthOf(lengths, FULL_SHARE_OF_PART);
      return { lines: own, widths: widths.map((width) => width || usual), hasRows };
    });
}

function lengthOf(fragments: readonly Fragment[]): number {
  return fragments.reduce((sum, { ems }) => sum + ems, 0);
}

function widthOf(lengths: number[], share: number): number {
  return lengths.sort((a, b) => a - b)[Math.floor(lengths.length * share)] ?? 0;
}

/** The first cell of a line keeps its indent. */
function cellLine(line: Line, start: number, end: number): Line {
  return { lineStart: line.start === start ? line.lineStart : start, start, end, headingLevel: 0, isBlank: false };
}
