/** Title lines: above a byline, below a label, at an end of the page. */
import type { Context } from "../../context.ts";
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { itemAt } from "../../text/list.ts";
import { isSeparator } from "../../text/separator.ts";
import type { Block } from "../block.ts";
import { withoutEmphasis } from "../emphasis.ts";
import { isInBrackets, isOneBracket } from "../in-brackets.ts";
import { readJump } from "../jump.ts";
import { readFramed } from "../label.ts";
import { isOwnLine, opensLetter } from "../own-line.ts";
import { isFurniture, type Role } from "../role.ts";
import { canBeTitle } from "./can-be-title.ts";
import { endsAtSite, isBelowTitleOfSite, standsInHead } from "./of-site.ts";
import { isOpenQuestion, LONGEST_TITLE, type Question, type Seen } from "./question.ts";
import { isScene, LIKELY_SCENE } from "./scene.ts";
import { SUBHEAD_SEAM } from "./subhead.ts";

/** How many short blocks may stand between a title and its byline: other title lines, a label, a picture. */
const ZONE_REACH = 6;

/** Whether only short blocks stand between here and a byline, the 上接 above the rest of an article, or 编辑同志：. */
export function leadsToByline({ named, seen, index, context }: Question): boolean {
  for (let i = index + 1; i < named.length && i <= index + ZONE_REACH; i += 1) {
    const block = named[i];
    const next = seen[i];
    if (block === undefined || next === undefined) return false;
    if (block.role === "byline") return true;
    if (block.role === "jump") return readJump(next.words)?.from != null;
    if (block.role === "title" || block.role === "sectionLabel") continue;
    if (isBelowTitleOfSite(next)) return true;
    if (block.role === "caption" || standsInHead(block, next.words)) continue;
    if (!isOpenQuestion(block)) return false;
    if (opensLetter(next.words)) return true;
    if (!canBeTitle(next) && !(named[i + 1]?.role === "byline" && isCaptionLine(next, context))) return false;
  }
  return false;
}

/** 护鸟队员在观测棚里记录。 right above a byline: the caption of a picture that stands below the title. */
function isCaptionLine({ words, length, endsSentence, block }: Seen, context: Context): boolean {
  if (!endsSentence || length > LONGEST_CAPTION_LINE || block.lines.length > 1 || block.blankLinesBefore === 0)
    return false;
  return isScene(words, LIKELY_SCENE, context);
}

const LONGEST_CAPTION_LINE = 30;

/** A plain line right above a heading, and no end of a sentence that a column has cut: what leads in to it. */
export function leadsToHeading(question: Question): boolean {
  const { named, seen, index, here, hasHeadings } = question;
  const next = named[index + 1];
  if (!hasHeadings || here.block.headingLevel > 0 || next === undefined) return false;
  if (next.headingLevel === 0 || next.headingLevel > 2) return false;
  const above = question.bodyAbove;
  return above === null || seen[above]?.endsSentence === true;
}

/** Words in a frame, 【文苑】, right above a title. */
export function isFramedLabel({ named, seen, index, here }: Question): boolean {
  if (here.length > LONGEST_FRAMED || readFramed(withoutEmphasis(here.words)) === null) return false;
  const next = named[index + 1];
  const below = seen[index + 1];
  if (next === undefined || below === undefined) return false;
  return next.role === "title" || (isOpenQuestion(next) && canBeTitle(below));
}

/** A label with frame and junk, bold marks and the name of the paper. */
const LONGEST_FRAMED = 22;

/** （2009年3月2日县人大常委会第九次会议通过）, （外一首）, right below a title and above text: a line of the title. */
export function isNoteOfTitle({ named, index, here }: Question): boolean {
  if (here.length > LONGEST_TITLE || itemAt(named, index - 1)?.role !== "title") return false;
  return named[index + 1]?.role === "body" && isOneBracket(here.words);
}

export function isFirstOfGroup({ named, index }: Question): boolean {
  const previous = itemAt(named, index - 1);
  return previous === undefined || (previous.role !== "title" && previous.role !== "sectionLabel");
}

export function followsLabel({ named, index, seen }: Question): boolean {
  return itemAt(named, index - 1)?.role === "sectionLabel" && seen[index + 1] !== undefined;
}

