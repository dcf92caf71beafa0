/**
 * What no rule may touch: letters, digits, Han, and whatever has no better name (marks on letters, private characters,
 * halves of surrogate pairs). Blanks, punctuation, symbols and control characters are what rules work on.
 */
import { printedForm } from "../../repair/width/form.ts";

/** Marks that choose a glyph are free, too. Matches `，`, a blank, `★`, NUL; not `山`, `３`, `é`. */
const FREE = /[\s\p{P}\p{S}\p{Cc}\p{Cf}]+|[\ufe00-\ufe0f]/gu;

/** Full-width letters and digits. Matches `Ａ` and `３`; not `，`. */
const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;

/** What may be a letter and its marks in one: neither ASCII nor plain Han. Matches `é`, `가`; not `山`. */
const COMPOSED = /[^\0-\x7f\u3400-\u9fff]/gu;

/** Distance between a full-width form and its ASCII twin. */
const FULL_WIDTH_SHIFT = 0xfee0;

/** Unicode counts a radical among the symbols; in a dump it is the character: ⻓ and 长. */
const RADICAL = /[\u2e80-\u2fd5]/g;

/** Matches text that a rule may put in, the stroke between two cells too; not a letter, digit or Han. */
const INSERTABLE = /^[\s\p{P}|]*$/u;

/**
 * The characters that must be the same before and after, full-width forms folded to ASCII. Marks on letters stand apart:
 * composed, a mark on a line of its own would melt into the letter above and be found nowhere. Each character is taken apart
 * by itself, because the marks of two lines, once they stand together, would change places. One radical, ⼾, is 户 in one
 * script and 戶 in the other.
 */
export function skeleton(text: string): string {
  return text
    .replace(RADICAL, printedForm)
    .replaceAll("戶", "户")
    .replace(FREE, "")
    .replace(FULL_WIDTH, (form) => String.fromCharCode(form.charCodeAt(0) - FULL_WIDTH_SHIFT))
    .replace(COMPOSED, (character) => character.normalize("NFD"));
}

export function isInsertable(text: string): boolean {
  return INSERTABLE.test(text);
}
