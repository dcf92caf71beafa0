/** Whether the words of one line go on in another, where places leave it open. */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isHanCode, isSentenceEnd } from "../../text/chars.ts";
import { firstTwo, lastTwo } from "../../text/ends.ts";
import type { Source } from "../../text/source.ts";
import type { Cell } from "./cells.ts";

/** Log-odds from which on the words of two lines say that they go on. */
const SAYS_ON = 1.2;
/** Of those below which they do not. */
const SAYS_OFF = -0.7;

export function saysOn(source: Source, above: Cell, below: Cell, lexicon: Lexicon): boolean {
  return !endsSentence(source, above) && seamOf(source, above, below, lexicon) >= SAYS_ON;
}

/** Whether they say that they do not, although neither ends a sentence. */
export function saysOff(source: Source, above: Cell, below: Cell, lexicon: Lexicon): boolean {
  return !endsSentence(source, above) && seamOf(source, above, below, lexicon) < SAYS_OFF;
}

function endsSentence({ text }: Source, { start, end }: Cell): boolean {
  // Most cells end in mid-sentence, and need no text of their own to show it.
  return !(end > start && isHanCode(text.charCodeAt(end - 1))) && isSentenceEnd(text.slice(start, end));
}

function seamOf({ text }: Source, above: Cell, below: Cell, lexicon: Lexicon): number {
  return lexicon.seam(lastTwo(text, above), firstTwo(text, below));
}

/** `杜若兰：` leads on to the other line of a headline. */
export function leadsOn(source: Source, { cells }: { readonly cells: readonly Cell[] }): boolean {
  return "：:".includes(source.text.charAt((cells[cells.length - 1]?.end ?? 0) - 1));
}
