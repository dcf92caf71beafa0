/** `--format ndjson` without a folder for the output: the articles of many pages, a line each, in the order of the pages. */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type FoundPage, pathOf } from "../batch/find.ts";
import type { Job, Setup } from "../batch/job.ts";
import { makeFolder } from "../batch/make-folder.ts";
import { runInOrder } from "../batch/ordered.ts";
import { refuseOverwriting } from "../batch/plan.ts";
import { newShared } from "../batch/pool.ts";
import { listSize, workersFor } from "../batch/run.ts";
import { isAlive } from "../batch/state.ts";
import { reasonFor, writeAdvice } from "../batch/system-error.ts";
import { Shared } from "../batch/worker.ts";
import { UserError } from "../errors.ts";
import type { RestoreOptions } from "../restore.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { hire } from "./hire.ts";
import { onInterrupt } from "./interrupt.ts";
import { say, visible } from "./log.ts";
import type { MainOptions } from "./one-page.ts";
import { print } from "./print.ts";
import { showProgress } from "./run-progress.ts";
import { Tally } from "./tally.ts";

export interface FolderStream {
  readonly options: MainOptions;
  /** What the stages are told. */
  readonly restoring: Omit<RestoreOptions, "file">;
  /** Workers, where the user gave a number. */
  readonly workers: number | undefined;
}

export async function streamFolder(pages: readonly FoundPage[], run: FolderStream): Promise<ExitCode> {
  const { options, restoring } = run;
  const { out } = options;
  if (out !== undefined) refuseOverwriting(pages.map((page) => ({ input: pathOf(page), output: out })));
  const setup: Setup = { kind: "stream", options: restoring };
  const shared = newShared();
  const sink = out === undefined ? STDOUT : new FileSink(out);
  const makers = hire(Math.min(run.workers ?? workersFor(pages), pages.length), setup, shared);
  const progress = await showProgress(pages.length, options.quiet, () => ({
    done: Atomics.load(shared, Shared.done),
    failed: Atomics.load(shared, Shared.failed),
  }));
  const interrupt = onInterrupt(() => Atomics.store(shared, Shared.stop, 1));
  const tally = new Tally(options, progress);
  let handled = 0;
  try {
    await runInOrder(listsOf(pages, listSize(pages.length, makers.capacity)), {
      makers: () => makers,
      isStopped: interrupt.isRequested,
      emit: async (outcomes) => {
        for (const outcome of outcomes) tally.take(outcome);
        handled += outcomes.length;
        return sink.write(outcomes.map(({ text }) => text ?? "").join(""));
      },
    });
    await makers.close();
    if (interrupt.isRequested()) sink.discard();
    else sink.finish();
  } catch (error) {
    await makers.close();
    sink.discard();
    throw error;
  } finally {
    progress.stop();
    interrupt.release();
  }
  if (!options.quiet) say(visible(tally.streamed({ handled, total: pages.length, out: out ?? "stdout" })));
  return interrupt.isRequested() ? EXIT.interrupted : tally.code;
}

function* listsOf(pages: readonly FoundPage[], size: number): Iterable<readonly Job[]> {
  for (let start = 0; start < pages.length; start += size) {
    yield pages.slice(start, start + size).map((page) => ({ page }));
  }
}

interface Sink {
  /** False when nobody reads any more. */
  write(text: string): Promise<boolean>;
  finish(): void;
  discard(): void;
}

const STDOUT: Sink = { write: print, finish: () => {}, discard: () => {} };

/** A file that is there when all of it is there. */
class FileSink implements Sink {
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: number;

  /** @throws {UserError} if it cannot be made. */
  constructor(path: string) {
    this.#path = path;
    this.#temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    try {
      makeFolder(dirname(path));
      removeLeftovers(path);
      this.#file = openSync(this.#temporary, "w");
    } catch (cause) {
      throw refused(path, cause);
    }
  }

  async write(text: string): Promise<boolean> {
    try {
      writeFileSync(this.#file, text);
    } catch (cause) {
      throw refused(this.#path, cause);
    }
    return true;
  }

  finish(): void {
    fsyncSync(this.#file);
    closeSync(this.#file);
    renameSync(this.#temporary, this.#path);
  }

  discard(): void {
    closeSync(this.#file);
    rmSync(this.#temporary, { force: true });
  }
}

function refused(path: string, cause: unknown): UserError {
  return new UserError(`cannot write ${path} (${reasonFor(cause)})`, writeAdvice(cause), {
    cause,
  });
}

/** What a run that was killed has left beside the file. */
function removeLeftovers(path: string): void {
  const start = `.${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(start) || !/^\d+\.tmp$/.test(name.slice(start.length))) continue;
    if (!isAlive(Number.parseInt(name.slice(start.length), 10))) rmSync(join(dirname(path), name), { force: true });
  }
}
