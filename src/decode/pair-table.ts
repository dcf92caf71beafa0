/** What the pairs of bytes of GB18030 and Big5 stand for, and the four-byte characters of GB18030. */
import { FIRST_LEAD, FIRST_TRAIL, LAST_LEAD, LAST_TRAIL, loadBig5, type PairTable, TRAILS } from "../lexicon/big5.ts";
import type { Encoding } from "./encodings.ts";

export type PairEncoding = Extract<Encoding, "gb18030" | "big5">;

let big5: PairTable | undefined;
let gb18030: PairTable | undefined;

export function tableOf(encoding: PairEncoding): PairTable {
  if (encoding === "big5") {
    big5 ??= loadBig5();
    return big5;
  }
  gb18030 ??= askNode();
  return gb18030;
}

/** Node knows all pairs of GB18030; each is one code unit. */
function askNode(): PairTable {
  const bytes = Buffer.alloc(2 * (LAST_LEAD - FIRST_LEAD + 1) * (TRAILS - 1));
  let end = 0;
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) {
      if (trail === NO_TRAIL) continue;
      bytes[end] = lead;
      bytes[end + 1] = trail;
      end += 2;
    }
  }
  const text = new TextDecoder("gb18030").decode(bytes);
  const units = new Uint16Array((LAST_LEAD - FIRST_LEAD + 1) * TRAILS);
  let at = 0;
  for (let i = 0; i < units.length; i += 1) {
    if ((i % TRAILS) + FIRST_TRAIL === NO_TRAIL) continue;
    units[i] = text.charCodeAt(at);
    at += 1;
  }
  return { units, seconds: new Uint16Array(units.length) };
}

/** Between the two ranges of second bytes. */
const NO_TRAIL = 0x7f;

/** Index of a pair in a table, or -1. */
export function pairAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const trail = bytes[at + 1] ?? 0;
  if (lead < FIRST_LEAD || lead > LAST_LEAD || trail < FIRST_TRAIL || trail > LAST_TRAIL) return -1;
  return (lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL;
}

/** Whether four bytes are one character of GB18030. */
export function isFour(bytes: Uint8Array, at: number): boolean {
  if (at + 3 >= bytes.length) return false;
  const second = bytes[at + 1] ?? 0;
  if (second < 0x30 || second > 0x39) return false;
  const first = bytes[at] ?? 0;
  const third = bytes[at + 2] ?? 0;
  const fourth = bytes[at + 3] ?? 0;
  if (third < 0x81 || third > 0xfe || fourth < 0x30 || fourth > 0x39) return false;
  const place = ((first - 0x81) * 10 + second - 0x30) * 1260 + (third - 0x81) * 10 + fourth - 0x30;
  return first >= 0x81 && (place <= LAST_OF_BMP || (place >= FIRST_ASTRAL && place <= LAST_ASTRAL));
}

/** Whether the last two or three bytes are all that is there of a character of four. */
export function isStartOfFour(bytes: Uint8Array, at: number): boolean {
  const left = bytes.length - at;
  const second = bytes[at + 1] ?? 0;
  if ((left !== 2 && left !== 3) || second < 0x30 || second > 0x39) return false;
  return (bytes[at] ?? 0) >= 0x81 && (left === 2 || (bytes[at + 2] ?? 0) >= 0x81);
}

/** Places of four-byte characters, counted from 81 30 81 30. */
const LAST_OF_BMP = 39_419;
const FIRST_ASTRAL = 189_000;
const LAST_ASTRAL = 1_237_575;
