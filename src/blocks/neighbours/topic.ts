/** What the texts above and below a short line speak of: whether they share their words. */
import { tighten } from "../../text/chars.ts";
import { countPairs, hanPairs } from "../../text/pairs.ts";
import type { Question } from "./question.ts";

/** As much of the texts as tells what they are about, in characters. */
const TOPIC_ABOVE = 600;
const TOPIC_BELOW = 150;
/** Blocks that are read for it, where each is a scrap of a line. */
const TOPIC_BLOCKS = 100;
/** What no column has room for; of an endless line no more is read. */
const LONGEST_PARAGRAPH = 5000;
/** Fewer pairs tell nothing. */
const FEWEST_PAIRS = 12;

/** The text of the article above, from a block of it up to its title. */
export function topicAbove({ named, seen }: Question, above: number): string {
  let text = "";
  for (let i = above; i >= 0 && i > above - TOPIC_BLOCKS && text.length < TOPIC_ABOVE; i -= 1) {
    const role = named[i]?.role;
    if (role === "title" || role === "byline") break;
    if (role === "body") text += tighten((seen[i]?.words ?? "").slice(0, LONGEST_PARAGRAPH));
  }
  return text;
}

/** The running text that begins at a block. @param most characters of it. */
export function topicBelow({ named, seen }: Question, below: number, most = TOPIC_BELOW): string {
  let text = "";
  for (let i = below; i < named.length && i < below + TOPIC_BLOCKS && text.length < most; i += 1) {
    if (named[i]?.role !== "body") break;
    text += tighten((seen[i]?.words ?? "").slice(0, most * 2));
  }
  return text.slice(0, most);
}

/** Of the pairs of characters of one text, how many the other has as well; null where they are too few to tell. */
export function shareOf(text: string, other: string): number | null {
  const pairs = hanPairs(text);
  return pairs.length < FEWEST_PAIRS ? null : countPairs(pairs, other) / pairs.length;
}
