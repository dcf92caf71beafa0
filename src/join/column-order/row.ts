/** Things in one row, each followed by the one that fits it best. Knows nothing of what they are. */

export interface Row {
  readonly order: readonly number[];
  readonly total: number;
}

const NONE = -1;

/**
 * A row of all things that begins with the first: the best pairs are linked first, so the row need not be the best of all.
 * Of pairs that fit as well, the one whose tail stands first is linked first, and of those the one whose head does.
 * @param count how many things there are; each is named by its number.
 * @param score how well the second follows the first, in log-odds.
 * @param bounds at least as much as that, each dearer and closer than the one before: most pairs are told by the first.
 */
export function bestRow(
  count: number,
  score: (tail: number, head: number) => number,
  bounds: readonly ((tail: number, head: number) => number)[],
): Row {
  /** NaN where a pair has not been asked about. */
  const scores = new Float64Array(count * count).fill(Number.NaN);
  const next = new Int32Array(count).fill(NONE);
  const isHead = new Uint8Array(count);
  /** The other end of the row that a piece at one end is in. */
  const end = Int32Array.from({ length: count }, (_, i) => i);
  const canLink = (tail: number, head: number): boolean => isHead[head] === 0 && end[head] !== tail;
  const bestHeadOf = (tail: number): number => {
    // The next one mostly fits best, and then spares the look at the others.
    const below = tail + 1;
    let best = below < count && canLink(tail, below) ? below : NONE;
    for (let head = 1; head < count; head += 1) {
      if (head === tail || head === best || !canLink(tail, head)) continue;
      if (best === NONE || isBetter(tail, head, best)) best = head;
    }
    return best;
  };
  const isBetter = (tail: number, head: number, best: number): boolean => {
    const found = scoreAt(tail, best);
    for (const most of bounds) if (most(tail, head) < found) return false;
    const own = scoreAt(tail, head);
    return own > found || (own === found && head < best);
  };
  const scoreAt = (tail: number, head: number): number => {
    const pair = tail * count + head;
    let found = scores[pair] ?? Number.NaN;
    if (Number.isNaN(found)) {
      found = score(tail, head);
      scores[pair] = found;
    }
    return found;
  };
  // A head that cannot be linked to a tail never can be again, so that each tail's best one is looked for anew only then.
  const best = Int32Array.from(next, (_, tail) => bestHeadOf(tail));
  let total = 0;
  for (let linked = 0; linked < count - 1; linked += 1) {
    let tail = NONE;
    for (let other = 0; other < count; other += 1) {
      if (next[other] !== NONE) continue;
      const head = best[other] ?? NONE;
      if (head === NONE) continue;
      if (!canLink(other, head)) best[other] = bestHeadOf(other);
      const found = best[other] ?? NONE;
      if (found === NONE) continue;
      if (tail === NONE || scoreAt(other, found) > scoreAt(tail, best[tail] ?? NONE)) tail = other;
    }
    if (tail === NONE) break;
    const head = best[tail] ?? NONE;
    next[tail] = head;
    isHead[head] = 1;
    const first = end[tail] ?? tail;
    const last = end[head] ?? head;
    end[first] = last;
    end[last] = first;
    total += scoreAt(tail, head);
  }
  const order: number[] = [];
  for (let at = 0; at >= 0; at = next[at] ?? NONE) order.push(at);
  return { order, total };
}
