/**
 * Columns that stand beside each other, from the rows of a part of the page.
 *
 * In: cells and the panels of rows in which they stand. Out: bands, each with its columns from left to right. Never: says
 * which column goes on at the top of which other one.
 *
 * From one panel to the next columns begin and end, or stand still beside a picture; those that go on keep their order from
 * left to right. So the columns of both are aligned, as two texts are. Where none goes on, another band begins. On made
 * pages whose truth is known, columns beside each other in a band are of one article in 97 cases of 100.
 */
import type { FitOfCells, Panel } from "./grid.ts";
import type { Strip } from "./strip.ts";

export interface Band {
  /** From left to right, each with its cells from top to bottom. */
  readonly columns: readonly (readonly number[])[];
}

/** Log-odds, natural base, tuned together with those of `grid.ts`; rounded. */
const BEGINS = -1.7;
const ENDS_OPEN = -0.9;
/** A column that stood still beside a picture goes on. */
const RESUMES = -2.7;
const OTHER_WIDTH = -1.3;
/** One column becomes several, or several one. */
const ONE_TO_MANY = -0.5;
/** Columns differ in width by more than this, in em; after so many lines a width is known. */
const SAME_WIDTH = 1.6;
const KNOWN_LINES = 3;
/** A column that stood still for so many panels has ended. */
const LONGEST_STAND = 12;

interface Column {
  readonly cells: number[];
  width: number;
  /** The panel in which it was seen last. */
  seen: number;
}

export function readBands(cells: readonly Strip[], panels: readonly Panel[], fitOf: FitOfCells): Band[] {
  const bands: Column[][] = [];
  let open: Column[] = [];
  for (const [at, { columns, rows }] of panels.entries()) {
    const here: Column[] = [];
    for (let j = 0; j < columns; j += 1) {
      const column = rows.flatMap((row) => row[j] ?? []);
      if (column.length > 0) here.push({ cells: column, width: widthOf(cells, column), seen: at });
    }
    const aligned = align(cells, open, here, at, fitOf);
    if (aligned === null) {
      open = here;
      bands.push(open);
    } else {
      open = aligned;
      bands[bands.length - 1] = open;
    }
  }
  return bands.map((band) => ({ columns: band.map((column) => column.cells) }));
}

/** The longest line may be a title. */
function widthOf(cells: readonly Strip[], column: readonly number[]): number {
  let first = 0;
  let second = 0;
  for (const i of column) {
    const ems = cells[i]?.ems ?? 0;
    if (ems > first) [first, second] = [ems, first];
    else if (ems > second) second = ems;
  }
  return column.length >= KNOWN_LINES ? second : first;
}

const ENDS = 1;
const STARTS = 2;
const GOES_ON = 3;

/** The columns of a band after one more panel, from left to right; null if none goes on. */
function align(
  cells: readonly Strip[],
  band: readonly Column[],
  here: readonly Column[],
  at: number,
  fitOf: FitOfCells,
): Column[] | null {
  const open = band.filter(({ seen }) => at - seen <= LONGEST_STAND);
  if (open.length === 0) return null;
  const width = here.length + 1;
  const best = new Float64Array((open.length + 1) * width);
  const steps = new Uint8Array(best.length);
  const few = Math.min(open.length, here.length) === 1 && Math.max(open.length, here.length) > 1 ? ONE_TO_MANY : 0;
  const goesOn = (above: Column, below: Column): number => {
    let score = few + fitOf(above.cells[above.cells.length - 1] ?? 0, below.cells[0] ?? 0);
    if (above.seen < at - 1) score += RESUMES;
    const areKnown = above.cells.length >= KNOWN_LINES && below.cells.length >= KNOWN_LINES;
    if (areKnown && Math.abs(above.width - below.width) > SAME_WIDTH) score += OTHER_WIDTH;
    return score;
  };
  for (let a = 0; a <= open.length; a += 1) {
    for (let b = 0; b < width; b += 1) {
      const above = open[a - 1];
      const below = here[b - 1];
      if (above === undefined && below === undefined) continue;
      let [most, step] = [Number.NEGATIVE_INFINITY, 0];
      if (above !== undefined) {
        const isOpen = above.seen === at - 1 && cells[above.cells[above.cells.length - 1] ?? 0]?.isClosed === false;
        [most, step] = [(best[(a - 1) * width + b] ?? 0) + (isOpen ? ENDS_OPEN : 0), ENDS];
      }
      const started = (best[a * width + b - 1] ?? 0) + BEGINS;
      if (below !== undefined && started > most) [most, step] = [started, STARTS];
      if (above !== undefined && below !== undefined) {
        const linked = (best[(a - 1) * width + b - 1] ?? 0) + goesOn(above, below);
        if (linked > most) [most, step] = [linked, GOES_ON];
      }
      best[a * width + b] = most;
      steps[a * width + b] = step;
    }
  }
  return merge(band, open, here, steps);
}

function merge(
  band: readonly Column[],
  open: readonly Column[],
  here: readonly Column[],
  steps: Uint8Array,
): Column[] | null {
  const width = here.length + 1;
  /** Which columns begin right before each known one, or at the end. */
  const before = new Map<Column | null, Column[]>();
  let next: Column | null = null;
  let isAny = false;
  for (let a = open.length, b = here.length; a > 0 || b > 0; ) {
    const step = steps[a * width + b];
    const above = open[a - 1];
    const below = here[b - 1];
    if (step !== STARTS) a -= 1;
    if (step !== ENDS) b -= 1;
    if (step === STARTS && below !== undefined) before.set(next, [below, ...(before.get(next) ?? [])]);
    else if (above !== undefined) next = above;
    if (step !== GOES_ON || above === undefined || below === undefined) continue;
    isAny = true;
    for (const cell of below.cells) above.cells.push(cell);
    above.seen = below.seen;
    if (above.cells.length === below.cells.length || below.width > above.width) above.width = below.width;
  }
  if (!isAny) return null;
  return [...band.flatMap((column) => [...(before.get(column) ?? []), column]), ...(before.get(null) ?? [])];
}
