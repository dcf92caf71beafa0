/**
 * Which printed line goes on in which, on a page whose dump goes through all columns row by row.
 *
 * In: lines, or the few lines that the dump gives of a column at once. Out: for each the one further down that continues it,
 * or none. Never: looks back.
 *
 * The columns of a page take turns: each has its next line when all others have had theirs, so they stand in a queue. As
 * the lines come, each is given to the column whose turn it is, to one behind it (then those before it have ended, or are
 * late), to a new column, or to none: a headline, a caption. The best few ways to share out all lines so far are kept (a
 * beam); what the open columns may still find is counted in, or four columns would never begin beside each other.
 *
 * Where the dump gives cells side by side on one line, `grid.ts` knows more: where rows end; where it sets apart what it
 * takes from a column, `flows.ts` asks less: that the order of turns be kept.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { itemAt } from "../../text/list.ts";
import { fitOfColumn, KNOWN_LINES } from "./column-fit.ts";
import type { Echoes } from "./echoes.ts";
import { fitOfShape, fitOfWords } from "./fit.ts";
import type { Strip } from "./strip.ts";

/** Ways to share out the lines that are kept: twice as many changed nothing. */
const BEAM = 20;
const MOST_COLUMNS = 14;
/** A line is hoped to find its continuation within so many lines. */
const REACH = 10;
const SHARE_OF_HOPE = 0.8;

/** Log-odds, natural base, tuned together on pages whose truth is known; rounded. */
const END = -3;
const CLOSED_END = 1.4;
const START = -3.5;
const ALONE = -5.5;
const ALONE_CLOSED = -1;
const LOOKS_ALONE = 2.5;
/** Where columns begin and end, others do so, too: each such event makes the next ones likelier for a while. */
const UNREST = 0.6;
const UNREST_ALONE = 0.4;
const MOST_UNREST = 3;
const CALMS_DOWN = 0.85;
/** A column is late: another one has its next line before. */
const LATE = -5;
const MOST_LATE = 3;

const TO_OPENING = -6;
const BESIDE_ALONE = -4;

/** What the dump gives of a column before it goes on to another one: a line, or a few. */
export interface Turn {
  readonly first: Strip;
  readonly last: Strip;
  readonly lines: number;
  /** Length of the longest line, in em. */
  readonly width: number;
}

interface Column {
  readonly tail: number;
  readonly width: number;
  readonly lines: number;
  /** Its last line begins a paragraph, as far as the line above tells. */
  readonly isFirst: boolean;
}

/** A way to share out the lines so far. */
interface Way {
  /** The one whose turn it is first. */
  readonly columns: readonly Column[];
  readonly score: number;
  readonly unrest: number;
  readonly before: Way | null;
  /** The line that the last one continues, or -1. */
  readonly link: number;
}

/** A line given to a column, to a new one (`column` is -1), or to none (-2). */
interface Step {
  readonly way: Way;
  readonly column: number;
  /** Those before it in the queue are late, and not at their end. */
  readonly isLate: boolean;
  readonly score: number;
  readonly unrest: number;
  readonly rank: number;
}

const NEW = -1;
const NONE = -2;

/** @returns for each turn the index of the one that continues it, or -1. */
export function linkTurns(turns: readonly Turn[], lexicon: Lexicon, echoes: Echoes): Int32Array {
  const words = new Words(turns, lexicon, echoes);
  const hopes = readHopes(turns, words);
  let ways: Way[] = [{ columns: [], score: 0, unrest: MOST_UNREST - 1, before: null, link: -1 }];
  for (const [i, { first }] of turns.entries()) {
    const steps: Step[] = [];
    for (const way of ways) addSteps(steps, way, i, first, turns, words, hopes);
    steps.sort((a, b) => b.rank - a.rank);
    ways = takeBest(steps, i, turns);
  }
  const links = new Int32Array(turns.length).fill(-1);
  let at: Way | null = ways[0] ?? null;
  for (let i = turns.length - 1; i >= 0 && at !== null; i -= 1) {
    if (at.link >= 0) links[at.link] = i;
    at = at.before;
  }
  return links;
}

