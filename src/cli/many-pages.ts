/**
 * Files, folders and globs into an output folder. What is refused is refused before anything is written; the run itself
 * is `folder-run.ts`.
 */
import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { findPages, isGlob } from "../batch/find.ts";
import { prepareFolder, refuseConflicts, refuseOverwriting } from "../batch/plan.ts";
import { isInShard, parseShard, type Shard } from "../batch/shard.ts";
import { journalIn, stateFolder } from "../batch/state.ts";
import { isFile, isFolder, statOf } from "../batch/system-error.ts";
import { UserError } from "../errors.ts";
import { extensionOf, type Format, formatNamedBy, isNamedAs } from "../output/formats/format.ts";
import { EXIT, type ExitCode, worse } from "./exit-code.ts";
import { restoreFolder } from "./folder-run.ts";
import { streamFolder } from "./folder-stream.ts";
import { readInput } from "./inputs.ts";
import { linkIssues } from "./link.ts";
import { sayError } from "./log.ts";
import { COMMANDS } from "./main.ts";
import { type MainOptions, restoreOne, restoreOptions } from "./one-page.ts";
import { nearest } from "./suggest.ts";
import { parseWorkers } from "./workers.ts";

export async function restoreMany(words: readonly string[], options: MainOptions): Promise<ExitCode> {
  const { out, format } = options;
  if (words.includes("-") || words.length === 0) {
    throw new UserError(
      "stdin is one page and gives its JSON on stdout",
      `leave other inputs out, and give -o only as a file: -o page${extensionOf(format)}`,
    );
  }
  for (const word of words) if (!isGlob(word)) mustExist(word);
  const isStream = format === "ndjson" && (out === undefined || isOutputFile(out, format));
  if (out === undefined && !isStream) {
    const advice = "add -o json/, or --format ndjson for one stream of articles";
    throw new UserError(`${nameOf(words)} need -o DIR, the folder for the output files`, advice);
  }
  if (out !== undefined) refuseOtherName(out, format);
  if (isStream && (options.retryFailures || options.prune)) {
    const [option, what] = options.retryFailures ? ["--retry-failures", "failures"] : ["--prune", "outputs"];
    const message = `${option} looks at the ${what} of an output folder, and a stream has none`;
    throw new UserError(message, "leave it out, or give -o a folder, as in -o json/");
  }
  // Other inputs than folders do not say what is no longer there.
  const areFolders = words.every(isFolder);
  if (options.prune && !areFolders) {
    throw new UserError(
      "--prune is for folders, which say what is no longer there",
      "leave it out, or name the whole folder",
    );
  }
  const [only] = words;
  if (words.length === 1 && only !== undefined && out !== undefined && isFilePair(only, out, format)) {
    refuseOverwriting([{ input: only, output: out }]);
    return restoreOne({ file: only, bytes: readInput(only) }, options);
  }

  if (out !== undefined && isOutputFile(out, format) && !isStream) {
    throw new UserError(`${nameOf(words)} do not fit into one file, -o ${out}`, "give -o a folder, as in -o json/");
  }

  const restoring = restoreOptions(options);
  const share = options.shard === undefined ? undefined : parseShard(options.shard);
  const workers = parseWorkers(options.jobs);
  if (workers !== 1) takeLittleMemory();
  const { pages, problems } = await findPages(words, out);
  const own = share === undefined ? pages : pages.filter(({ place }) => isInShard(place, share));
  let code: ExitCode;
  if (isStream || out === undefined) {
    for (const problem of problems) sayError(problem);
    code = await streamFolder(own, { options, restoring, workers });
  } else {
    refuseConflicts(pages, out, extensionOf(format));
    if (options.retryFailures) mustHaveJournal(out, share);
    prepareFolder(out);
    for (const problem of problems) sayError(problem);
    const isAll = areFolders && problems.length === 0;
    code = await restoreFolder(own, { options, out, restoring, share, workers, isAll });
    if (options.link === true && code !== EXIT.interrupted) code = worse(code, linkIssues(out, options));
  }
  return problems.length > 0 ? worse(code, EXIT.failed) : code;
}

/**
 * With workers, this thread only lists pages and writes the journal: what it throws away may be cleaned up often. V8's
 * own choice takes 20 to 40 MB more (50,000 pages).
 */
function takeLittleMemory(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}

function mustExist(word: string): void {
  if (word === "") throw new UserError("an input has no name", "is a variable empty? name a page, or - for stdin");
  if (statOf(word) !== undefined) return;
  const command = nearest(word, COMMANDS);
  const known = word.includes("\ufffd") ? "if its name is no UTF-8, rename it" : "check the path and try again";
  const advice = command === undefined ? known : `did you mean the command ${command}?`;
  throw new UserError(`there is no file or folder ${word}`, advice);
}

/** @throws {UserError} if nothing was ever made there: then nothing failed, and the name may be wrong. */
function mustHaveJournal(out: string, share: Shard | undefined): void {
  const journal = journalIn(stateFolder(out, share));
  if (existsSync(journal)) return;
  throw new UserError(
    `no run has written into ${out}: there is no ${journal}`,
    "check -o, or leave --retry-failures out",
  );
}

/** Whether it is one page into one file: `page.txt -o page.json`. */
function isFilePair(word: string, out: string, format: Format): boolean {
  return isOutputFile(out, format) && isFile(word);
}

/** Whether -o means a file: it is called so, and no folder of that name is there. */
function isOutputFile(out: string, format: Format): boolean {
  return isNamedAs(out, format) && !isFolder(out);
}

/** @throws {UserError} if a name says one format and --format another. */
function refuseOtherName(out: string, format: Format): void {
  const named = formatNamedBy(out);
  if (named === undefined || named === format || isFolder(out)) return;
  const advice = `name it page${extensionOf(format)}, or give --format ${named}`;
  throw new UserError(`-o ${out} is called as ${named} is, and --format says ${format}`, advice);
}

function nameOf(words: readonly string[]): string {
  if (words.length > 1) return "several inputs";
  return isGlob(words[0] ?? "") ? "the pages of a glob" : "the pages of a folder";
}
