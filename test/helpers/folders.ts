/** Where test data lies, and what of it is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export const PAGES = join(ROOT, "fixtures/pages");
export const HOSTILE = join(ROOT, "fixtures/hostile");
/** Real dumps that are not ours to publish; a fresh clone has none of them. */
export const SHARED = join(ROOT, "../shared");

export interface Case {
  readonly slug: string;
  readonly folder: string;
  readonly bytes: Uint8Array;
}

/** Folders with a `raw.txt`, sorted. */
export function casesIn(parent: string): Case[] {
  return readdirSync(parent)
    .sort()
    .map((slug) => ({ slug, folder: join(parent, slug) }))
    .filter(({ folder }) => existsSync(join(folder, "raw.txt")))
    .map(({ slug, folder }) => ({ slug, folder, bytes: readFileSync(join(folder, "raw.txt")) }));
}
