/** Reads the counts and words kept in `data/`; used only while compiling. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A run of characters or a word, and how often it was counted. */
export interface Counted {
  readonly text: string;
  readonly count: number;
}

export interface LexiconSources {
  readonly one: readonly Counted[];
  readonly two: readonly Counted[];
  readonly three: readonly Counted[];
  readonly words: readonly Counted[];
  /** Traditional character and its first simplified candidate. */
  readonly traditional: readonly (readonly [string, string])[];
  /** First pair of bytes of a run in Big5, and the characters of the run. */
  readonly big5: readonly (readonly [string, string])[];
}

export function readSources(dataDirectory: string): LexiconSources {
  const counted = (name: string): Counted[] =>
    readRows(dataDirectory, name).map(([text, count]) => ({ text, count: Number(count) }));
  return {
    one: counted("one"),
    two: counted("two"),
    three: counted("three"),
    words: counted("jieba"),
    traditional: readRows(dataDirectory, "traditional"),
    big5: readRows(dataDirectory, "big5"),
  };
}

function readRows(dataDirectory: string, name: string): [string, string][] {
  const text = gunzipSync(readFileSync(join(dataDirectory, `${name}.tsv.gz`))).toString("utf8");
  const rows = text.split("\n").filter((line) => line !== "");
  return rows.map((line) => {
    const [left = "", right = ""] = line.split("\t");
    return [left, right];
  });
}
