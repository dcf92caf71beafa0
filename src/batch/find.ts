/**
 * Which pages a run is about.
 *
 * In: what the user named (files, folders, globs). Out: pages in code point order of their paths, each with the place
 * its output takes below the output folder.
 * Never: reads a page; follows a link in a circle; takes its own output for input.
 */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename, extname, join, relative, resolve } from "node:path";
import { UserError } from "../errors.ts";
import { reasonFor, statOf } from "./system-error.ts";

/** A page among perhaps a million: what can be worked out from the place is not kept. */
export interface FoundPage {
  /** What stands before the place in the path: `scans/`, or nothing. */
  readonly root: string;
  /** Path below the folder that was named, `2020/A03.txt`: the same on every machine that has the folder. */
  readonly place: string;
  /** Another input is called like one of the pages that form feeds may make of this one: `A03.p2.txt` beside `A03.txt`. */
  readonly isAmbiguous?: boolean;
}

/** The path as it can be opened and shown. */
export function pathOf({ root, place }: FoundPage): string {
  return root + place;
}

export interface Found {
  readonly pages: readonly FoundPage[];
  /** Folders that could not be read; the rest of the run goes on. */
  readonly problems: readonly UserError[];
}

/** What a folder holds for us. Matches `A03.TXT`; not `A03.txt~`. */
const TEXT_FILE = /\.(?:txt|md)$/i;

/** Characters that make a word a pattern when there is no file of that name. Matches `scans/*.txt`; not `scans/a[1.txt`. */
const GLOB_MARK = /[*?]|\[.+\]|\{.+\}/;

export function isGlob(word: string): boolean {
  return GLOB_MARK.test(word);
}

/**
 * @param outFolder left out of every folder that holds it; undefined where none is written.
 * @throws {UserError} if a word names nothing, or a folder holds no text.
 */
export async function findPages(words: readonly string[], outFolder: string | undefined): Promise<Found> {
  const pages: FoundPage[] = [];
  const problems: UserError[] = [];
  const skip = outFolder === undefined ? undefined : realPath(outFolder);
  for (const word of words) {
    const stats = statOf(word);
    let found: readonly FoundPage[];
    if (stats === undefined) found = await pagesOfGlob(word);
    else if (stats.isDirectory()) found = pagesOfFolder(word, skip, problems);
    else found = [pageAt(word, basename(word))];
    for (const page of found) pages.push(page);
  }
  const distinct = words.length > 1 ? withoutRepeats(pages) : pages;
  return { pages: withAmbiguous(distinct.sort(inOrder)), problems };
}

function inOrder(one: FoundPage, other: FoundPage): number {
  if (one.root === other.root) return byCodePoint(one.place, other.place);
  return byCodePoint(pathOf(one), pathOf(other));
}

/** The same page named twice for the same place is one page. */
function withoutRepeats(pages: readonly FoundPage[]): FoundPage[] {
  return [...new Map(pages.map((page) => [`${realPath(pathOf(page))}\0${page.place}`, page])).values()];
}

/** @param place the end of the path. */
function pageAt(path: string, place: string): FoundPage {
  return { root: path.slice(0, path.length - place.length), place };
}

function pagesOfFolder(folder: string, skip: string | undefined, problems: UserError[]): readonly FoundPage[] {
  const files = walk(folder, TEXT_FILE, { ...(skip === undefined ? {} : { skip }), problems });
  if (files.length === 0 && problems.length === 0) {
    throw new UserError(
      `${folder} holds no text (no .txt or .md file)`,
      "name another folder, or give the files by a quoted glob such as 'scans/**/*.ocr'",
    );
  }
  const root = join(folder, "a").slice(0, -1);
  // Cut out of the path a place would keep all of the path; put together anew it is short.
  return files.map((path) => ({ root, place: Buffer.from(path.slice(root.length)).toString() }));
}

async function pagesOfGlob(pattern: string): Promise<readonly FoundPage[]> {
  const { default: glob } = await import("fast-glob");
  const files = await glob(pattern, { onlyFiles: true, dot: false });
  if (files.length === 0) throw new UserError(`no file matches ${pattern}`, "check the pattern and quote it");
  const base = staticBase(pattern);
  return files.map((path) => pageAt(path, relative(base, path)));
}

/** The folder before the first segment with a pattern in it: `scans/2020` for `scans/2020/*.txt`. */
function staticBase(pattern: string): string {
  const segments = pattern.split("/");
  const first = segments.findIndex(isGlob);
  return segments.slice(0, first).join("/") || (pattern.startsWith("/") ? "/" : ".");
}

/**
 * `a/b.txt` → `a/b.json`. A date is no extension: `2020.04.16` → `2020.04.16.json`.
 * @param part of a dump that holds several pages: `a/b.p2.json`.
 */
export function outputOf(place: string, extension: string, part?: { readonly number: number }): string {
  const found = extname(place);
  const stem = /^\.[a-z]/i.test(found) ? place.slice(0, -found.length) : place;
  return `${stem}${part === undefined ? "" : `.p${part.number}`}${extension}`;
}

/** Ending of the name of one page of several. Matches `A03.p2`; not `A03.p2b`. */
export const PART = /\.p\d+$/;

/** The pages, those marked that an output of another one may be written over. */
function withAmbiguous(pages: FoundPage[]): FoundPage[] {
  const wholes = new Set<string>();
  for (const { place } of pages) {
    const output = outputOf(place, "");
    if (PART.test(output)) wholes.add(output.replace(PART, ""));
  }
  if (wholes.size === 0) return pages;
  return pages.map((page) => (wholes.has(outputOf(page.place, "")) ? { ...page, isAmbiguous: true } : page));
}

interface WalkOptions {
  /** Real path of a folder that is left out. */
  readonly skip?: string;
  readonly problems: UserError[];
}

/** Paths of matching files in a folder and the folders below it, hidden ones left out, in no order to rely on. */
export function walk(folder: string, name: RegExp, options: WalkOptions): readonly string[] {
  const files: string[] = [];
  const visit = (current: string, above: readonly string[]): void => {
    const real = realPath(current);
    if (above.includes(real) || (real === options.skip && above.length > 0)) return;
    let entries: ReturnType<typeof readEntries>;
    try {
      entries = readEntries(current);
    } catch (cause) {
      const advice = "give yourself the right to read it, or leave it out";
      options.problems.push(new UserError(`cannot read folder ${current} (${reasonFor(cause)})`, advice, { cause }));
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const path = join(current, entry.name);
      const kind = entry.isSymbolicLink() ? targetOf(path) : entry;
      if (kind?.isDirectory()) visit(path, [...above, real]);
      // A link that leads nowhere counts: reading it will fail and be reported, leaving it out would hide a page.
      else if ((kind === undefined || kind.isFile()) && name.test(entry.name)) files.push(path);
    }
  };
  visit(folder, []);
  return files;
}

/** What a link leads to, or undefined if it leads nowhere. */
function targetOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

/** The path without links; of something that does not exist yet, the path made absolute. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Order of code points, the same on every machine and in every language. */
export function byCodePoint(one: string, other: string): number {
  let i = 0;
  while (i < one.length && one.charCodeAt(i) === other.charCodeAt(i)) i += 1;
  return (one.codePointAt(i) ?? -1) - (other.codePointAt(i) ?? -1);
}

/** The name that a dump and the page made from it share. */
export function stem(path: string): string {
  return basename(path).replace(/\.(?:json|txt|md)$/i, "");
}
