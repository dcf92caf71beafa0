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
const headClasses = new Uint16Array(SEAM_REACH);

/** What a tail begins: the words that its last characters may be the beginnings of. */
interface OpenTail {
  tail: string;
  /** The Han characters that end the tail. */
  readonly classes: Uint16Array;
  length: number;
  readonly ends: Int32Array;
  count: number;
}

/** The tails asked about last, each in the place that its end gives it: one tail is held against many heads. */
const TAILS_KEPT = 64;
const open = { words: null as Words | null, tails: new Array<OpenTail | undefined>(TAILS_KEPT).fill(undefined) };

function openTail(words: Words, classOfCode: Uint16Array, tail: string): OpenTail {
  if (words !== open.words) {
    open.words = words;
    open.tails.fill(undefined);
  }
  const place = tail === "" ? 0 : tail.charCodeAt(tail.length - 1) % TAILS_KEPT;
  let made = open.tails[place];
  if (made === undefined) {
    made = {
      tail: "",
      classes: new Uint16Array(SEAM_REACH),
      length: 0,
      ends: new Int32Array(2 * SEAM_REACH),
      count: 0,
    };
    open.tails[place] = made;
  }
  if (made.tail === tail) return made;
  const reach = Math.min(SEAM_REACH, tail.length);
  let length = 0;
  while (length < reach && (classOfCode[tail.charCodeAt(tail.length - 1 - length)] ?? NOT_HAN) !== NOT_HAN) {
    length += 1;
  }
  for (let i = 0; i < length; i += 1) {
    made.classes[i] = classOfCode[tail.charCodeAt(tail.length - length + i)] ?? NOT_HAN;
  }
  made.tail = tail;
  made.length = length;
  made.count = words.openEnds(made.classes, length, made.ends);
  return made;
}

/** The word across the seam, or null; see `Lexicon.wordAcross`. */
export function wordAcrossSeam(words: Words, classOfCode: Uint16Array, tail: string, head: string): string | null {
  const { classes, length: before, ends, count } = openTail(words, classOfCode, tail);
  if (count === 0) return null;
  const reach = Math.min(SEAM_REACH, head.length);
  let after = 0;
  for (; after < reach; after += 1) {
    const klass = classOfCode[head.charCodeAt(after)] ?? NOT_HAN;
    if (klass === NOT_HAN) break;
    headClasses[after] = klass;
  }
  // Across most seams there is no word at all, and then nothing needs to be cut.
  if (!words.goesOn(ends, count, headClasses, after)) return null;
  for (let i = 0; i < before; i += 1) seamClasses[i] = classes[i] ?? NOT_HAN;
  for (let i = 0; i < after; i += 1) seamClasses[before + i] = headClasses[i] ?? NOT_HAN;
  words.bestCut(seamClasses, before + after, seamLengths);
  let start = 0;
  while (start < before) {
    const end = start + (seamLengths[start] ?? 1);
    if (end > before) return tail.slice(tail.length - before + start) + head.slice(0, end - before);
    start = end;
  }
  return null;
}
