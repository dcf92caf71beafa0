/**
 * Lines of a dump that says where each was printed, put in reading order.
 *
 * In: lines with boxes. Out: the same, article by article, column by column, and blank ones where the text does not go on.
 * Never: drops a line.
 *
 *     lines ─ measure ─▶ em and rows ─ columns ─▶ strands ─ order, as of columns side by side ─▶ lines
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { append } from "../text/append.ts";
import { lastOf } from "../text/list.ts";
import type { Source } from "../text/source.ts";
import { readColumns } from "./boxes/columns.ts";
import { measureLines } from "./boxes/measure.ts";
import type { Cell } from "./columns/cells.ts";
import type { Run } from "./columns/layout/title-order.ts";
import { blanksAbove, readingOrder } from "./columns/order.ts";
import { blankLine, type Line } from "./lines.ts";

/** Blanks that stand for an indent, and em from which on it is one. */
const INDENT = 2;
const LEAST_INDENT = 1.2;

export function orderByBoxes(source: Source, lines: readonly Line[], lexicon: Lexicon): Line[] {
  const strands = readColumns(source, measureLines(source, lines));
  const out: Line[] = [];
  for (const run of readingOrder(source, strands, lexicon)) {
    const before = lastOf(out);
    if (before !== undefined) append(out, blanksAbove(run, before.end));
    for (const { x, cells } of run.strands) for (const cell of cells) writeLine(x, cell, run, out);
  }
  // A line without a box stands nowhere: it comes last.
  for (const line of lines) if (!line.isBlank && line.box === undefined) out.push(blankLine(line.start), line);
  return out;
}

/** A line, and as lines of their own what blanks have parted from it. */
function writeLine(left: number, { x, start, end, rest = [] }: Cell, run: Run, out: Line[]): void {
  const { level: headingLevel, headsArticle = false } = run;
  const isLarge = headingLevel > 0;
  const parts = [{ start, end }, ...rest];
  for (const [i, part] of parts.entries()) {
    const indent = i === 0 && x - left >= LEAST_INDENT ? INDENT : 0;
    const isParted = i < rest.length;
    out.push({ ...part, lineStart: part.start, headingLevel, isBlank: false, headsArticle, isLarge, isParted, indent });
  }
}
