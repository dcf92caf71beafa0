/**
 * Shares lists of pages out to worker threads.
 *
 * A message a page costs more than a short page itself, so pages go in lists; each worker has one list in hand and one
 * waiting, so that it never idles. A worker that dies (out of memory, a fault in V8) is replaced, and its list is done
 * page by page: the one page that kills is named, the others are made.
 */
import { Worker } from "node:worker_threads";
import { failedJob, type Job, type Setup } from "./job.ts";
import type { Outcome } from "./outcome.ts";
import { doJobs, type Order, type Report, Shared, type WorkerData } from "./worker.ts";

/** Who makes the pages: a list in, what became of it out. Fewer outcomes than jobs mean that the run was stopped. */
export interface Makers {
  /** Lists that may wait for an outcome at once. */
  readonly capacity: number;
  make(jobs: readonly Job[]): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}

export function newShared(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Shared.length * Int32Array.BYTES_PER_ELEMENT));
}

/** This thread: for few pages, where a worker would cost more than it makes. */
export function makeHere(setup: Setup, shared: Int32Array): Makers {
  return {
    capacity: 1,
    async make(jobs) {
      const outcomes: Outcome[] = [];
      for (const job of jobs) {
        // Signals arrive between pages only.
        await new Promise(setImmediate);
        outcomes.push(...doJobs([job], setup, { number: 0, shared }));
      }
      return outcomes;
    },
    async close() {},
  };
}

interface Waiting {
  readonly jobs: readonly Job[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
}

interface Hand {
  readonly thread: Worker;
  readonly number: number;
  readonly waiting: Map<number, Waiting>;
  /** It has made something, so it can be started. */
  isProven: boolean;
}

/**
 * Megabytes that V8 gives each worker for new and for old objects. With half as many for new ones a run takes 11 % more
 * time of the processors, with its own choice (48) two workers peak 45 MB higher.
 */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 2000 };

/** Lists that one worker has at a time: one in hand, one waiting. */
const LISTS_PER_WORKER = 2;

export class Pool implements Makers {
  readonly capacity: number;
  readonly #program: string;
  readonly #setup: Setup;
  readonly #shared: Int32Array;
  readonly #hands: Hand[] = [];
  #lastId = 0;
  #isClosing = false;

  /** @param program what a worker runs, as the text of a CommonJS module. */
  constructor(count: number, program: string, setup: Setup, shared: Int32Array) {
    this.capacity = count * LISTS_PER_WORKER;
    this.#program = program;
    this.#setup = setup;
    this.#shared = shared;
    for (let number = 1; number <= count; number += 1) this.#hands.push(this.#hire(number));
  }

  make(jobs: readonly Job[]): Promise<readonly Outcome[]> {
    return new Promise((resolve) => {
      let freest: Hand | undefined;
      for (const hand of this.#hands)
        if (freest === undefined || hand.waiting.size < freest.waiting.size) freest = hand;
      if (freest === undefined) resolve(this.#fail(jobs, "no worker thread can be started"));
      else this.#send(freest, { jobs, resolve });
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.all(this.#hands.map(({ thread }) => thread.terminate()));
  }

  #send(hand: Hand, waiting: Waiting): void {
    this.#lastId += 1;
    const order: Order = { id: this.#lastId, jobs: waiting.jobs };
    hand.waiting.set(order.id, waiting);
    hand.thread.postMessage(order);
  }

  #hire(number: number): Hand {
    const workerData: WorkerData = { number, setup: this.#setup, shared: this.#shared };
    const thread = new Worker(this.#program, {
      eval: true,
      workerData,
      resourceLimits: LIMITS,
    });
    const hand: Hand = { thread, number, waiting: new Map(), isProven: false };
    let reason = "its worker thread ended";
    thread.on("message", ({ id, outcomes }: Report) => {
      const waiting = hand.waiting.get(id);
      hand.waiting.delete(id);
      hand.isProven = true;
      waiting?.resolve(outcomes);
    });
    thread.on("error", (error) => {
      reason = `its worker thread ended: ${error.message}`;
    });
    thread.on("exit", () => {
      if (!this.#isClosing) this.#replace(hand, reason);
    });
    return hand;
  }

  #replace(hand: Hand, reason: string): void {
    const place = this.#hands.indexOf(hand);
    // Lists are done in order, so the first one is to blame.
    const [blamed, ...rest] = hand.waiting.values();
    if (blamed === undefined && !hand.isProven) {
      this.#hands.splice(place, 1);
      return;
    }
    const successor = this.#hire(hand.number);
    this.#hands[place] = successor;
    if (blamed !== undefined) this.#makeOneByOne(successor, blamed, reason);
    for (const waiting of rest) this.#send(successor, waiting);
  }

  #makeOneByOne(hand: Hand, { jobs, resolve }: Waiting, reason: string): void {
    if (jobs.length === 1) {
      resolve(this.#fail(jobs, reason));
      return;
    }
    const parts = jobs.map(
      (job) => new Promise<readonly Outcome[]>((done) => this.#send(hand, { jobs: [job], resolve: done })),
    );
    void Promise.all(parts).then((outcomes) => resolve(outcomes.flat()));
  }

  #fail(jobs: readonly Job[], reason: string): readonly Outcome[] {
    Atomics.add(this.#shared, Shared.done, jobs.length);
    Atomics.add(this.#shared, Shared.failed, jobs.length);
    const advice = "try the page alone with -j 1, and give node more memory: NODE_OPTIONS=--max-old-space-size=8000";
    return jobs.map((job) => failedJob(job, this.#setup, { message: reason, advice, stack: "" }));
  }
}
