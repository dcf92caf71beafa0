/**
 * Boxes in the measures of print: across the page in em of the body's type, down the page in rows of it.
 *
 * In: lines with boxes. Out: lines with places and sizes, from top to bottom. Never: looks at what they say.
 */
import type { Box } from "../../coat/boxes.ts";
import { printedCells } from "../../text/chars.ts";
import { median } from "../../text/list.ts";
import type { Source, Span } from "../../text/source.ts";
import type { Line } from "../lines.ts";

export interface MeasuredLine extends Span {
  /** What stands behind wide blanks, of which an engine makes boxes of their own. */
  readonly rest: readonly Span[];
  /** In em. */
  readonly x: number;
  readonly right: number;
  /** Of its middle, in rows. */
  readonly y: number;
  /** Printed length without blanks, in em of its own type. */
  readonly ems: number;
  /** Of its type; that of the body is 1. */
  readonly size: number;
  /** The same as the height of its box alone says: a line set wide to fill its column is as long as if it were larger. */
  readonly height: number;
}

/** Lines of so many em have boxes as long as they are. */
const LONG_LINE = 4;
/** Of a line that is set wide, the height says how large its type is: boxes of one size differ in height by less. */
const MOST_WIDE_SET = 1.2;
/** Usual distance of two lines, in heights of their boxes, where no two lines stand below each other. */
const USUAL_PITCH = 1.3;
/** Lines below each other are at most so many heights apart. */
const NEAR = 2.5;

export function measureLines(source: Source, lines: readonly Line[]): MeasuredLine[] {
  const boxed: Boxed[] = [];
  for (const { start, end, isBlank, box } of lines) {
    if (isBlank || box === undefined) continue;
    boxed.push(boxedLine(start, end, box, Math.max(0.5, printedCells(source.text, start, end) / 2)));
  }
  const long = boxed.filter(({ ems }) => ems >= LONG_LINE);
  const told = long.length > 0 ? long : boxed;
  const em = median(
    told.map(({ length, ems }) => length / ems),
    1,
  );
  const height = median(
    told.map(({ thickness }) => thickness),
    1,
  );
  const isVertical = told.filter(({ box }) => box.height > box.width).length > told.length / 2;
  const placed = isVertical ? boxed.map(turned) : boxed;
  const pitch = pitchOf(placed, height);
  const top = placed.reduce((least, { box }) => Math.min(least, middleOf(box)), Number.POSITIVE_INFINITY);
  const measured = placed.map(({ start, end, box, ems, length, thickness }): MeasuredLine => {
    const byHeight = thickness / height;
    const size = ems < LONG_LINE ? byHeight : Math.min(length / ems / em, byHeight * MOST_WIDE_SET);
    const y = (middleOf(box) - top) / pitch;
    const x = box.x / em;
    return { start, end, rest: [], x, right: (box.x + box.width) / em, y, ems, size, height: byHeight };
  });
  return measured.sort((a, b) => a.y - b.y || a.x - b.x);
}

interface Boxed extends Span {
  readonly box: Box;
  readonly ems: number;
  /** Along the line, whichever way it runs, and across it. */
  readonly length: number;
  readonly thickness: number;
}

function boxedLine(start: number, end: number, box: Box, ems: number): Boxed {
  const [less, more] = box.width < box.height ? [box.width, box.height] : [box.height, box.width];
  const isAlong = ems >= SQUARE;
  return { start, end, box, ems, length: isAlong ? more : less, thickness: isAlong ? less : more };
}

/** A box of fewer em is about as high as it is wide. */
const SQUARE = 1.5;

/** Lines that run down, from right to left, are read as lines that run across, from top to bottom: so the page is turned. */
function turned(line: Boxed): Boxed {
  const { x, y, width, height } = line.box;
  return { ...line, box: { x: y, y: -x - width, width: height, height: width } };
}

/** How far the lines of the body stand below each other. */
function pitchOf(lines: readonly Boxed[], height: number): number {
  const sorted = [...lines].sort((a, b) => a.box.y - b.box.y);
  const steps: number[] = [];
  for (const [i, { box: above }] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length; j += 1) {
      const { box: below } = sorted[j] as Boxed;
      const step = middleOf(below) - middleOf(above);
      if (step > height * NEAR) break;
      const across = Math.min(above.x + above.width, below.x + below.width) - Math.max(above.x, below.x);
      if (step < height / 2 || across < Math.min(above.width, below.width) / 2) continue;
      steps.push(step);
      break;
    }
  }
  return median(steps, height * USUAL_PITCH);
}

function middleOf({ y, height }: Box): number {
  return y + height / 2;
}
