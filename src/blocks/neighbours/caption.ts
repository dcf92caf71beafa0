/**
 * Captions by what they say and where they stand: below a picture, between the two halves of a sentence, behind the
 * last paragraph of an article.
 */
import type { Context } from "../../context.ts";
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { isHanCode, printedCells } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { italicSentence } from "../emphasis.ts";
import { isOneBracket } from "../in-brackets.ts";
import { isFurniture, type Role } from "../role.ts";
import { INTERRUPTER_MARGIN, LONGEST_PHRASE } from "./interrupts.ts";
import { LONGEST_CAPTION, LONGEST_TITLE, nextBody, type Question, type Seen } from "./question.ts";
import { LIKELY_SCENE, SURE_SCENE, sceneOdds } from "./scene.ts";

/** The same below a picture, where a caption is expected: only much worse continuity speaks against it. */
const PICTURE_MARGIN = 4;
/** A flush or indented head beyond an interrupter counts this much for or against it, in log-odds. */
const LAYOUT_CLUE = 3;
/** Below this, in log-odds, a sentence hardly goes on beyond: the next block begins a paragraph, or another article. */
const GOES_ON_BADLY = -2;
/** More than marks that a scan widens can add to a line. */
const WIDER_CELLS = 3;

/** A caption is set in lines wider than a column; more of them tell a story, unless the words say otherwise. */
const MOST_LINES = 2;
/** A dump without printed lines does not show that the sentence fills a line of its own. */
const WITHOUT_LINES = 0.5;
/** Fewer characters are the end of a sentence: 天气。 */
const SHORTEST_CAPTION = 4;

export function isCaption(question: Question): boolean {
  const { here, seen, named, index, context } = question;
  if (here.length > LONGEST_CAPTION || isOneBracket(here.words)) return false;
  const apart = italicSentence(here.words);
  if (apart !== null && apart.length <= LONGEST_WITHOUT_CREDIT && sceneOdds(apart, context) >= 0) return true;
  const followsPicture = here.block.followsPicture && mayBelongToPicture(here, context);
  const endsSentence = here.endsSentence || mayHaveLostStop(question);
  if (!followsPicture && !(endsSentence && here.length <= LONGEST_CAPTION * 0.6 && namesSomething(here))) return false;
  if (standsBeforeLead(question)) return true;
  const scene = endsSentence ? sceneOdds(here.endsSentence ? here.words : withStop(here.words), context) : 0;
  if (!here.endsSentence && !followsPicture && scene <= LIKELY_SCENE) return false;
  if (question.isWrapped && isSetWider(here) && isAloneWith(question, scene)) return true;
  const before = question.bodyAbove;
  const after = nextBody(question);
  const tail = before === null ? null : seen[before];
  const head = after === null ? null : seen[after];
  if (tail === undefined || tail === null || tail.endsSentence) {
    const isLikely = question.isWrapped || isBelowSignature(question);
    const expected = isLikely ? LIKELY_SCENE : LIKELY_SCENE + WITHOUT_LINES;
    if (scene >= SURE_SCENE || (scene >= expected && (endsArticle(question) || standsApart(question)))) return true;
    if (question.isWrapped && here.endsSentence && scene >= 0 && isOutOfColumn(question)) return true;
    // Otherwise only a picture makes a short text after a closed paragraph a caption.
    return (
      followsPicture && (here.endsSentence || here.length <= LONGEST_TITLE) && named[index]?.shape.isIndented !== true
    );
  }
  if (!followsPicture && (scene < 0 || (scene === 0 && here.block.lines.length > MOST_LINES))) return false;
  const joinsHere = continuity(endOf(tail.words), startOf(here.words), context.lexicon).score;
  if (head === undefined || head === null) {
    return (followsPicture && joinsHere < INTERRUPTER_MARGIN) || scene >= SURE_SCENE;
  }
  const { isIndented } = head.block.shape;
  const layout = isIndented === null ? 0 : isIndented ? -LAYOUT_CLUE : LAYOUT_CLUE;
  const joinsBeyond = layout + continuity(endOf(tail.words), startOf(head.words), context.lexicon).score;
  // 大型｜长桌宴开席。 continues well, too; but the sentence goes on beyond, and the words are a caption's.
  if (scene >= SURE_SCENE && joinsBeyond > GOES_ON_BADLY) return true;
  const margin = followsPicture ? -PICTURE_MARGIN : INTERRUPTER_MARGIN;
  return endsSentence || followsPicture ? joinsBeyond - joinsHere + scene > margin : false;
}

/**
 * Below a picture may stand its caption, or the text that it interrupts. Of 194 captions without a credit none is longer
 * than this, or tells something, by its words, as texts do.
 */
