/**
 * Where the text of an article breaks off, and what is said when the rest of it is found elsewhere.
 *
 * In: the blocks of an article. Out: the blocks whose text goes on in nothing below them. Never: looks for the rest.
 */
import type { Block } from "../blocks/block.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Finding } from "../notice.ts";
import { isSentenceEnd, visibleLength } from "../text/chars.ts";
import { originOf, plain } from "../text/sourced.ts";

/** More blocks are no article; each place where one breaks off is held against all that may go on from it. */
export const MOST_BLOCKS = 120;

export interface BrokenOff {
  readonly block: Block;
  /** Of the block among those of its article. */
  readonly index: number;
  readonly words: string;
  /** Text stands below it in its article, which does not go on from it. */
  readonly isInside: boolean;
}

/**
 * From the end up: at the end of the text, or where the block below does not go on from it.
 * @param shortest a scrap of fewer characters is no text that breaks off.
 * @param goesOn what the words of the block below must say, in log-odds, to go on from it.
 */
export function openTailsOf(
  article: readonly Block[],
  { shortest, goesOn }: { readonly shortest: number; readonly goesOn: number },
  lexicon: Lexicon,
): BrokenOff[] {
  const tails: BrokenOff[] = [];
  let below: Block | null = null;
  for (let index = article.length - 1; index >= 0; index -= 1) {
    const block = article[index] as Block;
    if (block.role === "jump" && below === null) break;
    const words = block.role === "body" ? plain(block.text) : "";
    if (visibleLength(words) < shortest) continue;
    if (!isSentenceEnd(words)) {
      const isOpen = below === null || (article.length <= MOST_BLOCKS && breaksOff(words, below, goesOn, lexicon));
      if (isOpen) tails.push({ block, index, words, isInside: below !== null });
    }
    below = block;
  }
  return tails;
}

function breaksOff(words: string, below: Block, goesOn: number, lexicon: Lexicon): boolean {
  return below.startsParagraph === true || continuity(endOf(words), startOf(plain(below.text)), lexicon).score < goesOn;
}

/** Characters of a text that a message shows. */
const SHOWN = 8;

/** @param moved from where, and to the article whose text breaks off. */
export function resumedFinding({ text }: Block, moved: string): Finding {
  return {
    rule: "join/resumed",
    level: "warning",
    offset: originOf(text, 0),
    message: `“${plain(text).slice(0, SHOWN)}…” ${moved} whose text breaks off: its words go on there; compare the scan`,
  };
}
