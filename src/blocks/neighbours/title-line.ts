/** Title lines: above a byline, below a label, at an end of the page. */
import type { Context } from "../../context.ts";
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { hasColon } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { isSeparator } from "../../text/separator.ts";
import { isTableRow } from "../../text/table-row.ts";
import type { Block } from "../block.ts";
import { withoutEmphasis } from "../emphasis.ts";
import { isInBrackets } from "../in-brackets.ts";
import { readJump } from "../jump.ts";
import { readFramed } from "../label.ts";
import { namesWinners, opensLetter } from "../own-line.ts";
import { isFurniture, type Role } from "../role.ts";
import { isOpenQuestion, LONGEST_TITLE, type Question, type Seen } from "./question.ts";
import { isScene, LIKELY_SCENE } from "./scene.ts";
import { SUBHEAD_SEAM } from "./subhead.ts";

/** How many short blocks may stand between a title and its byline: other title lines, a label, a picture. */
const ZONE_REACH = 6;

/** Short, no sentence, nothing left open, not all in brackets as （作者系本市教师）: the words of a title. */
export function canBeTitle(seen: Seen): boolean {
  seen.canBeTitle ??= hasWordsOfTitle(seen);
  return seen.canBeTitle;
}

export function hasWordsOfTitle({ block, length, words }: Seen): boolean {
  if (length > LONGEST_TITLE || /^\s*[（(][^（()）]*[）)]\s*$/.test(words)) return false;
  if (isSeparator(words) || isTableRow(words) || opensLetter(words) || namesWinners(words) || asksForMore(words))
    return false;
  // An indented question is a paragraph: one of an interview, or of an essay.
  if (block.startsParagraph === true && /[？?！!]\s*$/.test(words)) return false;
  if (/[。；，、,;][\s*]*$/.test(words) || /\S\s*。.|[；;]/.test(words)) return false;
  if (length > LONGEST_LIST && tells(words)) return false;
  return !(words.includes(".") && HALF_STOP.test(words)) && !hasOpenQuote(words);
}

/** Longest title line with a list behind two commas, or with three. */
const LONGEST_LIST = 26;

/** 入冬以来，镇里请来农技员，手把手教剪枝、施肥、涂白: a sentence that goes on and on, not the phrases of a deck. */
function tells(words: string): boolean {
  let commas = 0;
  for (let i = 0; i < words.length; i += 1) if (words.charAt(i) === "，" || words.charAt(i) === ",") commas += 1;
  return commas > 2 || (commas > 1 && words.includes("、"));
}

/** Longest upper half of a headline. */
const LONGEST_HALF = 14;

/**
 * 老街改造， above 先问街坊 and a byline: a comma ends the upper half of a headline, and a line of text elsewhere. The text
 * above it is closed, and nothing but title lines stand below it before the byline.
 */
export function allowUpperHalves(named: readonly Block[], seen: readonly Seen[]): void {
  for (const [i, half] of seen.entries()) {
    if (half.length > LONGEST_HALF || half.length < 3 || !isOpenQuestion(named[i]) || !/[，,]\s*$/.test(half.words))
      continue;
    const above = itemAt(seen, i - 1);
    const lower = seen[i + 1];
    if (above !== undefined && above.length > LONGEST_TITLE && !above.endsSentence) continue;
    if (lower === undefined || !isOpenQuestion(named[i + 1]) || lower.length > LONGEST_HALF + 2) continue;
    let next = i + 1;
    while (next < named.length && next <= i + 3 && isOpenQuestion(named[next]) && isTitleAt(seen, next)) next += 1;
    if (next > i + 1 && named[next]?.role === "byline") half.canBeTitle = true;
  }
}

function isTitleAt(seen: readonly Seen[], index: number): boolean {
  const here = itemAt(seen, index);
  return here !== undefined && canBeTitle(here);
}

/**
 * 一间旧屋修了三十年， between a line that can be a title and a byline: the upper half of a deck, of which a scan read the
 * lower half elsewhere.
 */
export function allowCutDecks(named: readonly Block[], seen: readonly Seen[]): void {
  for (const [i, deck] of seen.entries()) {
    if (named[i + 1]?.role !== "byline" || !isOpenQuestion(named[i]) || !/[，,]\s*$/.test(deck.words)) continue;
    if (deck.length > LONGEST_CUT_DECK || deck.block.lines.length > 1 || deck.block.blankLinesBefore === 0) continue;
    const above = itemAt(named, i - 1);
    if ((above?.role === "title" || isOpenQuestion(above)) && isTitleAt(seen, i - 1)) deck.canBeTitle = true;
  }
}

const LONGEST_CUT_DECK = 24;

/** 问：哪些人可以申请？ and 名单如下： are lines of the text. */
const ASKS_FOR_MORE =
  /^\s*(?:[问問答]|[记記]者|主持人)[：:]|(?:如下|包括|分别[是为]|說|说|表示|指出|介绍|写道|[〇㐀-鿿]{3}[了着])[：:]\s*$/;

function asksForMore(words: string): boolean {
  return hasColon(words) && ASKS_FOR_MORE.test(words);
}

/** A full stop of half width behind Han text, at the end or before more of it; not 3.5 nor a.com. */
const HALF_STOP = /[〇㐀-鿿”"%℃]\.\s*(?:[〇㐀-鿿“"]|$)/;

/** A quotation or bracket that does not end here: the text goes on elsewhere. */
function hasOpenQuote(words: string): boolean {
  let [straight, curly, corner, title, bracket] = [0, 0, 0, 0, 0];
  for (let i = 0; i < words.length; i += 1) {
    const mark = words.charAt(i);
    if (mark === '"' || mark === "＂") straight += 1;
    else if (mark === "“") curly += 1;
    else if (mark === "”") curly -= 1;
    else if (mark === "「" || mark === "『") corner += 1;
    else if (mark === "」" || mark === "』") corner -= 1;
    else if (mark === "《") title += 1;
    else if (mark === "》") title -= 1;
    else if (mark === "（" || mark === "(") bracket += 1;
    else if (mark === "）" || mark === ")") bracket -= 1;
  }
  // “中国杆秤之乡": a scan makes a straight mark of the one that closes.
  if (curly === 1 && straight === 1) [straight, curly] = [0, 0];
  return straight % 2 === 1 || curly !== 0 || corner !== 0 || title !== 0 || bracket !== 0;
}

/** Whether only short blocks stand between here and a byline, or the 上接 above the rest of an article. */
export function leadsToByline({ named, seen, index, context }: Question): boolean {
  for (let i = index + 1; i < named.length && i <= index + ZONE_REACH; i += 1) {
    const block = named[i];
    const next = seen[i];
    if (block === undefined || next === undefined) return false;
    if (block.role === "byline") return true;
    if (block.role === "jump") return readJump(next.words)?.from != null;
    if (block.role === "title" || block.role === "sectionLabel") continue;
    if (block.role === "caption") continue;
    if (!isOpenQuestion(block)) return false;
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
  const next = named[index + 1];
  const below = seen[index + 1];
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
  if (isWrapped || below?.block.role !== "body" || here.length < SHORTEST_CUT) return false;
  const seam = continuity(endOf(here.words), startOf(below.words), context.lexicon);
  return seam.word !== null && seam.score > 0;
}

/** Shorter lines and the text below them have a word across by chance. */
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
    if (block.role === "caption") continue;
    if (!isOpenQuestion(block)) return false;
    if (!canBeTitle(next)) return next.length >= SHORTEST_PIECE || opensLetter(next.words);
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
