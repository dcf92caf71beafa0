/**
 * Places that a list may not have. To V8 an index of -1 is a name: where code has once met one, it looks for all later
 * indexes by name, ten times as slowly.
 */

/** The last of a list; undefined where the list is empty. */
export function lastOf<T>(list: readonly T[]): T | undefined {
  return itemAt(list, list.length - 1);
}

/** The one at an index that may lie before the list. */
export function itemAt<T>(list: readonly T[], index: number): T | undefined {
  return index < 0 ? undefined : list[index];
}

/** Index of the first item of a list in ascending order that is not before a place; the length where there is none. */
export function firstFrom<T>(list: readonly T[], place: number, placeOf: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (placeOf(list[middle] as T) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The middle one of some figures, the upper of two. @param otherwise where there are none. */
export function median(figures: readonly number[], otherwise: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? otherwise;
}
