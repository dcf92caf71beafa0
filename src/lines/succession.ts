/**
 * Which printed line follows which, from what the lines say.
 *
 * In: lines of a dump that gives the columns of a page row by row, or its pieces in no order. Out: the same lines, those of
 * one column below each other, the texts of each article together, headlines above them. Never: drops a line or cuts one.
 *
 *     lines ─ strip ─▶ lengths and ends ─ grid, bands, or looks ─▶ columns ─ chains ─▶ what is read in one go
 *                                       lines ◀─ headings ─ articles ◀─ gather ─┘
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { lastOf } from "../text/list.ts";
import type { Source } from "../text/source.ts";
import { blankLine, type Line } from "./lines.ts";
import { aboveText } from "./succession/above.ts";
import { readBands } from "./succession/bands.ts";
import { fitOfCells } from "./succession/cell-fit.ts";
import { chainColumns } from "./succession/chains.ts";
import type { Echoes } from "./succession/echoes.ts";
import { gatherTexts, type Text } from "./succession/gather.ts";
import { readGrid } from "./succession/grid.ts";
import { type Run as HeadingRun, headingsFirst } from "./succession/headings.ts";
import { cluesOfLinks } from "./succession/link-clues.ts";
import { linkTurns, type Turn } from "./succession/looks.ts";
import { readStrips, type Strip, wordsOf } from "./succession/strip.ts";
import { isTitle } from "./succession/title.ts";

/** No page has more columns; a longer dump is taken in parts. */
const MOST_COLUMNS = 300;
/** Shorter runs are headlines, captions and the ends of paragraphs: too little to know an article by. */
const TEXT_LINES = 3;
/** An article opens in its first lines: the byline may stand above. */
const OPENING_LINES = 2;
/** Cells that are looked at at once: more than a page has. */
const MOST_CELLS = 3000;

/**
 * Texts of a part of the page that a dump gives in cells, row by row: the columns of each band, from left to right. What
 * stands beside each other is of one article unless another one plainly begins.
 */
export function followRows(source: Source, lines: readonly Line[], lexicon: Lexicon, echoes: Echoes): Line[][] {
  const cells = readStrips(source, lines);
  const texts: Line[][] = [];
  for (let from = 0; from < cells.length; from += MOST_CELLS)
    for (const text of textsOf(cells.slice(from, from + MOST_CELLS), lexicon, echoes)) texts.push(text);
  return texts;
}

function textsOf(cells: readonly Strip[], lexicon: Lexicon, echoes: Echoes): Line[][] {
  const fit = fitOfCells(cells, lexicon, echoes);
  const texts: number[][] = [];
  for (const { columns } of readBands(cells, readGrid(cells, fit), fit)) {
    let text: number[] | null = null;
    for (const column of columns) {
      const opens = column.slice(0, OPENING_LINES).some((cell) => cells[cell]?.reports === true);
      if (text === null || opens) {
        text = [...column];
        texts.push(text);
      } else for (const cell of column) text.push(cell);
    }
  }
  texts.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  return texts.map((text) => text.flatMap((cell) => cells[cell]?.line ?? []));
}

/**
 * Columns of a page of which a dump gives a line or a few of every column, then the next of every column.
 * @param parts what the dump gives of a column at once.
 */
export function followTurns(
  source: Source,
  parts: readonly (readonly Line[])[],
  lexicon: Lexicon,
  echoes: Echoes,
): Line[][] {
  const columns: Line[][] = [];
  for (let from = 0; from < parts.length; from += MOST_TURNS) {
    const near = parts.slice(from, from + MOST_TURNS);
    const turns = near.flatMap((part) => readTurn(source, part));
    const links = linkTurns(turns, cluesOfLinks(source.text, turns, lexicon, echoes));
    for (const column of followed(links)) columns.push(column.flatMap((i) => near[i] ?? []));
  }
  return columns;
}

/** Turns that are shared out at once: more than a page has. */
const MOST_TURNS = 2000;

