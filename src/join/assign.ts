/**
 * The best set of joins over the whole page: every tail with one head at most, every head with one tail at most, the
 * sum of the scores as high as it can be. "No join" costs nothing.
 *
 * Hungarian method, on each group of pieces that candidates link; O(n³) for n of them. Groups have a few pieces, even
 * on a page of many thousand; one that is larger than any page makes is decided best first.
 */
export interface Scored {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** @returns the chosen pairs, each with a positive score. */
export function assign<T extends Scored>(candidates: readonly T[]): T[] {
  const useful = candidates.filter((candidate) => candidate.score > 0);
  return linkedGroups(useful).flatMap((group) => (group.length > MOST_CANDIDATES ? bestFirst(group) : bestSum(group)));
}

const MOST_CANDIDATES = 2000;

/** Candidates that share a tail or a head, directly or over others. */
function linkedGroups<T extends Scored>(candidates: readonly T[]): T[][] {
  const parent = new Map<number, number>();
  // Tails are known by their number, heads by the number below zero.
  const rootOf = (node: number): number => {
    let root = node;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = node; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { from, to } of candidates) parent.set(rootOf(from), rootOf(-to - 1));
  const groups = new Map<number, T[]>();
  for (const candidate of candidates) {
    const root = rootOf(candidate.from);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [candidate]);
    else group.push(candidate);
  }
  return [...groups.values()];
}

function bestFirst<T extends Scored>(candidates: readonly T[]): T[] {
  const tails = new Set<number>();
  const heads = new Set<number>();
  const chosen: T[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)) {
    if (tails.has(candidate.from) || heads.has(candidate.to)) continue;
    tails.add(candidate.from);
    heads.add(candidate.to);
    chosen.push(candidate);
  }
  return chosen;
}

function bestSum<T extends Scored>(useful: readonly T[]): T[] {
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
