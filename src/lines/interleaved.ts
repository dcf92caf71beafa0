/**
 * Dumps with a printed line on each text line, in which the columns of the page take turns.
 *
 * In: the lines of a `wrapped` dump. Out: the same, column by column where they were interleaved. Never: drops a line.
 *
 * An engine that sorts its text boxes from top to bottom gives line one of every column, then line two of every column.
 * Nothing but the words shows it: a line hardly ever goes on in the next one.
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { firstTwo, lastTwo } from "../text/ends.ts";
import type { Line } from "./lines.ts";

/** Share of lines whose words do not go on in the next: 0.15 to 0.43 of a page read by columns, 0.56 to 0.87 of this. */
const BROKEN_SHARE = 0.5;
/** Of few lines, where chance says more: 0.7 to 0.92, and no more than 0.63 of others. */
const SURELY_BROKEN = 0.65;
/** Pairs of lines that are looked at. */
const MOST_PAIRS = 160;
/** After so many pairs a page on which two in three go on is read no further: it is an ordinary one. */
const EARLY_PAIRS = 48;
const EARLY_SHARE = 1 / 3;
/** Shorter lines are titles and the ends of paragraphs. */
const SHORTEST_LINE = 7;
const PAUSE = "，、；：,;:";

/**
 * @param least pairs of lines that must be there to tell.
 * @param leastIfSure the same where nearly all of them break.
 */
export function isInterleaved(
  text: string,
  lines: readonly Line[],
  lexicon: Lexicon,
  least: number,
  leastIfSure = least,
): boolean {
  let pairs = 0;
  let broken = 0;
  for (let i = 0; i + 1 < lines.length && pairs < MOST_PAIRS; i += 1) {
    const above = lines[i];
    const below = lines[i + 1];
    if (above === undefined || below === undefined || above.isBlank || below.isBlank) continue;
    if (above.end - above.start < SHORTEST_LINE || below.end - below.start < SHORTEST_LINE) continue;
    const tail = lastTwo(text, above);
    if (isSentenceEnd(tail) || PAUSE.includes(tail.slice(-1))) continue;
    if (pairs === EARLY_PAIRS && broken < pairs * EARLY_SHARE) return false;
    pairs += 1;
    if (lexicon.seam(tail, firstTwo(text, below)) < 0) broken += 1;
  }
  return pairs >= least ? broken > pairs * BROKEN_SHARE : pairs >= leastIfSure && broken > pairs * SURELY_BROKEN;
}
