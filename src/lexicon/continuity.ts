/**
 * How well one end of text continues another, by characters and words: the clues that need no layout.
 */
import { isBlankCode } from "../text/chars.ts";
import { type Lexicon, RARE_WORD } from "./lexicon.ts";

export interface Continuity {
  /** Log-odds, natural base; 0 means no opinion. Positive favours the join. */
  readonly score: number;
  /** Of the characters alone. */
  readonly characters: number;
  /** The dictionary word across the seam, or null. */
  readonly word: string | null;
}

/** Log-odds a word across the seam adds to its characters; a rare word adds less. */
const WORD_BONUS = 1.5;
const RARE_WORD_BONUS = 0.5;
/** As much text at a seam as the clues look at, without blanks. */
const REACH = 12;

export function continuity(tail: string, head: string, lexicon: Lexicon): Continuity {
  const characters = lexicon.seam(tail, head);
  const word = lexicon.wordAcross(tail, head);
  return { score: word === null ? characters : characters + bonusOf(word, lexicon), characters, word };
}

function bonusOf(word: string, lexicon: Lexicon): number {
  return (lexicon.wordFrequency(word) ?? RARE_WORD) > RARE_WORD ? WORD_BONUS : RARE_WORD_BONUS;
}

/**
 * The score of `continuity` between two bounds; what lies beyond is given as the bound. In a look at many pairs most words
 * need not be looked for: they would change nothing.
 */
export function scoreWithin(least: number, most: number, tail: string, head: string, lexicon: Lexicon): number {
  const characters = lexicon.seam(tail, head);
  if (characters >= most) return most;
  if (characters + WORD_BONUS <= least) return least;
  const word = lexicon.wordAcross(tail, head);
  const score = word === null ? characters : characters + bonusOf(word, lexicon);
  return score < least ? least : score > most ? most : score;
}

/** No less than `scoreWithin`, by the characters alone. */
export function mostWithin(least: number, most: number, tail: string, head: string, lexicon: Lexicon): number {
  return Math.min(most, Math.max(least, lexicon.seam(tail, head) + WORD_BONUS));
}

/** The last characters of a text, without blanks and bold marks. */
export function endOf(text: string): string {
  let start = text.length;
  let count = 0;
  let hasOther = false;
  while (start > 0 && count < REACH) {
    start -= 1;
    if (isWord(text.charCodeAt(start))) count += 1;
    else hasOther = true;
  }
  const end = text.slice(start);
  return hasOther ? wordsOf(end) : end;
}

/** The first characters of a text, without blanks and bold marks. */
export function startOf(text: string): string {
  let end = 0;
  let count = 0;
  let hasOther = false;
  while (end < text.length && count < REACH) {
    if (isWord(text.charCodeAt(end))) count += 1;
    else hasOther = true;
    end += 1;
  }
  const start = text.slice(0, end);
  return hasOther ? wordsOf(start) : start;
}

const ASTERISK = 42;

function wordsOf(text: string): string {
  let words = "";
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (isWord(text.charCodeAt(i))) continue;
    if (i > from) words += text.slice(from, i);
    from = i + 1;
  }
  return words + text.slice(from);
}

function isWord(code: number): boolean {
  return !isBlankCode(code) && code !== ASTERISK;
}
