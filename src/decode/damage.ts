/** Bytes that are no text, and what is said of them. */
import type { Finding } from "../notice.ts";
import type { Encoding } from "./encodings.ts";

/** What stands in the text where bytes could not be read: one for each run of them. */
export const LOST = "\ufffd";
export const LOST_CODE = 0xfffd;

/** Adjacent bytes that could not be read. */
export interface BadBytes {
  /** UTF-16 offset of their mark in the text. */
  readonly at: number;
  readonly byteOffset: number;
  readonly byteCount: number;
}

/** A text read from bytes. */
export interface Reading {
  readonly text: string;
  /** In ascending order. */
  readonly bad: readonly BadBytes[];
}

/** Places said one by one; what is left is said in one more finding. */
const SAID_PLACES = 1000;
/** Bytes of one place that are shown. */
const SHOWN_BYTES = 12;

const LABELS: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  gb18030: "GB18030",
  big5: "Big5",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
};

export function labelOf(encoding: Encoding): string {
  return LABELS[encoding];
}

export function findDamage(bytes: Uint8Array, { text, bad }: Reading, encoding: Encoding): readonly Finding[] {
  const findings = bad.slice(0, SAID_PLACES).map(({ at, byteOffset, byteCount }) => {
    const shown = hex(bytes.subarray(byteOffset, byteOffset + Math.min(byteCount, SHOWN_BYTES)));
    const more = byteCount > SHOWN_BYTES ? ` and ${byteCount - SHOWN_BYTES} more` : "";
    const message = `${shown}${more} at byte ${byteOffset}: no ${labelOf(encoding)}, read as U+FFFD; compare the scan`;
    return warning("decode/bad-bytes", at, message);
  });
  const [next] = bad.slice(SAID_PLACES);
  if (next !== undefined) {
    const places = bad.length - SAID_PLACES;
    const message = `bytes that are no ${labelOf(encoding)} at ${places} more place${places === 1 ? "" : "s"} from here on; is it the right encoding?`;
    findings.push(warning("decode/bad-bytes", next.at, message));
  }
  return [...findings, ...findLost(text, bad)];
}

/** Marks that the dump itself holds: an earlier program could not read its bytes. */
function findLost(text: string, bad: readonly BadBytes[]): readonly Finding[] {
  const findings: Finding[] = [];
  const own = new Set(bad.map(({ at }) => at));
  let at = text.indexOf(LOST);
  while (at >= 0) {
    let end = at;
    while (text.charCodeAt(end) === LOST_CODE && !own.has(end)) end += 1;
    if (end > at) {
      if (findings.length === SAID_PLACES) break;
      const marks = end - at === 1 ? "U+FFFD" : `${end - at} times U+FFFD`;
      const message = `the dump itself has ${marks} here: an earlier program lost a character; compare the scan`;
      findings.push(warning("decode/lost-before", at, message));
    }
    at = text.indexOf(LOST, Math.max(end, at + 1));
  }
  return findings;
}

function warning(rule: string, offset: number, message: string): Finding {
  return { rule, level: "warning", offset, message };
}

/** `E9 FF 92`. */
export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}
