/**
 * Which printed line follows which, from what the lines say.
 *
 * In: lines of a dump that goes through the columns of a page row by row. Out: the same lines, those of one column below
 * each other, headlines above their texts. Never: drops a line or cuts one.
 *
 *     lines ─ strip ─▶ lengths and ends ─ queue ─▶ columns ─ run, chains ─▶ what is read in one go ─ headings ─▶ lines
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { lastOf } from "../text/list.ts";
import type { Source } from "../text/source.ts";
import type { Line } from "./lines.ts";
import { chainColumns } from "./succession/chains.ts";
import { headingsFirst, type Run } from "./succession/headings.ts";
import { linkQueue } from "./succession/queue.ts";
import { goesOn } from "./succession/run.ts";
import { readStrips, type Strip } from "./succession/strip.ts";

/** No page has more columns; a longer dump is taken in parts. */
const MOST_COLUMNS = 300;

/** Columns of a part of the page that a dump gives row by row, from left to right. */
export function followQueue(source: Source, lines: readonly Line[], lexicon: Lexicon): Line[][] {
  const strips = readStrips(source, lines);
  const links = linkQueue(strips, lexicon);
  const isContinued = new Set(links);
  const columns: Line[][] = [];
  for (const first of strips.keys()) {
    if (isContinued.has(first)) continue;
    const column: Line[] = [];
    for (let at = first; at >= 0; at = links[at] ?? -1) {
      const strip = strips[at];
      if (strip !== undefined) column.push(strip.line);
    }
    columns.push(column);
  }
  return columns;
}

/** The columns of a page one after the other, each headline above its text; a blank line where a text does not go on. */
export function putInOrder(source: Source, columns: readonly (readonly Line[])[], lexicon: Lexicon): Line[] {
  const near: Strip[][] = [];
  for (const column of columns) {
    const strips = readStrips(source, column);
    const run = lastOf(near);
    if (run !== undefined && goesOn(run, strips, lexicon)) for (const strip of strips) run.push(strip);
    else if (strips.length > 0) near.push(strips);
  }
  const pieces = near.map((strips) => ({ strips, words: wordsOf(source, strips) }));
  const runs: Strip[][] = [];
  for (let from = 0; from < pieces.length; from += MOST_COLUMNS) {
    const part = pieces.slice(from, from + MOST_COLUMNS);
    for (const chain of chainColumns(part, lexicon)) runs.push(chain.flatMap((i) => part[i]?.strips ?? []));
  }
  const out: Line[] = [];
  for (const at of headingsFirst(runs.map((run) => describe(source, run)))) {
    const last = lastOf(out);
    if (last !== undefined) out.push(blankLine(last.end));
    for (const { line } of runs[at] ?? []) out.push(line);
  }
  return out;
}

function wordsOf(source: Source, strips: readonly Strip[]): string {
  let words = "";
  for (const { line } of strips) words += source.text.slice(line.start, line.end);
  return words;
}

function describe(source: Source, run: readonly Strip[]): Run {
  return {
    words: run.map(({ line }) => source.text.slice(line.start, line.end)).join("\n"),
    lineCount: run.length,
    isClosed: lastOf(run)?.isClosed === true,
    isAlone: run[0]?.isAlone === true,
  };
}

function blankLine(offset: number): Line {
  return { lineStart: offset, start: offset, end: offset, headingLevel: 0, isBlank: true };
}
