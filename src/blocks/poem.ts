/**
 * The lines of a poem in dumps of printed lines: each is whole, though none ends a sentence.
 *
 * In: lines. Out: whether they are a poem, and which lines of a page are. Never: takes prose for one, whose lines fill their
 * column.
 */
import { printedCells } from "../text/chars.ts";
import { LONGEST_VERSE } from "./neighbours/verse.ts";
import { type PrintedLine, SAME_WIDTH_CELLS } from "./printed-line.ts";

/** Fewer short lines below a name may be a title. */
const FEWEST_LINES = 7;
/** More are no poem of a newspaper page. */
export const MOST_LINES = 100;
/** Nearly all lines of prose but the first and the last fill their column. */
const MOST_FULL = 0.55;
/** A poem has marks at all its line ends, and then looks like prose, or hardly any. */
const MOST_PAUSED = 0.25;
/** Figures, and the marks of lists, tables and whole sentences: hardly any paragraph has none. */
const NO_VERSE = /[0-9A-Za-z：:（）()《》〈〉「」『』【】●■□◆。！？!?、；;]|\s{3}/;
/** A mark that leans on the line above. */
const LEANS = /^[，,”’]/;
const PAUSES = /[，,]$/;

export function hasMarksOfProse(words: string): boolean {
  return NO_VERSE.test(words);
}

/** @param verses without marks of prose. */
export function isPoem(verses: readonly string[]): boolean {
  if (verses.some((verse) => verse.length > LONGEST_VERSE || LEANS.test(verse))) return false;
  const cells = verses.map((verse) => printedCells(verse));
  const widest = Math.max(...cells);
  const full = cells.filter((width) => width >= widest - SAME_WIDTH_CELLS).length;
  const paused = verses.filter((verse) => PAUSES.test(verse)).length;
  return full <= verses.length * MOST_FULL && paused <= verses.length * MOST_PAUSED;
}

interface Line extends Pick<PrintedLine, "text" | "blankLines" | "isCut"> {
  /** A byline, a label or furniture. */
  readonly standsAlone: boolean;
  readonly opensBody: boolean;
}

/** A line of a poem but the first, and the first line below a poem. */
export const NEXT_VERSE = 1;
export const BELOW_POEM = 2;

/** The poems that begin below the name of their poet, for each line what it is of one. */
export function versesBelowNames(lines: readonly Line[]): Uint8Array {
  const out = new Uint8Array(lines.length);
  for (let name = 0; name < lines.length; name += 1) {
    if (lines[name]?.standsAlone !== true) continue;
    let to = name + 1;
    while (to < lines.length && to <= name + MOST_LINES && mayBeVerse(lines[to], to === name + 1)) to += 1;
    if (endsInTitle(lines, name + 1, to)) to -= 1;
    const verses = lines.slice(name + 1, to).map(({ text }) => text);
    if (verses.length < FEWEST_LINES || !isPoem(verses)) continue;
    out.fill(NEXT_VERSE, name + 2, to);
    if (to < lines.length) out[to] = BELOW_POEM;
  }
  return out;
}

/** The last short line heads what follows: a byline or a dateline stands below it, or it is wider than all verses. */
function endsInTitle(lines: readonly Line[], from: number, to: number): boolean {
  const below = lines[to];
  if (below?.standsAlone === true || below?.opensBody === true) return true;
  const cells = lines.slice(from, to).map(({ text }) => printedCells(text));
  return (cells.pop() ?? 0) > Math.max(...cells) + SAME_WIDTH_CELLS;
}

function mayBeVerse(line: Line | undefined, isFirst: boolean): boolean {
  if (line === undefined || line.standsAlone || line.opensBody || line.isCut) return false;
  if (line.text.length > LONGEST_VERSE || NO_VERSE.test(line.text)) return false;
  return isFirst || line.blankLines === 0;
}
