/**
 * Blocks of hard-wrapped dumps, where each line is a printed line.
 *
 * In: lines. Out: blocks of one or more lines; a line end inside a block stands as a line feed in its text, so that
 * later stages know it for certain. Never: drops a line.
 */
import { isSentenceEnd, printedWidth } from "../text/chars.ts";
import type { Line } from "../lines/lines.ts";
import type { Source } from "../text/source.ts";
import { concat, fromSource, type Sourced } from "../text/sourced.ts";
import { type Block, newBlock } from "./block.ts";

interface Measured {
  readonly line: Line;
  readonly cells: number;
  /** Leading blanks, in characters. */
  readonly indent: number;
  readonly blankLines: number;
}

/** Lines of one column differ by no more than this many cells, paragraph ends apart. */
const SAME_COLUMN_CELLS = 5;
/** A paragraph's first line starts this many cells later. */
const INDENT_CELLS = 4;

export function formWrapped(source: Source, lines: readonly Line[]): Block[] {
  const all = measureLines(source, lines);
  const widths = columnWidths(all);
  const blocks: Block[] = [];
  let run: Measured[] = [];
  const close = (): void => {
    const [first] = run;
    if (first === undefined) return;
    blocks.push({
      ...newBlock(runText(source, run), first.blankLines, run.map((item) => item.line)),
      headingLevel: first.line.headingLevel,
      followsPicture: first.blankLines >= 3 && blocks.length > 0,
    });
    run = [];
  };
  for (const [i, item] of all.entries()) {
    const previous = all[i - 1];
    if (previous !== undefined && breaksBetween(source, previous, item, widths[i - 1] ?? 0, widths[i] ?? 0)) close();
    run.push(item);
  }
  close();
  return blocks;
}

function measureLines(source: Source, lines: readonly Line[]): Measured[] {
  const out: Measured[] = [];
  let blankLines = 0;
  for (const line of lines) {
    if (line.isBlank) {
      blankLines += 1;
      continue;
    }
    let cells = 0;
    for (let i = line.start; i < line.end; i += 1) cells += printedWidth(source.text.charCodeAt(i));
    out.push({ line, cells, indent: line.start - line.lineStart, blankLines });
    blankLines = 0;
  }
  return out;
}

/** For each line the width of its column: the widest line among its neighbours that agrees with another one. */
function columnWidths(lines: readonly Measured[]): number[] {
  return lines.map((_, i) => {
    let width = 0;
    for (let a = Math.max(0, i - 4); a <= Math.min(lines.length - 1, i + 4); a += 1) {
      const here = lines[a]?.cells ?? 0;
      if (here <= width) continue;
      for (let b = Math.max(0, i - 4); b <= Math.min(lines.length - 1, i + 4); b += 1) {
        if (a !== b && Math.abs((lines[b]?.cells ?? 0) - here) <= 2) {
          width = here;
          break;
        }
      }
    }
    return width;
  });
}

function breaksBetween(source: Source, above: Measured, below: Measured, widthAbove: number, widthBelow: number): boolean {
  if (below.blankLines > 0 || below.line.headingLevel > 0 || above.line.headingLevel > 0) return true;
  if (below.indent >= above.indent + 2 && below.indent >= 2) return true;
  if (Math.abs(widthAbove - widthBelow) > SAME_COLUMN_CELLS && widthAbove > 0 && widthBelow > 0) return true;
  const isShort = above.cells < widthAbove - SAME_COLUMN_CELLS;
  const isOver = above.cells > widthAbove + SAME_COLUMN_CELLS;
  if (isOver) return true;
  const endsSentence = isSentenceEnd(source.text.slice(above.line.start, above.line.end));
  if (isShort) return true;
  // A full last line: only the indent of the next paragraph, lost as blanks but left in its width, tells.
  const isIndented = below.cells <= widthBelow - INDENT_CELLS + 1 && below.cells >= widthBelow - INDENT_CELLS - SAME_COLUMN_CELLS;
  return endsSentence && isIndented;
}

function runText(source: Source, run: readonly Measured[]): Sourced {
  const parts: Sourced[] = [];
  for (const [i, item] of run.entries()) {
    const next = run[i + 1];
    parts.push(fromSource(source, item.line.start, item.line.end));
    if (next !== undefined) {
      // The line feed with the blanks around it is the seam between two printed lines.
      parts.push({ source, pieces: [{ start: item.line.end, end: next.line.start, text: "\n", rules: ["lines/end"] }] });
    }
  }
  return concat(...parts);
}
