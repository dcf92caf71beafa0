/**
 * What the items of a running line look like, one pattern each, and the cheap look before it. How they stand together, and
 * names of pages and of those who made them, `running-line.ts` reads.
 */
import { CharClasses } from "../../text/char-classes.ts";
import { DAMAGED_DATE, DATE_PART, FULL_DATE, LUNAR, WEEKDAY } from "./day.ts";

export type ItemKind =
  | "date"
  | "datePart"
  | "weekday"
  | "lunar"
  | "issue"
  | "weather"
  | "contact"
  | "imprint"
  | "staff"
  | "nameplate"
  | "pageNumber"
  | "pageName";

const sticky = (pattern: RegExp, flags = "y"): RegExp => new RegExp(pattern.source, flags);

/** `总第5678期`, `第12345号`, `第三千一百二十一号`, `今日8版`, `今日四版`; not `第3次`, `第三十号`. */
const ISSUE =
  /(?:总?第?\d{3,6}期|总第\d{1,6}[期号]|第\d{3,6}[期号]|第(?=[〇一二三四五六七八九十零]*[千万百])[〇一二三四五六七八九十百千万零]{3,11}[期号]|(?:[今本]日|本期)共?(?:\d{1,3}|[一二三四五六七八九十]{1,3})版|共(?:\d{1,3}|[一二三四五六七八九十]{1,3})版|创刊于\d{4}年|第[一二三四五六七八九十]{1,2}张)/;
/** `12℃~20℃`, `晴转多云 微风`; words of the weather alone stand in many a headline, so a degree must be there. */
const WEATHER =
  /(?:[〇㐀-鿿]{2,6}[:：]?)??(?:(?:今[天日晚]|明[天日]|白天|夜间|今夜|[到至])*(?:晴|多云|阴|[大中小阵雷暴]{1,2}[雨雪])(?:[转到间有或至](?:晴|多云|阴|[大中小阵雷暴]{1,2}[雨雪]))*)?(?:[东南西北偏]{1,3}风|微风)?(?:\d(?:[-~至]\d)?级)?-?\d{1,2}(?:℃|°C?|度)?(?:[-~—–至/]+-?\d{1,2})(?:℃|°C?)|-?\d{1,2}(?:℃|°C)/;
const PHONE = "1\\d{10}|[48]00-?\\d{3}-?\\d{4}|(?:\\(?0\\d{2,3}\\)?[-—–.]?)?\\d{7,8}|\\d{5}(?!\\d)";
const ADDRESS = "[A-Za-z0-9_.-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z]{2,})+|(?:https?://|www\\.)[A-Za-z0-9./_-]+";
/** `新闻热线：0799-3300110、3300112`, `E-mail:a@b.example`, `www.liuxi.example`. */
const CONTACT = new RegExp(
  `(?:(?:本报|本版|新闻|广告|读者|编辑部|服务|订阅|发行|投稿|刊登|报料|爆料|投诉|联系|24小时|全国|总编室|微信|官方)*(?:热线|电话|邮箱|信箱|传真|手机|微信号?|公众号|微博|网址|官网|QQ群?|[Ee]-?[Mm]ail|[Tt]el|[Ff]ax)[:：;]?|(?:编辑|发行|广告|总编|记者|通联|群工|办公|值班)[部室科][:：]?)?(?:(?:${PHONE}|${ADDRESS})(?:[、/,](?:${PHONE}|${ADDRESS}))*)`,
);
/** Numbers and prices of the press law: `国内统一连续出版物号CN00-0001`, `邮发代号41-9`, `零售每份1.5元`. */
const IMPRINT =
  /(?:国内统一)?(?:连续出版物号|统一?刊号|刊号)[:：]?(?:CN)?\d{2}-\d{4}(?:\/?[A-Z])?|CN\d{2}-\d{4}|邮发代号[:：]?\d{1,2}-\d{1,4}|(?:零售|每份|每月|全年|定价|售价|零售价|年价|月价)+[:：]?(?:每份)?(?:\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3})[元角分](?:[一二三四五六七八九五]分)?|广告(?:经营)?许可证[:：]?[〇㐀-鿿]{0,6}\d+号?|中共[〇㐀-鿿]{2,12}机关报/;
const PUBLISHER =
  /(?:主管|主办|承办|出版|承印|印刷)[:：][〇㐀-鿿]{2,16}|[〇㐀-鿿]{2,12}(?:报社|报业集团|传媒集团|委员会|宣传部)(?:出版|主管|主办|承办|编辑出版|主管主办)|[〇㐀-鿿]{2,12}(?:印刷厂|印务中心|印务公司|印刷公司)承?印刷?/;
