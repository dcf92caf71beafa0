/**
 * Line geometry: where the printed lines ended, from the blanks that the scan put there.
 *
 * In: the text of one block. Out: the column width, which blanks are line ends, whether the first line is short by the
 * paragraph indent and whether the last line is full. Never: changes text.
 *
 * Within a column the width between two line ends is constant: Han 2 cells, digits and Latin letters 1. A line falls
 * short of it by at most a few cells, where a mark may not open the next line or a number is not to be cut.
 */
import { isBlankCode, isHanCode, printedWidth } from "../text/chars.ts";
import { itemAt } from "../text/list.ts";

export interface LineShape {
  /** Column width in cells, or null when the block has too few lines to tell. */
  readonly width: number | null;
  /** Offsets of blanks that lie on a line end. */
  readonly lineEnds: ReadonlySet<number>;
  /** Whether the first line is short by an indent; null when unknown. */
  readonly isIndented: boolean | null;
  /** Whether the last line reaches the end of the column; null when unknown. */
  readonly isLastLineFull: boolean | null;
  /** How many printed lines the block has, as far as known. */
  readonly lineCount: number;
}

export const NO_SHAPE: LineShape = {
  width: null,
  lineEnds: new Set(),
  isIndented: null,
  isLastLineFull: null,
  lineCount: 1,
};

/** Two Han characters. */
const INDENT_CELLS = 4;
/** A line may end this many cells early: a mark or a number moved to the next line. */
const SHORT_BY_CELLS = 5;
/** A line may run over by this many cells: marks that the scan made wider than they were printed. */
const LONG_BY_CELLS = 2;
/** Narrowest caption and widest boxed column seen in print. */
const MIN_WIDTH_CELLS = 10;
const MAX_WIDTH_CELLS = 96;

/** The shape of what stands from an offset of the text on; its first line is no longer the block's first line. */
export function shapeFrom(shape: LineShape, offset: number): LineShape {
  if (offset === 0) return shape;
  const lineEnds = new Set<number>();
  for (const end of shape.lineEnds) if (end >= offset) lineEnds.add(end - offset);
  const { width, isLastLineFull } = shape;
  return { width, lineEnds, isIndented: null, isLastLineFull, lineCount: lineEnds.size + 1 };
}

/** The same shape in a column of another width. Spelled out: a spread asks V8 for each field by its name. */
export function inWidth(shape: LineShape, width: number | null): LineShape {
  if (width === shape.width) return shape;
  const { lineEnds, isIndented, isLastLineFull, lineCount } = shape;
  return { width, lineEnds, isIndented, isLastLineFull, lineCount };
}

/** The same shape, its last line known to be full or not. */
export function endedBy(shape: LineShape, isLastLineFull: boolean | null): LineShape {
  const { width, lineEnds, isIndented, lineCount } = shape;
  return { width, lineEnds, isIndented, isLastLineFull, lineCount };
}

interface Gap {
  readonly offset: number;
  /** Printed cells before the gap. */
  readonly cells: number;
  /** A line end for certain (the dump kept its line break). */
  readonly isBreak: boolean;
  /**
   * Han on both sides, in running text: no scan puts a blank there except at a line end. Bylines in brackets and
   * slogans in quotes have printed blanks; one there may be a line end but proves none.
   */
  readonly isBetweenHan: boolean;
}

interface Fit {
  readonly width: number;
  score: number;
  readonly lineEnds: readonly number[];
  readonly isIndented: boolean;
  readonly lastCells: number;
  readonly lineCount: number;
}

/** @param hint column width of the neighbourhood in cells, used when the block alone cannot tell. */
export function measureShape(text: string, hint: number | null = null): LineShape {
  const { gaps, total } = readGaps(text);
  const breaks = gaps.filter((gap) => gap.isBreak);
  if (breaks.length > 0) return shapeFromBreaks(breaks, total, hint);
  const best = bestFit(gaps, total, hint);
  if (best === null) {
    if (hint === null || total === 0) return NO_SHAPE;
    return { ...NO_SHAPE, width: hint, isLastLineFull: total > hint * 1.5 ? null : total >= hint - 1 };
  }
  return {
    width: best.width,
    lineEnds: new Set(best.lineEnds),
    isIndented: best.isIndented,
    isLastLineFull: best.lastCells >= best.width - 2,
    lineCount: best.lineCount,
  };
}

function readGaps(text: string): { gaps: Gap[]; total: number } {
  const gaps: Gap[] = [];
  let cells = 0;
  let bracketEnd = -1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code)) {
      cells += printedWidth(code);
      if (i > bracketEnd) bracketEnd = endOfAside(text, i, code);
      continue;
    }
    const offset = i;
    let isBreak = code === 10;
    while (i + 1 < text.length && isBlankCode(text.charCodeAt(i + 1))) {
      i += 1;
      isBreak ||= text.charCodeAt(i) === 10;
    }
    if (offset === 0 || i === text.length - 1) continue;
    const isBetweenHan = i > bracketEnd && isHanCode(text.charCodeAt(offset - 1)) && isHanCode(text.charCodeAt(i + 1));
    gaps.push({ offset, cells, isBreak, isBetweenHan });
  }
  return { gaps, total: cells };
}

/** A byline in brackets or a slogan in quotes is no longer than this. */
const LONGEST_ASIDE = 50;

