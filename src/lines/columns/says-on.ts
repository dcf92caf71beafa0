/** Whether the words of one line go on in another, where places leave it open. */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isBlankCode, isSentenceEnd } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import type { Cell } from "./cells.ts";

/** Log-odds from which on the words of two lines say that they go on. */
const SAYS_ON = 1.2;
/** Of those below which they do not. */
const SAYS_OFF = -0.7;

export function saysOn(source: Source, above: Cell, below: Cell, lexicon: Lexicon): boolean {
  const tail = source.text.slice(above.start, above.end);
  if (isSentenceEnd(tail)) return false;
  const head = source.text.slice(below.start, below.end);
  return lexicon.seam(bare(tail).slice(-2), bare(head).slice(0, 2)) >= SAYS_ON;
}

/** Whether they say that they do not, although neither ends a sentence. */
export function saysOff(source: Source, above: Cell, below: Cell, lexicon: Lexicon): boolean {
  const tail = source.text.slice(above.start, above.end);
  if (isSentenceEnd(tail)) return false;
  const head = source.text.slice(below.start, below.end);
  return lexicon.seam(bare(tail).slice(-2), bare(head).slice(0, 2)) < SAYS_OFF;
}

/** The words without their blanks. */
export function bare(words: string): string {
  let out = "";
  for (const character of words) if (!isBlankCode(character.charCodeAt(0))) out += character;
  return out;
}
