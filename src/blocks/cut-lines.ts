/**
 * Lines of a dump that were one line in print.
 *
 * In: the lines of the dump, measured. Out: the same; the parts of one printed line all have its cells, and each but the
 * last is cut. Never: joins them; that is for whoever forms blocks.
 */
import { looseBrackets } from "../text/brackets.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { itemAt, lastOf } from "../text/list.ts";
import { type PrintedLine, SAME_WIDTH_CELLS } from "./printed-line.ts";

/** Lines this far up and down tell the width of a column. */
const WINDOW = 6;

/** Lines of the dump that were one printed line. */
interface Row {
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly bareCells: number;
  readonly looseCells: number;
  readonly blankLines: number;
}

/**
 * Where two marks stand side by side, print sets them closer, and pdftotext takes what comes then for another line:
 * 听外婆的话，乐乐说：⏎“妈妈不在家，家里就是. Together the parts fill their column. What begins with a mark that closes
 * is the rest of the line above in any case.
 */
export function withCutLines(lines: readonly PrintedLine[]): PrintedLine[] {
  const out = [...lines];
  const rows = rowsOf(lines);
  for (let first = 0; first < rows.length; first += 1) {
    const { last, column } = rowFrom(rows, first);
    const from = rows[first]?.first ?? 0;
    const to = rows[last]?.last ?? 0;
    if (from === to) continue;
    let bareCells = 0;
    let looseCells = 0;
    for (const part of rows.slice(first, last + 1)) {
      bareCells += part.bareCells;
      looseCells += part.looseCells;
    }
    // Marks that were set closer take less than their cells.
    const most = column >= 0 ? column : widestColumn(rows, first);
    if (most > 0 && bareCells <= most + SAME_WIDTH_CELLS) {
      bareCells = Math.min(bareCells, most);
      looseCells = Math.min(looseCells, most);
    }
    for (let i = from; i <= to; i += 1) {
      const part = lines[i];
      if (part !== undefined) out[i] = { ...part, bareCells, looseCells, isCut: i < to };
    }
    first = last;
  }
  return out;
}

/** Lines that begin with a mark that closes, with what they close; and those that the dump itself says are one. */
function rowsOf(lines: readonly PrintedLine[]): Row[] {
  const rows: Row[] = [];
  for (const [i, { text, bareCells, looseCells, blankLines }] of lines.entries()) {
    const above = lastOf(rows);
    const isRest = itemAt(lines, i - 1)?.line.isParted === true || LEANING.includes(text.charAt(0));
    if (above === undefined || blankLines > 0 || !isRest) {
      rows.push({ first: i, last: i, text, bareCells, looseCells, blankLines });
      continue;
    }
    rows[rows.length - 1] = {
      first: above.first,
      last: i,
      text: above.text + text,
      bareCells: above.bareCells + bareCells,
      looseCells: above.looseCells + looseCells,
      blankLines: above.blankLines,
    };
  }
  return rows;
}

/** The last part of the printed line that begins here, and the column that it fills. */
function rowFrom(rows: readonly Row[], first: number): { readonly last: number; readonly column: number } {
  let last = first;
  let cells = rows[first]?.bareCells ?? 0;
  let column = -1;
  for (let i = first; ; i += 1) {
    const part = rows[i];
    const next = rows[i + 1];
    if (part === undefined || next === undefined || next.blankLines > 0 || !isSetClose(part.text, next.text)) break;
    if (column < 0) column = widestColumn(rows, first);
    const isClosed = isSentenceEnd(part.text);
    // 了。⏎“第二天… may as well be the end of a paragraph and the first line of the next.
    if (isClosed && cells < SHORTEST_BEFORE_QUOTE) break;
    cells += next.bareCells;
    if (cells > column + SAME_WIDTH_CELLS) break;
    if (!isClosed || (cells >= column - SAME_WIDTH_CELLS && goesOnBelow(next, rows[i + 2], column))) last = i + 1;
  }
  return { last, column };
}

/** The widest measure that lines nearby have: parts of lines have many, and would outvote it. */
function widestColumn(lines: readonly Row[], index: number): number {
  const near = lines.slice(Math.max(0, index - WINDOW), index + WINDOW + 1);
  let widest = 0;
  for (const { bareCells, first, last } of near) {
    if (bareCells <= widest || last > first) continue;
    const alike = near.filter((other) => Math.abs(other.bareCells - bareCells) <= 1).length;
    if (alike >= LEAST_ALIKE) widest = bareCells;
  }
  return widest;
}

/** The line itself and another one. */
const LEAST_ALIKE = 2;

/**
 * Behind a sentence, the rest of its line and not a title: that ends one, too, a full line stands below, or the end of what
 * it opens a bracket for: 摘得铜牌。⏎（青石⏎日报）.
 */
function goesOnBelow(rest: Row, below: Row | undefined, column: number): boolean {
  if (isSentenceEnd(rest.text)) return true;
  if (below === undefined) return false;
  const { open } = looseBrackets(rest.text);
  return (
    (open === "）" && looseBrackets(below.text).orphan === open) ||
    Math.abs(below.bareCells - column) <= SAME_WIDTH_CELLS ||
    (below.bareCells < column && isSentenceEnd(below.text))
  );
}

/** Cells of a last line that is too short to be told from the beginning of a line. */
const SHORTEST_BEFORE_QUOTE = 8;
const OPENING = "“‘「『《〈（【";
/** A printed line never begins with these. */
const LEANING = "。，、；：！？”’」』》〉）】,.;:!?)";
const CLOSING = `${LEANING}…—`;

function isSetClose(above: string, below: string): boolean {
  return OPENING.includes(below.charAt(0)) && CLOSING.includes(above.charAt(above.length - 1));
}
