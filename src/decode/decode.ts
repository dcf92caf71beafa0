/**
 * Bytes to text.
 *
 * In: the bytes of one dump. Out: its text, byte order mark taken off, and the name of the encoding.
 * Never: guesses silently; bytes that are no UTF-8 are refused with what they look like instead.
 */
import { isUtf8, transcode } from "node:buffer";
import { UserError } from "../errors.ts";

export interface Decoded {
  readonly text: string;
  /** `utf-8`. */
  readonly encoding: string;
}

/** Below this size the plain decoder is faster than `transcode`. */
const TRANSCODE_FROM_BYTES = 300;

/** @throws {UserError} if the bytes are no UTF-8. */
export function decode(bytes: Uint8Array): Decoded {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUtf8(view)) throw notUtf8(view);
  // transcode is the fast way to UTF-16 on Node 20 (seven times TextDecoder on a page).
  const text =
    view.length < TRANSCODE_FROM_BYTES ? view.toString("utf8") : transcode(view, "utf8", "utf16le").toString("utf16le");
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, encoding: "utf-8" };
}

/** Bytes of Chinese text that another encoding does not happen to make valid. */
const LONG_RUN = 64;

function notUtf8(bytes: Buffer): UserError {
  const offset = firstInvalid(bytes);
  const hex = [...bytes.subarray(offset, offset + 4)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return new UserError(
    `expected UTF-8 text, found ${looksLike(bytes, offset)} (first invalid bytes ${hex} at byte ${offset})`,
    "convert it first, for example: iconv -f GB18030 -t UTF-8 page.txt > page.utf8.txt",
  );
}

function looksLike(bytes: Buffer, firstInvalid: number): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "what looks like UTF-16 LE (byte order mark FF FE)";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "what looks like UTF-16 BE (byte order mark FE FF)";
  const sample = bytes.subarray(0, 4096);
  if (sample.includes(0)) return "binary data (it holds NUL bytes)";
  // Another encoding gives no long run of good UTF-8.
  if (firstInvalid >= Math.min(LONG_RUN, bytes.length / 2)) return "text with damaged bytes";
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high += 1;
  if (high > sample.length * 0.4) return "bytes of another encoding, such as GB18030 or Big5";
  return "text with damaged bytes";
}

/** Offset of the first byte that is no UTF-8, by halving: a valid prefix may end inside a character. */
function firstInvalid(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValidPrefix(bytes, middle)) low = middle;
    else high = middle - 1;
  }
  // The prefix may end inside the character that is broken: name its first byte.
  let start = low;
  while (start > 0 && !isUtf8(bytes.subarray(0, start))) start -= 1;
  return start;
}

function isValidPrefix(bytes: Buffer, end: number): boolean {
  for (let cut = 0; cut <= 3 && cut <= end; cut += 1) {
    if (!isUtf8(bytes.subarray(0, end - cut))) continue;
    const lead = bytes[end - cut];
    if (cut === 0) return true;
    const trail = bytes.subarray(end - cut + 1, end);
    const isStarted = lead !== undefined && lead >= 0xc2 && lead <= 0xf4;
    if (isStarted && trail.every((byte) => byte >= 0x80 && byte <= 0xbf)) return true;
  }
  return false;
}
