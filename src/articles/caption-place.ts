/**
 * Captions that the dump gives apart from the article of their picture: below the last text of the page, or beside another one.
 *
 * In: drafts. Out: the same captions, each with the article whose words it has. Where two articles have about as many of them,
 * it stays where it stands.
 */
import { tighten } from "../text/chars.ts";
import { type Pairs, pairsAmong, pairsOf } from "../text/common-pairs.ts";
import { plain } from "../text/sourced.ts";
import type { Draft } from "./draft.ts";

/**
 * Pairs of characters that an article has of the caption, each the less the more articles have it: so many more than its own one
 * has. Counted on five sets of pages: with 2 some leave their article, with 4 fewer find it.
 */
const CLEARLY_MORE = 3;

export function placeCaptions(drafts: readonly Draft[]): void {
  if (drafts.length < 2 || !drafts.some(({ captions }) => captions.length > 0)) return;
  const captions = drafts.flatMap((from, own) =>
    from.captions.map((caption) => ({ from, own, caption, pairs: pairsOf(tighten(plain(caption.text))) })),
  );
  const owners = ownersOf(new Set(captions.flatMap(({ pairs }) => [...pairs])), drafts);
  for (const { from, own, caption, pairs } of captions) {
    const shared = sharesOf(pairs, owners);
    let best = own;
    for (const [i, share] of [...shared].sort(([a], [b]) => a - b)) if (share > (shared.get(best) ?? 0)) best = i;
    const to = drafts[best];
    if (to === undefined || (shared.get(best) ?? 0) < (shared.get(own) ?? 0) + CLEARLY_MORE) continue;
    from.captions.splice(from.captions.indexOf(caption), 1);
    to.captions.push(caption);
  }
}

/** For each of the pairs the articles that have it, looked for once in each text. */
function ownersOf(wanted: Pairs, drafts: readonly Draft[]): ReadonlyMap<number, ReadonlySet<number>> {
  const owners = new Map<number, Set<number>>();
  for (const [i, { titles, paragraphs }] of drafts.entries()) {
    for (const { text } of [...titles, ...paragraphs.map(({ block }) => block)]) {
      for (const pair of pairsAmong(tighten(plain(text)), wanted)) {
        const known = owners.get(pair);
        if (known === undefined) owners.set(pair, new Set([i]));
        else known.add(i);
      }
    }
  }
  return owners;
}

/** For each article that has any, how many of the pairs it has: one that three articles have counts a third. */
function sharesOf(pairs: Pairs, owners: ReadonlyMap<number, ReadonlySet<number>>): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  for (const pair of pairs) {
    const all = owners.get(pair);
    if (all === undefined || all.size > MOST_OWNERS) continue;
    for (const i of all) shares.set(i, (shares.get(i) ?? 0) + 1 / all.size);
  }
  return shares;
}

/** A pair that more articles have says nothing of one, and on a page of thousands would be counted for each. */
const MOST_OWNERS = 100;
