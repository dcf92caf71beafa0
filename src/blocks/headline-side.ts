/**
 * On which side of their texts the headlines of a page stand.
 *
 * In: the blocks of a page, with roles. Out: "below" or "above" where the headlines plainly speak of the texts on that side,
 * "both" where some do of one and some of the other, null where they do not tell. A program that sets a page may write
 * the text frames of an article first and its title frames last.
 */
import { tighten } from "../text/chars.ts";
import { countPairs, hanPairs } from "../text/pairs.ts";
import { plain } from "../text/sourced.ts";
import type { Block } from "./block.ts";

export type Side = "above" | "below" | "both";

/** Headlines whose texts tell on which side of them they stand: fewer say nothing of the page. */
const LEAST_VOTES = 2;
/** A headline speaks of one side more than of the other by this many pairs of characters. */
const CLEARLY_MORE = 2;
/** As much text on either side as tells what it is about, in characters. */
const TOPIC_CHARS = 1500;

export function sideOfHeadlines(content: readonly Block[]): Side | null {
  let above = 0;
  let below = 0;
  for (const { words, before, after } of headlines(content)) {
    const pairs = hanPairs(words);
    const [inBefore, inAfter] = [countPairs(pairs, before), countPairs(pairs, after)];
    if (inBefore >= inAfter + CLEARLY_MORE) below += 1;
    else if (inAfter >= inBefore + CLEARLY_MORE) above += 1;
  }
  if (below >= LEAST_VOTES && below >= 2 * above) return "below";
  if (above >= LEAST_VOTES && above >= 2 * below) return "above";
  return above >= LEAST_VOTES && below >= LEAST_VOTES ? "both" : null;
}

interface Headline {
  readonly words: string;
  /** The text up to the headline above and down to the one below. */
  readonly before: string;
  readonly after: string;
}

function headlines(content: readonly Block[]): Headline[] {
  const texts = [""];
  const titles: string[] = [];
  let isInTitle = false;
  for (const block of content) {
    if (block.role === "title") {
      const words = tighten(plain(block.text));
      if (isInTitle) titles.push(`${titles.pop() ?? ""}|${words}`);
      else {
        titles.push(words);
        texts.push("");
      }
    } else if (block.role === "body") {
      texts.push(`${texts.pop() ?? ""}|${tighten(plain(block.text))}`);
    }
    isInTitle = block.role === "title";
  }
  return titles.map((words, i) => ({
    words,
    before: (texts[i] ?? "").slice(-TOPIC_CHARS),
    after: (texts[i + 1] ?? "").slice(0, TOPIC_CHARS),
  }));
}
