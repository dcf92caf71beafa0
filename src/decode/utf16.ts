/** UTF-16 in either byte order. What cannot be read are halves of surrogate pairs and a last odd byte. */
import { type BadBytes, LOST, type Reading } from "./damage.ts";
import { lnOfText } from "./likelihood.ts";

/** Any code unit of a surrogate pair, paired or not. */
const HALF = /[\ud800-\udfff]/;

/** Lead, in ln, that the reading without the first byte must have: a start that lost a byte misreads all that follows. */
const LN_SHIFTED = 40;
/** Bytes that are asked for it. */
const ASKED_BYTES = 4096;

export function readUtf16(bytes: Buffer, isBigEndian: boolean): Reading {
  const start = bytes.subarray(0, ASKED_BYTES);
  if (lnOfText(decodeEven(start.subarray(1), isBigEndian)) < lnOfText(decodeEven(start, isBigEndian)) + LN_SHIFTED) {
    return readAligned(bytes, isBigEndian);
  }
  const { text, bad } = readAligned(bytes.subarray(1), isBigEndian);
  const moved = bad.map(({ at, byteOffset, byteCount }) => ({ at: at + 1, byteOffset: byteOffset + 1, byteCount }));
  return { text: LOST + text, bad: [{ at: 0, byteOffset: 0, byteCount: 1 }, ...moved] };
}

function readAligned(bytes: Buffer, isBigEndian: boolean): Reading {
  const even = bytes.subarray(0, bytes.length & ~1);
  const text = decodeEven(even, isBigEndian);
  const read: Reading = HALF.test(text) ? withoutHalves(text) : { text, bad: [] };
  if (even.length === bytes.length) return read;
  const cut: BadBytes = { at: read.text.length, byteOffset: even.length, byteCount: 1 };
  return { text: read.text + LOST, bad: [...read.bad, cut] };
}

function decodeEven(bytes: Buffer, isBigEndian: boolean): string {
  const even = bytes.subarray(0, bytes.length & ~1);
  // swap16 works in place, and the bytes are not ours.
  return (isBigEndian ? Buffer.from(even).swap16() : even).toString("utf16le");
}

function withoutHalves(raw: string): Reading {
  const bad: BadBytes[] = [];
  let text = "";
  let goodFrom = 0;
  let i = 0;
  while (i < raw.length) {
    const length = characterLength(raw, i);
    if (length > 0) {
      i += length;
      continue;
    }
    text += raw.slice(goodFrom, i);
    const first = i;
    while (i < raw.length && characterLength(raw, i) === 0) i += 1;
    bad.push({ at: text.length, byteOffset: 2 * first, byteCount: 2 * (i - first) });
    text += LOST;
    goodFrom = i;
  }
  return { text: text + raw.slice(goodFrom), bad };
}

/** Code units of the character that begins at an offset; 0 for half of one. */
function characterLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdfff) return 1;
  if (code > 0xdbff) return 0;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 0;
}
