/**
 * GB18030 and Big5: a byte below 80 is ASCII, two bytes are one character, in GB18030 sometimes four.
 *
 * A broken byte shifts what follows it, and nothing in the bytes says where the next character begins. So a line with
 * damage is read in the way that makes the likeliest text of it, with as many bytes left out as that takes.
 */
import { type BadBytes, LOST, type Reading } from "./damage.ts";
import { BAD, BAD_PAIR, findLikeliest } from "./likeliest-pairs.ts";
import { type PairEncoding, pairAt, tableOf } from "./pair-table.ts";

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

/** ln of the chance that a dump ends within a character: it is more often cut there than broken anywhere else in its last line. */
const LN_CUT = -6;

function readDamaged(bytes: Uint8Array, encoding: PairEncoding): Reading {
  const { steps } = findLikeliest(bytes, encoding, LN_CUT);
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
