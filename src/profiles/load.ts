/**
 * Reads newspapers from files. A profile is merged over `generic`: the paper's own words come first, then the general
 * ones, so a file needs only what is particular to the paper.
 * Refused with file and key: unknown keys, wrong types, empty entries.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { UserError } from "../errors.ts";
import type { Profile } from "./schema.ts";

/** Put in by build.mjs. The bundle lies in dist/, its profiles in dist/profiles/. */
declare const JIANBAO_BUNDLED: boolean | undefined;

const FOLDER = new URL(typeof JIANBAO_BUNDLED === "boolean" && JIANBAO_BUNDLED ? "./profiles/" : "./", import.meta.url);

const GENERIC = "generic";

/** Every key of a profile that holds words. */
const WORD_LISTS = [
  "datelines",
  "bylinePrefixes",
  "creditRoles",
  "sectionLabels",
  "sectionMarks",
  "staffCredits",
] as const satisfies readonly (keyof Profile)[];

/** A path or a file name, not an id: `./my.json`, `papers/my`. An id: `jinri-nvbao`. */
const PROFILE_PATH = /[/\\]|\.json$/i;

type WordList = (typeof WORD_LISTS)[number];
type ProfileFile = Pick<Profile, "id" | "name"> & { readonly [list in WordList]?: readonly string[] };

const loaded = new Map<string, Profile>();
let ids: readonly string[] | undefined;

/**
 * A built-in profile by its id, or a file of the user's by its path.
 * @throws {UserError} if there is no such profile or the file is not a good one.
 */
export function loadProfile(idOrPath: string): Profile {
  if (PROFILE_PATH.test(idOrPath)) return mergeOverGeneric(readProfile(idOrPath, idOrPath));
  const known = loaded.get(idOrPath);
  if (known !== undefined) return known;
  if (!builtInIds().includes(idOrPath)) {
    throw new UserError(
      `there is no built-in profile "${idOrPath}"`,
      `Built in are ${builtInIds().join(", ")}; a profile of your own is given by its path, as in ./${idOrPath}.json`,
    );
  }
  const file = readProfile(fileURLToPath(new URL(`${idOrPath}.json`, FOLDER)), `${idOrPath}.json`);
  const profile = idOrPath === GENERIC ? withLists(file, undefined) : mergeOverGeneric(file);
  loaded.set(idOrPath, profile);
  return profile;
}

/** All built-in profiles, sorted by id. */
export function builtInProfiles(): readonly Profile[] {
  return builtInIds().map(loadProfile);
}

function builtInIds(): readonly string[] {
  ids ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
  return ids;
}

function mergeOverGeneric(file: ProfileFile): Profile {
  return withLists(file, loadProfile(GENERIC));
}

function withLists(file: ProfileFile, base: Profile | undefined): Profile {
  const words = (list: WordList): readonly string[] => [...new Set([...(file[list] ?? []), ...(base?.[list] ?? [])])];
  return {
    id: file.id,
    name: file.name,
    datelines: words("datelines"),
    bylinePrefixes: words("bylinePrefixes"),
    creditRoles: words("creditRoles"),
    sectionLabels: words("sectionLabels"),
    sectionMarks: words("sectionMarks"),
    staffCredits: words("staffCredits"),
  };
}

/** @param shown how messages name the file. */
function readProfile(path: string, shown: string): ProfileFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const advice = "Give the path of a profile file, or the id of a built-in one";
    throw new UserError(`cannot read profile ${shown} (${codeOf(cause)})`, advice, { cause });
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`profile ${shown} is not valid JSON: ${reason}`, "Mend the file", { cause });
  }
  return narrowProfile(parsed, shown);
}

function narrowProfile(value: unknown, shown: string): ProfileFile {
  const refuse = (what: string, advice: string): never => {
    throw new UserError(`profile ${shown}: ${what}`, advice);
  };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refuse("expected an object with id, name and lists of words", "Start from a copy of a built-in profile");
  }
  const entries = new Map<string, unknown>(Object.entries(value));
  const known: readonly string[] = ["id", "name", ...WORD_LISTS];
  for (const key of entries.keys()) {
    if (!known.includes(key)) refuse(`unknown key "${key}"`, `Known keys are ${known.join(", ")}`);
  }
  const { id, name } = { id: entries.get("id"), name: entries.get("name") };
  if (!isFilled(id)) return refuse('"id" must be a text that is not empty', 'Give it a short name, as in "my-paper"');
  if (name !== null && !isFilled(name)) {
    return refuse('"name" must be the name of the paper, or null', "Write the name as the paper prints it");
  }
  const lists: { [list in WordList]?: readonly string[] } = {};
  for (const list of WORD_LISTS) {
    const words = entries.get(list);
    if (words === undefined) continue;
    if (!Array.isArray(words)) return refuse(`"${list}" must be a list of texts`, `Write it as ["…", "…"]`);
    const bad = words.findIndex((word) => !isFilled(word));
    if (bad >= 0) refuse(`"${list}" entry ${bad + 1} is empty or no text`, "Remove the entry or fill it");
    lists[list] = words.filter(isFilled);
  }
  return { id, name, ...lists };
}

function isFilled(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function codeOf(cause: unknown): string {
  if (typeof cause !== "object" || cause === null || !("code" in cause)) return String(cause);
  return cause.code === "ENOENT" ? "no such file" : String(cause.code);
}
