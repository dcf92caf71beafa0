/**
 * What the loops of the built program go over: the build has them count (build/plain-loops.mjs). Sources do not call this.
 */

/** Lists as they are; whatever else a loop can go over is gone over once, before the loop. */
export function asList<T>(items: Iterable<T>): readonly T[] {
  return Array.isArray(items) ? items : [...items];
}

/** Of `entries()` only lists are asked: `for (const [key, value] of map)` does without. */
export function countable<T extends readonly unknown[] | NodeJS.TypedArray>(list: T): T {
  if (!Array.isArray(list) && !ArrayBuffer.isView(list)) throw new TypeError("entries() of what is no list");
  return list;
}
