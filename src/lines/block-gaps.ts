/**
 * Blank lines that a program which takes the text out of a PDF has put into its sentences.
 *
 * It sets text blocks apart, and takes for one what stands close and begins at one edge: so a block ends below the indented
 * first line of a paragraph, and at the end of a column.
 *
 * In: the lines of a `wrapped` dump. Out: the same without the blank lines across which a sentence plainly goes on, if the dump
 * has the habit. Never: touches the dump of a scan, whose engine puts them where it saw white, or moves a line.
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { looseBrackets } from "../text/brackets.ts";
import { isSentenceEnd, printedCells, tighten } from "../text/chars.ts";
import { firstTwo, lastTwo } from "../text/ends.ts";
import type { Line } from "./lines.ts";
import { hasMarksOfPrint } from "./mark-widths.ts";
import { INDENT_CELLS } from "./width-fit.ts";

/**
 * So many sentences that plainly go on, and such a share of the lines that break off above a blank one, are a habit: 0.36 to
 * 0.59, titles counted in; up to 0.32 where columns take turns, and a line seems to go on in the next by chance.
 */
const LEAST = 8;
const LEAST_SHARE = 0.33;
/** A shorter line is a title, a label, or the end of a paragraph. */
const SHORTEST_LINE = 7;
/** Log-odds of the characters on both sides: they plainly fit, and they plainly do not. */
const PLAINLY = 1;
const PLAINLY_NOT = -1.5;
const PAUSE = "，、；,;";
/** Full lines of one column differ by so much at most. */
const SAME_CELLS = 2;

/** A line that breaks off above a blank line, and what stands around it. */
interface Gap {
  /** Of the blank line. */
  readonly index: number;
  readonly above: Line;
  readonly below: Line;
  /** The line straight below the lower one. */
  readonly next: Line | undefined;
  /** A blank line stands above the upper one, too. */
  readonly isAlone: boolean;
}

export function closeBlockGaps(text: string, lines: readonly Line[], lexicon: Lexicon): readonly Line[] {
  const gaps = readGaps(text, lines);
  if (gaps.length < LEAST || !hasMarksOfPrint(text, lines)) return lines;
  const plain = gaps.filter((gap) => goesOn(text, gap, lexicon)).length;
  if (plain < LEAST || plain < gaps.length * LEAST_SHARE) return lines;
  const closed = new Set(
    gaps.flatMap((gap) => (goesOn(text, gap, lexicon) || isFirstLine(text, gap, lexicon) ? [gap.index] : [])),
  );
  return lines.filter((_, i) => !closed.has(i));
}

function readGaps(text: string, lines: readonly Line[]): Gap[] {
  const gaps: Gap[] = [];
  for (const [index, { isBlank }] of lines.entries()) {
    const [above, below] = [lines[index - 1], lines[index + 1]];
    if (!isBlank || above === undefined || below === undefined || above.isBlank || below.isBlank) continue;
    if (isShort(above) || isShort(below) || isSentenceEnd(text.slice(above.start, above.end))) continue;
    gaps.push({ index, above, below, next: lines[index + 2], isAlone: lines[index - 2]?.isBlank !== false });
  }
  return gaps;
}

function isShort({ start, end }: Line): boolean {
  return end - start < SHORTEST_LINE;
}

function goesOn(text: string, { above, below }: Gap, lexicon: Lexicon): boolean {
  if (below.start > below.lineStart) return false;
  const tail = lastTwo(text, above);
  if (!PAUSE.includes(tail.charAt(tail.length - 1))) return lexicon.seam(tail, firstTwo(text, below)) >= PLAINLY;
  const longer = cellsOf(text, below) - cellsOf(text, above);
  return longer >= -SAME_CELLS && longer <= INDENT_CELLS + SAME_CELLS;
}

/** A line by itself, shorter by an indent than two full ones below it; or what it opens a bracket for ends there. */
function isFirstLine(text: string, { above, below, next, isAlone }: Gap, lexicon: Lexicon): boolean {
  if (below.start > below.lineStart) return false;
  const { open } = looseBrackets(text.slice(above.start, above.end));
  if (open !== null && looseBrackets(text.slice(below.start, below.end)).orphan === open) return true;
  if (!isAlone || next === undefined || next.isBlank) return false;
  const cells = cellsOf(text, below);
  if (Math.abs(cells - cellsOf(text, above) - INDENT_CELLS) > SAME_CELLS) return false;
  const longer = cellsOf(text, next) - cells;
  if (longer >= -SAME_CELLS) return longer <= SAME_CELLS;
  // Of two lines below, the upper one may be a first line, and the line by itself a title.
  return lexicon.seam(lastTwo(text, above), firstTwo(text, below)) > PLAINLY_NOT;
}

/** Blanks between the words of a justified line are no cells of it. */
function cellsOf(text: string, { start, end }: Line): number {
  return printedCells(tighten(text.slice(start, end)));
}