/** Offset of the mark that closes the bracket or quote opened here; -1 where none opens or it closes too far on. */
function endOfAside(text: string, offset: number, code: number): number {
  // ( （ “ "
  const close = code === 40 ? ")" : code === 0xff08 ? "）" : code === 0x201c ? "”" : code === 34 ? '"' : "";
  if (close === "") return -1;
  const end = text.slice(offset + 1, offset + 1 + LONGEST_ASIDE).indexOf(close);
  return end >= 0 ? offset + 1 + end : -1;
}

function bestFit(gaps: readonly Gap[], total: number, hint: number | null): Fit | null {
  if (gaps.length === 0) return null;
  const seams = gaps.filter((gap) => gap.isBetweenHan);
  const usual = hint === null ? null : bestOf(gaps, total, hint, new Set([hint - 1]));
  // The width of the neighbourhood explains nearly every seam: no other one is looked for.
  if (usual !== null && usual.score >= GOOD_FIT * seams.length && usual.score >= LEAST_SCORE) return usual;
  const widths = new Set<number>();
  for (let i = 0; i < seams.length; i += 1) {
    const here = seams[i]?.cells ?? 0;
    widths.add(here);
    widths.add(here + INDENT_CELLS);
    if (i > 0) widths.add(here - (seams[i - 1]?.cells ?? 0));
  }
  if (hint !== null) widths.add(hint);
  const best = bestOf(gaps, total, hint, widths);
  // One lone blank fits any width; it takes two line ends, or a known width, to speak of a column.
  return best !== null && best.score >= LEAST_SCORE ? best : null;
}

/** Share of the seams that a width must explain to be taken without looking further. */
const GOOD_FIT = 0.9;
const LEAST_SCORE = 2;

const INDENTS = [INDENT_CELLS, 0];

/** The best fit among the widths, each tried up to two cells wider: marks may have been set narrower. */
function bestOf(gaps: readonly Gap[], total: number, hint: number | null, widths: ReadonlySet<number>): Fit | null {
  let best: Fit | null = null;
  const tried = new Uint8Array(MAX_WIDTH_CELLS + 1);
  for (const base of widths) {
    for (let width = base; width <= base + 2; width += 1) {
      if (width < MIN_WIDTH_CELLS || width > MAX_WIDTH_CELLS || width > total || tried[width] === 1) continue;
      tried[width] = 1;
      const bonus = hint !== null && Math.abs(width - hint) <= 1 ? 1.5 : 0;
      for (const indent of INDENTS) {
        const fit = fitWidth(gaps, total, width, indent);
        fit.score += bonus;
        if (best === null || fit.score > best.score) best = fit;
      }
    }
  }
  return best;
}

/** Walks from line end to line end. Each one explained counts for the width, each seam left over against it. */
function fitWidth(gaps: readonly Gap[], total: number, width: number, indent: number): Fit {
  const lineEnds: number[] = [];
  let lineStart = -indent;
  let score = 0;
  let lineCount = 1;
  let next = 0;
  // Gaps before this one end no line any more: the lines to come begin further on.
  let first = 0;
  while (total - lineStart > width + LONG_BY_CELLS) {
    let chosen = -1;
    let chosenCost = Number.POSITIVE_INFINITY;
    for (let i = Math.max(next, first); i < gaps.length; i += 1) {
      const gap = gaps[i];
      if (gap === undefined) break;
      const run = gap.cells - lineStart;
      if (run > width + LONG_BY_CELLS) break;
      if (run < width - SHORT_BY_CELLS) {
        first = i + 1;
        continue;
      }
      const cost = Math.abs(width - run) + (gap.isBetweenHan ? 0 : 1.5);
      if (cost < chosenCost) {
        chosen = i;
        chosenCost = cost;
      }
    }
    lineCount += 1;
    const gap = itemAt(gaps, chosen);
    if (gap === undefined) {
      // The scan dropped the blank at this line end; go on at the width.
      score -= 0.8;
      lineStart += width;
      continue;
    }
    for (let i = next; i < chosen; i += 1) if (gaps[i]?.isBetweenHan) score -= 1;
    lineEnds.push(gap.offset);
    score += (gap.isBetweenHan ? 1 : 0.5) - 0.15 * chosenCost;
    lineStart = gap.cells;
    next = chosen + 1;
  }
  for (let i = next; i < gaps.length; i += 1) if (gaps[i]?.isBetweenHan) score -= 1;
  return { width, score, lineEnds, isIndented: indent > 0, lastCells: total - lineStart, lineCount };
}

function shapeFromBreaks(breaks: readonly Gap[], total: number, hint: number | null): LineShape {
  let widest = 0;
  let start = 0;
  let first = 0;
  for (const [i, gap] of breaks.entries()) {
    const run = gap.cells - start;
    if (i === 0) first = run;
    else widest = Math.max(widest, run);
    start = gap.cells;
  }
  const width = Math.max(widest, hint ?? 0, first);
  return {
    width,
    lineEnds: new Set(breaks.map((gap) => gap.offset)),
    isIndented: breaks.length > 1 || hint !== null ? first <= width - INDENT_CELLS + 1 : null,
    isLastLineFull: total - start >= width - 2,
    lineCount: breaks.length + 1,
  };
}
