/**
 * The best way through a few things, each passed once.
 *
 * In: what each is worth as the first, and what each link from one to another is worth. Out: their order. Never: looks at
 * what they are. By dynamic programming over (those passed, the last one), so for no more than a dozen.
 */
export function bestPath(firsts: readonly number[], links: readonly (readonly number[])[]): number[] {
  const count = firsts.length;
  const all = (1 << count) - 1;
  const best = new Float64Array((all + 1) * count).fill(Number.NEGATIVE_INFINITY);
  const from = new Int8Array((all + 1) * count).fill(-1);
  for (const [i, worth] of firsts.entries()) best[(1 << i) * count + i] = worth;
  for (let passed = 1; passed <= all; passed += 1) {
    for (let last = 0; last < count; last += 1) {
      const here = best[passed * count + last] ?? Number.NEGATIVE_INFINITY;
      if (here === Number.NEGATIVE_INFINITY) continue;
      for (let next = 0; next < count; next += 1) {
        if ((passed & (1 << next)) !== 0) continue;
        const at = (passed | (1 << next)) * count + next;
        const worth = here + (links[last]?.[next] ?? 0);
        if (worth <= (best[at] ?? 0)) continue;
        best[at] = worth;
        from[at] = last;
      }
    }
  }
  let last = 0;
  for (let i = 1; i < count; i += 1) if ((best[all * count + i] ?? 0) > (best[all * count + last] ?? 0)) last = i;
  const out: number[] = [];
  for (let passed = all; last >= 0; ) {
    out.unshift(last);
    const before = from[passed * count + last] ?? -1;
    passed &= ~(1 << last);
    last = before;
  }
  return out;
}
