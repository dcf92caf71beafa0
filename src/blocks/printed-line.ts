/** Printed lines of a hard-wrapped dump, and the column that each stands in. */
import type { Line } from "../lines/lines.ts";
import { isBlankCode, printedWidth } from "../text/chars.ts";
import type { Source } from "../text/source.ts";

/** A printed line, measured. */
export interface PrintedLine {
  readonly line: Line;
  readonly text: string;
  /** Printed cells without blanks, and with them. */
  readonly bareCells: number;
  readonly looseCells: number;
  /** Leading blanks, in characters. */
  readonly indent: number;
  readonly blankLines: number;
}

/** Lines this far up and down tell the width of a column. */
const WINDOW = 6;
/** Two full lines of one column differ by no more than this: a mark or a number moved to the next line. */
export const SAME_WIDTH_CELLS = 2;
const NARROWEST_COLUMN = 12;
/** Lines that must agree on a width, near ones counting most. */
const LEAST_SUPPORT = 1;

export function measurePrinted(source: Source, lines: readonly Line[]): PrintedLine[] {
  const out: PrintedLine[] = [];
  let blankLines = 0;
  for (const line of lines) {
    if (line.isBlank) {
      blankLines += 1;
      continue;
    }
    const text = source.text.slice(line.start, line.end);
    let bareCells = 0;
    let blanks = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (isBlankCode(code)) blanks += 1;
      else bareCells += printedWidth(code);
    }
    const indent = line.start - line.lineStart;
    out.push({ line, text, bareCells, looseCells: bareCells + blanks, indent, blankLines });
    blankLines = 0;
  }
  return out;
}

/** The width that most lines nearby agree with, near ones counting most; the full lines of a paragraph are the many. */
export function columnWidth(lines: readonly PrintedLine[], index: number): number {
  const from = Math.max(0, index - WINDOW);
  const to = Math.min(lines.length - 1, index + WINDOW);
  let best = 0;
  let bestSupport = LEAST_SUPPORT;
  for (let a = from; a <= to; a += 1) {
    const width = lines[a]?.bareCells ?? 0;
    if (width < NARROWEST_COLUMN) continue;
    let support = 0;
    for (let b = from; b <= to; b += 1) {
      const difference = width - (lines[b]?.bareCells ?? 0);
      // A full line may be a little shorter than the column, never longer.
      if (difference >= -1 && difference <= SAME_WIDTH_CELLS) support += 1 / (1 + Math.abs(b - index) / 3);
    }
    if (support > bestSupport + 0.01 || (support > bestSupport - 0.01 && width > best)) {
      best = width;
      bestSupport = support;
    }
  }
  return bestSupport > LEAST_SUPPORT ? best : 0;
}
