/**
 * Folio lines, staff credits and imprints, as far as the layout has to know them: they stand over and under the articles
 * and belong to none.
 */
import type { Source } from "../../text/source.ts";
import { sizeOf } from "./layout/title-size.ts";
import { isOuterLine, isRunningLine } from "./running-line.ts";
import { leadsOn } from "./says-on.ts";
import type { Strand } from "./strands.ts";

/** Running lines stand in so many rows at the top and at the bottom of a page. */
const HEAD_ROWS = 10;
const OUTER_ROWS = 5;
const FOOT_ROWS = 3;
const MOST_LINES = 3;
/** Longest nameplate, in em. */
const NAMEPLATE = 6;

export interface Parts {
  readonly head: readonly Strand[];
  readonly body: readonly Strand[];
  readonly foot: readonly Strand[];
}

/** What stands over and under the articles: running lines, and short pieces between those at the top. */
export function setFurnitureApart(source: Source, strands: readonly Strand[]): Parts {
  const firstRow = strands.reduce((row, strand) => Math.min(row, strand.top), Number.POSITIVE_INFINITY);
  const lastRow = strands.reduce((row, strand) => Math.max(row, strand.bottom), 0);
  const isRunning = (strand: Strand): boolean => {
    const isOuter = strand.bottom <= firstRow + OUTER_ROWS || strand.top > lastRow - FOOT_ROWS;
    return (
      strand.cells.length <= MOST_LINES &&
      strand.cells.some((cell) => {
        const words = source.text.slice(cell.start, cell.end);
        return isRunningLine(words) || (isOuter && isOuterLine(words));
      })
    );
  };
  const inHead = strands.filter((strand) => strand.bottom <= firstRow + HEAD_ROWS && isRunning(strand));
  const headEnd = inHead.reduce((row, strand) => Math.max(row, strand.bottom), -1);
  const head = new Set(inHead);
  for (const strand of strands) {
    const isShort = strand.bottom <= headEnd && strand.cells.length === 1 && strand.width <= NAMEPLATE * sizeOf(strand);
    if (isShort && !leadsOn(source, strand)) head.add(strand);
  }
  const foot = new Set(
    strands.filter((strand) => strand.top > lastRow - FOOT_ROWS && isRunning(strand) && !head.has(strand)),
  );
  return {
    head: [...head].sort((a, b) => a.top - b.top || a.x - b.x),
    body: strands.filter((strand) => !head.has(strand) && !foot.has(strand)),
    foot: [...foot],
  };
}
