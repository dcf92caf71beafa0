/** Goes through the pages of a folder run: lists out to the makers, lines into the journal. */
import { availableParallelism } from "node:os";
import type { Format } from "../output/formats/format.ts";
import { type FoundPage, pathOf } from "./find.ts";
import { type JournalFile, keyOf } from "./journal.ts";
import type { JournalWriter } from "./journal-write.ts";
import type { Outcome } from "./outcome.ts";
import type { Makers } from "./pool.ts";
import { statOf } from "./system-error.ts";
import type { PageJob } from "./work.ts";

/** Most pages in one list: enough that messages cost nothing, few enough that all workers end together. */
const MOST_PAGES = 32;

/** Lists that each worker should get at least. */
const LISTS_PER_WORKER = 16;

/**
 * Bytes of dumps below which one more worker does not pay: starting it and compiling the stages anew takes about as
 * long as restoring this much (measured on two cores: README, "Many pages").
 */
export const BYTES_PER_WORKER = 200_000;

/** Pages whose size is looked up; the others are taken to be like them. */
const SAMPLE = 100;

/** How many workers pay for these pages; 0 where this thread does best alone. */
export function workersFor(pages: readonly FoundPage[]): number {
  const step = Math.max(1, Math.floor(pages.length / SAMPLE));
  let bytes = 0;
  for (let i = 0; i < pages.length; i += step) bytes += step * sizeOf(pages[i]);
  const count = Math.min(availableParallelism(), Math.floor(bytes / BYTES_PER_WORKER), pages.length);
  return count > 1 ? count : 0;
}

function sizeOf(page: FoundPage | undefined): number {
  try {
    return page === undefined ? 0 : (statOf(pathOf(page))?.size ?? 0);
  } catch {
    return 0;
  }
}

/** Pages in one list. @param capacity lists that are under way at once. */
export function listSize(pages: number, capacity: number): number {
  return Math.max(1, Math.min(MOST_PAGES, Math.ceil(pages / (capacity * LISTS_PER_WORKER))));
}

export interface Run {
  readonly makers: Makers;
  /** What earlier runs left, the one that counts most first. */
  readonly journals: readonly JournalFile[];
  readonly format: Format;
  readonly writer: JournalWriter;
  readonly isStopped: () => boolean;
  /** Called in the order in which pages get done. */
  readonly tell: (outcome: Outcome) => void;
}

/** @returns how many pages were handled; fewer than there are where the run was stopped. */
export async function runPages(pages: readonly FoundPage[], run: Run): Promise<number> {
  const { makers, writer, isStopped, tell } = run;
  const waiting = new Set<Promise<void>>();
  let handled = 0;
  const take = (outcomes: readonly Outcome[]): void => {
    writer.add(outcomes.flatMap(({ line }) => line ?? []));
    for (const outcome of outcomes) tell(outcome);
    handled += outcomes.length;
  };
  const size = listSize(pages.length, makers.capacity);
  for (let start = 0; start < pages.length && !isStopped(); start += size) {
    const jobs = pages.slice(start, start + size).map((page) => jobFor(page, run));
    const made: Promise<void> = makers.make(jobs).then((outcomes) => {
      take(outcomes);
      waiting.delete(made);
    });
    waiting.add(made);
    if (waiting.size >= makers.capacity) await Promise.race(waiting);
  }
  await Promise.all(waiting);
  return handled;
}

function jobFor(page: FoundPage, { journals, format }: Run): PageJob {
  const key = keyOf(page.place, format);
  for (const journal of journals) {
    const before = journal.lineOf(key);
    if (before !== undefined) return { page, before };
  }
  return { page };
}
