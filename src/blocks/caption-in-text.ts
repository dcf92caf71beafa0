/** A caption that the lines of a dump have run together with the text above it. */
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import { isSentenceEnd, visibleLength } from "../text/chars.ts";
import { plain } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";
import { partOf } from "./block-part.ts";
import { fillsLineWithCredit } from "./caption.ts";
import { mayEndWithCredit, readPhotoCredit } from "./credits/photo.ts";
import type { CreditVocabulary } from "./credits/vocabulary.ts";
import { canBeTitle } from "./neighbours/can-be-title.ts";
import { look } from "./neighbours/question.ts";
import { isScene, LIKELY_SCENE, SURE_SCENE } from "./neighbours/scene.ts";

/** A caption above its credit, in characters: more than the end of a paragraph, less than a paragraph. */
export const SHORTEST_CAPTION = 5;
export const LONGEST_CAPTION = 80;
/** Printed lines of a caption, at most. */
export const MOST_LINES = 4;
/** So few lines are hardly ever the end of a paragraph, if a credit stands below them. */
export const FEW_LINES = 2;

/** The printed lines at the end of a block that are a caption: below them the paragraph may go on in another block. */
export function splitCaption(
  block: Block,
  next: Block | undefined,
  context: Context,
  vocabulary: CreditVocabulary,
): Block[] {
  if (block.role !== "body" && block.role !== "caption") return [block];
  const words = plain(block.text);
  if (block.lines.length < 2) return [block];
  const from = captionStart(words, next, context, vocabulary);
  if (from === null) return [block];
  const above: Block = changed(partOf(block, 0, from), { role: "body", confidence: 0 });
  const below: Block = changed(partOf(block, from, words.length), { role: "caption", confidence: 0.9 });
  return [...splitCaption(above, below, context, vocabulary), below];
}

/** Offset of the line that begins the caption at the end of a text. */
function captionStart(
  words: string,
  next: Block | undefined,
  context: Context,
  vocabulary: CreditVocabulary,
): number | null {
  const mayHaveCredit = mayEndWithCredit(words);
  if (!isSentenceEnd(words) && !(mayHaveCredit && endsWithCredit(words, vocabulary))) return null;
  let seen = 0;
  for (let at = words.lastIndexOf("\n"); at > 0 && seen < MOST_LINES; at = words.lastIndexOf("\n", at - 1)) {
    seen += 1;
    const caption = words.slice(at + 1);
    const length = visibleLength(caption);
    if (length > LONGEST_CAPTION) return null;
    const isCredited =
      (mayHaveCredit && length > SHORTEST_CAPTION * 2 && endsWithCredit(caption, vocabulary)) ||
      (seen <= FEW_LINES && next !== undefined && isCreditLine(next));
    const told = isCredited ? caption.replace(/(?<=[。！？])[^。！？]+$/, "") : caption;
    const isPicture =
      isScene(told, LIKELY_SCENE, context) &&
      (isCredited || (seen === 1 && endsArticle(next)) || isScene(told, SURE_SCENE, context));
    if (!isCredited && !isPicture) continue;
    const above = words.slice(0, at);
    const isAfterSentence = isSentenceEnd(above) || endsWithCredit(above, vocabulary);
    if (isAfterSentence || (isPicture && goesOnBelow(above, caption, next, context))) return at + 1;
  }
  return null;
}

/** The text does not go on: a heading stands below, or nothing. */
function endsArticle(next: Block | undefined): boolean {
  if (next === undefined || next.role !== "body") return true;
  const seen = look(next);
  return !seen.endsSentence && canBeTitle(seen);
}

export function endsWithCredit(words: string, vocabulary: CreditVocabulary): boolean {
  return readPhotoCredit(words, vocabulary) !== null;
}

/** Log-odds that a cut sentence may fit the caption better than what stands below it. */
const FITS_BETTER = 1.5;

/** Whether the sentence that a line breaks off goes on in the next block rather than in the line below. */
function goesOnBelow(above: string, caption: string, next: Block | undefined, context: Context): boolean {
  if (next === undefined || next.role !== "body") return false;
  const tail = endOf(above);
  const here = continuity(tail, startOf(caption), context.lexicon).score;
  const beyond = continuity(tail, startOf(plain(next.text)), context.lexicon).score;
  return beyond > here - FITS_BETTER;
}

export function isCreditLine(block: Block): boolean {
  if (block.role !== "byline" && block.role !== "caption" && block.role !== "body") return false;
  return fillsLineWithCredit(plain(block.text));
}
