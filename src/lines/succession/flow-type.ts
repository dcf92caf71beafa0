/**
 * What a dump that goes by rows says of the type of title lines, where it gives no places.
 *
 * In: the lengths of two lines below each other that no blank line parts. Out: log-odds, natural base. Never: reads what they
 * say.
 *
 * The dump begins a new part wherever larger type comes next: in one part no line is larger than the one above it. What fits
 * the measure of the headline in smaller type and is no longer than it, would leave a hole: lines of about one length are a
 * headline that was broken, and a longer line is its deck.
 */
import type { TypeOdds } from "../lines.ts";

/** Of two lines, the lower one longer than the upper by less than so many em, the odds that both are of one size. */
const SAME: readonly (readonly [under: number, odds: number])[] = [
  [-3.5, -0.3],
  [-1.5, 0.3],
  [1.5, 1],
  [3.5, 0],
  [Number.POSITIVE_INFINITY, -1],
];
const NOT_LARGER = -1.5;

export function typeInFlow(above: number, below: number): TypeOdds {
  const longer = below - above;
  return { same: SAME.find(([under]) => longer < under)?.[1] ?? 0, larger: NOT_LARGER };
}

/** Of the first line of a part right below another title line. */
export const IN_NEXT_FLOW: TypeOdds = { same: -2, larger: 1.5 };
