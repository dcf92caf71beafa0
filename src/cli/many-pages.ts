/**
 * Files, folders and globs into an output folder, one page at a time. A bad page is reported and does not stop the
 * others; what is refused is refused before anything is written.
 */
import { findPages, isGlob } from "../batch/find.ts";
import { type Job, planJobs, prepareFolder, refuseOverwriting } from "../batch/plan.ts";
import { isFile, isFolder, statOf } from "../batch/system-error.ts";
import { isHopeless, writeOutput } from "../batch/write.ts";
import { UserError } from "../errors.ts";
import type { Notice } from "../notice.ts";
import { extensionOf, type Format, isNamedAs } from "../output/formats/format.ts";
import { writePage } from "../output/formats/write-page.ts";
import { type RestoreOptions, restorePage } from "../restore.ts";
import { EXIT, type ExitCode, worse } from "./exit-code.ts";
import { readInput } from "./inputs.ts";
import { type Interrupt, onInterrupt } from "./interrupt.ts";
import { counted, say, sayError, visible } from "./log.ts";
import { COMMANDS } from "./main.ts";
import { type MainOptions, outcomeOf, restoreOne, restoreOptions } from "./one-page.ts";
import { startProgress } from "./progress.ts";
import { nearest } from "./suggest.ts";

export async function restoreMany(words: readonly string[], options: MainOptions): Promise<ExitCode> {
  const { out } = options;
  if (words.includes("-") || words.length === 0) {
    throw new UserError(
      "stdin is one page and gives its JSON on stdout",
      `leave other inputs out, and give -o only as a file: -o page${extensionOf(options.format)}`,
    );
  }
  for (const word of words) if (!isGlob(word)) mustExist(word);
  if (out === undefined)
    throw new UserError(`${nameOf(words)} need -o DIR, the folder for the output files`, "add -o json/");
  const [only] = words;
  if (words.length === 1 && only !== undefined && isFilePair(only, out, options.format)) {
    refuseOverwriting([{ input: only, output: out }]);
    return restoreOne({ file: only, bytes: readInput(only) }, options);
  }

  if (isOutputFile(out, options.format)) {
    throw new UserError(`${nameOf(words)} do not fit into one file, -o ${out}`, "give -o a folder, as in -o json/");
  }

  const settings = restoreOptions(options);
  const { pages, problems } = await findPages(words, out);
  const jobs = planJobs(pages, out, extensionOf(options.format));
  const interrupt = onInterrupt();
  prepareFolder(out);
  for (const problem of problems) sayError(problem);
  const code = await restoreAll(jobs, { ...options, out, settings, interrupt });
  interrupt.release();
  return problems.length > 0 ? worse(code, EXIT.failed) : code;
}

interface RunOptions extends MainOptions {
  readonly out: string;
  readonly settings: Omit<RestoreOptions, "file">;
  readonly interrupt: Interrupt;
}

async function restoreAll(jobs: readonly Job[], options: RunOptions): Promise<ExitCode> {
  const { settings, interrupt } = options;
  const counts = { written: 0, unchanged: 0, failed: 0, warned: 0 };
  const progress = await startProgress(jobs.length, options.quiet);
  let code: ExitCode = EXIT.done;
  let done = 0;
  for (const job of jobs) {
    // Signals arrive between pages only, so no page is ever left half written.
    await new Promise(setImmediate);
    if (interrupt.isRequested()) break;
    progress.show(done, job.input);
    try {
      const page = restorePage(readInput(job.input), { ...settings, file: job.input });
      counts[writeOutput(job.output, writePage(page, options.format))] += 1;
      const warnings = page.notices.filter(({ level }) => level !== "info");
      if (warnings.length > 0) counts.warned += 1;
      const outcome = outcomeOf(page.notices, options);
      if (outcome !== EXIT.done && !options.quiet) {
        progress.clear();
        sayWarned(job.input, warnings);
      }
      code = worse(code, outcome);
    } catch (error) {
      counts.failed += 1;
      code = EXIT.failed;
      progress.clear();
      sayError(error, error instanceof UserError && error.message.includes(job.input) ? undefined : job.input);
      if (isHopeless(error)) break;
    }
    done += 1;
  }
  progress.clear();
  if (!options.quiet) sayCounts(counts, done, jobs.length, options.out);
  return interrupt.isRequested() ? EXIT.interrupted : code;
}

interface Counts {
  readonly written: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly warned: number;
}

function sayCounts({ written, unchanged, failed, warned }: Counts, done: number, total: number, out: string): void {
  const pages =
    done === total ? counted(total, "page") : `${done} of ${counted(total, "page")}, run it again for the rest`;
  say(
    visible(
      `jianbao: ${pages}: ${written} written, ${unchanged} unchanged, ${failed} failed; ${warned} with warnings (${out})`,
    ),
  );
}

function sayWarned(file: string, warnings: readonly Notice[]): void {
  const [first] = warnings;
  if (first === undefined) return;
  const more = warnings.length > 1 ? ` (and ${warnings.length - 1} more)` : "";
  say(visible(`${file}:${first.line}:${first.column} ${first.level} ${first.rule} ${first.message}${more}`));
}

function mustExist(word: string): void {
  if (statOf(word) !== undefined) return;
  const command = nearest(word, COMMANDS);
  const advice = command === undefined ? "check the path and try again" : `did you mean the command ${command}?`;
  throw new UserError(`there is no file or folder ${word}`, advice);
}

/** Whether it is one page into one file: `page.txt -o page.json`. */
function isFilePair(word: string, out: string, format: Format): boolean {
  return isOutputFile(out, format) && isFile(word);
}

/** Whether -o means a file: it is called so, and no folder of that name is there. */
function isOutputFile(out: string, format: Format): boolean {
  return isNamedAs(out, format) && !isFolder(out);
}

function nameOf(words: readonly string[]): string {
  if (words.length > 1) return "several inputs";
  return isGlob(words[0] ?? "") ? "the pages of a glob" : "the pages of a folder";
}
