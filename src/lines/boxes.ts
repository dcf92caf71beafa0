/**
 * Lines of a dump that says where each was printed, put in reading order.
 *
 * In: lines with boxes. Out: the same, article by article, column by column, and blank ones where the text does not go on.
 * Never: drops a line.
 *
 *     lines ─ measure ─▶ em and rows ─ columns ─▶ strands ─ order, as of columns side by side ─▶ lines
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { lastOf } from "../text/list.ts";
import type { Source } from "../text/source.ts";
import { readColumns } from "./boxes/columns.ts";
import { measureLines } from "./boxes/measure.ts";
import { readingOrder } from "./columns/order.ts";
import type { Line } from "./lines.ts";

/** Blank lines that say that a picture stands there. */
const PICTURE_ROWS = 3;
/** Blanks that stand for an indent, and em from which on it is one. */
const INDENT = 2;
const LEAST_INDENT = 1.2;

export function orderByBoxes(source: Source, lines: readonly Line[], lexicon: Lexicon): Line[] {
  const strands = readColumns(source, measureLines(source, lines));
  const out: Line[] = [];
  for (const run of readingOrder(source, strands, lexicon)) {
    const before = lastOf(out);
    if (before !== undefined)
      for (let i = 0; i < (run.isCaption === true ? PICTURE_ROWS : 1); i += 1) out.push(blankLine(before.end));
    for (const { x, cells } of run.strands) {
      for (const cell of cells) {
        const indent = cell.x - x >= LEAST_INDENT ? INDENT : 0;
        const { level: headingLevel, headsArticle = false } = run;
        const { start, end } = cell;
        const isLarge = headingLevel > 0;
        out.push({ lineStart: start, start, end, headingLevel, isBlank: false, headsArticle, isLarge, indent });
      }
    }
  }
  // A line without a box stands nowhere: it comes last.
  for (const line of lines) if (!line.isBlank && line.box === undefined) out.push(blankLine(line.start), line);
  return out;
}

function blankLine(offset: number): Line {
  return { lineStart: offset, start: offset, end: offset, headingLevel: 0, isBlank: true };
}