const PAPER_END =
  "(?:日|晚|早|晨|[时時]|商|女|周|[导導]|快|新|都市|青年|[妇婦]女|老年|少年|[农農]民|工人|[农農]村|法制|法治|教育|科技|[经經][济濟]|信息|生活|健康|消[费費]|[广廣]播[电電][视視]|[电電][视視])[报報]|周刊";
/** `柳溪日报`; not 本报, 今日女报记者. */
export const NAMEPLATE = new RegExp(`(?![本据]|第.{1,3}版)[〇㐀-鿿]{2,7}?(?:${PAPER_END})`);
/** `柳溪报`, of which only its place tells that it is a paper: it opens the line, and the day or the number of the page follows. */
export const LOCAL_NAMEPLATE =
  /^(?![本据])[〇㐀-鿿]{2,6}[报刊](?=[12]\d{3}年|第[一二三四五六七八九十\d]{1,3}版|[A-Z]?\d{1,2}版|[A-T]\d{1,2}(?!\d)|总?第\d{2,6}期)/;
/** `LIUXI DAILY`, `LIUXI RIBAO`. */
const LATIN_NAMEPLATE = /[A-Z][A-Za-z]{3,24}(?:DAILY|Daily|NEWS|News|POST|Post|TIMES|Times|WEEKLY|Weekly|BAO|Bao)/;
/** `A03`, `第3版`, `B12版`, `第三版`, `A叠03版`; of the 1 in `A13` a scan makes `Al13` and `AL3`, of `A07` `AO7`; not CO2. */
const PAGE_NUMBER =
  /[A-Z]?\d{2}(?=[12]\d{3}年)|第[一二三四五六七八九十]{1,3}版|第?[A-Z]?\d{1,3}版|[A-Z][叠lL]?\d{1,3}(?!\d)|[ABD]O\d(?!\d)|\d{1,3}/;
/** A page number that was misread. */
export const MISREAD_NUMBER = /^[A-Z][lLO]/;

/** What items begin with, class by class. */
const OPENING = new CharClasses(
  "12一二中民",
  "农夏阴甲乙丙丁戊己庚辛壬癸",
  "0123456789总第今本共创",
  "国连统刊C邮零每全定售年月广中",
  "0123456789(_.-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz本新广读编服订发投刊报爆联全总微官热电邮信传手公网记通群办值",
  "星礼周",
  "0123456789",
);

export interface ItemPattern {
  readonly kind: ItemKind;
  readonly pattern: RegExp;
  /** Class of `OPENING` that its first character is of; 0 where it begins with any Han. */
  readonly opening: number;
  /** Of those that are dear: what the line has somewhere. */
  readonly needs?: RegExp;
}

/** Exported for the test that no opening keeps a pattern from what it finds. */
export const PATTERNS: readonly ItemPattern[] = [
  { kind: "date", pattern: sticky(FULL_DATE), opening: 1 },
  { kind: "date", pattern: sticky(DAMAGED_DATE), opening: 1 },
  { kind: "lunar", pattern: sticky(LUNAR), opening: 2 },
  { kind: "issue", pattern: sticky(ISSUE), opening: 4 },
  { kind: "imprint", pattern: sticky(IMPRINT), opening: 8 },
  { kind: "imprint", pattern: sticky(PUBLISHER), opening: 0, needs: /出版|[主承]办|主管|承印|印刷|印务/ },
  { kind: "contact", pattern: sticky(CONTACT), opening: 16, needs: /\d{5}|\d{3}-\d{4}|@|www|https?:/ },
  { kind: "weather", pattern: sticky(WEATHER), opening: 0, needs: /[℃°]/ },
  { kind: "weekday", pattern: sticky(WEEKDAY), opening: 32 },
  { kind: "datePart", pattern: sticky(DATE_PART), opening: 64 },
];

/** The patterns that a line may hold at all. */
export function patternsFor(text: string): readonly ItemPattern[] {
  return PATTERNS.filter(({ needs }) => needs === undefined || needs.test(text));
}

/** Whether an item of a pattern may begin at an offset: most patterns are told by the first character. */
export function mayOpen({ opening }: ItemPattern, text: string, at: number): boolean {
  return opening === 0 || ((OPENING.flags[text.charCodeAt(at)] ?? 0) & opening) !== 0;
}

/** @param patterns those that the line may hold. */
export function hasItemAt(patterns: readonly ItemPattern[], text: string, at: number): boolean {
  return patterns.some((one) => mayOpen(one, text, at) && matchAt(one.pattern, text, at) > at);
}

/** As they are asked for at a place of the line. */
export const NAME = sticky(NAMEPLATE);
export const LATIN_NAME = sticky(LATIN_NAMEPLATE);
export const NUMBER = sticky(PAGE_NUMBER);

/** @returns where the pattern ends that begins at the place; -1 where it does not. */
export function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
