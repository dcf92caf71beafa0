/** Did you mean …? */

/** Edits beyond which a word is another word, not a slip of the finger. */
const MOST_EDITS = 2;

/** The candidate nearest to the word, or undefined if none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(MOST_EDITS, Math.floor(word.length / 2)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** Levenshtein distance: letters put in, left out or exchanged. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let k = 1; k <= other.length; k += 1) {
      const exchanged = (row[k - 1] ?? 0) + (one[i - 1] === other[k - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
