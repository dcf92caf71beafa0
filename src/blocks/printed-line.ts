/** Printed lines of a hard-wrapped dump, and the column that each stands in. */
import type { Line } from "../lines/lines.ts";
import { isBlankCode, printedWidth } from "../text/chars.ts";
import type { Source } from "../text/source.ts";
import { withCutLines } from "./cut-lines.ts";
import { readingCopies } from "./reading-copy.ts";
import { partRunOn } from "./run-on-lines.ts";

/** A printed line, measured. */
export interface PrintedLine {
  readonly line: Line;
  /** To read it by, of the same length as the line; see `reading-copy.ts`. */
  readonly text: string;
  /** Printed cells without blanks, and with them; of the whole line where the dump has cut it up. */
  readonly bareCells: number;
  readonly looseCells: number;
  /** The dump has cut the printed line: its rest is the line below. */
  readonly isCut: boolean;
  /** Leading blanks, in characters. */
  readonly indent: number;
  readonly blankLines: number;
}

/** Lines this far up and down tell the width of a column. */
const WINDOW = 6;
/** Two full lines of one column differ by no more than this: a mark or a number moved to the next line. */
export const SAME_WIDTH_CELLS = 2;
const NARROWEST_COLUMN = 12;
const WIDEST_INDENT_CELLS = 5;
/** Lines that must agree on a width, near ones counting most. */
const LEAST_SUPPORT = 1;

export function measurePrinted(source: Source, lines: readonly Line[]): PrintedLine[] {
  const filled: { line: Line; text: string; blankLines: number }[] = [];
  let blankLinesAbove = 0;
  for (const line of lines) {
    if (line.isBlank) {
      blankLinesAbove += 1;
      continue;
    }
    filled.push({ line, text: source.text.slice(line.start, line.end), blankLines: blankLinesAbove });
    blankLinesAbove = 0;
  }
  const copies = readingCopies(filled);
  const out: PrintedLine[] = [];
  for (const [i, { line, text: asDumped, blankLines }] of filled.entries()) {
    const text = copies[i] ?? asDumped;
    let bareCells = 0;
    let blanks = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (isBlankCode(code)) blanks += 1;
      else bareCells += printedWidth(code);
    }
    const indent = line.indent ?? line.start - line.lineStart;
    out.push({ line, text, bareCells, looseCells: bareCells + blanks, isCut: false, indent, blankLines });
  }
  return withCutLines(partRunOn(source, out));
}

/** What a line counts for the width of a column so many lines away: near ones most. */
const SUPPORT = Float64Array.from({ length: WINDOW + 1 }, (_, distance) => 1 / (1 + distance / 3));
/** Cells that no column has, nor two of them side by side. */
const WIDEST = 4096;

/** What the lines around count for their own width, by width. All zero between two questions, so that one serves all pages. */
let supportOfWidth: Float64Array | undefined;

/** The widths of columns, asked line by line. */
export class ColumnWidths {
  readonly #lines: Int32Array;
  readonly #support: Float64Array;

  constructor(lines: readonly PrintedLine[]) {
    supportOfWidth ??= new Float64Array(WIDEST + SAME_WIDTH_CELLS + 2);
    this.#support = supportOfWidth;
    this.#lines = new Int32Array(lines.length);
    for (const [i, { bareCells }] of lines.entries()) this.#lines[i] = bareCells < WIDEST ? bareCells : 0;
  }

  /** The width that most lines nearby agree with, near ones counting most; 0 where they agree on none. */
  at(index: number): number {
    const lines = this.#lines;
    const support = this.#support;
    const from = Math.max(0, index - WINDOW);
    const to = Math.min(lines.length - 1, index + WINDOW);
    for (let i = from; i <= to; i += 1) {
      const width = lines[i] ?? 0;
      support[width] = (support[width] ?? 0) + (SUPPORT[i < index ? index - i : i - index] ?? 0);
    }
    let best = 0;
    let most = LEAST_SUPPORT;
    const own = lines[index] ?? 0;
    const below = lines[index + 1] ?? 0;
    // A line, and one below it that is wider by an indent at most: the first two of a wider column.
    const isWider = below - own >= -SAME_WIDTH_CELLS && below - own <= WIDEST_INDENT_CELLS;
    const least = Math.max(NARROWEST_COLUMN, isWider ? own - SAME_WIDTH_CELLS : 0);
    for (let i = from; i <= to; i += 1) {
      const width = lines[i] ?? 0;
      if (width < least) continue;
      // A full line may be a little shorter than the column, never longer.
      let sum = 0;
      for (let other = width - SAME_WIDTH_CELLS; other <= width + 1; other += 1) sum += support[other] ?? 0;
      if (sum > most + 0.01 || (sum > most - 0.01 && width > best)) {
        best = width;
        most = sum;
      }
    }
    for (let i = from; i <= to; i += 1) support[lines[i] ?? 0] = 0;
    return most > LEAST_SUPPORT ? best : 0;
  }
}
