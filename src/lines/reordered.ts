/**
 * Says that the printed lines of a page were put in another order than the dump gives them in.
 *
 * In: where the blocks of a page begin in the dump, in reading order. Out: a finding, or none. Never: looks at words.
 */
import type { Finding } from "../notice.ts";

/** Lines that were moved one by one are said by what moved them; so many steps back are another order of the page. */
const LEAST_STEPS_BACK = 3;

export function findReordered(starts: readonly number[]): Finding[] {
  let steps = 0;
  for (const [i, start] of starts.entries()) if (i > 0 && start < (starts[i - 1] ?? start)) steps += 1;
  if (steps < LEAST_STEPS_BACK) return [];
  return [
    {
      rule: "lines/out-of-order",
      level: "warning",
      offset: Math.min(...starts),
      message:
        "the dump goes through the columns in turns or gives them in no order: which line follows which, and which texts " +
        "are of one article, was told by their words; compare the scan",
    },
  ];
}
