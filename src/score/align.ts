/** Edit distance (Levenshtein), and which character of one sequence stands on which of the other. */
import { Places, WORD_BITS } from "./bits.ts";

/** Signs of the differences between neighbouring cells, one bit for each row of the truth, kept for the way back. */
interface Trail {
  readonly downPlus: Int32Array;
  readonly downMinus: Int32Array;
  readonly rightPlus: Int32Array;
  readonly rightMinus: Int32Array;
}

export function editDistance(truth: ArrayLike<number>, other: ArrayLike<number>): number {
  return fill(truth, other, null);
}

/**
 * For each character of the other sequence the truth's character it stands on, equal or exchanged; −1 where it was
 * put in. Of equally short ways the one that exchanges latest, as a table filled cell by cell gives it.
 */
export function align(truth: ArrayLike<number>, other: ArrayLike<number>): Int32Array {
  const map = new Int32Array(other.length).fill(-1);
  const words = Math.ceil(truth.length / WORD_BITS);
  const size = words * other.length;
  const trail: Trail = {
    downPlus: new Int32Array(size),
    downMinus: new Int32Array(size),
    rightPlus: new Int32Array(size),
    rightMinus: new Int32Array(size),
  };
  fill(truth, other, trail);
  /** Bit of row i (1-based) in column j (1-based). */
  const bit = (of: Int32Array, i: number, j: number): number =>
    ((of[(j - 1) * words + ((i - 1) >>> 5)] ?? 0) >>> ((i - 1) & 31)) & 1;
  const down = (i: number, j: number): number => bit(trail.downPlus, i, j) - bit(trail.downMinus, i, j);
  const right = (i: number, j: number): number =>
    i === 0 ? 1 : bit(trail.rightPlus, i, j) - bit(trail.rightMinus, i, j);
  let i = truth.length;
  let j = other.length;
  while (i > 0 && j > 0) {
    // The cell minus its diagonal neighbour: 0 for equal characters, 1 where exchanging them is a shortest way.
    const diagonal = down(i, j) + right(i - 1, j);
    if (truth[i - 1] === other[j - 1] || diagonal === 1) {
      map[j - 1] = i - 1;
      i -= 1;
      j -= 1;
    } else if (down(i, j) === 1) i -= 1;
    else j -= 1;
  }
  return map;
}

/** Myers 1999 in Hyyrö's form, over words of 32 rows; the truth runs down, the other sequence to the right. */
function fill(truth: ArrayLike<number>, other: ArrayLike<number>, trail: Trail | null): number {
  if (truth.length === 0) return other.length;
  const places = new Places(truth);
  const { words } = places;
  const plus = new Int32Array(words).fill(-1);
  const minus = new Int32Array(words);
  const none = new Int32Array(words);
  const lastBit = (truth.length - 1) & 31;
  let distance = truth.length;
  for (let j = 0; j < other.length; j += 1) {
    const matches = places.of(other[j] ?? 0) ?? none;
    // The top row grows by one with every character.
    let carryPlus = 1;
    let carryMinus = 0;
    for (let w = 0; w < words; w += 1) {
      const up = plus[w] ?? 0;
      const fall = minus[w] ?? 0;
      const met = (matches[w] ?? 0) | carryMinus;
      const same = ((((met & up) + up) | 0) ^ up) | met | fall;
      const rightPlus = fall | ~(same | up);
      const rightMinus = same & up;
      if (w === words - 1) distance += ((rightPlus >>> lastBit) & 1) - ((rightMinus >>> lastBit) & 1);
      const shiftedPlus = (rightPlus << 1) | carryPlus;
      const shiftedMinus = (rightMinus << 1) | carryMinus;
      carryPlus = rightPlus >>> 31;
      carryMinus = rightMinus >>> 31;
      plus[w] = shiftedMinus | ~(same | shiftedPlus);
      minus[w] = shiftedPlus & same;
      if (trail === null) continue;
      const at = j * words + w;
      trail.rightPlus[at] = rightPlus;
      trail.rightMinus[at] = rightMinus;
      trail.downPlus[at] = plus[w] ?? 0;
      trail.downMinus[at] = minus[w] ?? 0;
    }
  }
  return distance;
}