function mayBelongToPicture({ words, length, endsSentence }: Seen, context: Context): boolean {
  const scene = sceneOdds(endsSentence ? words : withStop(words), context);
  return scene >= LIKELY_SCENE || (length <= LONGEST_WITHOUT_CREDIT && scene > TELLS);
}

const LONGEST_WITHOUT_CREDIT = 40;
/** Log-odds of words that describe a picture, below which they tell of something else. */
const TELLS = -2.5;

/** Of the full stop that ends a caption a scan makes a comma, a speck or nothing: 茶农在晒场上翻晒新茶-. Then it stands alone. */
function mayHaveLostStop({ here, isWrapped, named, index }: Question): boolean {
  const { block, length } = here;
  if (!isWrapped || block.lines.length > 1 || length > LONGEST_PHRASE || block.shape.isIndented === true) return false;
  return block.blankLinesBefore > 0 && (named[index + 1]?.blankLinesBefore ?? 1) > 0;
}

/** What a scan makes of a full stop, and blanks. */
const NO_STOP = /[\s，、,.·'"“”*~_-]/;

export function withStop(words: string): string {
  let end = words.length;
  while (end > 0 && NO_STOP.test(words.charAt(end - 1))) end -= 1;
  return `${words.slice(0, end)}。`;
}

/** …那边》剧照。 below a picture: a caption that has lost its beginning. */
export function isCutCaption({ here, context }: Question): boolean {
  return here.endsSentence && sceneOdds(here.words, context) >= SURE_SCENE;
}

/** A sentence between a title and a dateline: no text of the article stands above its dateline. */
function standsBeforeLead({ named, here, index }: Question): boolean {
  if (!here.endsSentence || itemAt(named, index - 1)?.role !== "title") return false;
  const next = named[index + 1];
  return next?.role === "byline" && next.startsParagraph === true && next.credits?.dateline != null;
}

function namesSomething({ words }: Seen): boolean {
  let count = 0;
  for (let i = 0; i < words.length && count < SHORTEST_CAPTION; i += 1) if (isHanCode(words.charCodeAt(i))) count += 1;
  return count >= SHORTEST_CAPTION;
}

/** What wider measure alone does not prove: the words describe a picture, or no text is open that they could end. */
function isAloneWith({ seen, index }: Question, scene: number): boolean {
  return scene > 0 || (scene === 0 && itemAt(seen, index - 1)?.endsSentence === true);
}

/** A line in no column's measure, behind text in one; or the next of several captions behind the text of an article. */
function isOutOfColumn(question: Question): boolean {
  const { here, named, index } = question;
  const above = itemAt(named, index - 1);
  if (above?.role === "caption") return here.block.lines.length <= MOST_LINES && endsArticle(question);
  return here.block.lines.length === 1 && here.block.standsOutside && above?.role === "body" && !above.standsOutside;
}

/**
 * A sentence between blank lines, among printed lines: of paragraphs as short as a caption one in a hundred has the words of one,
 * of captions without a credit two in three.
 */
function standsApart({ here: { block, endsSentence }, named, index, isWrapped }: Question): boolean {
  if (!isWrapped || !endsSentence || block.blankLinesBefore === 0 || block.shape.isIndented === true) return false;
  return block.lines.length <= MOST_LINES && (named[index + 1]?.blankLinesBefore ?? 1) > 0;
}

/** The article is over: a sentence that stands alone below its signature is none of its text. */
function isBelowSignature({ named, index }: Question): boolean {
  return itemAt(named, index - 1)?.role === "byline" && itemAt(named, index - 2)?.role === "body";
}

const ENDS_ARTICLE: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  undefined,
  "jump",
  "title",
  "sectionLabel",
  "byline",
]);

/** Behind the last paragraph stands what the column has no room for: the pictures of the article. */
function endsArticle({ named, seen, index }: Question): boolean {
  const next = named[index + 1];
  if (ENDS_ARTICLE.has(next?.role) || (next !== undefined && isFurniture(next.role))) return true;
  return (
    next?.role === "body" && seen[index + 1]?.endsSentence === false && (seen[index + 1]?.length ?? 0) <= LONGEST_TITLE
  );
}

/** A sentence on one or two lines that are longer than the column: set below a picture, in the picture's measure. */
function isSetWider({ block, words, endsSentence }: Seen): boolean {
  const { width, lineCount } = block.shape;
  if (!endsSentence || width === null || block.shape.isIndented === true || block.lines.length > 2 || lineCount > 2)
    return false;
  return printedCells(words.split("\n", 1)[0] ?? "") > width + WIDER_CELLS;
}
