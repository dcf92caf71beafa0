/**
 * The best set of joins over the whole page: every tail with one head at most, every head with one tail at most, the
 * sum of the scores as high as it can be. "No join" costs nothing.
 *
 * Hungarian method on the pieces that have a candidate at all; O(n³) for n of them, and a page has some dozens.
 */
export interface Scored {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** @returns the chosen pairs, each with a positive score. */
export function assign<T extends Scored>(candidates: readonly T[]): T[] {
  const useful = candidates.filter((candidate) => candidate.score > 0);
  const rows = [...new Set(useful.map((candidate) => candidate.from))];
  const columns = [...new Set(useful.map((candidate) => candidate.to))];
  if (rows.length === 0) return [];
  const rowOf = new Map(rows.map((row, i) => [row, i]));
  const columnOf = new Map(columns.map((column, i) => [column, i]));
  // One column of its own for each row stands for "no join".
  const width = columns.length + rows.length;
  const cost = new Float64Array(rows.length * width);
  const chosen: (T | undefined)[] = new Array(rows.length * width);
  for (const candidate of useful) {
    const cell = (rowOf.get(candidate.from) ?? 0) * width + (columnOf.get(candidate.to) ?? 0);
    if (-candidate.score < (cost[cell] ?? 0)) {
      cost[cell] = -candidate.score;
      chosen[cell] = candidate;
    }
  }
  const match = hungarian(cost, rows.length, width);
  return match.map((column, row) => chosen[row * width + column]).filter((candidate) => candidate !== undefined);
}

/** Column of each row in the cheapest assignment; needs no more rows than columns. */
function hungarian(cost: Float64Array, rows: number, columns: number): number[] {
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOfColumn = new Int32Array(columns + 1);
  const previous = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOfColumn[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const isUsed = new Uint8Array(columns + 1);
    do {
      isUsed[column] = 1;
      const current = rowOfColumn[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j += 1) {
        if (isUsed[j] === 1) continue;
        const reduced =
          (cost[(current - 1) * columns + j - 1] ?? 0) - (rowPotential[current] ?? 0) - (columnPotential[j] ?? 0);
        if (reduced < (slack[j] ?? 0)) {
          slack[j] = reduced;
          previous[j] = column;
        }
        if ((slack[j] ?? 0) < delta) {
          delta = slack[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j += 1) {
        if (isUsed[j] === 1) {
          const used = rowOfColumn[j] ?? 0;
          rowPotential[used] = (rowPotential[used] ?? 0) + delta;
          columnPotential[j] = (columnPotential[j] ?? 0) - delta;
        } else slack[j] = (slack[j] ?? 0) - delta;
      }
      column = next;
    } while (rowOfColumn[column] !== 0);
    while (column !== 0) {
      const back = previous[column] ?? 0;
      rowOfColumn[column] = rowOfColumn[back] ?? 0;
      column = back;
    }
  }
  const match = new Array<number>(rows).fill(0);
  for (let j = 1; j <= columns; j += 1) {
    const row = rowOfColumn[j] ?? 0;
    if (row > 0) match[row - 1] = j - 1;
  }
  return match;
}
