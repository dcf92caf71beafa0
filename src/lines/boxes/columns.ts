/**
 * Lines below each other that one column has.
 *
 * In: measured lines, from top to bottom. Out: strands. A strand ends where a line of another size or measure stands below
 * it, and where the white is wider than between two lines. Never: orders strands.
 */
import { isSentenceEnd } from "../../text/chars.ts";
import { itemAt, lastOf } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
import type { Cell } from "../columns/cells.ts";
import { TITLE_SIZE } from "../columns/layout/title-size.ts";
import { OPENING } from "../columns/short-piece.ts";
import type { Strand } from "../columns/strands.ts";
import type { MeasuredLine } from "./measure.ts";
import { uniteParted } from "./parted.ts";

interface OpenStrand {
  left: number;
  right: number;
  size: number;
  readonly lines: MeasuredLine[];
}

/** Sizes of one type differ by less, as engines draw boxes; of lines of a few characters, only their height tells. */
const SAME_SIZE = 1.2;
const SAME_HEIGHT = 1.4;
const SHORT_LINE = 4;
/** Rows from a line to the next one, for type of the body's size; a blank row may part two paragraphs. */
const LEAST_STEP = 0.4;
const MOST_STEP = 1.3;
const MOST_PARTED = 2.4;
/** Rows over which lines are looked for. */
const REACH = 6;
/** Places in one column differ by less, in em; an indent is more, and no more than this. */
const SAME_EDGE = 0.9;
const MOST_INDENT = 4.5;
/** A full line ends no earlier than this, in em. */
const SHORT_BY = 2.2;
/** Lines of one column end no later than the longest one and this. */
const LONGER = 1.3;
/** What a line in the midst of a text may end with. */
const PAUSES = "：:；;、，,）)";

export function readColumns(source: Source, measured: readonly MeasuredLine[]): Strand[] {
  const lines = uniteParted(measured);
  const done: OpenStrand[] = [];
  let open: OpenStrand[] = [];
  for (const line of lines) {
    const near = open.filter((strand) => line.y - lastLine(strand).y <= REACH * Math.max(1, strand.size));
    const above = near.filter((strand) => isOver(strand, line));
    const [nearest] = [...above].sort((a, b) => lastLine(b).y - lastLine(a).y);
    if (nearest !== undefined && goesOn(source, nearest, line)) {
      add(nearest, line);
      open = near;
      continue;
    }
    const strand: OpenStrand = { left: line.x, right: line.right, size: line.size, lines: [line] };
    done.push(strand);
    open = [...near.filter((other) => !above.includes(other)), strand];
  }
  const phase = phaseOf(lines);
  return done.flatMap((strand) => strandsOf(strand, phase)).sort((a, b) => a.top - b.top || a.x - b.x);
}

function lastLine({ lines }: OpenStrand): MeasuredLine {
  return lines[lines.length - 1] as MeasuredLine;
}

function isOver({ left, right, lines }: OpenStrand, line: MeasuredLine): boolean {
  const across = Math.min(right, line.right) - Math.max(left, line.x);
  const last = lines[lines.length - 1] as MeasuredLine;
  return (
    line.y - last.y >= LEAST_STEP * Math.min(last.size, line.size) &&
    across > Math.min(right - left, line.right - line.x) / 3
  );
}

function add(strand: OpenStrand, line: MeasuredLine): void {
  strand.lines.push(line);
  strand.left = Math.min(strand.left, line.x);
  strand.right = Math.max(strand.right, line.right);
  strand.size += (line.size - strand.size) / strand.lines.length;
}

function goesOn(source: Source, strand: OpenStrand, line: MeasuredLine): boolean {
  const last = lastLine(strand);
  const isKnown = strand.lines.length > 1;
  if (!isSameSize(strand, line)) return false;
  const words = wordsOf(source, line);
  const above = wordsOf(source, last);
  const isClosed = isSentenceEnd(above);
  const step = (line.y - last.y) / Math.max(1, line.size, last.size);
  if (step > (isClosed && isKnown ? MOST_PARTED : MOST_STEP)) return false;
  if (isKnown && line.right > strand.right + LONGER) return false;
  if (isClosed && OPENING.test(words)) return false;
  const right = Math.max(strand.right, line.right);
  const isShort = last.right < right - SHORT_BY;
  if (isShort && !isClosed && !PAUSES.includes(above.charAt(above.length - 1))) return false;
  const shift = line.x - strand.left;
  if (shift > MOST_INDENT || shift < -MOST_INDENT) return false;
  if (isKnown && isOdd(strand, line, words, isClosed)) return false;
  if (Math.abs(shift) <= SAME_EDGE) return true;
  return shift > 0 ? isClosed : isAllIndented(strand);
}

function isAlike(one: number, other: number, most: number): boolean {
  return one <= other * most && other <= one * most;
}

function wordsOf({ text }: Source, { start, end, rest }: MeasuredLine): string {
  return [{ start, end }, ...rest].map((part) => text.slice(part.start, part.end)).join(" ");
}

function isSameSize(strand: OpenStrand, line: MeasuredLine): boolean {
  const isShort = line.ems < SHORT_LINE || strand.lines.every(({ ems }) => ems < SHORT_LINE);
  if (isAlike(line.size, strand.size, isShort ? SAME_HEIGHT : SAME_SIZE)) return true;
  return (
    isAlike(line.height, lastLine(strand).height, SAME_SIZE) && line.size < TITLE_SIZE === strand.size < TITLE_SIZE
  );
}

/** A short line that neither ends a sentence nor goes on in one: a subhead, or a title below the column. */
function isOdd({ left, right }: OpenStrand, line: MeasuredLine, words: string, isClosed: boolean): boolean {
  if (line.right >= right - SHORT_BY || isSentenceEnd(words) || PAUSES.includes(words.charAt(words.length - 1)))
    return false;
  const isCentred = line.x - left > MOST_INDENT / 2 && Math.abs(line.x - left - (right - line.right)) < SHORT_BY;
  return isClosed || isCentred;
}

/** First lines of paragraphs only. */
function isAllIndented({ lines, left }: OpenStrand): boolean {
  return lines.every(({ x }) => x - left <= SAME_EDGE);
}

/** Where between two whole rows most lines stand. */
function phaseOf(lines: readonly MeasuredLine[]): number {
  let sin = 0;
  let cos = 0;
  for (const { y } of lines) {
    sin += Math.sin(2 * Math.PI * y);
    cos += Math.cos(2 * Math.PI * y);
  }
  return Math.atan2(sin, cos) / (2 * Math.PI);
}

/** Large lines are the lines of a title, each by itself. */
function strandsOf({ left, lines, size }: OpenStrand, phase: number): Strand[] {
  const cells = lines.map(({ start, end, rest, x, right, y, ems, size }): Cell => {
    const row = Math.max(0, Math.round(y - phase));
    const width = rest.length > 0 || size >= TITLE_SIZE || size < SMALL_SIZE ? right - x : ems;
    return { row, x, ems: width, start, end, isExact: true, size, rest };
  });
  if (size >= TITLE_SIZE && cells.length <= TITLE_LINES) return cells.map((cell) => strandOf(cell.x, [cell]));
  return [strandOf(left, cells)];
}

const SMALL_SIZE = 0.93;
const TITLE_LINES = 4;

function strandOf(x: number, cells: readonly Cell[]): Strand {
  const width = cells.reduce((most, cell) => Math.max(most, cell.x - x + cell.ems), 0);
  return { x, width, top: itemAt(cells, 0)?.row ?? 0, bottom: lastOf(cells)?.row ?? 0, cells };
}
