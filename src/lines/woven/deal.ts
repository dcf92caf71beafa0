/**
 * Deals what stands beside each other out to the columns.
 *
 * Where an engine mixes columns up, it seldom does so on every line: some hold cells of all columns, some of two, and
 * between them stand lines of one column alone. 渠道年久失… ‖ 可以灌溉… ‖ 要等上三天…, and below it 修，漏水严重…, which
 * goes on in the first column.
 *
 * In: rows, and lines of one column alone, from top to bottom; the widths of the columns. Out: what each column has. Never:
 * changes the order within a row, or puts a line above one it stood below.
 *
 * All of them are dealt out at once, by a beam search: of all ways that one is taken in which each column goes on best.
 */
import { continuity } from "../../lexicon/continuity.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Level, Strip } from "./strips.ts";

/** States that are kept: the best. */
const BEAM = 16;
/** What characters at a seam say at most and at least, in log-odds. */
const BEST_SEAM = 3;
const WORST_SEAM = -2;
/** A column opens. */
const OPENS = -1;
/** Lines alone go on in the column of the lines alone above them; a cell stands where its place in the row says. */
const STAYS = 0.7;
const IN_PLACE = 2.5;
/** A line may be so much longer than its column, in em. */
const LONGER = 1.5;
const EACH_EM_LONGER = 0.3;

interface State {
  readonly score: number;
  /** Numbers of the last strip of each column, -1 where there is none. */
  readonly tails: readonly number[];
  /** Column of the lines alone above; -1 below a row. */
  readonly last: number;
  readonly step: Step | null;
}

interface Step {
  readonly columns: readonly number[];
  readonly before: Step | null;
}

type Seam = (tail: number, head: number) => number;

export function dealOut(levels: readonly Level[], widths: readonly number[], lexicon: Lexicon): Strip[][] {
  const seam = seamsOf(levels.flat(), lexicon);
  let beam: State[] = [{ score: 0, tails: widths.map(() => -1), last: -1, step: null }];
  let number = 0;
  for (const level of levels) {
    const places = placesOf(level.length, widths.length);
    const found: Placed[] = [];
    for (const state of beam)
      for (const columns of places)
        found.push({ state, columns, score: scoreOf(state, level, { number, columns, widths }, seam) });
    found.sort((a, b) => b.score - a.score);
    beam = found.slice(0, BEAM).map((one) => placed(one, number));
    number += level.length;
  }
  const steps: Step[] = [];
  for (let step = beam[0]?.step ?? null; step !== null; step = step.before) steps.unshift(step);
  const columns: Strip[][] = widths.map(() => []);
  for (const [i, step] of steps.entries())
    for (const [j, column] of step.columns.entries()) columns[column]?.push(levels[i]?.[j] as Strip);
  return columns;
}

/** How well one strip goes on in another; each pair is asked for once. */
function seamsOf(strips: readonly Strip[], lexicon: Lexicon): Seam {
  const known = new Map<number, number>();
  return (tail, head) => {
    const above = strips[tail] as Strip;
    if (above.isClosed) return 0;
    const key = tail * strips.length + head;
    let score = known.get(key);
    if (score === undefined) {
      score = continuity(above.tail, (strips[head] as Strip).head, lexicon).score;
      score = Math.max(WORST_SEAM, Math.min(BEST_SEAM, score));
      known.set(key, score);
    }
    return score;
  };
}

interface Places {
  /** Number of the first strip. */
  readonly number: number;
  readonly columns: readonly number[];
  readonly widths: readonly number[];
}

interface Placed {
  readonly state: State;
  readonly columns: readonly number[];
  readonly score: number;
}

function scoreOf({ score, tails, last }: State, level: Level, { number, columns, widths }: Places, seam: Seam): number {
  let sum = score;
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i] as number;
    const tail = tails[column] as number;
    const { column: place, ems } = level[i] as Strip;
    sum += tail < 0 ? OPENS : seam(tail, number + i);
    if (place === column) sum += IN_PLACE;
    sum -= EACH_EM_LONGER * Math.max(0, ems - (widths[column] as number) - LONGER);
  }
  return level.length === 1 && last === columns[0] ? sum + STAYS : sum;
}

function placed({ state, columns, score }: Placed, number: number): State {
  const tails = [...state.tails];
  for (const [i, column] of columns.entries()) tails[column] = number + i;
  const last = columns.length === 1 ? (columns[0] as number) : -1;
  return { score, tails, last, step: { columns, before: state.step } };
}

/** All ways to put so many strips into columns, from left to right. */
function placesOf(strips: number, count: number): number[][] {
  let out: number[][] = [[]];
  for (let left = strips - 1; left >= 0; left -= 1) {
    const longer: number[][] = [];
    for (const columns of out)
      for (let k = (columns[columns.length - 1] ?? -1) + 1; k < count - left; k += 1) longer.push([...columns, k]);
    out = longer;
  }
  return out;
}
