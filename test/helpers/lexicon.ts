/** The lexicon for tests, whether or not the project has been built. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileLexicon } from "../../src/lexicon/compile.ts";
import type { Lexicon } from "../../src/lexicon/lexicon.ts";
import { loadLexicon } from "../../src/lexicon/load.ts";

export const LEXICON_DATA = fileURLToPath(new URL("../../src/lexicon/data/", import.meta.url));
export const CHECKSUMS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("../../src/lexicon/checksums.json", import.meta.url), "utf8"),
);

let loaded: Lexicon | undefined;

/** Compiles once into `node_modules/.cache/jianbao-lexicon/<checksum>/`, then loads from there. */
export function testLexicon(): Lexicon {
  loaded ??= loadLexicon(fileURLToPath(testLexiconDirectory()));
  return loaded;
}

/** Folder of the binaries that `checksums.json` names. */
export function testLexiconDirectory(): URL {
  const key = sha256(JSON.stringify(CHECKSUMS)).slice(0, 16);
  const directory = new URL(`../../node_modules/.cache/jianbao-lexicon/${key}/`, import.meta.url);
  mkdirSync(directory, { recursive: true });
  if (Object.keys(CHECKSUMS).every((name) => existsSync(new URL(name, directory)))) return directory;
  for (const { name, bytes } of compileLexicon(LEXICON_DATA)) {
    // Test files run in parallel processes: none may see a file half written.
    const partial = new URL(`${name}.${process.pid}`, directory);
    writeFileSync(partial, bytes);
    renameSync(partial, new URL(name, directory));
  }
  return directory;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
