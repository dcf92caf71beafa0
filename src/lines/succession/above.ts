/**
 * What stands right above a text in the order of the dump.
 *
 * In: runs of lines in that order, and which of them is the text. Out: a title, one whose words the text takes up, a
 * byline, or other text. Never: looks further up than the lines of one heading.
 */
import { pairsAmong, pairsOf } from "../../text/common-pairs.ts";
import { itemAt, lastOf } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
import { isRunningLine } from "../columns/running-line.ts";
import { type Strip, wordsOf } from "./strip.ts";
import { isTitle, MOST_LINES } from "./title.ts";

export type Above = "own title" | "title" | "byline" | "text";

/** So many lines that stand above a text are a title if they say nothing else. */
const MOST_TITLE_LINES = 2;
/** Runs that a heading may have: kicker, headline, deck. */
const MOST_TITLES = 3;
/** Pairs of characters that a text has in common with its title: a name or a thing, and something said of it. */
const OWN_PAIRS = 2;

export function aboveText(source: Source, runs: readonly (readonly Strip[])[], at: number, words: string): Above {
  const above = kindOf(source, itemAt(runs, at - 1));
  if (above !== "title") return above;
  for (let i = at - 1; i >= at - MOST_TITLES; i -= 1) {
    const run = itemAt(runs, i);
    if (run === undefined || kindOf(source, run) !== "title") break;
    if (pairsAmong(words, pairsOf(wordsOf(source, run))).size >= OWN_PAIRS) return "own title";
  }
  return "title";
}

function kindOf(source: Source, run: readonly Strip[] | undefined): Exclude<Above, "own title"> {
  if (run === undefined || run.length > MOST_LINES) return "text";
  const words = wordsOf(source, run);
  if (run.length > MOST_TITLE_LINES) return isTitle(run, words) ? "title" : "text";
  if (run.some(({ isAlone }) => isAlone)) return "byline";
  return lastOf(run)?.isClosed === false && !isRunningLine(words) ? "title" : "text";
}
