/**
 * Rows of columns in a dump whose other lines are those of one column each.
 *
 * An OCR engine finds the columns of a page by the white between them, and where it fails, a text line holds what all of
 * them have side by side: 抵 ”素增多 … 未”有的挑战. How wide the white was can be told no more.
 *
 * In: the lines of a `wrapped` dump. Out: the same; rows of columns come column by column, and what became of the white
 * behind all lines. Never: drops a character, or takes lines apart that go on beside each other rather than below.
 *
 *     lines ─ gaps ─▶ stretches of rows ─ cut ─▶ cells ─▶ columns ─▶ lines
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { isSentenceEnd } from "../text/chars.ts";
import type { Source } from "../text/source.ts";
import { blankLine, type Line } from "./lines.ts";
import { type Cell, cellsOf } from "./woven/cells.ts";
import { goOnBelow } from "./woven/columns.ts";
import { dealOut } from "./woven/deal.ts";
import { fitColumns } from "./woven/fit-columns.ts";
import { mayHaveWhite, TextRow } from "./woven/gaps.ts";
import { findStretches, type UsualWidths, usualWidths } from "./woven/stretches.ts";
import { type Level, levelsOf, type Strip } from "./woven/strips.ts";

const LEAST_ROWS = 2;
/** A line of so much more than the widest column, in em, is a title across the columns. */
const ACROSS = 1.5;

/** What one column has, from top to bottom. */
type Column = readonly Strip[];

interface Unwoven {
  readonly bands: readonly (readonly Column[])[];
  readonly specks: readonly Line[];
}

export function unweaveRows(source: Source, lines: readonly Line[], lexicon: Lexicon): readonly Line[] {
  const { text } = source;
  if (!lines.some((line) => mayHaveWhite(text, line))) return lines;
  const rows = lines.map((line) => (line.isBlank ? null : new TextRow(text, line)));
  const usual = usualWidths(rows);
  const out: Line[] = [];
  const specks: Line[] = [];
  let at = 0;
  for (const { first, last } of findStretches(rows, usual)) {
    const unwoven = unweave(text, rows.slice(first, last + 1), usual, lexicon);
    if (unwoven === null) continue;
    for (; at < first; at += 1) out.push(lines[at] as Line);
    for (const columns of unwoven.bands) write(text, columns, out);
    out.push(blankLine(lines[last]?.end ?? 0));
    for (const speck of unwoven.specks) specks.push(speck);
    at = last + 1;
  }
  if (at === 0) return lines;
  for (; at < lines.length; at += 1) out.push(lines[at] as Line);
  if (specks.length > 0) out.push(blankLine(lines[lines.length - 1]?.end ?? 0));
  for (const speck of specks) out.push(speck);
  return out;
}

function unweave(
  text: string,
  stretch: readonly (TextRow | null)[],
  usual: UsualWidths,
  lexicon: Lexicon,
): Unwoven | null {
  const specks: Line[] = [];
  const rows = stretch.filter((row) => row !== null);
  const cut = fitColumns(rows, usual);
  const cells = rows.map((row, i): Cell[] =>
    cellsOf(text, row, { row: i, cuts: cut.rows[i] ?? [], widths: cut.widths }, specks),
  );
  if (cells.filter((row) => row.length > 1).length < LEAST_ROWS) return null;
  if (!goOnBelow(text, cells, lexicon)) return null;
  const widths = cut.widths.slice(0, 1 + Math.max(...cells.flat().map(({ column }) => column)));
  const isBelow = stretch.flatMap((row, i) => (row === null ? [] : [i > 0 && stretch[i - 1] !== null]));
  return { bands: bandsOf(levelsOf(text, cells, isBelow), widths, lexicon), specks };
}

/** A title across the columns parts them: what stands above it goes on in nothing below it. */
function bandsOf(levels: readonly Level[], widths: readonly number[], lexicon: Lexicon): Column[][] {
  const widest = Math.max(...widths);
  const bands: Column[][] = [];
  let band: Level[] = [];
  const close = (): void => {
    bands.push(dealOut(band, widths, lexicon).filter((column) => column.length > 0));
    band = [];
  };
  for (const level of levels) {
    const isAcross = level.length === 1 && (level[0]?.ems ?? 0) > widest + ACROSS;
    if (isAcross) {
      close();
      bands.push([level]);
    } else band.push(level);
  }
  close();
  return bands;
}

/** A heading above columns of which only a later one opens an article comes above that one. */
function write(text: string, columns: readonly Column[], out: Line[]): void {
  const headed = columns.findIndex((column, i) => i > 0 && opensArticle(text, column));
  const isHeaded = headed > 0 && !opensArticle(text, columns[0] as Column);
  const heading = isHeaded ? headingAbove(text, out) : [];
  for (const [i, strips] of columns.entries()) {
    out.push(blankLine(strips[0]?.cells[0]?.start ?? 0));
    if (i === headed) for (const line of heading) out.push(line, blankLine(line.end));
    for (const { cells } of strips) for (const cell of cells) out.push(lineOf(cell));
  }
}

/** A dateline opens an article: 本报讯（记者; 新华社北京4月1日电. */
const OPENING = /^[^，。]{1,14}[讯訊电電](?:$|[（(〈《【\s])/u;

function opensArticle(text: string, [strip]: Column): boolean {
  const first = strip?.cells[0];
  return first !== undefined && OPENING.test(text.slice(first.start, first.end));
}

const MOST_TITLES = 4;
const LONGEST_TITLE = 40;

/** Lines that stand apart at the end and are no sentence, taken off: the heading that the dump gives above the rows. */
function headingAbove(text: string, lines: Line[]): Line[] {
  const heading: Line[] = [];
  while (heading.length < MOST_TITLES) {
    let at = lines.length - 1;
    while (at >= 0 && lines[at]?.isBlank === true) at -= 1;
    const line = lines[at];
    const isApart = at === 0 || lines[at - 1]?.isBlank === true;
    if (line === undefined || !isApart || line.end - line.start > LONGEST_TITLE) break;
    if (isSentenceEnd(text.slice(line.start, line.end))) break;
    lines.length = at;
    heading.unshift(line);
  }
  return heading;
}

/** Blanks of an indent, as many as show it. */
const INDENT = 2;

function lineOf({ start, end, isIndented }: Cell): Line {
  return { lineStart: isIndented ? start - INDENT : start, start, end, headingLevel: 0, isBlank: false };
}
