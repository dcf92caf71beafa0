/**
 * Which encoding bytes are in, from the bytes alone: a mark at their start, whether they are UTF-8, and else the encoding
 * that makes the likeliest Chinese of them.
 */
import type { Reading } from "./damage.ts";
import type { Encoding } from "./encodings.ts";
import { lnOfPairs } from "./likeliest-pairs.ts";
import { LN_BAD_BYTE, likelihoods, lnOfText } from "./likelihood.ts";
import { readUtf8 } from "./utf8.ts";
import { readUtf16 } from "./utf16.ts";

export interface Detected {
  readonly encoding: Encoding;
  /** Another encoding that is nearly as likely. */
  readonly rival: Encoding | null;
  /** Whether the bytes make any sense in it. */
  readonly isText: boolean;
}

interface Mark {
  readonly encoding: Encoding;
  readonly bytes: readonly number[];
}

const MARKS: readonly Mark[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
  { encoding: "gb18030", bytes: [0x84, 0x31, 0x95, 0x33] },
];

/**
 * What each is given ahead. UTF-8 as much as one bad byte costs: one alone is damage and speaks for no other encoding.
 * UTF-16 without a mark is rare, and a few zeros make pairs of any bytes.
 */
const LN_AHEAD: Readonly<Record<Encoding, number>> = {
  "utf-8": -LN_BAD_BYTE,
  gb18030: 0,
  big5: 0,
  "utf-16le": -15,
  "utf-16be": -15,
};
/** What a mark is worth. Two bytes of damage can look like one. */
const LN_MARK = 100;
/** Lead of the winner below which the runner-up is named, in ln: about one rare character for a common one. */
const LN_SURE = 14;
/** Lead at which the next window need not be looked at. */
const LN_BEYOND_DOUBT = 200;

/**
 * Mean ln of a byte below which bytes are no text. Pages have -2.5 to -4.2, poems of rare characters -5.1 at worst;
 * pictures, programs and archives -6.1 at best, mostly below -7.
 */
const LN_BYTE_OF_TEXT = -5.5;
/** What few bytes may fall short of it: for each of them, and at most. */
const LN_GRACE_OF_BYTE = 0.4;
const LN_GRACE = 25;

/** Bytes that are weighed at once, and how often over the whole at most. */
const WINDOW_BYTES = 512;
const WINDOWS = 4;

export function detect(bytes: Buffer): Detected {
  const mark = MARKS.find((one) => one.bytes.every((byte, i) => bytes[i] === byte));
  const sums = CANDIDATES.map(({ encoding }) => ({
    encoding,
    ln: encoding === mark?.encoding ? LN_MARK : LN_AHEAD[encoding],
  }));
  let weighed = 0;
  let [first, second] = sums;
  for (const window of windowsOf(bytes)) {
    weighed += window.length;
    for (const [i, { lnOf }] of CANDIDATES.entries()) {
      const sum = sums[i];
      if (sum !== undefined) sum.ln += lnOf(window);
    }
    [first, second] = [...sums].sort((a, b) => b.ln - a.ln);
    if (leadOf(first, second) > LN_BEYOND_DOUBT) break;
  }
  if (first === undefined || second === undefined) throw new RangeError("no encodings");
  return {
    encoding: first.encoding,
    rival: leadOf(first, second) < LN_SURE ? second.encoding : null,
    isText: mark !== undefined || first.ln > weighed * LN_BYTE_OF_TEXT - Math.min(LN_GRACE, weighed * LN_GRACE_OF_BYTE),
  };
}

interface Weight {
  readonly encoding: Encoding;
  ln: number;
}

function leadOf(first: Weight | undefined, second: Weight | undefined): number {
  return (first?.ln ?? 0) - (second?.ln ?? 0);
}

/**
 * The whole in windows, or some of it, the first byte that is no ASCII in the first window. No byte is weighed twice. All
 * begin on even offsets, for UTF-16.
 */
function windowsOf(bytes: Buffer): readonly Buffer[] {
  if (bytes.length <= WINDOWS * WINDOW_BYTES) {
    const count = Math.max(1, Math.ceil(bytes.length / WINDOW_BYTES));
    return Array.from({ length: count }, (_, i) => bytes.subarray(i * WINDOW_BYTES, (i + 1) * WINDOW_BYTES));
  }
  let first = 0;
  while (first < bytes.length && isAscii(bytes[first] ?? 0)) first += 1;
  const from = Math.max(0, Math.min(first - WINDOW_BYTES / 2, bytes.length - WINDOWS * WINDOW_BYTES)) & ~1;
  const stride = Math.max(0, bytes.length - from - WINDOW_BYTES) / (WINDOWS - 1);
  return Array.from({ length: WINDOWS }, (_, i) => {
    const start = (from + Math.floor(i * stride)) & ~1;
    return bytes.subarray(start, start + WINDOW_BYTES);
  });
}

/** NUL counts with the others: it is what UTF-16 makes of ASCII. */
function isAscii(byte: number): boolean {
  return byte > 0 && byte < 0x80;
}

function lnOfReading({ text, bad }: Reading): number {
  return bad.reduce((ln, { byteCount }) => ln + byteCount * LN_BAD_BYTE, lnOfText(text, bad));
}

interface Candidate {
  readonly encoding: Encoding;
  readonly lnOf: (sample: Buffer) => number;
}

const CANDIDATES: readonly Candidate[] = [
  { encoding: "utf-8", lnOf: (sample) => lnOfReading(readUtf8(sample)) },
  { encoding: "gb18030", lnOf: (sample) => lnOfPairs(sample, "gb18030") },
  { encoding: "big5", lnOf: (sample) => lnOfPairs(sample, "big5") },
  { encoding: "utf-16le", lnOf: (sample) => lnOfUtf16(sample, false) },
  { encoding: "utf-16be", lnOf: (sample) => lnOfUtf16(sample, true) },
];

function lnOfUtf16(sample: Buffer, isBigEndian: boolean): number {
  const reading = readUtf16(sample, isBigEndian);
  let ln = lnOfReading(reading);
  // A hole of zeros is no text in any encoding; two of them in one unit must not look likelier than two alone.
  for (let i = 0; i < reading.text.length; i += 1) if (reading.text.charCodeAt(i) === 0) ln += likelihoods()[0] ?? 0;
  // Bytes in the other order, with one more in front, look the same but for their ends: no lost start without need.
  const [first] = reading.bad;
  return first?.byteOffset === 0 && first.byteCount === 1 ? ln + LN_BAD_BYTE : ln;
}
