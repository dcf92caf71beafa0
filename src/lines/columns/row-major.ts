/**
 * Columns given row by row, without any places: `pdftotext` in its default mode, where gutters are narrow.
 *
 * In: the lines of one block, each one cell of a row or several. Out: cells column by column. Never: drops a cell.
 *
 * The dump goes through the printed rows from left to right. Columns that touch stand on one line with a blank between
 * them, others on lines of their own; indents are lost. Which column a line belongs to is a matter of what fits: a line
 * that is short and ends a sentence comes before one that is short by an indent, a full one before a full one. All lines
 * of the block are placed together, keeping the best of many ways.
 */
import type { Span } from "../../text/source.ts";
import { INDENT } from "./measures.ts";

/**
 * What a piece is in its column, from its length: a full line, one short by an indent, one that ends short with a
 * sentence, or none of a text.
 */
export type Shape = "full" | "first" | "last" | "odd";

export interface Piece extends Span {
  readonly shape: Shape;
  /** How much shorter than a full line it is, in em. */
  readonly missing: number;
  /** Ends with a sentence. */
  readonly isClosed: boolean;
  /** Stands on the line of the piece before it. */
  readonly isBesideLast: boolean;
}

/** One way to place the pieces so far. */
interface Way {
  readonly cost: number;
  /** Per column: the last piece in it, and in how many rows since it has had none. */
  readonly tails: readonly Tail[];
  readonly column: number;
  readonly row: number;
  readonly placed: Placed | null;
}

interface Tail {
  readonly piece: number;
  readonly row: number;
}

interface Placed {
  readonly piece: number;
  readonly column: number;
  readonly before: Placed | null;
}

/** So many ways are kept. */
const KEPT_WAYS = 12;
const MOST_COLUMNS = 7;
/** A piece in no column: a caption, a title. */
const ASIDE = -1;

/** A full line lacks this much where it has digits or a mark that hangs over. */
const FULL_LACKS = 0.5;

/** Costs, in units of "one thing that a printed page hardly does". */
const COST = {
  /** A first line in mid-sentence, or a full line after the end of a paragraph. */
  wrongShape: 3,
  /** A paragraph of one line after another paragraph. */
  onlyLine: 0.8,
  /** A sentence ends with the line, and the paragraph goes on or ends. */
  either: 0.2,
  /** A title or caption among the columns. */
  aside: 2,
  /** A full piece and another one beside it on lines of their own, though they touch. */
  brokenRow: 1.2,
  /** A column starts lower than the first one. */
  lateColumn: 1.5,
  /** One column more. */
  column: 0.4,
  /** A column has a hole, for a picture. */
  hole: 1.2,
  /** A column ends open and the next one does not go on. */
  openEnd: 1.5,
} as const;

/** Pieces of a block column by column: one list for each column, and one for each title or caption. */
export function unweaveBlock(pieces: readonly Piece[]): Span[][] {
  let ways: Way[] = [{ cost: 0, tails: [], column: ASIDE, row: 0, placed: null }];
  for (const index of pieces.keys()) {
    const next = new Map<string, Way>();
    for (const way of ways) {
      for (const further of continuations(way, index, pieces)) {
        const key = stateOf(further);
        const known = next.get(key);
        if (known === undefined || further.cost < known.cost) next.set(key, further);
      }
    }
    ways = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, KEPT_WAYS);
  }
  let best: Way | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    const cost = way.cost + endCost(way, pieces);
    if (cost >= least) continue;
    best = way;
    least = cost;
  }
  return columnsOf(best?.placed ?? null, pieces);
}

/** What decides how a way can go on: the last piece of every column, and the column of the last one. */
function stateOf(way: Way): string {
  return `${way.column}/${way.tails.map((tail) => `${tail.piece}:${way.row - tail.row}`).join()}`;
}

