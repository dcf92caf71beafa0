/** One page in, its JSON on stdout or in one file. The path of an ordinary page: nothing here loads anything heavy. */
import { encodingNamed } from "../decode/encodings.ts";
import { UserError } from "../errors.ts";
import { loadKeywords } from "../lexicon/keywords.ts";
import type { Script } from "../lexicon/scripts.ts";
import type { Notice } from "../notice.ts";
import type { Format } from "../output/formats/format.ts";
import { pageToJson } from "../output/json.ts";
import type { Page } from "../page.ts";
import { loadProfile } from "../profiles/load.ts";
import { type RestoreOptions, restorePages } from "../restore.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { isTerminal, sayError, sayNotice } from "./log.ts";
import { optimiseSparingly } from "./optimising.ts";
import { print } from "./print.ts";
import { parseWorkers } from "./workers.ts";

/** Options of the main job, as given. */
export interface MainOptions {
  readonly out?: string;
  readonly profile?: string;
  readonly format: Format;
  readonly encoding?: string;
  readonly map: boolean;
  readonly strict: boolean;
  readonly correct: boolean;
  readonly script?: Script;
  readonly keywords?: string;
  readonly quiet: boolean;
  /** Of a folder run: workers, as typed. */
  readonly jobs?: string;
  /** Of a folder run: do what has been done, too. */
  readonly force: boolean;
  readonly retryFailures: boolean;
  /** Of a folder run: take away the outputs of dumps that are gone. */
  readonly prune: boolean;
  /** Of a folder run: I/N, as typed. */
  readonly shard?: string;
  /** Follow jump lines over the pages of an issue, once the folder is done. */
  readonly link?: boolean;
  readonly issuePattern?: string;
}

export const PLAIN: MainOptions = {
  format: "json",
  map: false,
  strict: false,
  correct: false,
  quiet: false,
  force: false,
  retryFailures: false,
  prune: false,
};

export interface OnePage {
  /** As the user gave it, for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * What the stages are told: the profile read, the name of the encoding known, the rest as it is.
 * @throws {UserError} if there is no such profile or encoding.
 */
export function restoreOptions(options: MainOptions): Omit<RestoreOptions, "file"> {
  const { map, correct, profile, encoding, script, keywords } = options;
  return {
    map,
    correct,
    ...(script === undefined ? {} : { script }),
    ...(keywords === undefined ? {} : { keywords: parseKeywords(keywords) }),
    ...(encoding === undefined || encoding === AUTO ? {} : { encoding: encodingNamed(encoding) }),
    ...(profile === undefined || profile === AUTO ? {} : { profile: loadProfile(profile) }),
  };
}

/** Found from the page itself. */
const AUTO = "auto";

/** More are no keywords. */
const MOST_KEYWORDS = 1000;

/** @throws {UserError} if it is no number, or the addon is not there: before anything is read or written. */
function parseKeywords(word: string): number {
  const count = /^\d+$/.test(word) ? Number(word) : 0;
  if (count < 1 || count > MOST_KEYWORDS) {
    throw new UserError(`--keywords ${word} is no number of keywords`, `give a number from 1 to ${MOST_KEYWORDS}`);
  }
  loadKeywords();
  return count;
}

export async function restoreOne(input: OnePage, options: MainOptions): Promise<ExitCode> {
  refuseFolderOptions(options);
  if (input.bytes.length > LONG_PAGE) optimiseSparingly();
  const settings = restoreOptions(options);
  let pages: readonly Page[];
  try {
    pages = restorePages(input.bytes, { ...settings, file: input.file });
    if (pages.length > 1 && options.out !== undefined) throw tooMany(pages.length, options.out);
  } catch (error) {
    sayError(error, input.file);
    return EXIT.failed;
  }
  const notices = pages.length === 1 ? (pages[0]?.notices ?? []) : pages.flatMap((page) => page.notices);
  for (const page of pages) {
    const text = await inFormat(page, options.format);
    if (options.out === undefined) await print(text);
    else (await import("./lazy.ts")).writeOutput(options.out, text);
  }
  await sayNotices(input.file, notices, options);
  return outcomeOf(notices, options);
}

/** Bytes of a page in which functions run often enough for V8 to optimise them; shorter ones lose 2 ms by the setting. */
const LONG_PAGE = 3000;

/** @throws {UserError} for what would be passed over in silence. */
function refuseFolderOptions({ shard, retryFailures, prune, jobs }: MainOptions): void {
  parseWorkers(jobs);
  if (shard === undefined && !retryFailures && !prune) return;
  const option = shard !== undefined ? "--shard" : retryFailures ? "--retry-failures" : "--prune";
  throw new UserError(`${option} is for a folder, and this is one page`, "leave it out, or name a folder and -o json/");
}

function tooMany(count: number, out: string): UserError {
  const message = `form feeds part it into ${count} pages, which do not fit into one file, -o ${out}`;
  return new UserError(message, "give -o a folder, as in -o json/, or leave -o out");
}

/** The other formats are loaded only when they are wanted. */
async function inFormat(page: Page, format: Format): Promise<string> {
  return format === "json" ? pageToJson(page) : (await import("./lazy.ts")).writePage(page, format);
}

/** A page that is not usable fails, whatever the options; warnings count only with `--strict`. */
export function outcomeOf(notices: readonly Notice[], { strict }: { readonly strict: boolean }): ExitCode {
  if (notices.some(({ level }) => level === "error")) return EXIT.failed;
  return strict && notices.some(({ level }) => level === "warning") ? EXIT.findings : EXIT.done;
}

/** The notices are in the JSON; a person at a terminal sees them here too, and so does whoever they stop. */
async function sayNotices(file: string, notices: readonly Notice[], options: MainOptions): Promise<void> {
  const grave = notices.filter(({ level }) => level !== "info");
  if (options.quiet || grave.length === 0) return;
  const isShown = outcomeOf(notices, options) !== EXIT.done || (await isTerminal(2));
  if (isShown) for (const notice of grave) sayNotice(file, notice);
}
