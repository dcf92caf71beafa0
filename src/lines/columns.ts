/**
 * Printed columns that stand side by side on one text line, one below the other.
 *
 * In: the lines of a `side-by-side` dump. Out: lines in reading order, each the part that one column has of a text line,
 * and blank ones where the text does not go on. Never: drops a character; a page without gutters stays as it is.
 *
 *     lines ─ fragments ─ cells ─┬─ places tell ─▶ strands ─▶ order ─────────┬─▶ lines, article by article,
 *                                └─ row by row ─▶ columns ─▶ texts, headings ─┘   column by column
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { append } from "../text/append.ts";
import { isBlankCode } from "../text/chars.ts";
import { lastOf } from "../text/list.ts";
import type { Source } from "../text/source.ts";
import { ifClearer } from "./clearer.ts";
import { bridge } from "./columns/bridge.ts";
import { type Cell, readCells } from "./columns/cells.ts";
import { withCreditLines } from "./columns/credit-lines.ts";
import { type Fragment, readFragments } from "./columns/fragments.ts";
import type { Run } from "./columns/layout/title-order.ts";
import { blanksAbove, readingOrder } from "./columns/order.ts";
import { rejoin } from "./columns/rejoin.ts";
import { readRowParts } from "./columns/row-parts.ts";
import { readStretches, type Stretch } from "./columns/rows.ts";
import { readStrands, type Strand } from "./columns/strands.ts";
import { isInterleaved } from "./interleaved.ts";
import { blankLine, type Line } from "./lines.ts";
import { hasMarksOfPrint, hasMarksOfScan } from "./mark-widths.ts";
import { mayBeOrdered } from "./most-lines.ts";
import { putInOrder } from "./succession/articles-in-order.ts";
import { Echoes } from "./succession/echoes.ts";
import { followRows, followTurns } from "./succession.ts";

/** Share of lines with a wide gutter, from which on places tell the columns. */
const PLACED_SHARE = 0.1;
/** Such a share of the lines must hold several cells: blanks on paper are in line with others by chance. */
const LEAST_SHARE = 0.05;
/** Pairs of lines that must tell whether the columns of a page, or of a part of one with rows, take turns. */
const PAIRS_OF_PAGE = 40;
const PAIRS_OF_SMALL_PAGE = 20;
const PAIRS_OF_PART = 8;
/** A dump may give a few lines of each column at a time; then such a share of what blank lines set apart is no more. */
const FEW_LINES = 3;
const SMALL_SHARE = 0.85;
/** Blank lines among the lines of an engine that knows of parts; one that gives text boxes writes none. */
const SET_APART_SHARE = 0.1;
/** So many lines with several cells are no chance. */
const LEAST_ROWS = 3;

export function unweave(source: Source, lines: readonly Line[], lexicon: Lexicon): Line[] {
  const rows = readFragments(source, lines);
  const filled = rows.filter((row) => row.length > 0).length;
  const placed = rows.filter((row) => row.length > 1).length;
  return placed > filled * PLACED_SHARE
    ? unweavePlaced(source, lines, rows, lexicon)
    : unweaveRows(source, lines, rows, lexicon);
}

function unweavePlaced(source: Source, lines: readonly Line[], rows: readonly Fragment[][], lexicon: Lexicon): Line[] {
  const cells = readCells(source, rows);
  const out: Line[] = [];
  const bridged = bridge(source, rejoin(source, readStrands(source, cells, lexicon), lexicon), lexicon);
  const strands = withCreditLines(source, bridged);
  for (const run of readingOrder(source, strands, lexicon)) {
    const before = lastOf(out);
    if (before !== undefined) append(out, blanksAbove(run, before.end));
    for (const strand of run.strands)
      for (const cell of strand.cells) out.push(cellLine(source.text, strand, cell, lines, run));
  }
  return out;
}

/** Lines of a dump that gives rows of columns come column by column, article by article as far as words tell. */
function unweaveRows(source: Source, lines: readonly Line[], rows: readonly Fragment[][], lexicon: Lexicon): Line[] {
  const stretches = readStretches(source.text, rows);
  const woven = countWoven(stretches);
  if (woven === 0 || woven < LEAST_SHARE * rows.filter((row) => row.length > 0).length) return [...lines];
  return orderRows(source, lines, rows, stretches, lexicon, new Echoes(source.text, lines));
}