function continuations(way: Way, index: number, pieces: readonly Piece[]): Way[] {
  const piece = pieces[index];
  if (piece === undefined) return [];
  const out: Way[] = [];
  const put = (column: number, row: number, cost: number): void => {
    out.push(placeIn(way, { index, column, row, cost }, pieces));
  };
  if (piece.isBesideLast && way.column >= 0) put(way.column + 1, way.row, 0);
  else {
    const before = pieces[index - 1];
    const isBroken = before?.shape === "full" && piece.shape !== "first";
    const last = Math.min(MOST_COLUMNS - 1, way.tails.length);
    for (let column = way.column + 1; column <= last; column += 1) {
      put(column, way.row, isBroken && column === way.column + 1 ? COST.brokenRow : 0);
    }
    for (let column = 0; column < way.tails.length; column += 1) put(column, way.row + 1, 0);
  }
  if (piece.shape === "odd" || piece.shape === "last") {
    const placed = { piece: index, column: ASIDE, before: way.placed };
    out.push({ ...way, cost: way.cost + COST.aside + (piece.shape === "odd" ? 0 : 1), placed });
  }
  return out;
}

interface Step {
  readonly index: number;
  readonly column: number;
  readonly row: number;
  readonly cost: number;
}

function placeIn(way: Way, { index, column, row, cost }: Step, pieces: readonly Piece[]): Way {
  const tail = way.tails[column];
  let sum = way.cost + cost + seamCost(tail === undefined ? undefined : pieces[tail.piece], pieces[index]);
  if (tail === undefined) sum += COST.column + (row > 0 ? COST.lateColumn : 0);
  if (tail !== undefined && row - tail.row > 1) sum += COST.hole;
  const tails = [...way.tails];
  tails[column] = { piece: index, row };
  return { cost: sum, tails, column, row, placed: { piece: index, column, before: way.placed } };
}

/** How badly one piece fits below another. */
function seamCost(above: Piece | undefined, below: Piece | undefined): number {
  if (below === undefined) return 0;
  if (below.shape === "odd") return COST.wrongShape;
  if (above === undefined) return 0;
  if (above.shape === "last") return below.shape === "last" ? COST.onlyLine : COST.wrongShape * (1 - indentLike(below));
  if (above.isClosed) return COST.either;
  return below.shape === "last" ? 0 : COST.wrongShape * indentLike(below);
}

/** 1 for a line short by an indent, 0 for a full one; in between where digits leave it open. */
function indentLike({ missing }: Piece): number {
  return Math.min(1, Math.max(0, (missing - FULL_LACKS) / (INDENT - FULL_LACKS)));
}

/** Where one column ends the next one goes on; the last one ends with a sentence. */
function endCost(way: Way, pieces: readonly Piece[]): number {
  const heads = new Map<number, number>();
  for (let at = way.placed; at !== null; at = at.before) heads.set(at.column, at.piece);
  let cost = 0;
  let lowest = 0;
  for (const tail of [...way.tails].reverse()) {
    if (tail.row < lowest - 1) cost += COST.hole;
    lowest = Math.max(lowest, tail.row);
  }
  for (const [column, tail] of way.tails.entries()) {
    const last = pieces[tail.piece];
    const head = heads.get(column + 1);
    if (head === undefined) cost += last?.isClosed === true ? 0 : COST.openEnd;
    else cost += Math.min(COST.openEnd, seamCost(last, pieces[head]));
  }
  return cost;
}

function columnsOf(placed: Placed | null, pieces: readonly Piece[]): Span[][] {
  const columns = new Map<number, Span[]>();
  for (let at = placed; at !== null; at = at.before) {
    const piece = pieces[at.piece];
    if (piece === undefined) continue;
    // Each aside is a column of its own, behind all others.
    const key = at.column === ASIDE ? MOST_COLUMNS + at.piece : at.column;
    const column = columns.get(key);
    if (column === undefined) columns.set(key, [piece]);
    else column.push(piece);
  }
  return [...columns].sort(([a], [b]) => a - b).map(([, column]) => column.reverse());
}
