/**
 * What belongs to the page and to no article: folio, nameplate, page editors, hotlines, adverts, imprint.
 *
 * In: the text of one block. Out: the kind of furniture it is, or null. Never: looks at its neighbours.
 */
import type { Context } from "../context.ts";
import type { FurnitureKind } from "../page.ts";
import { CharClasses } from "../text/char-classes.ts";
import { isDigitCode, tighten } from "../text/chars.ts";
import { aroundPrint, isOfSite } from "./furniture/around-print.ts";
import type { ItemKind } from "./furniture/items.ts";
import { isStrongNumber } from "./furniture/page-names.ts";
import { LONGEST_RUNNING_LINE, type RunningLine, readRunningLine } from "./furniture/running-line.ts";
import { isContents, isImprint, isPageCredit, paidPrint } from "./furniture/small-print.ts";
import { tightLine } from "./furniture/tight.ts";
import { isPrice } from "./own-line.ts";

/** A cheap look first, in both scripts: a date, a number at an end, or a word that only furniture holds. */
const FURNITURE_HINT =
  /年.{1,9}日|日.{0,3}(?:星期|周)|[12]\d{3}[./-]\d|^.{0,7}[\dA-Z０-９Ａ-Ｚ]{1,3}.{0,6}版?$|\d{7}|第.{1,6}[版期号號]|版[）)》>]?$|[导導][读讀]|共\d+版|^(?:本版|本期|今日)|[报報]$|[报報]社|周刊$|[A-Z]BAO|[DN][Aa][Ii][Ll][Yy]$|[责責]|[编編]|校|版式|[组組排制]版|[图圖][编編]|统筹|監制|监制|签发|审核|[热熱][线線]|[Mm]ail|MAIL|@|邮|郵|www|https?:|址|[农農][历曆]|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|[℃°]|CN\d|法律|[声聲]明|公告|[启啟]事|[招出转轉]租|[转轉][让讓]|仅供|招聘|[诚誠]聘|家政|[广廣]告|[链鏈]接|便民|[债債][权權]|[电電][话話]|致[电電]|微信|印刷|零售|未[经經].{1,6}[权權可意]|[认認洽][领領]|[页頁]$|[扫掃]|CamScanner|Rights|ICP|[缩縮]小|[上下]一[版页頁]|版[权權]所有$|[-/]\d{1,2},?\d{1,2}:\d\d$|打印.{0,5}\d{4}[-/]\d/;

/** What of it may stand in a sentence: 声明作废。 */
const SENTENCE_HINT =
  /^(?:[寻尋遗遺招])|仅供|不代表|[声聲]明|公告|[债債][权權]|聘|[电電][话話]|[热熱][线線]|致[电電]|微信|咨[询詢]|[联聯][系繫]|手[机機]|[认認洽][领領]/;

/**
 * Characters that the patterns cannot do without: nearly all lines have none, and no pattern is run over them. Some are
 * too common to show anything but in pairs: 年…日, 家政, 转让, 仅供, 本期.
 */
const NEEDED = new CharClasses(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺmwh" +
    "第版导導报報刊责責编編校统监監签核热熱邮郵址历曆甲乙丙丁戊己庚辛壬癸律声聲告启啟租聘链鏈便债債话話致微刷售领領未页頁扫掃缩縮@℃°",
  "日",
  "年期周今",
  "家",
  "政",
  "转轉",
  "让讓",
  "仅",
  "供",
  "本",
  "期",
  "寻尋遗遺招代声聲告债債聘话話热熱致微询詢系繫机機领領",
  "。；！？",
  "0123456789０１２３４５６７８９",
);
const SURE = 1;
const PAIRS = [2 | 4, 8 | 16, 32 | 64, 128 | 256, 512 | 1024];
const OF_SENTENCE = 2048;
const SENTENCE_END = 4096;
const FIGURES = 8192;
/** Figures alone are those of a day, 2023.9, or of a telephone; the number of a page stands in a line no longer than this. */
const FEWEST_FIGURES = 5;
const LONGEST_BESIDE_NUMBER = 17;

/** Whether a text has what its pattern needs. @param has the classes of its characters. */
function mayBeFurniture(has: number): boolean {
  const sure = (has & SENTENCE_END) !== 0 ? OF_SENTENCE : SURE;
  if ((has & sure) !== 0 || (sure === SURE && (has & FIGURES) !== 0)) return true;
  for (const pair of PAIRS) if ((has & pair) === pair) return true;
  return false;
}

/** Whether a line without blanks has nothing that the pattern needs but figures, and too few of them: 全镇今春种茶1240亩，比去年多出三成 */
function areFewFigures(words: string, has: number): boolean {
  if ((has & ~FIGURES) !== 0 || words.length <= LONGEST_BESIDE_NUMBER) return false;
  let figures = 0;
  for (let i = 0; i < words.length; i += 1) if (isDigitCode(words.charCodeAt(i))) figures += 1;
  return figures < FEWEST_FIGURES;
}

