/** `jianbao stream`: a page a line on stdin, an answer a line on stdout, in order. */
import { availableParallelism } from "node:os";
import type { Job, Setup } from "../batch/job.ts";
import { lineJobs } from "../batch/line-jobs.ts";
import { runInOrder } from "../batch/ordered.ts";
import { type Makers, newShared } from "../batch/pool.ts";
import { BYTES_PER_WORKER } from "../batch/run.ts";
import { Shared } from "../batch/worker.ts";
import { UserError } from "../errors.ts";
import { EXIT, type ExitCode, worse } from "./exit-code.ts";
import { hire } from "./hire.ts";
import { onInterrupt } from "./interrupt.ts";
import { counted, isTerminal, say } from "./log.ts";
import { type MainOptions, PLAIN, restoreOptions } from "./one-page.ts";
import { print } from "./print.ts";
import { codeFor } from "./tally.ts";
import { parseWorkers } from "./workers.ts";

/** What a line failed of stands in its answer: engines take any exit code but 0 for the failure of all lines. */
export async function stream(options: Partial<MainOptions>): Promise<ExitCode> {
  const given = parseWorkers(options.jobs);
  const setup: Setup = { kind: "stream", options: restoreOptions({ ...PLAIN, ...options }) };
  if (await isTerminal(0)) throw new UserError("no input: pipe lines in", "`jianbao stream --help` shows an example");
  const shared = newShared();
  const hands = new Hands(given, setup, shared);
  const interrupt = onInterrupt(() => {
    Atomics.store(shared, Shared.stop, 1);
    process.stdin.destroy();
  });
  const counts = { lines: 0, failed: 0 };
  let code: ExitCode = EXIT.done;
  try {
    await runInOrder(counting(lineJobs(process.stdin), hands, interrupt.isRequested), {
      makers: () => hands.makers,
      isStopped: interrupt.isRequested,
      emit: async (outcomes) => {
        for (const outcome of outcomes) {
          counts.lines += 1;
          if (outcome.status === "failed") counts.failed += 1;
          code = worse(code, codeFor(outcome, true));
        }
        return print(outcomes.map(({ text }) => text ?? "").join(""));
      },
    });
  } finally {
    await hands.makers.close();
    interrupt.release();
    process.stdin.destroy();
  }
  if (interrupt.isRequested()) return EXIT.interrupted;
  if (counts.failed > 0) say(`jianbao: ${counts.failed} of ${counted(counts.lines, "line")} failed, see their answers`);
  return options.strict === true ? code : EXIT.done;
}

/** This thread, until so much has come that workers pay. */
class Hands {
  makers: Makers;
  readonly #count: number;
  readonly #setup: Setup;
  readonly #shared: Int32Array;
  #bytes = 0;
  #isAlone = false;

  constructor(given: number | undefined, setup: Setup, shared: Int32Array) {
    this.#count = given ?? availableParallelism();
    this.#setup = setup;
    this.#shared = shared;
    this.#isAlone = given === undefined && this.#count > 1;
    this.makers = hire(given ?? 1, setup, shared);
  }

  count(jobs: readonly Job[]): void {
    for (const job of jobs) if ("line" in job) this.#bytes += job.line.length;
    if (!this.#isAlone || this.#bytes < this.#count * BYTES_PER_WORKER) return;
    this.#isAlone = false;
    this.makers = hire(this.#count, this.#setup, this.#shared);
  }
}

async function* counting(
  lists: AsyncIterable<readonly Job[]>,
  hands: Hands,
  isStopped: () => boolean,
): AsyncIterable<readonly Job[]> {
  try {
    for await (const jobs of lists) {
      hands.count(jobs);
      yield jobs;
    }
  } catch (error) {
    // Closing stdin at Ctrl-C ends the reading so.
    if (!isStopped()) throw error;
  }
}
