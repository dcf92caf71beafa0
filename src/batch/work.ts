/**
 * One page of a folder run, from its dump to its output and its line in the journal.
 *
 * In: a page and what the journal last said of it. Out: what became of it, in plain values that a message can carry.
 * Never: throws because of a page; prints.
 */
import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { extensionOf, type Format } from "../output/formats/format.ts";
import { writePage } from "../output/formats/write-page.ts";
import { type RestoreOptions, restorePages } from "../restore.ts";
import { type FoundPage, outputOf, pathOf } from "./find.ts";
import { lineFor, type PageRecord, readRecord } from "./journal.ts";
import { type Cause, countNotices, type Outcome, type Trouble, troubleOf } from "./outcome.ts";
import { hashAt, readWhole } from "./read.ts";
import { sha256 } from "./settings.ts";
import { temporaryIn } from "./state.ts";
import { type Written, writeOutput } from "./write.ts";

/** What holds for every page of the run. */
export interface FolderSetup {
  readonly kind: "folder";
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

export interface PageJob {
  readonly page: FoundPage;
  /** The page's line in the journal, if it has one. */
  readonly before?: string;
}

export function makePage({ page, before: line }: PageJob, setup: FolderSetup, worker: number): Outcome {
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
    const notices = countNotices(restored.flatMap((made) => made.notices));
    const { level } = notices;
    const done: PageRecord = { ...recordOf(page, setup), input, result: "done", level, outputs };
    return { file, status, cause, line: lineFor(done), ...notices };
  } catch (error) {
    return failedPage({ page }, setup, { ...troubleOf(error), input, cause });
  }
}

interface Failure extends Trouble {
  readonly input?: string | null;
  readonly cause?: Cause | null;
}

export function failedPage({ page }: PageJob, setup: FolderSetup, failure: Failure): Outcome {
  const { input = null, cause = null, message, advice, stack } = failure;
  const record: PageRecord = {
    ...recordOf(page, setup),
    input,
    result: "failed",
    level: null,
    outputs: null,
    reason: message,
    ...(advice === null ? {} : { advice }),
  };
  const trouble = { message, advice, stack };
  return { file: pathOf(page), status: "failed", cause, line: lineFor(record), level: null, warnings: 0, trouble };
}

function ambiguous({ place }: FoundPage, { format }: FolderSetup): UserError {
  const output = outputOf(place, extensionOf(format), { number: 1 });
  return new UserError(
    `form feeds part it into several pages, and ${output} may belong to another input`,
    "rename one of the two, or run them into different folders",
  );
}

function recordOf(
  { place }: FoundPage,
  { format, settings }: FolderSetup,
): Pick<PageRecord, "place" | "format" | "settings"> {
  return { place, format, settings };
}

/** Null if what the journal says is true: same dump, same settings, outputs in place as they were written. */
function whyAgain(before: PageRecord, input: string, setup: FolderSetup): Cause | null {
  if (setup.force) return "force";
  if (before.result !== "done" || before.outputs === null) return "failure";
  if (before.input !== input) return "input";
  if (before.settings !== setup.settings) return "settings";
  const outputs = Object.entries(before.outputs);
  return outputs.every(([output, hash]) => hashAt(join(setup.out, output)) === hash) ? null : "output";
}

/** Outputs that the page had and has no longer; one that somebody has changed since is left alone. */
function removeStale(
  before: PageRecord | undefined,
  now: Readonly<Record<string, string>>,
  { out }: FolderSetup,
): void {
  if (before === undefined) return;
  const stem = outputOf(before.place, ".");
  for (const [output, hash] of Object.entries(before.outputs ?? {})) {
    // Whatever stands in the journal, nothing but this page's own files is taken away.
    if (output in now || !output.startsWith(stem) || output.slice(stem.length).includes("/")) continue;
    if (hashAt(join(out, output)) !== hash) continue;
    unlinkSync(join(out, output));
  }
}
