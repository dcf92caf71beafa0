/** `jianbao check`: what jianbao makes of its fixtures now, against what a person has approved. */
import { readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { byCodePoint } from "../batch/find.ts";
import { isFile, reasonFor } from "../batch/system-error.ts";
import { writeOutput } from "../batch/write.ts";
import { UserError } from "../errors.ts";
import { compareValues, type Difference } from "../output/compare.ts";
import { pageToJson } from "../output/json.ts";
import { describeDifference, type Paint } from "../output/report.ts";
import { loadProfile } from "../profiles/load.ts";
import { restorePage } from "../restore.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { readInput } from "./inputs.ts";
import { counted, sayError, visible } from "./log.ts";
import { paintFor } from "./paint.ts";
import { print } from "./print.ts";
import { readJson } from "./read-json.ts";

export interface CheckOptions {
  readonly update?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** `pending`: differs, as its pending.md says it will. `done`: no longer differs although pending.md says so. */
type Status = "same" | "differs" | "new" | "accepted" | "pending" | "done" | "failed";

interface Outcome {
  readonly name: string;
  readonly folder: string;
  readonly status: Status;
  readonly differences: readonly Difference[];
  /** What was made; null where nothing could be made. */
  readonly actual: unknown;
}

/** What to do about an expected.json that is no JSON. */
const BROKEN_EXPECTED = "mend it, or delete it and accept the page anew with --update";
/** What a folder that is a fixture holds. One whose dump was lost must not pass unseen. */
const FILES = ["raw.txt", "expected.json"];
/** Differences of one fixture that are printed; `--json` has them all. */
const SHOWN_DIFFERENCES = 40;

export async function check(folders: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const fixtures = folders.flatMap(fixturesIn);
  const paint = await paintFor(1, options.color);
  const counts: Record<Status, number> = { same: 0, differs: 0, new: 0, accepted: 0, pending: 0, done: 0, failed: 0 };
  const outcomes: Outcome[] = [];
  for (const folder of fixtures) {
    const outcome = checkOne(folder, options);
    counts[outcome.status] += 1;
    if (options.json) outcomes.push(outcome);
    else if (!options.quiet) await print(describe(outcome, paint));
  }
  if (options.json) {
    const shown = outcomes.map(({ name, folder, status, differences }) => ({ name, folder, status, differences }));
    await print(`${JSON.stringify({ summary: counts, fixtures: shown }, null, 2)}\n`);
  } else {
    const parts = Object.entries(counts).filter(([status, count]) => count > 0 || status === "same");
    await print(`${parts.map(([status, count]) => `${count} ${status}`).join(", ")}\n`);
  }
  if (counts.failed > 0) return EXIT.failed;
  return counts.differs + counts.new + counts.done > 0 ? EXIT.findings : EXIT.done;
}

/** The folder itself, or the folders in it, that hold a raw.txt, or what was made of one that is missing. */
function fixturesIn(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    throw new UserError(`cannot read ${folder} (${reasonFor(cause)})`, "name a folder of fixtures", { cause });
  }
  if (FILES.some((file) => names.includes(file))) return [folder];
  const fixtures = names
    .map((name) => join(folder, name))
    .filter((path) => FILES.some((file) => isFile(join(path, file))));
  if (fixtures.length > 0) return fixtures.sort(byCodePoint);
  throw new UserError(`${folder} holds no fixture`, "a fixture is a folder with raw.txt and expected.json in it");
}

function checkOne(folder: string, { update }: CheckOptions): Outcome {
  const name = basename(resolve(folder));
  const about = { name, folder, differences: [], actual: null };
  try {
    const expectedPath = join(folder, "expected.json");
    const profilePath = join(folder, "profile.json");
    const profile = isFile(profilePath) ? { profile: loadProfile(profilePath) } : {};
    const text = pageToJson(restorePage(readInput(join(folder, "raw.txt")), { ...profile, file: `${name}.txt` }));
    const actual: unknown = JSON.parse(text);
    const expected = isFile(expectedPath) ? readJson(expectedPath, BROKEN_EXPECTED) : undefined;
    const differences =
      expected === undefined ? [] : compareValues(expected, actual).filter(({ path }) => counts(path));
    const isPending = isFile(join(folder, "pending.md"));
    if (expected !== undefined && differences.length === 0) {
      return { ...about, status: isPending ? "done" : "same", actual };
    }
    // A pending page holds the truth that is still to be reached: nothing else may be accepted in its place.
    if (isPending && expected !== undefined) return { ...about, status: "pending", actual };
    if (update) {
      writeOutput(expectedPath, text);
      return { ...about, status: "accepted", differences, actual };
    }
    return { ...about, status: expected === undefined ? "new" : "differs", differences, actual };
  } catch (error) {
    sayError(error, name);
    return { ...about, status: "failed" };
  }
}

/** The version of the program is not part of what it makes. */
function counts(path: string): boolean {
  return path !== "/generator/version";
}

function describe({ name, status, differences, actual }: Outcome, paint: Paint): string {
  if (status === "same" || status === "failed" || status === "pending") return "";
  const lines = [heading(name, status, differences)];
  for (const difference of differences.slice(0, SHOWN_DIFFERENCES)) {
    for (const line of describeDifference(difference, actual, withoutControls(paint))) lines.push(`  ${line}`);
  }
  if (differences.length > SHOWN_DIFFERENCES) lines.push(`  … and ${differences.length - SHOWN_DIFFERENCES} more`);
  return `${lines.join("\n")}\n`;
}

function heading(name: string, status: Status, differences: readonly Difference[]): string {
  const count = counted(differences.length, "difference");
  if (status === "new")
    return `${visible(name)}: new, no expected.json yet; read the output, then accept it with --update`;
  if (status === "done") return `${visible(name)}: comes out right now; delete its pending.md`;
  if (status === "accepted") return `${visible(name)}: accepted ${differences.length === 0 ? "as new" : count}`;
  return `${visible(name)}: ${count}`;
}

/** What a dump holds must not reach the terminal as it is. */
function withoutControls(paint: Paint): Paint {
  return {
    removed: (text) => paint.removed(visible(text)),
    added: (text) => paint.added(visible(text)),
    strong: (text) => paint.strong(visible(text)),
    faint: (text) => paint.faint(visible(text)),
  };
}
