/**
 * The width of a column, from the blanks of a block that may be line ends.
 *
 * In: the blanks, with the printed cells before each. Out: the width that explains most of them. Never: looks at the text.
 */
import { itemAt } from "../text/list.ts";

/** Two Han characters. */
export const INDENT_CELLS = 4;
/** A line may end this many cells early: a mark or a number moved to the next line. */
const SHORT_BY_CELLS = 5;
/** A line may run over by this many cells: marks that the scan made wider than they were printed. */
const LONG_BY_CELLS = 2;
/** Narrowest caption and widest boxed column seen in print. */
const MIN_WIDTH_CELLS = 10;
const MAX_WIDTH_CELLS = 96;

export interface Gap {
  readonly offset: number;
  /** Printed cells before the gap. */
  readonly cells: number;
  /**
   * Han on both sides, in running text: no scan puts a blank there except at a line end. Bylines in brackets and
   * slogans in quotes have printed blanks; one there may be a line end but proves none.
   */
  readonly isBetweenHan: boolean;
}

export interface Fit {
  readonly width: number;
  score: number;
  readonly lineEnds: readonly number[];
  readonly isIndented: boolean;
  readonly lastCells: number;
  readonly lineCount: number;
}

/** @param hint width of the neighbourhood in cells. */
export function bestFit(gaps: readonly Gap[], total: number, hint: number | null): Fit | null {
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
