/**
 * What an output folder holds of dumps that are no longer there.
 *
 * In: the pages of a run and the journal of its folder. Out: the keys of the rest. Never: takes away a file that somebody
 * has changed since it was written, nor one that the journal does not know.
 */
import { rmdirSync, unlinkSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Format } from "../output/formats/format.ts";
import type { FoundPage } from "./find.ts";
import { type JournalFile, keyOf } from "./journal.ts";
import { hashAt } from "./read.ts";

/** @param found all pages that the inputs have now. @returns keys of the journal; they have outputs. */
export function leftOver(found: readonly FoundPage[], journal: JournalFile, format: Format): readonly string[] {
  const ending = keyOf("", format);
  let known = 0;
  for (const key of journal.keys) if (key.endsWith(ending)) known += 1;
  for (const { place } of found) if (journal.has(keyOf(place, format))) known -= 1;
  // Nearly always: then no list of all pages is made.
  if (known === 0) return [];
  const places = new Set(found.map(({ place }) => keyOf(place, format)));
  return [...journal.keys].filter((key) => key.endsWith(ending) && !places.has(key) && !journal.isFailed(key));
}

/** The files that were written for a page, below the output folder. */
export function outputsFor(key: string, journal: JournalFile): readonly string[] {
  return Object.keys(journal.find(key)?.outputs ?? {});
}

/**
 * Takes the outputs of a page away, and the folders that they leave empty.
 * @returns those that stay: not as they were written, or not ours to take away.
 */
export function prune(key: string, journal: JournalFile, out: string): readonly string[] {
  const kept: string[] = [];
  for (const [output, hash] of Object.entries(journal.find(key)?.outputs ?? {})) {
    const found = hashAt(join(out, output));
    if (found === undefined) continue;
    // Whatever stands in the journal, nothing outside the folder is taken away.
    if (found !== hash || normalize(output).startsWith("..") || !isRemoved(join(out, output))) kept.push(output);
    else removeEmpty(dirname(output), out);
  }
  return kept;
}

function isRemoved(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

function removeEmpty(folder: string, out: string): void {
  if (folder === "." || folder === "/") return;
  try {
    rmdirSync(join(out, folder));
  } catch {
    // Something else lies in it.
    return;
  }
  removeEmpty(dirname(folder), out);
}
