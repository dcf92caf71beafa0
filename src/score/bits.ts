/**
 * Sequences compared 32 cells of the table at a time, as bits of a word. A body of 5,000 characters against another
 * takes some milliseconds.
 */

export const WORD_BITS = 32;

/** For each symbol of a sequence the places where it stands, as bits in words from the first place up. */
export class Places {
  readonly words: number;
  readonly #rows = new Map<number, Int32Array>();

  constructor(sequence: ArrayLike<number>) {
    this.words = Math.ceil(sequence.length / WORD_BITS);
    for (let i = 0; i < sequence.length; i += 1) {
      const symbol = sequence[i] ?? 0;
      let row = this.#rows.get(symbol);
      if (row === undefined) {
        row = new Int32Array(this.words);
        this.#rows.set(symbol, row);
      }
      row[i >>> 5] = (row[i >>> 5] ?? 0) | (1 << (i & 31));
    }
  }

  /** Undefined if the symbol does not occur. */
  of(symbol: number): Int32Array | undefined {
    return this.#rows.get(symbol);
  }
}

/** UTF-16 code units of a text. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) units[i] = text.charCodeAt(i);
  return units;
}

/**
 * Length of the longest common subsequence. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004: a zero bit of
 * the row stands for each place where the length grows.
 */
export function commonLength(places: Places, other: ArrayLike<number>): number {
  const row = new Int32Array(places.words).fill(-1);
  for (let j = 0; j < other.length; j += 1) {
    const matches = places.of(other[j] ?? 0);
    if (matches === undefined) continue;
    let carry = 0;
    for (let w = 0; w < row.length; w += 1) {
      const old = row[w] ?? 0;
      const met = old & (matches[w] ?? 0);
      const sum = (old >>> 0) + (met >>> 0) + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[w] = sum | (old & ~met);
    }
  }
  let zeros = 0;
  for (const word of row) zeros += countOnes(~word);
  return zeros;
}

function countOnes(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
