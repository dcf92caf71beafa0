/**
 * Says that a dump gives a page row by row: what all columns have at one height is on one line, with single blanks between.
 *
 * In: the lines of a dump, its kind. Out: a finding, or none. Never: takes the columns apart.
 *
 * So write programs that sort a text layer by height and keep no places (`pdfplumber`, PDFBox with `-sort`), and whoever makes
 * one tab or a few blanks of a gutter. Which column a part of a line is of can only be guessed then.
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Finding } from "../notice.ts";
import type { DumpKind } from "../page.ts";
import { isBlankCode, isSentenceEnd, printedWidth } from "../text/chars.ts";
import { firstTwo, lastTwo } from "../text/ends.ts";
import type { Source, Span } from "../text/source.ts";
import { readFragments } from "./columns/fragments.ts";
import { readStretches } from "./columns/rows.ts";
import type { Line } from "./lines.ts";

/** Fewer rows are a table, or a list. */
const LEAST_ROWS = 12;
const ROW_SHARE = 0.2;
/** Wide gutters of a dump that has hardly any, in lines to such rows. */
const GUTTER_SHARE = 0.3;
/** What a column has on a line, in printed cells. */
const LONG_PART = 12;
/** Share of parts that do not go on in the next one of their line: of columns most, of blanks at line ends few. */
const BROKEN_SHARE = 0.5;
const LEAST_PAIRS = 12;

export function findPageRows(source: Source, lines: readonly Line[], kind: DumpKind, lexicon: Lexicon): Finding[] {
  if (kind !== "side-by-side" && kind !== "blocks" && kind !== "wrapped") return [];
  const rows: (readonly Span[])[] = [];
  let filled = 0;
  let guttered = 0;
  for (const line of lines) {
    if (line.isBlank) continue;
    filled += 1;
    const parts = longParts(source.text, line);
    if (parts === null) guttered += 1;
    else if (parts.length > 1) rows.push(parts);
  }
  const [first] = rows;
  if (first === undefined || rows.length < LEAST_ROWS || rows.length < filled * ROW_SHARE) return [];
  if (guttered > rows.length * GUTTER_SHARE) return [];
  if (!areBroken(source.text, rows, lexicon) || !goOnBehindShortParts(source, lines)) return [];
  return [
    {
      rule: "lines/page-rows",
      level: "warning",
      offset: first[0]?.start ?? 0,
      message:
        "each line of the dump holds what all columns of the page have at one height, and no places tell them apart: nothing " +
        "is lost, but the texts are mixed up; make the dump once more column by column or with its layout, as pdftotext " +
        "and pdftotext -layout do",
    },
  ];
}

/**
 * Whether lines go on to the right of what is no full line of its column. A dump that breaks its lines there, as `pdftotext`
 * does in its default mode, gives rows that can be taken apart: of its lines up to 0.08 stay whole, of such a page 0.16 and more.
 */
function goOnBehindShortParts(source: Source, lines: readonly Line[]): boolean {
  const rows = readFragments(source, lines);
  let cut = 0;
  let whole = 0;
  for (const { first, last, cells } of readStretches(source.text, rows)) {
    for (const row of cells ?? rows.slice(first, last + 1)) {
      if (cells !== null && row.length > 1) cut += 1;
      for (const { breaks } of row) if (breaks.filter(isLong).length > 1) whole += 1;
    }
  }
  return whole >= LEAST_WHOLE && whole > WHOLE_SHARE * (cut + whole);
}

const LEAST_WHOLE = 5;
const WHOLE_SHARE = 0.145;

function isLong(ems: number, i: number, breaks: readonly number[]): boolean {
  return ems - (breaks[i - 1] ?? 0) >= LONG_PART / 2;
}

/** Whether the parts of a line mostly do not go on in each other. */
function areBroken(text: string, rows: readonly (readonly Span[])[], lexicon: Lexicon): boolean {
  let pairs = 0;
  let broken = 0;
  for (const parts of rows) {
    for (let i = 1; i < parts.length; i += 1) {
      const [left, right] = [parts[i - 1], parts[i]];
      if (left === undefined || right === undefined) continue;
      const tail = lastTwo(text, left);
      if (isSentenceEnd(tail)) continue;
      pairs += 1;
      if (lexicon.seam(tail, firstTwo(text, right)) < 0) broken += 1;
    }
  }
  return pairs >= LEAST_PAIRS && broken > pairs * BROKEN_SHARE;
}

/** Parts of a line between blanks that are as long as a line of a column; null where a wide gutter sets them apart. */
function longParts(text: string, { start, end }: Line): readonly Span[] | null {
  const parts: Span[] = [];
  // Most lines have no blank. Not looked for beyond the line, where a page without any would be read to its end each time.
  let blank = start;
  while (blank < end && !isBlankCode(text.charCodeAt(blank))) blank += 1;
  if (blank === end) return parts;
  let from = start;
  let cells = 0;
  for (let i = start; i <= end; i += 1) {
    const code = i < end ? text.charCodeAt(i) : 32;
    if (!isBlankCode(code)) {
      cells += printedWidth(code);
      continue;
    }
    if (i === from && i > start && i < end) return null;
    if (cells >= LONG_PART) parts.push({ start: from, end: i });
    from = i + 1;
    cells = 0;
  }
  return parts;
}
