/**
 * Section labels that no mark tells from a kicker: 基金, 书边草, 各地传真, right above a title.
 *
 * A label names a subject or a place in the paper, a kicker says something of the news below it. Clues as log-odds; weights
 * by hand, on 57 labels and 25 short kickers of made pages and on what papers print.
 */
import type { Context } from "../../context.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { itemAt } from "../../text/list.ts";
import { type Block, changed } from "../block.ts";
import { columnNameOdds, isColumnName } from "../column-name.ts";
import { type BareLabel, LONGEST_LABEL, labelWords } from "../label.ts";
import { canBeTitle } from "./can-be-title.ts";
import { isOpenQuestion, type Question, type Seen } from "./question.ts";
import { isFirstOfGroup } from "./title-line.ts";

/** By the number of characters: two of them are hardly ever a kicker, five hardly ever a label. */
const BY_LENGTH: readonly number[] = [0, 0, 2, 2, 0, -0.5, -1.5, -2, -3];
/** 青石 as a kicker says where, and so does the text. */
const SPOKEN_OF_BELOW = -1.5;
/** 柳溪乡, 西大街社区: where the news comes from. */
const IS_PLACE = -2.5;
const PLACE = /(?:[省市县乡镇村州]|[社街城郊林山牧矿]区|街道)$/;
/** 五部门联合发文, 参展企业增多: something happens. */
const HAPPENS = -2.5;
const VERB =
  /召开|开[课讲馆幕]|举行|举办|启动|闭幕|发[布文出]|印发|公布|通报|要求|联合|增[多加长]|减少|上涨|下降|成立|完成|实现|走进|迎来|开展|落实|推进|加强|结束/;
/** What a column end has cut above may go on here. */
const IS_OPEN_ABOVE = -2;
/** A scan makes a letter of ■ or ●, or 国. */
const MISREAD_MARK = 1.5;
/**
 * Headlines of the dump have a level of their own. A label has a level far below it or none, a kicker the next one or the
 * same: of the lines of two to five characters, 27 labels and 2 kickers, 60 and 9, 5 and 7, none and 9 (made pages).
 */
const FAR_BELOW = 2;
const NO_LEVEL = 0.5;
const SAME_LEVEL = -2;
const USED_WITHIN = 8;

/** @returns whether the line is the bare label of the title right below it. */
export function isBareLabel(question: Question): boolean {
  const { named, seen, index, here, context } = question;
  if (here.length > LONGEST_LABEL + 2) return false;
  const next = named[index + 1];
  const below = seen[index + 1];
  if (next === undefined || below === undefined || !isFirstOfGroup(question)) return false;
  if (next.role !== "title" && !(isOpenQuestion(next) && canBeTitle(below))) return false;
  const level = here.block.headingLevel;
  if (level > 0 && (next.headingLevel === 0 || next.headingLevel > level)) return false;
  const read = labelWords(here.words, context);
  if (read === null || !isLongEnough(below, read.words, context)) return false;
  // Where each line of the dump is a printed line, two characters are as often the end of one, but at the head of a frame.
  if (question.isWrapped && !here.block.headsFrame) return isColumnName(context.lexicon.simplify(read.words));
  return oddsOf(read.words, context.lexicon) + placeOdds(question, read, below) > 0;
}

/** 健康提醒, taken for a subhead of the text above, right above a title: nothing of that article follows, so it is a label. */
export function nameLabelsAboveTitles(named: Block[], seen: readonly Seen[], context: Context): void {
  for (const [i, block] of named.entries()) {
    if (block.role !== "subhead" || named[i + 1]?.role !== "title") continue;
    const words = seen[i]?.words ?? "";
    if (labelWords(words, context) !== null) named[i] = changed(block, { role: "sectionLabel", confidence: 0.6 });
  }
}

/**
 * 热点纵论, 一家之言, 来稿选登, each the first line of a title: what one of them alone does not show, several do. Kickers of so few
 * characters hardly stand above two titles of a page.
 */
export function nameLabelsInCompany(named: Block[], seen: readonly Seen[], context: Context): void {
  let others = 0;
  const likely: number[] = [];
  for (const [i, block] of named.entries()) {
    const below = named[i + 1];
    if (below?.role !== "title") continue;
    // 天气 and 短新闻 are on pages that have kickers, too.
    if (block.role === "sectionLabel") others += Number(block.confidence < LISTED && (seen[i]?.length ?? 0) > 3);
    else if (block.role === "title" && isLikelyLabel(named, seen, i, context)) likely.push(i);
  }
  if (likely.length === 0 || likely.length + others < FEWEST_LABELS) return;
  // On a page of essays 老井 and 渡口 are headlines, each above its deck: one of the company must be a column by its words.
  const isColumn = (i: number): boolean => columnNameOdds(context.lexicon.simplify(seen[i]?.words.trim() ?? "")) > 0;
  if (others === 0 && !likely.some(isColumn)) return;
  for (const i of likely) named[i] = changed(named[i] as Block, { role: "sectionLabel", confidence: 0.6 });
}

