/**
 * What a page says more than once.
 *
 * In: the lines of a page. Out: whether the characters on both sides of a seam stand in this order within a line, too.
 * Never: looks at words that a list knows.
 *
 * A text keeps to its names and things, which no list has: 柳湾|渡口 is a rare pair, but the line above has it whole. Of
 * seams that are true and say nothing by the counts of news one in six is heard again like this, of false ones one in 500.
 */
import { isBlankCode, isHanCode } from "../../text/chars.ts";
import type { Line } from "../lines.ts";

/** Triples of a page are a few thousand: with so many slots one in a hundred meets another by chance. */
const SLOT_BITS = 18;
/** Spreads a triple over the slots (Knuth, multiplicative hashing). */
const SPREAD = 0x9e3779b1;

export class Echoes {
  /** A bit for each slot: 32 kilobytes stay in the processor's nearest memory, where a byte each would take 256. */
  readonly #slots = new Uint32Array((1 << SLOT_BITS) / 32);

  constructor(text: string, lines: readonly Line[]) {
    for (const line of lines) {
      let first = 0;
      let second = 0;
      for (let i = line.start; i < line.end; i += 1) {
        const code = text.charCodeAt(i);
        if (isBlankCode(code)) continue;
        if (first > 0 && isHanCode(code)) this.#keep(slotOf(first, second, code));
        first = second;
        second = isHanCode(code) ? code : 0;
        if (second === 0) first = 0;
      }
    }
  }

  /** How many of the two triples across the seam the page has elsewhere: 0 to 2. */
  count(tail: string, head: string): number {
    const [a, b] = [tail.charCodeAt(0), tail.charCodeAt(1)];
    const [c, d] = [head.charCodeAt(0), head.charCodeAt(1)];
    if (!isHanCode(b) || !isHanCode(c)) return 0;
    const before = isHanCode(a) ? this.#has(slotOf(a, b, c)) : 0;
    return before + (isHanCode(d) ? this.#has(slotOf(b, c, d)) : 0);
  }

  #keep(slot: number): void {
    this.#slots[slot >>> 5] = (this.#slots[slot >>> 5] ?? 0) | (1 << (slot & 31));
  }

  /** 1 or 0. */
  #has(slot: number): number {
    return ((this.#slots[slot >>> 5] ?? 0) >>> (slot & 31)) & 1;
  }
}

function slotOf(first: number, second: number, third: number): number {
  return Math.imul(Math.imul(Math.imul(first, 31) + second, 0x10001) ^ (third << 7), SPREAD) >>> (32 - SLOT_BITS);
}
