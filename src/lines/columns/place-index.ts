/**
 * Where on the page something was seen: a place across the page and the rows it was seen on.
 *
 * Rows are added from top to bottom. A question costs the logarithm of the rows of one place.
 */
import { lastOf } from "../../text/list.ts";

const STEPS_PER_EM = 2;

export class PlaceIndex {
  readonly #rows = new Map<number, number[]>();

  add(x: number, row: number): void {
    const step = Math.round(x * STEPS_PER_EM);
    const rows = this.#rows.get(step);
    if (rows === undefined) this.#rows.set(step, [row]);
    else if (lastOf(rows) !== row) rows.push(row);
  }

  /** How many sightings there are at most `slack` em beside `x` and at most `reach` rows away. */
  count(x: number, row: number, reach: number, slack: number): number {
    let found = 0;
    for (let step = Math.ceil((x - slack) * STEPS_PER_EM); step <= (x + slack) * STEPS_PER_EM; step += 1) {
      found += this.#near(step, row, reach);
    }
    return found;
  }

  #near(step: number, row: number, reach: number): number {
    const rows = this.#rows.get(step);
    if (rows === undefined) return 0;
    return firstAbove(rows, row + reach) - firstAbove(rows, row - reach - 1);
  }
}

/** Index of the first row greater than `limit`. */
function firstAbove(rows: readonly number[], limit: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
