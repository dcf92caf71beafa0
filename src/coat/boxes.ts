/**
 * Which of the figures that an OCR engine wrote with each line say where the line stands on the page.
 *
 * In: the lines, each with its figures. Out: a box for each line, or null. Never: goes by the names of figures or by the
 * program that wrote them; what tells is that boxes are as long as their lines, and do not lie on each other.
 */
import type { Span } from "../text/source.ts";

/** In the units of the dump; y grows downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A range of a text, and where it was printed. */
export interface Place extends Span {
  readonly box: Box;
}

export interface FiguredLine extends Span {
  /** Printed length, in em. */
  readonly ems: number;
  readonly figures: readonly number[];
}

type Form = (figures: readonly number[], at: number) => Box;

function corners(x: number, y: number, right: number, bottom: number): Box {
  return { x, y, width: right - x, height: bottom - y };
}

function quadrilateral(xs: readonly number[], ys: readonly number[]): Box {
  return corners(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

/** Four corners: point by point, or all x before all y. */
const OF_EIGHT: readonly Form[] = [
  (f, i) =>
    quadrilateral(
      [0, 2, 4, 6].map((k) => f[i + k] ?? 0),
      [1, 3, 5, 7].map((k) => f[i + k] ?? 0),
    ),
  (f, i) => quadrilateral(f.slice(i, i + 4), f.slice(i + 4, i + 8)),
];

/** Two corners, x or y first; or a corner and the sides, in the orders in which programs have them. */
const OF_FOUR: readonly Form[] = [
  (f, i) => corners(f[i] ?? 0, f[i + 1] ?? 0, f[i + 2] ?? 0, f[i + 3] ?? 0),
  (f, i) => ({ x: f[i] ?? 0, y: f[i + 1] ?? 0, width: f[i + 2] ?? 0, height: f[i + 3] ?? 0 }),
  (f, i) => ({ x: f[i + 1] ?? 0, y: f[i] ?? 0, width: f[i + 2] ?? 0, height: f[i + 3] ?? 0 }),
  (f, i) => corners(f[i + 1] ?? 0, f[i] ?? 0, f[i + 3] ?? 0, f[i + 2] ?? 0),
  // In the order of the alphabet: height, left, top, width.
  (f, i) => ({ x: f[i + 1] ?? 0, y: f[i + 2] ?? 0, width: f[i + 3] ?? 0, height: f[i] ?? 0 }),
];

/** Of so many lines with boxes the figures are believed. */
const LEAST_LINES = 8;
/** So many lines, from all over the dump, tell. */
const ASKED_LINES = 300;
/** Shorter lines, in em, have boxes of any shape. */
const SHORT_LINE = 3;
/** No line of print is longer, in em; an engine may take a few for one. */
const LONGEST_LINE = 60;
const PARAGRAPHS_SHARE = 0.03;
/** A line is so long for each of its characters, in heights of its box: measured .7 to 1, .4 to 1.8 where x and y differ in scale. */
const LEAST_RATIO = 0.35;
const MOST_RATIO = 1.9;
/** Share of the lines that must be so long, and that may lie on others. */
const FITTING_SHARE = 0.8;
const LYING_SHARE = 0.25;
/** Of two ways to read the figures the usual one, unless the other fits so much better. */
const CLEARLY = 0.1;
/** Such a part of the smaller of two boxes is more than their edges. */
const LIES_ON = 0.4;
/** Boxes that are looked at for each: more lie on one row only where the figures are no boxes. */
const MOST_BELOW = 60;

export function findBoxes(lines: readonly FiguredLine[]): Place[] {
  const count = usualCount(lines);
  const figured = lines.filter(({ figures }) => figures.length === count);
  if (count < 4 || figured.length < LEAST_LINES) return [];
  // Whole paragraphs have boxes, too, which say nothing of their lines.
  if (figured.filter(({ ems }) => ems > LONGEST_LINE).length > figured.length * PARAGRAPHS_SHARE) return [];
  const asked = everyNth(figured, ASKED_LINES);
  const read = bestReading(asked, count, 8, OF_EIGHT) ?? bestReading(asked, count, 4, OF_FOUR);
  if (read === null) return [];
  return figured.flatMap(({ start, end, figures }) => {
    const box = read(figures);
    return Object.values(box).every(Number.isFinite) ? [{ start, end, box }] : [];
  });
}

type Reading = (figures: readonly number[]) => Box;

function bestReading(
  lines: readonly FiguredLine[],
  count: number,
  size: number,
  forms: readonly Form[],
): Reading | null {
  let best: Reading | null = null;
  let most = 0;
  for (let at = 0; at + size <= count; at += 1) {
    for (const form of forms) {
      const read: Reading = (figures) => form(figures, at);
      const score = fitOf(lines, read);
      if (score > most + (best === null ? 0 : CLEARLY)) [best, most] = [read, score];
    }
  }
  return best;
}

function usualCount(lines: readonly FiguredLine[]): number {
  const counts = new Map<number, number>();
  for (const { figures } of lines) counts.set(figures.length, (counts.get(figures.length) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  return usual?.[0] ?? 0;
}

function everyNth<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(items.length / most);
  return step < 2 ? items : items.filter((_, i) => i % step === 0);
}

/** How well figures that are read so are boxes: the share of lines that fit, less that of lines that lie on others. */
function fitOf(lines: readonly FiguredLine[], read: Reading): number {
  // Of a dump word by word, the words must tell.
  const isByLine = lines.filter(({ ems }) => ems >= SHORT_LINE).length > lines.length / 2;
  const least = isByLine ? SHORT_LINE : 1;
  let long = 0;
  let fitting = 0;
  const boxes: Box[] = [];
  for (const { ems, figures } of lines) {
    const box = read(figures);
    const isBox = box.width > 0 && box.height > 0;
    if (isBox) boxes.push(box);
    if (ems < least) continue;
    long += 1;
    if (isBox && (isAsLong(box.width, box.height, ems) || isAsLong(box.height, box.width, ems))) fitting += 1;
  }
  if (long < LEAST_LINES || fitting < long * FITTING_SHARE) return 0;
  const lying = lyingShare(boxes);
  return lying > LYING_SHARE ? 0 : fitting / long - lying;
}

function isAsLong(length: number, height: number, ems: number): boolean {
  const ratio = length / (ems * height);
  return ratio >= LEAST_RATIO && ratio <= MOST_RATIO;
}

function lyingShare(boxes: readonly Box[]): number {
  const sorted = [...boxes].sort((a, b) => a.y - b.y);
  let lying = 0;
  for (const [i, a] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length && j <= i + MOST_BELOW; j += 1) {
      const b = sorted[j] as Box;
      if (b.y >= a.y + a.height) break;
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const down = Math.min(a.y + a.height, b.y + b.height) - b.y;
      if (across <= 0 || across * down < LIES_ON * Math.min(a.width * a.height, b.width * b.height)) continue;
      lying += 1;
      break;
    }
  }
  return lying / Math.max(1, sorted.length);
}
