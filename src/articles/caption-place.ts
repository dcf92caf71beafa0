/**
 * Captions that the dump gives apart from the article of their picture: below the last text of the page, or beside another one.
 *
 * In: drafts. Out: the same captions, each with the article whose words it has. Where two articles have about as many of them,
 * it stays where it stands.
 */

import type { Block } from "../blocks/block.ts";
import { tighten } from "../text/chars.ts";
import { hanPairs } from "../text/pairs.ts";
import { plain } from "../text/sourced.ts";
import type { Draft } from "./draft.ts";

/**
 * Pairs of characters that an article has of the caption, each the less the more articles have it: so many more than its own one
 * has. Counted on five sets of pages: with 2 some leave their article, with 4 fewer find it.
 */
const CLEARLY_MORE = 3;

export function placeCaptions(drafts: readonly Draft[]): void {
  if (drafts.length < 2 || !drafts.some(({ captions }) => captions.length > 0)) return;
  const texts = drafts.map(wordsOf);
  const moves: { readonly from: Draft; readonly to: Draft; readonly caption: Block }[] = [];
  for (const [own, draft] of drafts.entries()) {
    for (const caption of draft.captions) {
      const shared = sharedWith(hanPairs(tighten(plain(caption.text))), texts);
      const best = shared.indexOf(Math.max(...shared));
      const to = drafts[best];
      if (to !== undefined && (shared[best] ?? 0) >= (shared[own] ?? 0) + CLEARLY_MORE)
        moves.push({ from: draft, to, caption });
    }
  }
  for (const { from, to, caption } of moves) {
    from.captions.splice(from.captions.indexOf(caption), 1);
    to.captions.push(caption);
  }
}

function wordsOf({ titles, paragraphs }: Draft): string {
  return [...titles, ...paragraphs.map(({ block }) => block)].map(({ text }) => tighten(plain(text))).join(" ");
}

/** For each text, how many of the pairs it has: one that three texts have counts a third. */
function sharedWith(pairs: readonly string[], texts: readonly string[]): number[] {
  const shared = texts.map(() => 0);
  for (const pair of new Set(pairs)) {
    const owners = texts.flatMap((text, i) => (text.includes(pair) ? [i] : []));
    for (const i of owners) shared[i] = (shared[i] ?? 0) + 1 / owners.length;
  }
  return shared;
}
