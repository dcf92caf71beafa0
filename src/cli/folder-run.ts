/** The pages of a folder run, with all that surrounds them: journal, workers, progress, what is said at the end. */
import type { FoundPage } from "../batch/find.ts";
import type { Setup } from "../batch/job.ts";
import { goneLine, JournalFile, keyOf } from "../batch/journal.ts";
import { JournalWriter } from "../batch/journal-write.ts";
import type { Outcome } from "../batch/outcome.ts";
import { newShared } from "../batch/pool.ts";
import { runPages, workersFor } from "../batch/run.ts";
import { settingsOf } from "../batch/settings.ts";
import type { Shard } from "../batch/shard.ts";
import { closeTemporary, failuresIn, isUnfinished, journalIn, openTemporary, stateFolder } from "../batch/state.ts";
import { reasonFor } from "../batch/system-error.ts";
import { Shared } from "../batch/worker.ts";
import { UserError } from "../errors.ts";
import type { Format } from "../output/formats/format.ts";
import type { RestoreOptions } from "../restore.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { hire } from "./hire.ts";
import { onInterrupt } from "./interrupt.ts";
import { handleLeftOver } from "./left-over.ts";
import { say, visible } from "./log.ts";
import type { MainOptions } from "./one-page.ts";
import { showProgress } from "./run-progress.ts";
import { Tally } from "./tally.ts";

export interface FolderRun {
  readonly options: MainOptions;
  readonly out: string;
  /** What the stages are told. */
  readonly restoring: Omit<RestoreOptions, "file">;
  readonly share: Shard | undefined;
  /** All that the folders hold is among the pages: what else the journal knows is gone. */
  readonly isAll: boolean;
  /** Workers, where the user gave a number. */
  readonly workers: number | undefined;
}

export async function restoreFolder(found: readonly FoundPage[], run: FolderRun): Promise<ExitCode> {
  const { options, out, restoring, share } = run;
  const { force, format } = options;
  const state = stateFolder(out, share);
  // Doing the failures again does not end what was stopped.
  const staysUnfinished = options.retryFailures && isUnfinished(state);
  openState(state);
  const own = new JournalFile(journalIn(state));
  const journals = share === undefined ? [own] : [own, new JournalFile(journalIn(stateFolder(out)))];
  const gone = failuresNotIn(found, own, format);
  const pages = options.retryFailures ? found.filter(({ place }) => own.isFailed(keyOf(place, format))) : found;

  const settings = settingsOf(options, restoring.profile);
  const setup: Setup = { kind: "folder", options: restoring, format, settings: settings.settings, out, state, force };
  const writer = new JournalWriter(state, own, settings, pages.length);
  writer.add(gone.map(goneLine));
  const shared = newShared();
  const makers = hire(Math.min(run.workers ?? workersFor(pages), pages.length), setup, shared);
  const progress = await showProgress(pages.length, options.quiet, () => ({
    done: Atomics.load(shared, Shared.done),
    failed: Atomics.load(shared, Shared.failed),
  }));
  const interrupt = onInterrupt(() => {
    Atomics.store(shared, Shared.stop, 1);
    progress.clear();
    if (!options.quiet) say("jianbao: finishing the pages in hand; once more stops at once");
  });
  const tally = new Tally(options, progress);
  const isStopped = interrupt.isRequested;
  let handled = 0;
  try {
    const tell = (outcome: Outcome): void => tally.take(outcome);
    handled = await runPages(pages, { makers, journals, format, writer, isStopped, tell });
  } finally {
    await makers.close();
    progress.stop();
    interrupt.release();
  }
  const isDone = handled === pages.length;
  if (isDone && run.isAll) handleLeftOver({ found, journal: own, writer, out, options });
  const refusal = writer.finish();
  for (const journal of journals) journal.close();
  const isWhole = isDone && refusal === undefined;
  if (isWhole && !staysUnfinished) closeTemporary(state);

  if (refusal !== undefined) {
    const message = `cannot write the journal in ${state} (${reasonFor(refusal)}); run the same command again later`;
    say(visible(`jianbao: ${message}: pages that it does not know are done again`));
  }
  if (!options.quiet && options.retryFailures && pages.length === 0) {
    say(visible(`jianbao: no page of ${out} is known to have failed: there is nothing to do`));
  } else if (!options.quiet) {
    const failures = tally.failed > 0 ? `; for --retry-failures: ${failuresIn(state)}` : "";
    say(visible(`${tally.summary({ handled, total: pages.length, out })}${failures}`));
  }
  if (isStopped() && handled < pages.length) return EXIT.interrupted;
  return refusal === undefined ? tally.code : EXIT.failed;
}

function openState(state: string): void {
  try {
    openTemporary(state);
  } catch (cause) {
    throw new UserError(
      `cannot write the journal in ${state} (${reasonFor(cause)})`,
      "make the output folder writable or choose another -o",
      { cause },
    );
  }
}

/** Pages that failed in an earlier run and are no longer asked for: nobody waits for them. */
function failuresNotIn(pages: readonly FoundPage[], journal: JournalFile, format: Format): readonly string[] {
  const failed = new Set([...journal.failures].filter((key) => key.endsWith(keyOf("", format))));
  for (const { place } of pages) {
    if (failed.size === 0) break;
    failed.delete(keyOf(place, format));
  }
  return [...failed];
}
