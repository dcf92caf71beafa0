/**
 * Captions that the lines of a dump have cut from their credit, or run together with the text around them.
 *
 * In: blocks by their own words. Out: the same text; a caption and the credit below it are one block, and a caption
 * that was taken into a paragraph is a block of its own. Never: moves or drops text.
 */
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import { append } from "../text/append.ts";
import { isSentenceEnd, tighten, visibleLength } from "../text/chars.ts";
import { lastOf } from "../text/list.ts";
import { plain } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";
import { withBlockBelow } from "./block-part.ts";
import { namesView, readCaption } from "./caption.ts";
import {
  endsWithCredit,
  FEW_LINES,
  isCreditLine,
  LONGEST_CAPTION,
  MOST_LINES,
  SHORTEST_CAPTION,
  splitCaption,
} from "./caption-in-text.ts";
import { withPhotoSign } from "./credits/misread-sign.ts";
import type { CreditVocabulary } from "./credits/vocabulary.ts";
import { sceneOdds } from "./neighbours/scene.ts";

/** Lines of a caption in its own narrow measure, and characters of one. */
const MOST_OPEN_LINES = 8;
const LONGEST_OPEN_LINE = 16;

/** A line or two above a credit that fills its line are hardly anything else than a caption. */
const LEAST_SCENE_ABOVE_CREDIT = -2;

export function readPictureLines(blocks: readonly Block[], context: Context, vocabulary: CreditVocabulary): Block[] {
  const whole = withCredits(blocks, context, vocabulary);
  const parts: Block[] = [];
  for (const [i, block] of whole.entries()) append(parts, splitCaption(block, whole[i + 1], context, vocabulary));
  return parts.length === whole.length ? parts : withCredits(parts, context, vocabulary);
}

/** Captions with the lines that belong to them. */
function withCredits(blocks: readonly Block[], context: Context, vocabulary: CreditVocabulary): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const above = lastOf(out);
    const goesOn =
      above !== undefined &&
      (isOpenCaption(above, block, vocabulary) ||
        (isCreditLine(block) && canHaveCredit(above, context, vocabulary)) ||
        isUpperLine(above, block, context));
    if (goesOn) out[out.length - 1] = withLines(above, block);
    else out.push(block);
  }
  return out;
}

/** 图为 opens a caption; in a measure of its own, narrower than any column, each of its lines became a block. */
function isOpenCaption(caption: Block, line: Block, vocabulary: CreditVocabulary): boolean {
  if (caption.role !== "caption" || (line.role !== "body" && line.role !== "byline" && line.role !== "caption"))
    return false;
  if (line.blankLinesBefore > 0 || line.lines.length !== 1 || caption.lines.length > MOST_OPEN_LINES) return false;
  const words = plain(caption.text);
  if (!readCaption(words, vocabulary).hasOpening || isSentenceEnd(words) || endsWithCredit(words, vocabulary))
    return false;
  const added = plain(line.text);
  return visibleLength(added) <= LONGEST_OPEN_LINE && !readCaption(added, vocabulary).hasOpening;
}

/** 少先队员向纪念碑敬献鲜 / 花。彭卓 摄: the upper line of a caption, set apart, of which the line end has cut a word. */
function isUpperLine(line: Block, caption: Block, { lexicon }: Context): boolean {
  if (caption.role !== "caption" || line.role !== "body" || line.confidence > 0 || line.lines.length > 1) return false;
  const below = plain(caption.text);
  if (caption.lines.length > 1 || namesView(below) || !CUT_CAPTION.test(tighten(withPhotoSign(below)))) return false;
  const words = plain(line.text);
  const length = visibleLength(words);
  if (length < SHORTEST_CAPTION || length > LONGEST_UPPER_LINE || isSentenceEnd(words)) return false;
  return continuity(endOf(words), startOf(below), lexicon).score >= GOES_ON;
}

/** The last words of a sentence, fewer than a caption has, and a credit. */
const CUT_CAPTION = /^[^，。]{1,4}。[^，。]{2,14}[摄攝][）)]?$/;
const LONGEST_UPPER_LINE = 30;
/** Log-odds of the characters at the line end: no worse than between two words. */
const GOES_ON = -0.3;

/** One short sentence with no credit of its own; not the last line of a paragraph, whose words go on from others. */
function canHaveCredit(block: Block, context: Context, vocabulary: CreditVocabulary): boolean {
  const words = plain(block.text);
  if (block.role === "caption" ? endsWithCredit(words, vocabulary) : block.role !== "body" || block.confidence > 0)
    return false;
  const length = visibleLength(words);
  if (length < SHORTEST_CAPTION || length > LONGEST_CAPTION || block.lines.length > MOST_LINES) return false;
  const least = block.lines.length <= FEW_LINES ? LEAST_SCENE_ABOVE_CREDIT : 0;
  return (isSentenceEnd(words) || ENDS_IN_OUTLET.test(words)) && sceneOdds(words, context) >= least;
}

/** 茶农在晒场上翻晒新茶。中新社 / 记者 尹长河 摄: the line end has cut the credit. */
const ENDS_IN_OUTLET = /。\s*(?:新华社|中新社|新華社|本报|本報|[〇㐀-鿿]{2,5}[报報])\s*$/;

function withLines(caption: Block, below: Block): Block {
  return changed(withBlockBelow(caption, below), { role: "caption", confidence: 0.95 });
}
