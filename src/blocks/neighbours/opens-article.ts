/**
 * Titles that no byline follows: the first line of an article below the text of another one.
 *
 * Such a line looks like a subhead, or like a piece of text that a column end has cut. What tells is the measure of the
 * columns, how the text below begins, and whether both speak of the same: clues, none of which is sure, added up as log-odds.
 */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { INDENT_CELLS } from "../../lines/width-fit.ts";
import { printedCells, tighten, visibleLength } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { shareOfPairs } from "../../text/pairs.ts";
import { OPENS_NEWS } from "../credits/news-opening.ts";
import { withoutNote } from "../in-brackets.ts";
import { isOfHeading } from "../role.ts";
import { canBeTitle } from "./can-be-title.ts";
import type { Question, Seen } from "./question.ts";
import { HALF_SENTENCE, ONE_QUOTATION, SUBHEAD_SEAM } from "./subhead.ts";
import { shareOf, topicAbove, topicBelow } from "./topic.ts";

export const LONGEST_OPENING = 30;

/**
 * What each clue adds, in log-odds: from about 330 such lines of made pages, rounded; 85 of them were titles.
 * A line between two texts is as often a piece of one, a subhead or a title.
 */
const PRIOR = -0.4;
/** Where each line of the dump is a printed line, one that stands apart is mostly a piece of another column. */
const PRIOR_OF_PRINTED_LINES = -1.9;
/** The column below is wider or narrower than the one above: pages of one article keep their measure. */
const NEW_WIDTH = 1.5;
const SAME_WIDTH = -1.1;
const WIDTH_DIFFERS = 2;
/** 昨日, 3月5日: the text below opens as news does. */
const OPENS_AS_NEWS = 1;
/** 因供水管网改造, 周二8:00, 我市: so do notices, which say why, when and for whom. */
const OPENS_NOTICE = /^\s*(?:[因为為]|[周週][一二三四五六日]|星期[一二三四五六日]|即日起|[本我全][市县縣省区區])/;
/** 他把表贴在耳边: who is meant has been named above. */
const POINTS_BACK = -1.5;
const BACKWARDS = /^\s*[他她它这這其]/;
/** 本周停电信息, 关于夜间闭园的通告: what a notice calls itself. */
const NAMES_A_NOTICE = 2;
const NOTICE_TITLE = /(?:通告|公告|公示|通知|预告|提示|信息|指南|名单|时间表|安排表?|启事)\s*$/;
/** 三条公交线路明起绕行: news says when; a subhead hardly does. */
const SAYS_WHEN = 1.2;
const WHEN = /[今明昨]起|即日起|[本下]周|[今明昨][天日晚晨]|[本下]月/;
/** Half a sentence has a comma, a subhead hardly. */
const HAS_COMMA = -0.8;
/** The article above has a subhead already: this may be its next. */
const HAS_SUBHEADS = -0.5;
/** The article above has a title of several lines, and hardly a paragraph so far. */
const ONLY_BEGUN = -1.5;
const SEVERAL_LINES = 2;
const HARDLY_BEGUN = 100;
/** Where paragraphs keep their indent, a title has none. */
const NOT_INDENTED = 1;
const INDENTED_AS_TEXT = -1.5;
/** The text above breaks off. */
const IS_OPEN_ABOVE = -0.7;
/** The line fills lines of the column, as a piece of text does that a column end has cut. */
const FILLS_LINES = -2;
const IS_QUOTATION = -2;
/** The text above speaks of what the line speaks of, which names a part of it. */
const SPOKEN_OF_ABOVE = -1.5;
/** Share of the pairs of characters of the line that the text above has. */
const SPOKEN_OF = 0.1;
/** Of the pairs of the text below, how many the article above has as well. */
const SHARED: readonly (readonly [atMost: number, odds: number])[] = [
  [0.005, 2.2],
  [0.025, 1.2],
  [0.06, 0.2],
  [0.12, -0.6],
  [1, -1.5],
];
/** A brief above has not the room to share much. */
const SHARED_WITH_BRIEF = 1.7;
const LONG_ENOUGH = 100;

/** The text above and the line are one sentence, in log-odds of their seam. */
const GOES_ON_FROM_ABOVE = 1;
/** Below a title a line is rather its next than the start of a text that happens to be cut here. */
const GOES_ON_BELOW_TITLE = 3;

