/**
 * Reads newspapers from files. A profile is merged over `generic`: the paper's own words come first, then the general
 * ones, so a file needs only what is particular to the paper.
 * Refused with file and key: unknown keys, wrong types, empty entries.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { reasonFor } from "../batch/system-error.ts";
import { UserError } from "../errors.ts";
import { findFaults, isProfileFile } from "./faults.ts";
import { entryCells, entryText, type Profile, type ProfileFile, type WordList } from "./schema.ts";

/** The files beside this one by their id, as JSON, put in by build.mjs: to read them from disk costs a page 1 ms. */
declare const JIANBAO_PROFILES: string | undefined;

const GENERIC = "generic";

/** A path or a file name, not an id: `./my.json`, `papers/my`. An id: `jinri-nvbao`. */
const PROFILE_PATH = /[/\\]|\.json$/i;

const loaded = new Map<string, Profile>();
let ids: readonly string[] | undefined;

/**
 * A built-in profile by its id, or a file of the user's by its path.
 * @throws {UserError} if there is no such profile or the file is not a good one.
 */
export function loadProfile(idOrPath: string): Profile {
  const known = loaded.get(idOrPath);
  if (known !== undefined) return known;
  if (!builtInIds().includes(idOrPath)) {
    if (PROFILE_PATH.test(idOrPath)) return mergeOverGeneric(readProfile(idOrPath, idOrPath));
    throw new UserError(
      `there is no built-in profile "${idOrPath}"`,
      `built in are ${builtInIds().join(", ")}; a profile of your own is given by its path, as in ./${idOrPath}.json`,
    );
  }
  const file = builtInProfileFile(idOrPath);
  const profile = idOrPath === GENERIC ? withLists(file, undefined) : mergeOverGeneric(file);
  loaded.set(idOrPath, profile);
  return profile;
}

/** All built-in profiles, sorted by id. */
export function builtInProfiles(): readonly Profile[] {
  return builtInIds().map(loadProfile);
}

function builtInIds(): readonly string[] {
  const built = builtIn();
  ids ??= (built === undefined ? idsBeside() : Object.keys(built)).sort();
  return ids;
}

let parsed: Readonly<Record<string, ProfileFile>> | undefined;

function builtIn(): Readonly<Record<string, ProfileFile>> | undefined {
  if (typeof JIANBAO_PROFILES === "string") parsed ??= JSON.parse(JIANBAO_PROFILES);
  return parsed;
}

function idsBeside(): string[] {
  const files = readdirSync(new URL("./", import.meta.url)).filter((file) => file.endsWith(".json"));
  return files.map((file) => file.slice(0, -".json".length));
}

function mergeOverGeneric(file: ProfileFile): Profile {
  return withLists(file, loadProfile(GENERIC));
}

function withLists(file: ProfileFile, base: Profile | undefined): Profile {
  const words = (list: WordList): readonly string[] => [
    ...new Set([...(file[list] ?? []).map(entryText), ...(base?.[list] ?? [])]),
  ];
  return {
    id: file.id,
    name: file.name,
    datelines: words("datelines"),
    bylinePrefixes: words("bylinePrefixes"),
    creditRoles: words("creditRoles"),
    sectionLabels: words("sectionLabels"),
    sectionMarks: words("sectionMarks"),
    staffCredits: words("staffCredits"),
    furnitureLines: words("furnitureLines"),
    columnWidths: [...new Set((file.columnWidths ?? []).map(entryCells))],
  };
}

/** A built-in profile with its own words alone. */
export function builtInProfileFile(id: string): ProfileFile {
  return builtIn()?.[id] ?? readProfile(fileURLToPath(new URL(`./${id}.json`, import.meta.url)), `${id}.json`);
}

/** @param shown how messages name the file. */
function readProfile(path: string, shown: string): ProfileFile {
  const value = readProfileValue(path, shown);
  if (isProfileFile(value)) return value;
  const [fault] = findFaults(value);
  throw new UserError(`profile ${shown}: ${fault?.what ?? "is no profile"}`, fault?.advice ?? "mend the file");
}

/**
 * A profile file as JSON, not yet looked at.
 * @throws {UserError} if it cannot be read or is no JSON.
 */
export function readProfileValue(path: string, shown: string = path): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const advice = "give the path of a profile file, or the id of a built-in one";
    throw new UserError(`cannot read profile ${shown} (${reasonFor(cause)})`, advice, { cause });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`profile ${shown} is not valid JSON: ${reason}`, "mend the file", { cause });
  }
}
