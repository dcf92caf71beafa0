/**
 * Whether the marks of a dump are those of a recognised picture.
 *
 * Papers print full-width marks, and a program that takes the text out of a PDF gives them as they are. An OCR engine of
 * printed lines reads most of them as half-width ones: 高速免费时段: 9月30日; 他说:“好! ”
 *
 * In: lines. Out: the answer. Never: looks at words.
 */
import { isBlankCode, isDigitCode, isHanCode, isLatinCode } from "../text/chars.ts";
import type { Line } from "./lines.ts";

/** Fewer marks do not tell. */
const LEAST_HALF = 4;
/** So many half-width ones for each full-width one. */
const HALF_TO_FULL = 3;

export function hasHalfMarks(text: string, lines: readonly Line[]): boolean {
  let half = 0;
  let full = 0;
  for (const { start, end } of lines) {
    for (let i = start + 1; i < end; i += 1) {
      const code = text.charCodeAt(i);
      if (code >= 0x4e00 && code <= 0x9fff) continue;
      // : ; ! ? and their full-width forms
      if (code === 0xff1a || code === 0xff1b || code === 0xff01 || code === 0xff1f) full += 1;
      else if ((code === 58 || code === 59 || code === 33 || code === 63) && isHanCode(text.charCodeAt(i - 1)))
        half += 1;
    }
  }
  return half >= LEAST_HALF && half >= HALF_TO_FULL * full;
}

/**
 * An engine reads one mark or another as a half-width one on almost every page; a text layer has none behind a Han.
 * What people type half-width does not count: a colon (责编: 尹长河), and any mark before a figure or a Latin word
 * (电话:0731, 详见.com).
 */
export function hasNoHalfMark(text: string, lines: readonly Line[]): boolean {
  for (const { start, end } of lines)
    for (let i = start + 1; i < end; i += 1)
      if (isHalfMark(text.charCodeAt(i)) && isHanCode(text.charCodeAt(i - 1)) && !isTyped(text, i + 1, end))
        return false;
  return true;
}

/** , . ; ! ? */
function isHalfMark(code: number): boolean {
  return code < 64 && (code === 44 || code === 46 || code === 59 || code === 33 || code === 63);
}

/** @param from behind the mark. */
function isTyped(text: string, from: number, end: number): boolean {
  let next = from;
  while (next < end && isBlankCode(text.charCodeAt(next))) next += 1;
  const code = next < end ? text.charCodeAt(next) : 0;
  return isDigitCode(code) || isLatinCode(code);
}
