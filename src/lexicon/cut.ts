/** Cuts texts and seams with the word list. */
import { isDigitCode, isLatinCode } from "../text/chars.ts";
import { NOT_HAN } from "./characters.ts";
import type { Words } from "./words.ts";

/** Han characters looked at on either side of a seam; hardly any listed word is longer. */
const SEAM_REACH = 8;

/** The text as words; see `Lexicon.cut`. */
export function cutText(words: Words, classOfCode: Uint16Array, text: string): string[] {
  const classes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) classes[i] = classOfCode[text.charCodeAt(i)] ?? NOT_HAN;
  const lengths = new Uint8Array(text.length);
  words.bestCut(classes, text.length, lengths);
  const out: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = classes[start] === NOT_HAN ? endOfForeign(text, start) : start + (lengths[start] ?? 1);
    out.push(text.slice(start, end));
    start = end;
  }
  return out;
}

/** End of the run of letters and digits at an offset, or of the one character there: `GB2312` is one, `GB/T` is three. */
function endOfForeign(text: string, start: number): number {
  let end = start;
  while (end < text.length && (isLatinCode(text.charCodeAt(end)) || isDigitCode(text.charCodeAt(end)))) end += 1;
  if (end > start) return end;
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}

const seamClasses = new Uint16Array(2 * SEAM_REACH);
const seamLengths = new Uint8Array(2 * SEAM_REACH);

/** The word across the seam, or null; see `Lexicon.wordAcross`. */
export function wordAcrossSeam(words: Words, classOfCode: Uint16Array, tail: string, head: string): string | null {
  let before = 0;
  while (before < SEAM_REACH && (classOfCode[tail.charCodeAt(tail.length - 1 - before)] ?? NOT_HAN) !== NOT_HAN) {
    before += 1;
  }
  if (before === 0) return null;
  let length = 0;
  for (; length < before; length += 1) {
    seamClasses[length] = classOfCode[tail.charCodeAt(tail.length - before + length)] ?? NOT_HAN;
  }
  for (let i = 0; i < SEAM_REACH; i += 1) {
    const klass = classOfCode[head.charCodeAt(i)] ?? NOT_HAN;
    if (klass === NOT_HAN) break;
    seamClasses[length] = klass;
    length += 1;
  }
  if (length === before) return null;
  // Across most seams there is no word at all, and then nothing needs to be cut.
  if (!words.hasWordAcross(seamClasses, length, before)) return null;
  words.bestCut(seamClasses, length, seamLengths);
  let start = 0;
  while (start < before) {
    const end = start + (seamLengths[start] ?? 1);
    if (end > before) return tail.slice(tail.length - before + start) + head.slice(0, end - before);
    start = end;
  }
  return null;
}