function patternFor(has: number): RegExp {
  return (has & SENTENCE_END) !== 0 ? SENTENCE_HINT : FURNITURE_HINT;
}

/** The patterns by themselves, and the cheaper look before them: what the patterns find, the look lets pass. */
export const FURNITURE_LOOK = {
  patterns: [FURNITURE_HINT, SENTENCE_HINT],
  matches: (words: string): boolean => patternFor(NEEDED.of(words)).test(words),
  mayMatch: (text: string): boolean => mayBeFurniture(NEEDED.of(text)) && !areFewFigures(text, NEEDED.of(text)),
};

export function recogniseFurniture(text: string, context: Context): FurnitureKind | null {
  if (isListedLine(text, context)) return "notice";
  if (isOfSite(text)) return "contents";
  if (text.length > LONGEST_RUNNING_LINE * 3) return null;
  const has = NEEDED.of(text);
  if (!mayBeFurniture(has)) return null;
  const words = tighten(text);
  if (words.length === 0 || words.length > LONGEST_RUNNING_LINE || areFewFigures(words, has)) return null;
  if (!patternFor(has).test(words)) return null;
  const running = readRunningLine(text, context);
  const kind = running === null ? null : kindOf(running, context);
  if (kind !== null) return kind;
  const { text: tight } = tightLine(text, context);
  const around = aroundPrint(tight);
  if (around !== null) return around;
  if (isContents(tight)) return "contents";
  if (isPageCredit(tight)) return "staffCredit";
  return paidPrint(tight) ?? (isImprint(tight) ? "imprint" : null);
}

/** A line that the profile of the paper lists as a whole. */
function isListedLine(text: string, { profile, lexicon }: Context): boolean {
  if (profile.furnitureLines.length === 0 || text.length > LONGEST_RUNNING_LINE) return false;
  const tight = tighten(text);
  return profile.furnitureLines.includes(tight) || profile.furnitureLines.includes(lexicon.simplify(tight));
}

/** Items that a line of an article could hold by itself: 4月16日, 星期四, 民生. Only other furniture makes them furniture. */
const WEAK: ReadonlySet<ItemKind> = new Set<ItemKind>(["datePart", "weekday", "pageName"]);

/** The kind of a running line by its strongest items, or null where all of them are weak. */
function kindOf(running: RunningLine, context: Context): FurnitureKind | null {
  const { items, unread, line } = running;
  const kinds = new Set(items.map(({ kind }) => kind));
  const strong = [...kinds].filter((kind) => !WEAK.has(kind));
  const isDay = kinds.has("weekday") && (kinds.has("date") || kinds.has("datePart"));
  if (strong.length === 0 && !isDay) return null;
  // Below the title of a book its price is a line of the notice.
  if (isPrice(line.text)) return null;
  // What a scan has damaged is let pass only beside two sure items.
  if (unread > 0 && strong.length + (isDay ? 1 : 0) < 2) return null;
  if (kinds.has("staff")) return "staffCredit";
  if (isDay || kinds.has("date") || kinds.has("lunar") || kinds.has("issue") || kinds.has("weather")) return "folio";
  if (kinds.has("contact")) return kinds.has("imprint") ? "imprint" : "contact";
  if (kinds.has("imprint")) return "imprint";
  if (kinds.has("nameplate")) return kinds.has("pageNumber") ? "folio" : "nameplate";
  // Two numbers side by side are figures of a table.
  if (items.filter(({ kind }) => kind === "pageNumber").length !== 1 || isFigure(line.text)) return null;
  return isCount(running, context) ? null : "folio";
}

/** `14 妇联` may be a page and its name, or the beginning of a headline: 14 人获救. Only a name that is listed tells. */
function isCount({ items, line }: RunningLine, { profile }: Context): boolean {
  const [number, name] = items;
  if (items.length !== 2 || number?.kind !== "pageNumber" || name?.kind !== "pageName") return false;
  if (isStrongNumber(line.text.slice(number.start, number.end))) return false;
  return !profile.sectionLabels.includes(line.text.slice(name.start, name.end).replace(/(?<=..)新闻$/, ""));
}

/** `4.5`, `3-0`, `100`: a figure, not the number of a page. */
function isFigure(tight: string): boolean {
  return /^\d+[^\d〇㐀-鿿A-Z]+\d*$|^[^\dA-Z第〇㐀-鿿]+\d+$/.test(tight);
}

/** Whether nothing but parts of a running line stand here: furniture if other furniture stands beside. */
export function isWeakRunningLine(text: string, context: Context): boolean {
  const running = readRunningLine(text, context);
  return running !== null && running.unread === 0 && running.items.some(({ kind }) => kind !== "pageName");
}
