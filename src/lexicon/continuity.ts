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
  let score = characters;
  if (word !== null) {
    const frequency = lexicon.wordFrequency(word) ?? RARE_WORD;
    score += frequency > RARE_WORD ? WORD_BONUS : RARE_WORD_BONUS;
  }
  return { score, characters, word };
}

/** The last characters of a text, without blanks and bold marks. */
export function endOf(text: string): string {
  let out = "";
  for (let i = text.length - 1; i >= 0 && out.length < REACH; i -= 1) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code) && code !== 42) out = text.charAt(i) + out;
  }
  return out;
}

/** The first characters of a text, without blanks and bold marks. */
export function startOf(text: string): string {
  let out = "";
  for (let i = 0; i < text.length && out.length < REACH; i += 1) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code) && code !== 42) out += text.charAt(i);
  }
  return out;
}