function orderRows(
  source: Source,
  lines: readonly Line[],
  rows: readonly (readonly Fragment[])[],
  stretches: readonly Stretch[],
  lexicon: Lexicon,
  echoes: Echoes,
): Line[] {
  const columns: (readonly Line[])[] = [];
  for (const { lines: part, widths, hasRows } of readRowParts(lines, rows, stretches)) {
    if (!hasRows && !isInterleaved(source.text, part, lexicon, PAIRS_OF_PART)) columns.push(part);
    else for (const column of followRows(source, part, widths, lexicon, echoes)) columns.push(column);
  }
  return putInOrder(source, columns, lexicon, echoes, countWoven(stretches) >= LEAST_ROWS);
}

/** Lines of a dump with a printed line on each: where its columns take turns, or its pieces lie about, they are ordered. */
export function unweaveWrapped(
  source: Source,
  lines: readonly Line[],
  kind: "wrapped" | "spaced",
  lexicon: Lexicon,
): readonly Line[] {
  if (!mayBeOrdered(lines)) return lines;
  const parts = apart(lines).filter((part) => part.length > 0);
  const turns = partsThatTakeTurns(source, lines, parts, lexicon);
  if (turns !== null && (turns.areFlows || !isSetApart(source, lines, parts.length))) {
    const echoes = new Echoes(source.text, lines);
    const columns = followTurns(source, turns.parts, lexicon, echoes);
    return putInOrder(source, columns, lexicon, echoes, false);
  }
  // Of the pages of scans none has become clearer, and to ask is dear.
  if (kind !== "wrapped" || hasMarksOfScan(source.text, lines)) return lines;
  return ifClearer(source, lines, parts, lexicon, (echoes) => {
    const rows = readFragments(source, lines);
    const stretches = readStretches(source.text, rows);
    return { woven: countWoven(stretches), ordered: () => orderRows(source, lines, rows, stretches, lexicon, echoes) };
  });
}

/**
 * An engine that sets parts of a scan apart by blank lines has looked for the columns; where a page of it breaks at most line
 * ends, the lines themselves were cut wrongly, and none of three such pages read better in another order.
 */
function isSetApart(source: Source, lines: readonly Line[], parts: number): boolean {
  return parts > lines.length * SET_APART_SHARE && !hasMarksOfPrint(source.text, lines);
}

/** What the dump gives of each column before it goes on to another one: lines, or a few between blank lines. */
function partsThatTakeTurns(
  source: Source,
  lines: readonly Line[],
  parts: readonly (readonly Line[])[],
  lexicon: Lexicon,
): { readonly parts: readonly (readonly Line[])[]; readonly areFlows: boolean } | null {
  if (isInterleaved(source.text, lines, lexicon, PAIRS_OF_PAGE, PAIRS_OF_SMALL_PAGE))
    return { parts: lines.flatMap((line) => (line.isBlank ? [] : [[line]])), areFlows: false };
  if (parts.length < PAIRS_OF_PAGE) return null;
  const small = parts.filter((part) => part.length <= FEW_LINES).length;
  if (small < parts.length * SMALL_SHARE) return null;
  const seams = parts.flatMap((part, i) => {
    const [tail, head] = [lastOf(part), parts[i + 1]?.[0]];
    return tail === undefined || head === undefined ? [] : [tail, head, blankLine(head.start)];
  });
  return isInterleaved(source.text, seams, lexicon, PAIRS_OF_PART) ? { parts, areFlows: true } : null;
}

/** Lines that hold several cells. */
function countWoven(stretches: readonly Stretch[]): number {
  let woven = 0;
  for (const { cells } of stretches) for (const row of cells ?? []) if (row.length > 1) woven += 1;
  return woven;
}

/** What blank lines set apart. */
function apart(lines: readonly Line[]): Line[][] {
  const out: Line[][] = [[]];
  for (const line of lines) {
    if (line.isBlank) out.push([]);
    else lastOf(out)?.push(line);
  }
  return out;
}

/** The line starts at the left edge of its column, so that an indent stays one. */
function cellLine(text: string, strand: Strand, cell: Cell, lines: readonly Line[], run: Run): Line {
  const indent = Math.round(cell.x - strand.x);
  const first = lines[cell.row]?.lineStart ?? cell.start;
  let lineStart = cell.start;
  while (lineStart > first && cell.start - lineStart < indent && isBlankCode(text.charCodeAt(lineStart - 1)))
    lineStart -= 1;
  const { level: headingLevel, headsArticle = false } = run;
  const type = run.types?.get(cell);
  return { lineStart, start: cell.start, end: cell.end, headingLevel, isBlank: false, headsArticle, type };
}
