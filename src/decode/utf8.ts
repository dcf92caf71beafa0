/** UTF-8, whole and damaged. Damage stays where it is: UTF-8 shows by itself where the next character begins. */
import { isUtf8, transcode } from "node:buffer";
import { type BadBytes, LOST, type Reading } from "./damage.ts";

/** Below this size the plain decoder is faster than `transcode`. */
const TRANSCODE_FROM_BYTES = 300;

/** @param bytes valid UTF-8. */
export function readValidUtf8(bytes: Buffer): string {
  // transcode is the fast way to UTF-16 on Node 20 (seven times TextDecoder on a page).
  return bytes.length < TRANSCODE_FROM_BYTES
    ? bytes.toString("utf8")
    : transcode(bytes, "utf8", "utf16le").toString("utf16le");
}

export function readUtf8(bytes: Buffer): Reading {
  if (isUtf8(bytes)) return { text: readValidUtf8(bytes), bad: [] };
  const bad: BadBytes[] = [];
  let text = "";
  let goodFrom = 0;
  let i = 0;
  while (i < bytes.length) {
    const length = characterLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    text += bytes.toString("utf8", goodFrom, i);
    const byteOffset = i;
    while (i < bytes.length && characterLength(bytes, i) === 0) i += 1;
    bad.push({ at: text.length, byteOffset, byteCount: i - byteOffset });
    text += LOST;
    goodFrom = i;
  }
  return { text: text + bytes.toString("utf8", goodFrom), bad };
}

/** Bytes of the character that begins at an offset; 0 if none does. Table 3-7 of the Unicode Standard. */
function characterLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  if (lead < 0xe0) return isTrail(second) ? 2 : 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high || !isTrail(bytes[at + 2] ?? 0)) return 0;
  if (lead < 0xf0) return 3;
  return isTrail(bytes[at + 3] ?? 0) ? 4 : 0;
}

function isTrail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}
