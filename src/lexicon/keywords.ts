/**
 * Keywords by TF-IDF, with jieba's word list and its HMM for words in no list. The only file that imports nodejieba.
 *
 * nodejieba is an addon that has to be built, takes 0.9 s and 300 MB to load its lists, and does nothing else here: an
 * optional dependency, loaded when keywords are asked for.
 */
import { createRequire } from "node:module";
import { UserError } from "../errors.ts";
import type { Keyword } from "../page.ts";

interface NodeJieba {
  /** Reads the lists. Throws where the addon was not built. */
  load(): unknown;
  /** Words and their weights, heaviest first, at most `most`; stop words and single characters left out. */
  extract(text: string, most: number): readonly Keyword[];
}

/** Every word of a text with its weight. */
export type Extract = (text: string) => readonly Keyword[];

/** More words than any article has. */
const ALL_WORDS = 100_000;

let loaded: Extract | undefined;

/** @throws {UserError} if nodejieba is not installed or could not be built. */
export function loadKeywords(): Extract {
  loaded ??= loadFrom(createRequire(import.meta.url));
  return loaded;
}

/** @param require finds the package. */
export function loadFrom(require: (name: string) => unknown): Extract {
  try {
    const jieba = require("nodejieba") as NodeJieba;
    jieba.load();
    return (text) => jieba.extract(text, ALL_WORDS);
  } catch (cause) {
    throw new UserError(
      `--keywords needs the addon nodejieba, which cannot be loaded (${firstLine(cause)})`,
      "`npm install nodejieba --yes` beside jianbao (-g where that is global) builds it; all else works without it",
      { cause },
    );
  }
}

function firstLine(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line;
}
