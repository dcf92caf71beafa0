/** A piece of text that was displaced to between two others that go on in each other over it. */
import { brackets } from "./evidence/brackets.ts";
import { MOST_FROM_WORD, weightOfCharacters } from "./evidence/characters.ts";
import { FRAGMENT_CHARS, type Piece, REACH, sumOf } from "./piece.ts";
import type { Seams } from "./seams.ts";

/** A piece inserted between two neighbours: what both seams must say together, and each at least. */
const CONTENT_OF_INSERTION = 1.7;
const LEAST_AT_A_SEAM = -0.4;
/** A piece that goes on this well in the very next one stands where it belongs. */
const GOES_ON = 1.5;
/** A displaced piece inside an article is a line or two. */
const SHORT_FRAGMENT_CHARS = 60;
/** A page has a handful of displaced pieces; more short open pieces than this are no page. */
const MOST_LOOKED_AT = 200;
/** Places between two neighbours that are looked at for all of them together. */
const MOST_PLACES = 20_000;

/**
 * Pairs in which a displaced piece would stand between two neighbours: one seam may say nothing (a comma before it)
 * if the other says enough. A pair is the place of its tail times the number of pieces, and the place of its head.
 */
export function findInsertions(pieces: readonly Piece[], seams: Seams): ReadonlySet<number> {
  const pairs = new Set<number>();
  const content = (tail: Piece, head: Piece): number =>
    weightOfCharacters(tail, head, seams) + (head.orphan === null ? 0 : sumOf(brackets(tail, head)));
  let looked = 0;
  let placesLeft = MOST_PLACES;
  for (const [place, stray] of pieces.entries()) {
    if (looked >= MOST_LOOKED_AT || placesLeft <= 0) break;
    if (stray.isClosed || stray.isFirst || stray.words.length > FRAGMENT_CHARS) continue;
    if (stray.block.startsParagraph === true || stray.block.shape.isIndented === true) continue;
    if (!stray.isAboveArticles && stray.words.length > SHORT_FRAGMENT_CHARS) continue;
    looked += 1;
    const next = pieces[place + 1];
    if (!stray.isAboveArticles && next !== undefined && content(stray, next) >= GOES_ON) continue;
    const reach = stray.isAboveArticles ? pieces.length : REACH;
    for (let i = Math.max(0, place - reach); i + 1 < Math.min(pieces.length, place + reach); i += 1) {
      placesLeft -= 1;
      const before = pieces[i];
      const below = pieces[i + 1] === stray ? i + 2 : i + 1;
      const after = pieces[below];
      if (before === undefined || after === undefined || before === stray || after === stray) continue;
      if (before.isClosed || after.isFirst || before.isDoubtful || after.isDoubtful) continue;
      if (!canBeInserted(before, stray, after, seams)) continue;
      const first = content(before, stray);
      if (first < LEAST_AT_A_SEAM) continue;
      const second = content(stray, after);
      if (second < LEAST_AT_A_SEAM || first + second < CONTENT_OF_INSERTION) continue;
      pairs.add(i * pieces.length + place);
      pairs.add(place * pieces.length + below);
    }
  }
  return pairs;
}

/** A quick look by the characters alone: most places are no place for most pieces. */
function canBeInserted(before: Piece, stray: Piece, after: Piece, seams: Seams): boolean {
  if (stray.orphan !== null || after.orphan !== null) return true;
  const first = seams.characters(before, stray) + MOST_FROM_WORD;
  if (first < LEAST_AT_A_SEAM) return false;
  const second = seams.characters(stray, after) + MOST_FROM_WORD;
  return second >= LEAST_AT_A_SEAM && first + second >= CONTENT_OF_INSERTION;
}
