/** Bylines below a text: whether they sign it, or open the next one. */
import type { Block } from "../blocks/block.ts";
import { isInBrackets } from "../blocks/in-brackets.ts";
import { opensEditorsNote, opensLetter } from "../blocks/own-line.ts";
import type { Unit } from "../join/join.ts";
import { hasWords } from "../text/chars.ts";
import { originOf, plain, type Sourced } from "../text/sourced.ts";
import type { Draft } from "./draft.ts";

/** Whether a byline ends its text: （市民 杜若兰） below it; （记者 杜若兰）昨日，…… opens another one. */
export function endsText(block: Block): boolean {
  return block.startsParagraph !== true && isInBrackets(plain(block.text));
}

/** The last that was read of it is a signature below its text. */
export function isSignedOff({ bylines, paragraphs }: Draft): boolean {
  const signature = bylines.at(-1);
  const text = paragraphs.at(-1)?.block.text;
  return signature !== undefined && text !== undefined && endsText(signature) && isBelow(signature.text, text);
}

function isBelow(lower: Sourced, upper: Sourced): boolean {
  return originOf(lower, 0) > originOf(upper, 0);
}

/** ●…开张。（石小舟）: one of several briefs without headlines, each with its signature. */
export function isSignedItem(block: Block, next: Unit | undefined): boolean {
  return block.role === "body" && next?.block.role === "byline" && endsText(next.block);
}

/**
 * A byline with no text of its own below it: （记者石小舟／云溪报道） in brackets, or 岚州晚报记者 石小舟 without a dateline, where nobody has
 * signed the article yet.
 */
export function signsArticle(block: Block, { bylines }: Draft, next: Unit | undefined): boolean {
  const words = plain(block.text);
  // Office and day, below a notice, whatever stands below them.
  if (block.startsParagraph !== true && /年.{1,6}日[\s）)*]*$/.test(words)) return true;
  // A rule of the dump below it is no text.
  const below = next?.block.role === "body" ? plain(next.block.text) : "";
  if (hasWords(below) && !opensEditorsNote(below) && !opensLetter(below)) return false;
  if (isInBrackets(words)) return true;
  return bylines.length === 0 && block.startsParagraph !== true && block.credits?.dateline == null;
}