function readTurn(source: Source, part: readonly Line[]): Turn[] {
  const strips = readStrips(source, part);
  const first = strips[0];
  const last = lastOf(strips);
  if (first === undefined || last === undefined) return [];
  return [{ first, last, lines: strips.length, width: Math.max(...strips.map(({ ems }) => ems)) }];
}

/** Where links lead, from each that none leads to. */
function followed(links: Int32Array): number[][] {
  const isContinued = new Set(links);
  const columns: number[][] = [];
  for (const first of links.keys()) {
    if (isContinued.has(first)) continue;
    const column: number[] = [];
    for (let at = first; at >= 0; at = links[at] ?? -1) column.push(at);
    columns.push(column);
  }
  return columns;
}

/** The columns of a page article by article, each headline above its text; a blank line where a text does not go on. */
export function putInOrder(
  source: Source,
  columns: readonly (readonly Line[])[],
  lexicon: Lexicon,
  echoes: Echoes,
): Line[] {
  const pieces: { readonly strips: Strip[]; readonly words: string }[] = [];
  for (const column of columns) {
    const strips = readStrips(source, column);
    if (strips.length > 0) pieces.push({ strips, words: wordsOf(source, strips) });
  }
  const runs: Run[] = [];
  for (let from = 0; from < pieces.length; from += MOST_COLUMNS) {
    const part = pieces.slice(from, from + MOST_COLUMNS);
    const chained = chainColumns(part, lexicon, echoes).map((chain) => chain.flatMap((i) => part[i]?.strips ?? []));
    for (const { at, strips } of gathered(source, chained, lexicon, echoes))
      runs.push(describe(source, from + at, strips));
  }
  const out: Line[] = [];
  for (const at of headingsFirst(runs)) {
    const last = lastOf(out);
    if (last !== undefined) out.push(blankLine(last.end));
    for (const { line } of runs[at]?.strips ?? []) out.push(line);
  }
  return out;
}

interface Gathered {
  /** Place of the first text in the order of the dump. */
  readonly at: number;
  readonly strips: readonly Strip[];
}

/** Runs, the texts of each article in one, which stands where its beginning stood. */
function gathered(source: Source, runs: readonly Strip[][], lexicon: Lexicon, echoes: Echoes): Gathered[] {
  const texts: Text[] = [];
  for (const [at, strips] of runs.entries()) {
    if (strips.length < TEXT_LINES) continue;
    const words = wordsOf(source, strips);
    if (isTitle(strips, words)) continue;
    texts.push({ at, strips, words, above: aboveText(source, runs, at, words) });
  }
  const articleAt = new Map<number, readonly Text[]>();
  const isInside = new Set<number>();
  for (const article of gatherTexts(texts, lexicon, echoes)) {
    articleAt.set(article[0]?.at ?? -1, article);
    for (const { at } of article.slice(1)) isInside.add(at);
  }
  const out: Gathered[] = [];
  for (const [at, strips] of runs.entries()) {
    if (isInside.has(at)) continue;
    out.push({ at, strips: articleAt.get(at)?.flatMap((text) => text.strips) ?? strips });
  }
  return out;
}

/** A run as headings are sought for it, with its lines. */
interface Run extends HeadingRun {
  readonly strips: readonly Strip[];
}

/** A section label, no byline: ■县域. Not ■ 本报记者. */
const LABEL = /^[■□◆●▲]\s?(?!本)[〇㐀-鿿]{2,6}$/u;

function describe(source: Source, at: number, strips: readonly Strip[]): Run {
  const words = strips.map(({ line }) => source.text.slice(line.start, line.end)).join("\n");
  const isLabel = LABEL.test(words);
  return {
    at,
    strips,
    words,
    lineCount: strips.length,
    isClosed: lastOf(strips)?.isClosed === true,
    isAlone: !isLabel && strips[0]?.isAlone === true,
    isLabel,
    isTitle: isTitle(strips, words),
  };
}
