/**
 * Kinds of characters, from code units. Every class is about what a newspaper prints, not about Unicode blocks alone.
 */

/** Han as printed in running text: BMP ideographs, 〇, and the surrogates of the rarer ones. */
export function isHanCode(code: number): boolean {
  return (
    isCommonHan(code) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0xf900 && code <= 0xfaff) ||
    // Ideographs beyond the BMP have these high and low surrogates; emoji (D83C–D83E) do not.
    (code >= 0xd840 && code <= 0xd888) ||
    (code >= 0xdc00 && code <= 0xdfff)
  );
}

/** The ideographs that running text is made of, as a first look that answers for most characters. */
function isCommonHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

export function isDigitCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

export function isLatinCode(code: number): boolean {
  return (
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
  );
}

/** A figure or a Latin letter: what words of another script than Han are made of. */
export function isWordCode(code: number): boolean {
  return isDigitCode(code) || isLatinCode(code);
}

/** How often a mark stands in a text. */
export function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}

/**
 * Blanks inside a line and at its end, NBSP, ideographic and zero-width ones, and the byte order mark.
 * Asked more often than anything else: Han, nearly all of a page, is answered by two comparisons.
 */
export function isBlankCode(code: number): boolean {
  return code > 0x3000 ? code === 0xfeff : code === 32 || isRareBlankCode(code);
}

function isRareBlankCode(code: number): boolean {
  return (
    (code >= 9 && code <= 13) ||
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x85
  );
}

/** Whether a character is blank for the promise that nothing is lost. */
export const BLANK = /[\s\u200b\u0085\ufeff]/u;

/** Closing quotes and brackets, full-width and half-width. */
const CLOSERS = "”’」』）》】〕)\"'";

/**
 * Whether a text ends a sentence: with a final mark, behind which quotes and brackets may close, or with a bracket that
 * opened after one: 好看。（市民 杜若） and 学了“两论”。 do; 学了“两论” does not.
 */
export function isSentenceEnd(text: string): boolean {
  let at = text.length - 1;
  // Most lines end in the midst of a sentence.
  if (isCommonHan(text.charCodeAt(at))) return false;
  while (at >= 0 && (isBlankCode(text.charCodeAt(at)) || CLOSERS.includes(text.charAt(at)))) at -= 1;
  const last = text.charAt(at);
  // 3. may be the first half of 3.5; 以上. and 10%. are not.
  if (last === ".") return endsBeforeDot(text, at - 1);
  if (FINAL.includes(last)) return true;
  const end = lastVisible(text);
  if (end !== "）" && end !== ")") return false;
  const open = Math.max(text.lastIndexOf("（"), text.lastIndexOf("("));
  // A line all in brackets is whole: （作者单位：市妇联）
  if (open >= 0 && text.slice(0, open).trim() === "") return true;
  return open > 0 && open > text.length - LONGEST_ASIDE && FINAL.includes(lastVisible(text.slice(0, open)) || "x");
}

function endsBeforeDot(text: string, at: number): boolean {
  if (isHanCode(text.charCodeAt(at))) return true;
  const char = text.charAt(at) || "x";
  return BEFORE_DOT.includes(char) || (`)"`.includes(char) && isHanCode(text.charCodeAt(at - 1)));
}

const FINAL = "。！？…!?";
/** What may stand before a full stop that is no Han: units behind a figure, marks of Chinese print that close. */
const BEFORE_DOT = "%％‰℃°”’」』）》】";
/** A signature or source in brackets behind the last sentence is no longer than this. */
const LONGEST_ASIDE = 60;

function lastVisible(text: string): string {
  for (let i = text.length - 1; i >= 0; i -= 1) {
    if (!isBlankCode(text.charCodeAt(i))) return text.charAt(i);
  }
  return "";
}

/** Cells that a text takes as printed, or the part of it between two offsets. */
export function printedCells(text: string, start = 0, end = text.length): number {
  let cells = 0;
  for (let i = start; i < end; i += 1) cells += printedWidth(text.charCodeAt(i));
  return cells;
}

/** Han, letters or digits: the usual ones, whose class V8 compiles fifty times as fast as all of Unicode. */
const COMMON_WORDS = /[〇㐀-鿿A-Za-z0-9]/;

/** Letters or figures of any script; the pattern for those beyond Han and ASCII is dear to compile and seldom asked. */
export function hasWords(text: string): boolean {
  return COMMON_WORDS.test(text) || /[\p{L}\p{N}]/u.test(text);
}

/** Cheap looks before a dear pattern: whether a text has a digit, or a colon, of either width. */
export function hasDigit(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (isDigitCode(text.charCodeAt(i))) return true;
  return false;
}

export function hasColon(text: string): boolean {
  return text.includes("：") || text.includes(":");
}

/** Width in cells as printed: Han and full-width marks 2, digits and Latin letters 1, blanks 0. */
export function printedWidth(code: number): number {
  if (isCommonHan(code)) return 2;
  if (isBlankCode(code)) return 0;
  if (code >= 0xdc00 && code <= 0xdfff) return 0;
  if (code >= 0x2e80 || code === 0x2014 || code === 0x2026) return 2;
  if (code === 0x201c || code === 0x201d || code === 0x2018 || code === 0x2019 || code === 0xb7) return 2;
  if (isWordCode(code)) return 1;
  // A half-width mark in a dump is nearly always a full-width one in print.
  return code === 44 ||
    code === 58 ||
    code === 59 ||
    code === 33 ||
    code === 63 ||
    code === 40 ||
    code === 41 ||
    code === 34
    ? 2
    : 1;
}

/** The text without its blanks. */
export function tighten(loose: string): string {
  let text = "";
  let runStart = 0;
  for (let i = 0; i < loose.length; i += 1) {
    if (!isBlankCode(loose.charCodeAt(i))) continue;
    text += loose.slice(runStart, i);
    runStart = i + 1;
  }
  return runStart === 0 ? loose : text + loose.slice(runStart);
}

/** Code units that are no blanks. */
export function visibleLength(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i += 1) if (isBlankCode(text.charCodeAt(i))) length -= 1;
  return length;
}