/** The first line of a page above a paragraph, where no byline tells: a title, unless it runs on into the text. */
export function opensPage(question: Question): boolean {
  const { named, seen, index, here, firstText, context } = question;
  // A picture may stand between the two.
  let at = index + 1;
  while (at < index + END_REACH && named[at]?.role === "caption") at += 1;
  const next = named[at];
  const below = seen[at];
  // What stands between a byline and its text is a piece of the text.
  if (isBelowByline(question)) return false;
  if (
    index > firstText ||
    next?.role !== "body" ||
    below === undefined ||
    here.length < 4 ||
    below.length <= here.length
  )
    return false;
  return (
    next.shape.isIndented !== false &&
    continuity(endOf(here.words), startOf(below.words), context.lexicon).score < SUBHEAD_SEAM
  );
}

/**
 * A short line below the end of an article, above more text: what signs the text above it, or says where that goes on,
 * ends the article, and whatever comes next is another one's.
 */
export function followsEnd(question: Question): boolean {
  return (
    question.here.length >= SHORTEST_TITLE &&
    endsArticle(question, question.index - 1) &&
    leadsToText(question) &&
    !runsOn(question)
  );
}

/** ……满箱杏 / 子滚得到处都是: text that a column end has cut in a word. */
function runsOn({ seen, index, here, isWrapped, context }: Question): boolean {
  const below = seen[index + 1];
  if (
    isWrapped ||
    below?.block.role !== "body" ||
    here.length < (/[，,]/.test(here.words) ? SHORTEST_PIECE : SHORTEST_CUT)
  )
    return false;
  const seam = continuity(endOf(here.words), startOf(below.words), context.lexicon);
  return seam.word !== null && seam.score > 0;
}

/** Shorter lines and the text below them have a word across by chance, but for half a sentence. */
const SHORTEST_CUT = 20;

/** One character may be a mark or a crumb. */
const SHORTEST_TITLE = 2;
/** A piece of text that a column end has cut behind a comma. */
const SHORTEST_PIECE = 12;
/** So few blocks may stand between. */
const END_REACH = 4;

/** Whether the nearest block above, but for what may stand between, ends an article. */
function endsArticle({ named, seen, isWrapped }: Question, from: number): boolean {
  for (let i = from; i >= 0 && i > from - END_REACH; i -= 1) {
    const block = named[i];
    const words = seen[i]?.words ?? "";
    if (block === undefined) return false;
    if ((block.role === "body" || block.role === "folio") && isSeparator(words)) return true;
    if (block.role === "jump") return readJump(words)?.to != null;
    if (endsAtSite(block, words)) return true;
    if (block.role === "byline")
      return (
        itemAt(named, i - 1)?.role === "body" &&
        (isInBrackets(words) || (!isWrapped && signs(block, itemAt(seen, i - 1))))
      );
    if (!STANDS_BETWEEN.has(block.role) && !isFurniture(block.role)) return false;
  }
  return false;
}

/** Pictures and quotations of the article that ends, and the first lines of the new one. */
const STANDS_BETWEEN: ReadonlySet<Role> = new Set<Role>(["caption", "pullQuote", "title", "sectionLabel"]);

/** 读者 杜若兰 below a closed text, with a title below it and no text: it signs what stands above.
 * Not where each line is a printed line: there a byline may have been read out of its place. */
function signs({ startsParagraph, credits }: Block, above: Seen | undefined): boolean {
  return startsParagraph !== true && credits?.dateline == null && above?.endsSentence === true;
}

/** Whether running text follows, with nothing but other lines of a title before it. */
function leadsToText({ named, seen, index }: Question): boolean {
  for (let i = index + 1; i < named.length && i <= index + ZONE_REACH; i += 1) {
    const block = named[i];
    const next = seen[i];
    if (block === undefined || next === undefined) return false;
    if (block.role === "body" && (next.length > LONGEST_TITLE || next.endsSentence)) return true;
    if (block.role === "caption" || standsInHead(block, next.words)) continue;
    if (!isOpenQuestion(block)) return false;
    if (!canBeTitle(next)) return next.length >= SHORTEST_PIECE || isOwnLine(next.words);
  }
  return false;
}

/** Between a byline with its title above it and the text, nothing is a title: it is a line of the text. */
export function isBelowByline({ named, index }: Question): boolean {
  const above = itemAt(named, index - 1);
  if (above?.role !== "byline" || above.credits?.dateline != null) return false;
  for (let i = index - 2; i >= 0 && i >= index - 4; i -= 1) {
    const role = named[i]?.role;
    if (role === "title") return true;
    if (role !== "caption") return false;
  }
  return false;
}

/** A short line below the last text of a page is a title whose text stands above it, as content streams have it. */
export function closesPage({ index, here, lastText, isBelowText }: Question): boolean {
  return here.length >= 5 && here.block.lines.length <= 2 && index >= lastText && isBelowText;
}
