/** What the lengths of two title lines say of which leads in to which. Fitted with the clues of `title-clues.ts`. */

/** Kickers of a place or a standing name: 青石, 巾帼建功. */
export const SHORTEST_HEADLINE = 6;
const NAME_ONLY = 2;
const NAME_BELOW = -1.5;
/** Fewer characters below a longer line are the name of a place, out of its place. */
const SHORTEST_NAME = 5;
/** Of two lines the one with fewer characters is set large. */
const SHORTER = 2;
const IS_SHORTER = 0.5;
const MUCH_SHORTER = 5;
const IS_MUCH_SHORTER = 0.75;
/** A headline has no phrase that is longer than its kicker by this many characters. */
const MUCH_LONGER = 8;
const IS_MUCH_LONGER = -1.5;

/** @returns log-odds that the upper line is the kicker of the lower one. */
export function lengthOdds(upper: string, lower: string): number {
  if (upper.length < SHORTEST_HEADLINE && lower.length > upper.length + 1) return NAME_ONLY;
  if (longestPhrase(lower) - lengthOf(upper) >= MUCH_LONGER) return IS_MUCH_LONGER;
  const shorter = lengthOf(upper) - lengthOf(lower);
  if (lower.length < SHORTEST_NAME && shorter > 1) return /[！!？?]$/.test(lower) ? 0 : NAME_BELOW;
  if (shorter >= MUCH_SHORTER) return IS_MUCH_SHORTER;
  return shorter >= SHORTER ? IS_SHORTER : 0;
}

function lengthOf(line: string): number {
  return line.replace(/\s+/g, "").length;
}

/** A headline of two halves, 古渡架起新桥␠两岸常走亲戚, is no longer a clause than each of them. */
function longestPhrase(line: string): number {
  return line.split(/\s+/).reduce((longest, phrase) => Math.max(longest, phrase.length), 0);
}
