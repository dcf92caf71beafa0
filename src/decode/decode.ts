/**
 * Bytes to text.
 *
 * In: the bytes of one dump, and its encoding where somebody has said it. Out: its text, byte order mark taken off, the
 * name of the encoding, and what could not be read.
 * Never: drops a byte in silence. What is no text in the encoding becomes U+FFFD, and a finding says which bytes and where.
 */
import { isUtf8 } from "node:buffer";
import { UserError } from "../errors.ts";
import type { Finding } from "../notice.ts";
import { findDamage, hex, LOST, labelOf, type Reading } from "./damage.ts";
import { detect } from "./detect.ts";
import { type Encoding, encodingNamed } from "./encodings.ts";
import { otherFormat } from "./other-formats.ts";
import { readPairs } from "./pairs.ts";
import { readUtf8, readValidUtf8 } from "./utf8.ts";
import { readUtf16 } from "./utf16.ts";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** What could not be read, and doubts about the encoding. */
  readonly findings: readonly Finding[];
}

/**
 * @param name the encoding, as a person calls it or as a page JSON names it; found from the bytes if not given.
 * @throws {UserError} if there is no such encoding, or the bytes are no text in any, or are a PDF or another file of
 * those that hold pages.
 */
export function decode(bytes: Uint8Array, name?: string): Decoded {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (name !== undefined) return readAs(view, encodingNamed(name));
  refuseOtherFormats(view);
  if (isUtf8(view)) {
    const text = readValidUtf8(view);
    if (isPlainlyUtf8(text, view)) return finish(view, { text, bad: [] }, "utf-8");
  }
  const { encoding, rival, isText } = detect(view);
  if (!isText && !isUtf8(view)) throw noText(view);
  const read = readAs(view, encoding);
  return rival === null ? read : { ...read, findings: [inDoubt(encoding, rival), ...read.findings] };
}

/**
 * Whether text that is valid UTF-8 can be nothing else. Other encodings give valid UTF-8 by chance only as pairs of
 * letters (Greek, Arabic), and UTF-16 of ASCII only with NULs.
 */
function isPlainlyUtf8(text: string, bytes: Buffer): boolean {
  if (text.charCodeAt(0) === MARK) return true;
  if (bytes.includes(0)) return false;
  if (text.length === bytes.length) return true;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) >= FIRST_OF_THREE_BYTES) return true;
  return false;
}

/** The byte order mark as a character. */
const MARK = 0xfeff;
/** First character that takes three bytes of UTF-8, as Han does. */
const FIRST_OF_THREE_BYTES = 0x800;

function readAs(bytes: Buffer, encoding: Encoding): Decoded {
  return finish(bytes, read(bytes, encoding), encoding);
}

function read(bytes: Buffer, encoding: Encoding): Reading {
  switch (encoding) {
    case "utf-8":
      return readUtf8(bytes);
    case "gb18030":
    case "big5":
      return readPairs(bytes, encoding);
    case "utf-16le":
    case "utf-16be":
      return readUtf16(bytes, encoding === "utf-16be");
  }
}

/** Takes the mark off, and says what was damaged. */
function finish(bytes: Buffer, { text, bad }: Reading, encoding: Encoding): Decoded {
  const body = text.charCodeAt(0) === MARK ? text.slice(1) : text;
  if (!body.includes(LOST)) return { text: body, encoding, findings: [] };
  const shift = text.length - body.length;
  const moved = shift === 0 ? bad : bad.map((place) => ({ ...place, at: place.at - shift }));
  return { text: body, encoding, findings: findDamage(bytes, { text: body, bad: moved }, encoding) };
}

function inDoubt(encoding: Encoding, rival: Encoding): Finding {
  const message = `read as ${labelOf(encoding)}, but ${labelOf(rival)} is nearly as likely; name the right one with --encoding`;
  return { rule: "decode/encoding", level: "warning", offset: 0, message };
}

const EXPECTED = "expected text in UTF-8, GB18030, Big5 or UTF-16";

/** @throws {UserError} if the bytes begin as no text does, with the name of what they are. */
function refuseOtherFormats(bytes: Buffer): void {
  const format = otherFormat(bytes);
  if (format !== null) throw new UserError(`${EXPECTED}, found ${format.name}`, format.advice);
}

function noText(bytes: Buffer): UserError {
  const what = bytes.subarray(0, 4096).includes(0) ? "binary data (it holds NUL bytes)" : "bytes that are no text";
  return new UserError(
    `${EXPECTED}, found ${what}, which begin with ${hex(bytes.subarray(0, 4))}`,
    "take it out of the input, or name its encoding with --encoding if it is text",
  );
}
