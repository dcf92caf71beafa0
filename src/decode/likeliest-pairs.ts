/**
 * The likeliest way to read bytes as characters of one and two bytes, some of them broken.
 *
 * In: the bytes of a line or a file. Out: at each byte how many of them are one character. Never: makes a text.
 */
import { LN_ASTRAL, LN_BAD_BYTE, LN_BAD_PAIR, likelihoods } from "./likelihood.ts";
import { isFour, isStartOfFour, type PairEncoding, pairAt, tableOf } from "./pair-table.ts";

/** Steps over bytes that belong to no character, one or two; other steps are the bytes of one. */
export const BAD = 0;
export const BAD_PAIR = 3;

interface Likeliest {
  readonly ln: number;
  /** At each offset where a character begins, how many bytes it has. */
  readonly steps: Uint8Array;
}

/**
 * What a character pays for the ASCII it touches. Chinese comes in runs, while a byte broken inside a word or a number
 * stands alone between them.
 */
function lnBeside(byte: number): number {
  if (byte <= 0x20 || byte >= 0x7f) return 0;
  return byte >= 0x61 && byte <= 0x7a ? -10 : -5;
}

/**
 * The best way from the last byte back to the first: at each offset the best of one byte, two, four, or a bad one.
 * @param lnCut of a last byte that begins a character and has nothing behind it.
 */
export function findLikeliest(bytes: Uint8Array, encoding: PairEncoding, lnCut = LN_BAD_BYTE): Likeliest {
  const { units, seconds } = tableOf(encoding);
  const lns = likelihoods();
  const best = new Float64Array(bytes.length + 1);
  const steps = new Uint8Array(bytes.length);
  for (let i = bytes.length - 1; i >= 0; i -= 1) {
    const byte = bytes[i] ?? 0;
    let step = 1;
    const lnBad = i + 1 === bytes.length ? lnCut : LN_BAD_BYTE;
    let ln = (best[i + 1] ?? 0) + (byte < 0x80 ? (lns[byte] ?? 0) : lnBad);
    if (steps[i + 1] === 2) ln += lnBeside(byte);
    if (byte >= 0x80) {
      step = BAD;
      if ((bytes[i + 1] ?? 0) >= 0x80) {
        const through = (best[i + 2] ?? 0) + LN_BAD_PAIR;
        if (through > ln) {
          ln = through;
          step = BAD_PAIR;
        }
      }
      if (encoding === "gb18030" && isStartOfFour(bytes, i)) {
        const through = LN_ASTRAL + lnCut;
        if (through > ln) {
          ln = through;
          step = BAD_PAIR;
        }
      }
      const pair = i + 1 < bytes.length ? pairAt(bytes, i) : -1;
      const unit = pair < 0 ? 0 : (units[pair] ?? 0);
      if (unit !== 0) {
        const own = (seconds[pair] ?? 0) === 0 ? (lns[unit] ?? 0) : LN_ASTRAL;
        const through = (best[i + 2] ?? 0) + own + lnBeside(bytes[i + 2] ?? 0);
        if (through > ln) {
          ln = through;
          step = 2;
        }
      }
      if (encoding === "gb18030" && isFour(bytes, i)) {
        const through = (best[i + 4] ?? 0) + LN_ASTRAL;
        if (through > ln) {
          ln = through;
          step = 4;
        }
      }
    }
    best[i] = ln;
    steps[i] = step;
  }
  return { ln: best[0] ?? 0, steps };
}

/** ln of the likeliest text that these bytes can be. */
export function lnOfPairs(bytes: Uint8Array, encoding: PairEncoding): number {
  return findLikeliest(bytes, encoding).ln;
}
