/**
 * Where paragraphs begin, by the measures of all lines of a page.
 *
 * In: printed lines in the order of the dump. Out: for each whether something begins with it, below the end of a paragraph or
 * below a title, and whether it is of no column at all.
 */
import { INDENT_CELLS } from "../lines/width-fit.ts";
import { looseBrackets } from "../text/brackets.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { FIRST, FULL, LAST, likeliestPlaces, OUTSIDE } from "./line-places.ts";
import type { PrintedLine } from "./printed-line.ts";

/** For each line 1 where it is so. */
export interface LinePlaces {
  /** The first line of a paragraph, below the end of another one or a title. */
  readonly starts: Uint8Array;
  /** Goes on in the paragraph of the line above, in a text layer. */
  readonly goesOn: Uint8Array;
  /** The first line of a paragraph, by its measure. */
  readonly firsts: Uint8Array;
  /** In the measure of no column: a title, or a caption. */
  readonly outside: Uint8Array;
}

/**
 * @param isApart whether a line is no part of a column by its words.
 * @param opensBody whether a dateline begins in it.
 * @param titlesTell whether what is in no column is a title, and no piece of one that a scan or a table has cut.
 */
export function readPlaces(
  lines: readonly PrintedLine[],
  isApart: (index: number) => boolean,
  opensBody: (index: number) => boolean,
  titlesTell: boolean,
): LinePlaces {
  const { places, columns } = likeliestPlaces(lines, isApart, opensBody);
  const starts = new Uint8Array(lines.length);
  const goesOn = new Uint8Array(lines.length);
  for (const [i, above] of lines.entries()) {
    const [here, below] = [places[i], places[i + 1]];
    const isInside = (here === FIRST || here === FULL) && (below === FULL || below === LAST);
    if (titlesTell && isInside && columns[i] === columns[i + 1]) goesOn[i + 1] = 1;
    if (above.isCut) continue;
    const begins =
      here === OUTSIDE
        ? titlesTell && below === FIRST && !leadsIn(above, lines[i + 1])
        : isSentenceEnd(above.text) && (below === FIRST || (titlesTell && below === OUTSIDE));
    if (begins) starts[i + 1] = 1;
  }
  const firsts = places.map((place) => (place === FIRST ? 1 : 0));
  return { starts, goesOn, firsts, outside: places.map((place, i) => (place === OUTSIDE && !isApart(i) ? 1 : 0)) };
}

/**
 * What ends in a pause or within brackets is no title, nor is a line that fills the column of the first line below it; and
 * what ends a sentence begins no paragraph that could tell.
 */
function leadsIn({ text, bareCells }: PrintedLine, below: PrintedLine | undefined): boolean {
  if (isSentenceEnd(below?.text ?? "")) return true;
  const more = bareCells - (below?.bareCells ?? 0) - INDENT_CELLS;
  return (
    (more >= -1 && more <= 1) || PAUSES.includes(text.charAt(text.length - 1)) || looseBrackets(text).open !== null
  );
}

const PAUSES = "，、；,;";
