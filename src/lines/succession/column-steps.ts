/**
 * The columns of a part of the page as they are followed row by row, and what they are in the end.
 *
 * In: the last state, with the steps that led to it. Out: pieces of columns. Never: judges a step.
 */

export interface Piece {
  readonly cells: readonly number[];
  /** Counted among the columns of its region, from left to right. */
  readonly column: number;
  /** Rows of its region. */
  readonly top: number;
  readonly bottom: number;
  /** Counted from top to bottom; a region shares no column with the next. */
  readonly region: number;
}

export interface Column {
  /** The same for all pieces below each other. */
  readonly id: number;
  /** Its cells at the head and at the foot. */
  readonly first: number;
  readonly last: number;
  /** Of its last cell. */
  readonly row: number;
  readonly longest: number;
  readonly lines: number;
  readonly hasEnded: boolean;
}

/** What a cell does: goes on in a column, stands below a title in it, or begins one before it. */
export interface Move {
  readonly kind: "on" | "below title" | "begins";
  readonly at: number;
}

interface Step {
  readonly first: number;
  readonly row: number;
  readonly ids: readonly number[];
  readonly moves: readonly Move[];
  /** The columns of the region above, from left to right, where another begins. */
  readonly above: readonly number[] | null;
  readonly before: Step | null;
}

export interface State {
  readonly score: number;
  readonly columns: readonly Column[];
  /** The column that had the last cell; -1 before the first. */
  readonly at: number;
  readonly row: number;
  readonly ids: number;
  readonly step: Step | null;
}

export function piecesOf(last: State): Piece[] {
  const steps: Step[] = [];
  for (let step = last.step; step !== null; step = step.before) steps.push(step);
  steps.reverse();
  const orders: (readonly number[])[] = steps.flatMap(({ above }) => (above === null ? [] : [above]));
  orders.push(last.columns.map(({ id }) => id));
  const pieces: { cells: number[]; column: number; top: number; bottom: number; region: number }[] = [];
  const open = new Map<number, (typeof pieces)[number]>();
  let region = 0;
  for (const { first, row, ids, moves, above } of steps) {
    if (above !== null) region += 1;
    for (const [nth, id] of ids.entries()) {
      const known = moves[nth]?.kind === "on" ? open.get(id) : undefined;
      if (known === undefined) {
        const piece = { cells: [first + nth], column: orders[region]?.indexOf(id) ?? 0, top: row, bottom: row, region };
        open.set(id, piece);
        pieces.push(piece);
      } else {
        known.cells.push(first + nth);
        known.bottom = row;
      }
    }
  }
  return pieces;
}
