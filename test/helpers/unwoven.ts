import { unweaveWrapped } from "../../src/lines/columns.ts";
import { readLines } from "../../src/lines/lines.ts";
import { testLexicon } from "./lexicon.ts";

/** Printed lines of a dump without places, in the order in which their columns are read; blank ones left out. */
export function readColumns(lines: readonly string[]): string[] {
  const text = lines.join("\n");
  const source = { file: "page.txt", text };
  return unweaveWrapped(source, readLines(source), "wrapped", testLexicon())
    .filter(({ isBlank }) => !isBlank)
    .map(({ start, end }) => text.slice(start, end));
}
