/** Things in one row, each followed by the one that fits it best. Knows nothing of what they are. */

export interface Row {
  readonly order: readonly number[];
  readonly total: number;
}

/**
 * A row of all things that begins with the first: the best pairs are linked first, so the row need not be the best of all.
 * @param count how many things there are; each is named by its number.
 * @param score how well the second follows the first, in log-odds.
 */
export function bestRow(count: number, score: (tail: number, head: number) => number): Row {
  const links: { readonly tail: number; readonly head: number; readonly score: number }[] = [];
  for (let tail = 0; tail < count; tail += 1)
    for (let head = 1; head < count; head += 1) if (tail !== head) links.push({ tail, head, score: score(tail, head) });
  links.sort((a, b) => b.score - a.score || a.tail - b.tail || a.head - b.head);
  const next = new Int32Array(count).fill(-1);
  const isHead = new Uint8Array(count);
  /** The other end of the row that a piece at one end is in. */
  const end = Int32Array.from({ length: count }, (_, i) => i);
  let total = 0;
  let linked = 0;
  for (const link of links) {
    if (linked === count - 1) break;
    if (next[link.tail] !== -1 || isHead[link.head] === 1 || end[link.head] === link.tail) continue;
    next[link.tail] = link.head;
    isHead[link.head] = 1;
    const first = end[link.tail] ?? link.tail;
    const last = end[link.head] ?? link.head;
    end[first] = last;
    end[last] = first;
    total += link.score;
    linked += 1;
  }
  const order: number[] = [];
  for (let at = 0; at >= 0; at = next[at] ?? -1) order.push(at);
  return { order, total };
}