/** @returns whether the line, title-like by itself, is the first of an article below the text of another one. */
export function opensArticle(question: Question): boolean {
  const { named, seen, index, here, context } = question;
  const above = question.bodyAbove;
  const below = seen[index + 1];
  const words = withoutNote(here.words);
  const length = words === here.words ? here.length : visibleLength(words);
  if (above === null || below?.block.role !== "body" || length > LONGEST_OPENING || length < 4) return false;
  const namesNotice = NOTICE_TITLE.test(context.lexicon.simplify(words));
  const tail = seen[above];
  // 环卫工章桂岚：, the first line of a subhead.
  if (tail === undefined || /[：:]\s*$/.test(here.words)) return false;
  const seam = continuity(endOf(here.words), startOf(below.words), context.lexicon);
  if (seam.word !== null || seam.score >= SUBHEAD_SEAM || below.block.shape.isIndented === false) return false;
  if (!question.isWrapped) {
    if (!leadsIntoText(question, namesNotice || WHEN.test(words))) return false;
    if (
      !tail.endsSentence &&
      continuity(endOf(tail.words), startOf(here.words), context.lexicon).score > GOES_ON_FROM_ABOVE
    )
      return false;
  }
  const prior = question.isWrapped ? PRIOR_OF_PRINTED_LINES : PRIOR;
  let odds = prior + widthOdds(tail, below) + sharedOdds(question, above);
  if (!tail.endsSentence) odds += IS_OPEN_ABOVE;
  if (below.block.startsParagraph === true) {
    odds += here.block.startsParagraph === true ? INDENTED_AS_TEXT : NOT_INDENTED;
  }
  if (OPENS_NEWS.test(below.words) || OPENS_NOTICE.test(below.words)) odds += OPENS_AS_NEWS;
  if (BACKWARDS.test(below.words)) odds += POINTS_BACK;
  if (/[，,]/.test(here.words)) odds += HAS_COMMA;
  if (namesNotice) odds += NAMES_A_NOTICE;
  if (WHEN.test(here.words)) odds += SAYS_WHEN;
  if (ONE_QUOTATION.test(here.words)) odds += IS_QUOTATION;
  if (fillsLines(here, tail.block.shape.width ?? below.block.shape.width)) odds += FILLS_LINES;
  if (hasSubhead(named, index)) odds += HAS_SUBHEADS;
  if (isOnlyBegun(question, above)) odds += ONLY_BEGUN;
  return odds > 0;
}

/**
 * Running text stands below, with two more lines of the title before it at most; below a line of a poem stands another.
 * A piece of text may be as short as a line of verse, but verse has no date.
 */
function leadsIntoText({ named, seen, index }: Question, isNotice: boolean): boolean {
  for (let i = index + 1; i <= index + 3; i += 1) {
    const below = seen[i];
    if (below === undefined || named[i]?.role !== "body") return false;
    if (below.endsSentence || below.length >= SHORTEST_TEXT || OPENS_NEWS.test(below.words)) return true;
    // Below what names a notice stands a list as often.
    if (!canBeTitle(below)) return isNotice;
  }
  return false;
}

/** Lines of verse are shorter than this, in characters. */
const SHORTEST_TEXT = 20;

/** A further line of a title that no byline follows: its deck. */
export function goesOnInTitle({ named, seen, index, here, context }: Question): boolean {
  const below = seen[index + 1];
  if (itemAt(named, index - 1)?.role !== "title" || below?.block.role !== "body") return false;
  if (below.length <= here.length || HALF_SENTENCE.test(here.words)) return false;
  const seam = continuity(endOf(here.words), startOf(below.words), context.lexicon);
  if (seam.word !== null || seam.score >= GOES_ON_BELOW_TITLE) return false;
  return below.block.shape.isIndented === true || !fillsLines(here, below.block.shape.width);
}

function widthOdds(tail: Seen, below: Seen): number {
  const [upper, lower] = [tail.block.shape.width, below.block.shape.width];
  if (upper === null || lower === null) return 0;
  return Math.abs(upper - lower) >= WIDTH_DIFFERS ? NEW_WIDTH : SAME_WIDTH;
}

function sharedOdds(question: Question, above: number): number {
  const text = topicAbove(question, above);
  const isSpokenOf = shareOfPairs(tighten(question.here.words), text) >= SPOKEN_OF;
  const spoken = isSpokenOf ? SPOKEN_OF_ABOVE : 0;
  const share = shareOf(topicBelow(question, question.index + 1), text);
  if (share === null) return spoken;
  const odds = SHARED.find(([atMost]) => share <= atMost)?.[1] ?? 0;
  return spoken + (text.length < LONG_ENOUGH ? Math.min(odds, SHARED_WITH_BRIEF) : odds);
}

function isOnlyBegun({ named, seen }: Question, above: number): boolean {
  let length = 0;
  let titles = 0;
  for (let i = above; i >= 0; i -= 1) {
    const role = named[i]?.role;
    if (role === "title") titles += 1;
    else if (titles > 0) break;
    else if (role === "body") length += seen[i]?.length ?? 0;
    if (length > HARDLY_BEGUN) return false;
  }
  return titles >= SEVERAL_LINES;
}

function fillsLines({ words }: Seen, width: number | null): boolean {
  if (width === null || width <= 0) return false;
  const cells = printedCells(words);
  return [0, INDENT_CELLS].some((indent) => {
    const over = (cells + indent) % width;
    return over <= 1 || over >= width - 1;
  });
}

/** Subheads stand nearer to each other than this, in blocks. */
const SUBHEAD_REACH = 100;

function hasSubhead(named: Question["named"], index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - SUBHEAD_REACH); i -= 1) {
    const role = named[i]?.role;
    if (role === "subhead") return true;
    if (isOfHeading(role)) return false;
  }
  return false;
}