/** One other label tells little: two short kickers are as likely. */
const FEWEST_LABELS = 2;
/** Confidence of labels that their words or a mark show. */
const LISTED = 0.85;
/** Longer ones are phrases: 雨季巡堤不松劲. */
const LONGEST_IN_COMPANY = 6;
/** What other labels of the page add, in log-odds. */
const IN_COMPANY = 2.5;

function isLikelyLabel(named: readonly Block[], seen: readonly Seen[], index: number, context: Context): boolean {
  const [block, here, below] = [named[index], seen[index], seen[index + 1]];
  const above = itemAt(named, index - 1)?.role;
  if (block === undefined || here === undefined || below === undefined) return false;
  if (above === "title" || above === "sectionLabel" || here.length > LONGEST_IN_COMPANY) return false;
  const read = labelWords(here.words, context);
  if (read === null || !isLongEnough(below, read.words, context)) return false;
  const simple = context.lexicon.simplify(read.words);
  if (PLACE.test(simple) || VERB.test(simple)) return false;
  const levels = named.some(({ headingLevel }) => headingLevel > 0)
    ? levelOdds(block.headingLevel, below.block.headingLevel)
    : 0;
  const used = isUsedBelow({ seen, index }, read.words) ? SPOKEN_OF_BELOW : 0;
  return oddsOf(read.words, context.lexicon) + levels + used + IN_COMPANY > 0;
}

/** A kicker leads in to something longer; below 小小说 may stand 奖金. Below the title 老街往事 may stand a name that is not known for one. */
function isLongEnough(below: Seen, words: string, { lexicon }: Context): boolean {
  return below.length >= words.length || NO_TITLE.test(lexicon.simplify(words));
}

/** What only names of columns end in, and no title of an essay. */
const NO_TITLE =
  /(?:来信|来鸿|往来|信箱|快讯|简讯|短波|传真|[速快]递|快报|播报|集锦|资讯|热线|反馈|论坛|副刊|文苑|诗[页苑林坛社角]|小小说|连载|书[评架]|园地|问答|特写|时评)$/;

/** ◇校园短波◇ / ▲学生代表大会召开 / text: below a label a marked line is the title of a brief, and no other label. */
export function isTitleOfBrief({ seen, named }: Pick<Question, "seen" | "named">, index: number): boolean {
  const below = seen[index + 1];
  if (named[index]?.role !== "sectionLabel" || below?.block.role !== "body" || !MARKED.test(seen[index]?.words ?? ""))
    return false;
  return named[index - 1]?.role === "sectionLabel" && (below.length >= SHORTEST_TEXT || below.endsSentence);
}

/** A piece of text; a title of a brief is shorter. */
const SHORTEST_TEXT = 24;
const MARKED = /^[\s*]*[▲●■◆★○◎△□◇·]/;

function oddsOf(words: string, lexicon: Lexicon): number {
  const simple = lexicon.simplify(words);
  let odds = (BY_LENGTH[simple.length] ?? -9) + columnNameOdds(simple);
  if (PLACE.test(simple)) odds += IS_PLACE;
  if (VERB.test(simple)) odds += HAPPENS;
  return odds;
}

function levelOdds(own: number, below: number): number {
  if (own === 0) return below > 0 ? NO_LEVEL : 0;
  return own === below ? SAME_LEVEL : own > below + 1 ? FAR_BELOW : 0;
}

function placeOdds(question: Question, read: BareLabel, below: Seen): number {
  let odds = isOpenAbove(question) ? IS_OPEN_ABOVE : 0;
  if (read.isMisread) odds += MISREAD_MARK;
  if (question.hasHeadings) odds += levelOdds(question.here.block.headingLevel, below.block.headingLevel);
  return odds + (isUsedBelow(question, read.words) ? SPOKEN_OF_BELOW : 0);
}

function isOpenAbove(question: Question): boolean {
  const above = question.bodyAbove;
  return above !== null && itemAt(question.seen, above)?.endsSentence !== true;
}

function isUsedBelow({ seen, index }: Pick<Question, "seen" | "index">, words: string): boolean {
  for (let i = index + 1; i <= index + USED_WITHIN && i < seen.length; i += 1) {
    if (seen[i]?.words.includes(words)) return true;
  }
  return false;
}
