/**
 * Printed columns that stand side by side on one text line, one below the other.
 *
 * In: the lines of a `side-by-side` dump. Out: lines in reading order, each the part that one column has of a text line,
 * and blank ones where the text does not go on. Never: drops a character; a page without gutters stays as it is.
 *
 *     lines ─ cells ─▶ part of a line in one column ─ strands ─▶ column pieces ─ order ─▶ articles, column by column
 */
import { isBlankCode } from "../text/chars.ts";
import type { Source } from "../text/source.ts";
import { type Cell, readCells } from "./columns/cells.ts";
import { readingOrder } from "./columns/order.ts";
import { readStrands, type Strand } from "./columns/strands.ts";
import type { Line } from "./lines.ts";

export function unweave(source: Source, lines: readonly Line[]): Line[] {
  const rows = readCells(source, lines);
  if (rows.every((cells) => cells.length <= 1)) return [...lines];
  const runs = readingOrder(source, readStrands(source, rows));
  const out: Line[] = [];
  for (const run of runs) {
    const before = out[out.length - 1];
    if (before !== undefined) out.push(blankLine(before.end));
    for (const strand of run) for (const cell of strand.cells) out.push(cellLine(source.text, strand, cell, lines));
  }
  return out;
}

function blankLine(offset: number): Line {
  return { lineStart: offset, start: offset, end: offset, headingLevel: 0, isBlank: true };
}

/** The line starts at the left edge of its column, so that an indent stays one. */
function cellLine(text: string, strand: Strand, cell: Cell, lines: readonly Line[]): Line {
  const indent = Math.round(cell.x - strand.x);
  const first = lines[cell.row]?.lineStart ?? cell.start;
  let lineStart = cell.start;
  while (lineStart > first && cell.start - lineStart < indent && isBlankCode(text.charCodeAt(lineStart - 1)))
    lineStart -= 1;
  return { lineStart, start: cell.start, end: cell.end, headingLevel: 0, isBlank: false };
}
