/** What a result depends on besides the bytes of its dump. */
import { createHash } from "node:crypto";
import { VERSION } from "../output/version.ts";
import type { Profile } from "../profiles/schema.ts";

/** Put in by build.mjs: the hash of all sources and data the program was built from. */
declare const JIANBAO_BUILD: string | undefined;

/** One line of the journal; the lines of pages name it by its id. */
export interface Settings {
  /** The first 16 digits of the SHA-256 of the rest. */
  readonly settings: string;
  readonly version: string;
  /** Two programs of one version may differ while jianbao is being changed. */
  readonly build: string;
  /** Those given, in alphabetical order; the words of a profile of the user's own as their SHA-256. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Options that say where, how fast and how loudly, but not what. */
const OF_THE_RUN: readonly string[] = [
  "out",
  "quiet",
  "color",
  "jobs",
  "force",
  "retryFailures",
  "prune",
  "strict",
  "shard",
  "profile",
  "link",
  "issuePattern",
];

/**
 * @param options all that the command line gave; what is not known to be of no account, counts.
 * @param profile where one was named; what is found from the page is part of the program.
 */
export function settingsOf(options: object, profile: Profile | undefined): Settings {
  const isGiven = (value: unknown): boolean => value !== undefined && value !== false;
  const given = Object.entries(options).filter(([name, value]) => !OF_THE_RUN.includes(name) && isGiven(value));
  const entries: [string, unknown][] = [...given, ["profile", profileOf(profile)]];
  const sorted = Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  const rest = {
    version: VERSION,
    build: typeof JIANBAO_BUILD === "string" ? JIANBAO_BUILD : "source",
    options: sorted,
  };
  return { settings: sha256(JSON.stringify(rest)).slice(0, 16), ...rest };
}

function profileOf(profile: Profile | undefined): string {
  return profile === undefined ? "auto" : `${profile.id} ${sha256(JSON.stringify(profile))}`;
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