function addSteps(
  steps: Step[],
  way: Way,
  i: number,
  below: Strip,
  turns: readonly Turn[],
  words: Words,
  hopes: Float64Array,
): void {
  const { columns } = way;
  const hopeOf = (column: Column): number => hopes[column.tail * (REACH + 1) + Math.min(REACH, i - column.tail)] ?? 0;
  let hope = 0;
  for (const column of columns) hope += hopeOf(column);
  const own = hopes[i * (REACH + 1)] ?? 0;
  const unrest = Math.min(MOST_UNREST, way.unrest);
  const calm = way.unrest * CALMS_DOWN;
  const alone =
    way.score + ALONE + UNREST_ALONE * unrest + (below.isClosed ? ALONE_CLOSED : 0) + (below.isAlone ? LOOKS_ALONE : 0);
  steps.push({ way, column: NONE, isLate: false, score: alone, unrest: calm + 1, rank: alone + hope });
  if (columns.length < MOST_COLUMNS) {
    const start = way.score + START + UNREST * unrest;
    steps.push({ way, column: NEW, isLate: false, score: start, unrest: calm + 1, rank: start + hope + own });
  }
  let ended = way.score;
  let late = way.score;
  let left = hope;
  let excited = calm;
  for (const [p, column] of columns.entries()) {
    const above = turns[column.tail]?.last;
    if (above === undefined) continue;
    const fit = fitOf(column, above, below) + words.fit(column.tail, i);
    left -= hopeOf(column);
    const score = ended + fit;
    steps.push({ way, column: p, isLate: false, score, unrest: excited, rank: score + left + own });
    if (p > 0 && p <= MOST_LATE) {
      const slow = late + fit;
      steps.push({ way, column: p, isLate: true, score: slow, unrest: calm, rank: slow + hope - hopeOf(column) + own });
    }
    ended += END + UNREST * Math.min(MOST_UNREST, excited) + (above.isClosed ? CLOSED_END : 0);
    excited += 1;
    late += LATE;
  }
}

/** Of ways that leave the same lines open the better one is kept. */
function takeBest(steps: readonly Step[], i: number, turns: readonly Turn[]): Way[] {
  const ways: Way[] = [];
  const seen = new Set<string>();
  for (const step of steps) {
    const columns = columnsAfter(step, i, turns);
    let key = "";
    for (const { tail } of columns) key += `${tail},`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { way, score, unrest } = step;
    ways.push({ columns, score, unrest, before: way, link: itemAt(way.columns, step.column)?.tail ?? -1 });
    if (ways.length === BEAM) break;
  }
  return ways;
}

function columnsAfter({ way, column, isLate }: Step, i: number, turns: readonly Turn[]): readonly Column[] {
  const { columns } = way;
  const turn = turns[i];
  if (column === NONE || turn === undefined) return columns;
  const known = itemAt(columns, column);
  const above = known === undefined ? undefined : turns[known.tail]?.last;
  if (known === undefined || above === undefined)
    return [...columns, { tail: i, width: turn.width, lines: turn.lines, isFirst: turn.lines === 1 }];
  const grown: Column = {
    tail: i,
    width: Math.max(known.width, turn.width),
    lines: known.lines + turn.lines,
    isFirst: turn.lines === 1 && above.isClosed,
  };
  const after = columns.slice(column + 1);
  return isLate ? [...columns.slice(0, column), ...after, grown] : [...after, grown];
}

function fitOf({ width, lines, isFirst }: Column, above: Strip, below: Strip): number {
  let score = 0;
  if (below.opens) score += TO_OPENING;
  if (above.isAlone || below.isAlone) score += BESIDE_ALONE;
  return score + (lines < KNOWN_LINES ? fitOfShape(above, below) : fitOfColumn(width, isFirst, above, below));
}

/** For each line the best that can come of it once so many lines more have been shared out. */
function readHopes(turns: readonly Turn[], words: Words): Float64Array {
  const hopes = new Float64Array(turns.length * (REACH + 1));
  for (const [i, { last }] of turns.entries()) {
    let best = END;
    for (let far = REACH; far >= 0; far -= 1) {
      hopes[i * (REACH + 1) + far] = best > 0 ? best * SHARE_OF_HOPE : best;
      const below = turns[i + far]?.first;
      if (far > 0 && below !== undefined) best = Math.max(best, fitOfShape(last, below) + words.fit(i, i + far));
    }
  }
  return hopes;
}

/** What the words at the seams of lines say, each looked at once. */
class Words {
  readonly #turns: readonly Turn[];
  readonly #lexicon: Lexicon;
  readonly #echoes: Echoes;
  readonly #known = new Map<number, number>();

  constructor(turns: readonly Turn[], lexicon: Lexicon, echoes: Echoes) {
    this.#turns = turns;
    this.#lexicon = lexicon;
    this.#echoes = echoes;
  }

  fit(from: number, to: number): number {
    const key = from * this.#turns.length + to;
    let fit = this.#known.get(key);
    if (fit === undefined) {
      const above = this.#turns[from]?.last;
      const below = this.#turns[to]?.first;
      fit = above === undefined || below === undefined ? 0 : fitOfWords(above, below, this.#lexicon, this.#echoes);
      this.#known.set(key, fit);
    }
    return fit;
  }
}
