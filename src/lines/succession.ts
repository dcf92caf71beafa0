/**
 * Which printed line follows which, from what the lines say.
 *
 * In: lines of a dump that gives the columns of a page row by row, or its pieces in no order. Out: the same lines, those of
 * one column below each other. Never: drops a line or cuts one.
 *
 *     lines ─ strip ─▶ lengths and ends ─ open columns, or looks ─▶ columns ─ chains ─▶ what is read in one go
 *                                       lines ◀─ headings ─ articles ◀─ gather ─┘
 *
 * What comes behind the columns is in `succession/articles-in-order.ts`.
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { lastOf } from "../text/list.ts";
import type { Source } from "../text/source.ts";
import type { Line } from "./lines.ts";
import { textsBeside } from "./succession/beside.ts";
import type { Echoes } from "./succession/echoes.ts";
import { cluesOfLinks } from "./succession/link-clues.ts";
import { linkTurns, type Turn } from "./succession/looks.ts";
import { readOpenColumns } from "./succession/open-columns.ts";
import { fitOfRows } from "./succession/row-fit.ts";
import { readStrips } from "./succession/strip.ts";

/** Cells that are looked at at once: more than a page has. */
const MOST_CELLS = 800;

/**
 * Texts of a part of the page that a dump gives in cells, row by row. What stands beside each other is of one article unless
 * another one plainly begins.
 * @param widths what each line has room for in its column, in em.
 */
export function followRows(
  source: Source,
  lines: readonly Line[],
  widths: readonly number[],
  lexicon: Lexicon,
  echoes: Echoes,
): Line[][] {
  const strips = readStrips(source, lines);
  const texts: Line[][] = [];
  for (let from = 0; from < strips.length; from += MOST_CELLS) {
    const cells = strips.slice(from, from + MOST_CELLS);
    const pieces = readOpenColumns(cells, widths.slice(from, from + MOST_CELLS), fitOfRows(cells, lexicon, echoes));
    for (const text of textsBeside(cells, pieces)) texts.push(text.flatMap((cell) => cells[cell]?.line ?? []));
  }
  return texts;
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
