/** Pages made by many, results in the order of the pages. */
import type { Job } from "./job.ts";
import type { Outcome } from "./outcome.ts";
import type { Makers } from "./pool.ts";

/** Lists under way for each that the makers hold: a slow page must not stop those behind it at once. */
const LISTS_AHEAD = 2;

export interface OrderedRun {
  /** Asked before each list: a run that turns out to be long may take more hands. */
  readonly makers: () => Makers;
  readonly isStopped: () => boolean;
  /** Takes the outcomes in order; false ends the run, because nobody wants more. */
  readonly emit: (outcomes: readonly Outcome[]) => Promise<boolean>;
}

/**
 * Lists are taken only as fast as results go out, so memory stays flat however slow the reader is; and a result goes out
 * as soon as it is there, also while the next list is waited for.
 */
export async function runInOrder(
  lists: AsyncIterable<readonly Job[]> | Iterable<readonly Job[]>,
  { makers, isStopped, emit }: OrderedRun,
): Promise<void> {
  const waiting: Promise<boolean>[] = [];
  let last: Promise<boolean> = Promise.resolve(true);
  let isWanted = true;
  for await (const jobs of lists) {
    if (isStopped() || !isWanted) break;
    const { capacity } = makers();
    const made = makers().make(jobs);
    const before = last;
    last = made.then(async (outcomes) => {
      isWanted = (await before) && (await emit(outcomes));
      return isWanted;
    });
    // Whoever waits for it hears of its trouble; nobody may be waiting yet.
    last.catch(() => {});
    waiting.push(last);
    while (waiting.length >= capacity * LISTS_AHEAD) await waiting.shift();
  }
  await last;
}
