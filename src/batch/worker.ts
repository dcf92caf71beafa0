/** A thread that makes pages, a list at a time. Its other end is pool.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { InvariantError } from "../errors.ts";
import { doJob, type Job, type Setup } from "./job.ts";
import type { Outcome } from "./outcome.ts";

export interface WorkerData {
  /** From 1; names its temporary file. */
  readonly number: number;
  readonly setup: Setup;
  /** See `Shared`. */
  readonly shared: Int32Array;
}

/** Places in the memory that all threads see. */
export const Shared = {
  /** Not 0: finish the page in hand and take no other. */
  stop: 0,
  /** Pages finished. */
  done: 1,
  failed: 2,
  length: 3,
} as const;

export interface Order {
  readonly id: number;
  readonly jobs: readonly Job[];
}

export interface Report {
  readonly id: number;
  /** As many as there were jobs, fewer if the run was stopped. */
  readonly outcomes: readonly Outcome[];
}

export function work(): void {
  const port = parentPort;
  if (port === null) throw new InvariantError("worker", "started outside of a worker thread", 0);
  const { number, setup, shared } = workerData as WorkerData;
  port.on("message", ({ id, jobs }: Order) => {
    const report: Report = { id, outcomes: doJobs(jobs, setup, { number, shared }) };
    port.postMessage(report);
  });
}

export interface Hand {
  readonly number: number;
  readonly shared: Int32Array;
}

export function doJobs(jobs: readonly Job[], setup: Setup, { number, shared }: Hand): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const job of jobs) {
    if (Atomics.load(shared, Shared.stop) !== 0) break;
    const outcome = doJob(job, setup, number);
    outcomes.push(outcome);
    Atomics.add(shared, Shared.done, 1);
    if (outcome.status === "failed") Atomics.add(shared, Shared.failed, 1);
  }
  return outcomes;
}
