/**
 * One page of a run, from its dump to its output and its line in the journal. Runs in a worker, or, where the pages are
 * few, beside the command line; it is told everything and asks nobody.
 *
 * In: a page and what the journal last said of it. Out: what became of it, in plain values that a message can carry.
 * Never: throws because of a page; prints.
 */
import { closeSync, fstatSync, openSync, readFileSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import type { Notice } from "../notice.ts";
import { extensionOf, type Format } from "../output/formats/format.ts";
import { writePage } from "../output/formats/write-page.ts";
import { type RestoreOptions, restorePages } from "../restore.ts";
import { type FoundPage, outputOf, pathOf } from "./find.ts";
import { lineFor, type PageRecord, readRecord } from "./journal.ts";
import { sha256 } from "./settings.ts";
import { temporaryIn } from "./state.ts";
import { reasonFor, systemCode } from "./system-error.ts";
import { type Written, writeOutput } from "./write.ts";

/** What holds for every page of the run. */
export interface Setup {
  readonly options: Omit<RestoreOptions, "file">;
  readonly format: Format;
  /** Id of the settings, for the journal. */
  readonly settings: string;
  readonly out: string;
  /** Folder of the journal. */
  readonly state: string;
  /** Do what has been done, too. */
  readonly force: boolean;
}

export interface Job {
  readonly page: FoundPage;
  /** The page's line in the journal, if it has one. */
  readonly before?: string;
}

/** Why a page that the journal knows was done again. */
export type Cause = "input" | "settings" | "output" | "failure" | "force";

/** A fault as a message can carry it. */
export interface Trouble {
  readonly message: string;
  /** Null for a fault of ours. */
  readonly advice: string | null;
  readonly stack: string;
}

export interface Outcome {
  readonly file: string;
  readonly status: "written" | "unchanged" | "skipped" | "failed";
  /** Null where the page is new. */
  readonly cause: Cause | null;
  /** Null where the journal says so already. */
  readonly line: string | null;
  readonly level: Notice["level"] | null;
  /** The first warning or error, and how many there are; none for a page that was skipped. */
  readonly warning?: Notice;
  readonly warnings: number;
  readonly trouble?: Trouble;
}

export function doJob({ page, before: line }: Job, setup: Setup, worker: number): Outcome {
  const file = pathOf(page);
  const before = line === undefined ? undefined : readRecord(line);
  let input: string | null = null;
  let cause: Cause | null = null;
  try {
    const bytes = readWhole(file);
    input = sha256(bytes);
    cause = before === undefined ? null : whyAgain(before, input, setup);
    if (before !== undefined && cause === null) {
      return { file, status: "skipped", cause, line: null, level: before.level, warnings: 0 };
    }
    const restored = restorePages(bytes, { ...setup.options, file });
    if (restored.length > 1 && page.isAmbiguous === true) throw ambiguous(page, setup);
    const outputs: Record<string, string> = {};
    let status: Written = "unchanged";
    for (const made of restored) {
      const text = Buffer.from(writePage(made, setup.format), "utf8");
      const output = outputOf(page.place, extensionOf(setup.format), made.source.part);
      if (writeOutput(join(setup.out, output), text, temporaryIn(setup.state, worker)) === "written")
        status = "written";
      outputs[output] = sha256(text);
    }
    removeStale(before, outputs, setup);
    const notices = restored.flatMap((made) => made.notices);
    const level = gravest(notices);
    const done: PageRecord = { ...recordOf(page, setup), input, result: "done", level, outputs };
    const grave = notices.filter((notice) => notice.level !== "info");
    const [warning] = grave;
    const counted = { warnings: grave.length, ...(warning === undefined ? {} : { warning }) };
    return { file, status, cause, line: lineFor(done), level, ...counted };
  } catch (error) {
    const trouble = troubleOf(error);
    const reason = trouble.message;
    const failed: PageRecord = {
      ...recordOf(page, setup),
      input,
      result: "failed",
      level: null,
      outputs: null,
      reason,
    };
    const full = trouble.advice === null ? failed : { ...failed, advice: trouble.advice };
    return { file, status: "failed", cause, line: lineFor(full), level: null, warnings: 0, trouble };
  }
}

function ambiguous({ place }: FoundPage, { format }: Setup): UserError {
  const output = outputOf(place, extensionOf(format), { number: 1 });
  return new UserError(
    `form feeds part it into several pages, and ${output} may belong to another input`,
    "rename one of the two, or run them into different folders",
  );
}

/** For a page whose worker ended without a word. */
export function failedJob({ page }: Job, setup: Setup, reason: string): Outcome {
  const trouble = { message: reason, advice: "try it alone, with more memory: node --max-old-space-size", stack: "" };
  const { advice } = trouble;
  const record = recordOf(page, setup);
  const line = lineFor({ ...record, input: null, result: "failed", level: null, outputs: null, reason, advice });
  return { file: pathOf(page), status: "failed", cause: null, line, level: null, warnings: 0, trouble };
}

function recordOf(
  { place }: FoundPage,
  { format, settings }: Setup,
): Pick<PageRecord, "place" | "format" | "settings"> {
  return { place, format, settings };
}

/**
 * The bytes of a dump that nobody is writing meanwhile.
 * @throws {UserError} if it cannot be read or changes under our eyes.
 */
function readWhole(path: string): Uint8Array {
  try {
    const file = openSync(path, "r");
    try {
      const first = fstatSync(file);
      const bytes = readFileSync(file);
      const last = fstatSync(file);
      const isSame = first.mtimeMs === last.mtimeMs && bytes.length === first.size && bytes.length === last.size;
      // A pipe has no size and no date to go by.
      if (isSame || !first.isFile()) return bytes;
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    const advice =
      systemCode(cause) === "EACCES" ? "give yourself the right to read it (chmod +r)" : "check the path and try again";
    throw new UserError(`cannot read ${path} (${reasonFor(cause)})`, advice, { cause });
  }
  throw new UserError(`${path} was changed while it was read`, "run the command again when it is written");
}

/** Null if what the journal says is true: same dump, same settings, outputs in place as they were written. */
function whyAgain(before: PageRecord, input: string, setup: Setup): Cause | null {
  if (setup.force) return "force";
  if (before.result !== "done" || before.outputs === null) return "failure";
  if (before.input !== input) return "input";
  if (before.settings !== setup.settings) return "settings";
  const outputs = Object.entries(before.outputs);
  return outputs.every(([output, hash]) => hashAt(join(setup.out, output)) === hash) ? null : "output";
}

function hashAt(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Outputs that the page had and has no longer; one that somebody has changed since is left alone. */
function removeStale(before: PageRecord | undefined, now: Readonly<Record<string, string>>, { out }: Setup): void {
  if (before === undefined) return;
  const stem = outputOf(before.place, ".");
  for (const [output, hash] of Object.entries(before.outputs ?? {})) {
    // Whatever stands in the journal, nothing but this page's own files is taken away.
    if (output in now || !output.startsWith(stem) || output.slice(stem.length).includes("/")) continue;
    if (hashAt(join(out, output)) !== hash) continue;
    unlinkSync(join(out, output));
  }
}

function gravest(notices: readonly Notice[]): Notice["level"] | null {
  let worst: Notice["level"] | null = null;
  for (const { level } of notices) {
    if (level === "error") return level;
    if (worst === null || level === "warning") worst = level;
  }
  return worst;
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof UserError) return { message: error.message, advice: error.advice, stack: "" };
  if (!(error instanceof Error)) return { message: String(error), advice: null, stack: "" };
  return { message: error.message, advice: null, stack: error.stack ?? "" };
}
