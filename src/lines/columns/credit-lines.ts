/**
 * Captions whose last line holds who took the picture.
 *
 * In: strands. Out: strands, the lines of such a caption brought together. Never: drops a cell.
 *
 * `……在院子里 / 调解纠纷。 杜若兰 摄`: lines of a picture's measure are no lines of a column, and the last one is short.
 */
import type { Source } from "../../text/source.ts";
import { united } from "./below.ts";
import { textOf } from "./kinds.ts";
import { SAME_EDGE } from "./measures.ts";
import type { Strand } from "./strands.ts";

/** `石舟 摄`, `摄）`, `村委会供图`, `（资料图片）`, `图/石舟`. Not `文/图`, which ends a byline. */
const CREDIT = /(?:[摄攝]|供[图圖]|提供|[图圖照]片|社[发發]|^[图圖][/／][^，。/／]{2,8})[）)]?$/u;
/** Rows to the next line: a neighbour on a grid of its own may have one between. */
const NEXT_LINE = 2;
/** A strand of more lines is a column. */
const CAPTION_LINES = 2;
/** The last line is no longer than the one above, but for digits and marks. */
const LONGER = 1;

export function withCreditLines(source: Source, strands: readonly Strand[]): readonly Strand[] {
  const credits = strands.filter((strand) => strand.cells.length === 1 && CREDIT.test(textOf(source, strand)));
  if (credits.length === 0) return strands;
  const firstOf = new Map<Strand, Strand>();
  for (const credit of credits) {
    const above = strands.filter((other) => isAbove(source, other, credit));
    const [only] = above;
    if (only !== undefined && above.length === 1) firstOf.set(only, credit);
  }
  const joined = new Set(firstOf.values());
  return strands
    .filter((strand) => !joined.has(strand))
    .map((strand) => {
      const credit = firstOf.get(strand);
      return credit === undefined ? strand : united(strand, credit);
    });
}

function isAbove(source: Source, above: Strand, credit: Strand): boolean {
  return (
    above.bottom < credit.top &&
    credit.top - above.bottom <= NEXT_LINE &&
    above.cells.length <= CAPTION_LINES &&
    // The last line of a centred caption is in the middle.
    credit.x >= above.x - SAME_EDGE &&
    credit.x + credit.width <= above.x + above.width + LONGER &&
    !CREDIT.test(textOf(source, above))
  );
}
