/**
 * GB18030 and Big5: a byte below 80 is ASCII, two bytes are one character, in GB18030 sometimes four.
 *
 * A broken byte shifts what follows it, and nothing in the bytes says where the next character begins. So a line with
 * damage is read in the way that makes the likeliest text of it, with as many bytes left out as that takes.
 */
import { FIRST_LEAD, FIRST_TRAIL, LAST_LEAD, LAST_TRAIL, loadBig5, type PairTable, TRAILS } from "../lexicon/big5.ts";
import { type BadBytes, LOST, type Reading } from "./damage.ts";
import type { Encoding } from "./encodings.ts";
import { LN_ASTRAL, LN_BAD_BYTE, LN_BAD_PAIR, likelihoods } from "./likelihood.ts";

export type PairEncoding = Extract<Encoding, "gb18030" | "big5">;

let big5: PairTable | undefined;
let gb18030: PairTable | undefined;

function tableOf(encoding: PairEncoding): PairTable {
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
function pairAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const trail = bytes[at + 1] ?? 0;
  if (lead < FIRST_LEAD || lead > LAST_LEAD || trail < FIRST_TRAIL || trail > LAST_TRAIL) return -1;
  return (lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL;
}

export function readPairs(bytes: Buffer, encoding: PairEncoding): Reading {
  const whole = readUndamaged(bytes, encoding);
  if (whole !== null) return { text: whole, bad: [] };
  let text = "";
  const bad: BadBytes[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = endOfLine(bytes, start);
    const line = bytes.subarray(start, end);
    const plain = readUndamaged(line, encoding);
    if (plain !== null) text += plain;
    else {
      const read = readDamaged(line, encoding);
      for (const { at, byteOffset, byteCount } of read.bad) {
        bad.push({ at: text.length + at, byteOffset: start + byteOffset, byteCount });
      }
      text += read.text;
    }
    start = end;
  }
  return { text, bad };
}

/** Behind the next line end: its byte is never a part of another character. */
function endOfLine(bytes: Buffer, from: number): number {
  for (let i = from; i < bytes.length; i += 1) if (bytes[i] === 10 || bytes[i] === 13) return i + 1;
  return bytes.length;
}

/** The text, or null if a byte of it is bad. */
function readUndamaged(bytes: Buffer, encoding: PairEncoding): string | null {
  if (encoding === "big5") return readUndamagedBig5(bytes);
  try {
    return new TextDecoder("gb18030", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function readUndamagedBig5(bytes: Buffer): string | null {
  const { units, seconds } = tableOf("big5");
  // One unit a byte is the most.
  const out = new Uint16Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      out[length] = byte;
      length += 1;
      i += 1;
      continue;
    }
    const pair = pairAt(bytes, i);
    const unit = pair < 0 ? 0 : (units[pair] ?? 0);
    if (unit === 0) return null;
    out[length] = unit;
    length += 1;
    const second = seconds[pair] ?? 0;
    if (second !== 0) {
      out[length] = second;
      length += 1;
    }
    i += 2;
  }
  return textOf(out, length);
}

function textOf(units: Uint16Array, length: number): string {
  return Buffer.from(units.buffer, 0, 2 * length).toString("utf16le");
}

/** ln of the likeliest text that these bytes can be. */
export function lnOfPairs(bytes: Uint8Array, encoding: PairEncoding): number {
  return findLikeliest(bytes, encoding).ln;
}

function readDamaged(bytes: Uint8Array, encoding: PairEncoding): Reading {
  const { steps } = findLikeliest(bytes, encoding);
  const { units, seconds } = tableOf(encoding);
  const bad: BadBytes[] = [];
  let text = "";
  for (let i = 0; i < bytes.length; ) {
    const step = steps[i] ?? 0;
    if (step === BAD || step === BAD_PAIR) {
      const byteCount = step === BAD ? 1 : 2;
      const last = bad[bad.length - 1];
      if (last !== undefined && last.byteOffset + last.byteCount === i) {
        bad[bad.length - 1] = { ...last, byteCount: last.byteCount + byteCount };
      } else {
        bad.push({ at: text.length, byteOffset: i, byteCount });
        text += LOST;
      }
      i += byteCount;
      continue;
    }
    if (step === 4) text += new TextDecoder("gb18030").decode(bytes.subarray(i, i + 4));
    else if (step === 1) text += String.fromCharCode(bytes[i] ?? 0);
    else {
      const pair = pairAt(bytes, i);
      const second = seconds[pair] ?? 0;
      text += String.fromCharCode(units[pair] ?? 0) + (second === 0 ? "" : String.fromCharCode(second));
    }
    i += step;
  }
  return { text, bad };
}

/** Steps over bytes that belong to no character, one or two; other steps are the bytes of one. */
const BAD = 0;
const BAD_PAIR = 3;

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

/** The best way from the last byte back to the first: at each offset the best of one byte, two, four, or a bad one. */
function findLikeliest(bytes: Uint8Array, encoding: PairEncoding): Likeliest {
  const { units, seconds } = tableOf(encoding);
  const lns = likelihoods();
  const best = new Float64Array(bytes.length + 1);
  const steps = new Uint8Array(bytes.length);
  for (let i = bytes.length - 1; i >= 0; i -= 1) {
    const byte = bytes[i] ?? 0;
    let step = 1;
    let ln = (best[i + 1] ?? 0) + (byte < 0x80 ? (lns[byte] ?? 0) : LN_BAD_BYTE);
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

/** Whether four bytes are one character of GB18030. */
function isFour(bytes: Uint8Array, at: number): boolean {
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

/** Places of four-byte characters, counted from 81 30 81 30. */
const LAST_OF_BMP = 39_419;
const FIRST_ASTRAL = 189_000;
const LAST_ASTRAL = 1_237_575;
