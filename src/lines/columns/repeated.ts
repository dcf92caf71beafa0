/**
 * Words of the text set again, large: a pull quote, or a headline that its article repeats.
 *
 * In: strands. Out: those of a few lines that stand in a column, too. Never: decides which of the two they are; a pull quote
 * stands where a column goes on around it.
 */
import { isSentenceEnd, tighten } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import type { Strand } from "./strands.ts";

/** Fewer characters stand anywhere by chance, on one line or on two. */
const SHORTEST = 8;
const SHORTEST_LINE = 4;
/** A column has more lines. */
const MOST_LINES = 4;
const COLUMN_LINES = 3;
/** Rows from one line of a quote to the next, which is set large. */
const NEXT_LINE = 3;
/** Short pieces of a page; more are a table. */
const MOST_ASKED = 300;

export function findRepeated(source: Source, strands: readonly Strand[]): ReadonlySet<Strand> {
  const repeated = new Set<Strand>();
  const columns = strands.filter(({ cells }) => cells.length >= COLUMN_LINES);
  const short = strands.filter(({ cells }) => cells.length <= MOST_LINES);
  if (columns.length === 0 || short.length > MOST_ASKED) return repeated;
  let text: string | undefined;
  for (const strand of short) {
    const words = wordsOf(source, strand);
    if (words.length < SHORTEST_LINE || isSentenceEnd(words)) continue;
    text ??= columns.map((column) => wordsOf(source, column)).join("\n");
    if (!text.includes(words)) continue;
    const next = lineBelow(strand, short);
    const isOnTwo = next !== undefined && stands(text, words + wordsOf(source, next), strand);
    if (!isOnTwo && (words.length < SHORTEST || !stands(text, words, strand))) continue;
    repeated.add(strand);
    if (isOnTwo) repeated.add(next);
  }
  return repeated;
}

/** Where the piece is as high as a column, it is one of those asked: its words stand twice then. */
function stands(text: string, words: string, { cells }: Strand): boolean {
  const first = text.indexOf(words);
  return first >= 0 && (cells.length < COLUMN_LINES || text.includes(words, first + 1));
}

function lineBelow(above: Strand, short: readonly Strand[]): Strand | undefined {
  return short.find(
    ({ x, width, top, cells }) =>
      cells.length < COLUMN_LINES &&
      top > above.bottom &&
      top - above.bottom <= NEXT_LINE &&
      above.x < x + width &&
      x < above.x + above.width,
  );
}

function wordsOf({ text }: Source, { cells }: Strand): string {
  let words = "";
  for (const { start, end } of cells) words += tighten(text.slice(start, end));
  return words;
}
