/**
 * Kicker, headline and deck among the title lines of an article.
 *
 * A line that a line end has cut in a phrase is one with the line below it. Then heading levels decide: a line of a lower
 * level above one of a higher level is the kicker. Among lines of one level their words decide, as far as they can: a
 * quotation, a place, an event or a clause that leads in is a kicker, a clause that adds is a deck, two halves of one
 * measure are one headline. Where nothing tells the lines apart, the first is the headline and the rest the deck.
 */
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";

export interface TitleLine {
  /** In simplified characters. */
  readonly text: string;
  /** `##` is 2; 0 where the dump has no heading marks. */
  readonly level: number;
  /** The line above ends in the phrase that goes on here. */
  readonly goesOn?: boolean;
}

export type TitleRole = "kicker" | "headline" | "deck";

/** Seams that go on this well, in log-odds, are inside a phrase; between lines of titles that are whole, none did. */
const ONE_PHRASE = 2;
const OPEN_END = /[，、,]$/;
const NO_BEGINNING = /^[的之了着们]/;

/** 城北水厂今 / 晚停水检修, 夜班护士 / 的一张欠条, 老街改造， / 先问街坊: one line of a title, cut by the end of a printed line. */
export function goesOnInTitle(upper: string, lower: string, lexicon: Lexicon): Seam | null {
  if (OPEN_END.test(upper) || NO_BEGINNING.test(lower)) return { cutsWord: true };
  const { score, word } = continuity(endOf(upper), startOf(lower), lexicon);
  return score >= ONE_PHRASE ? { cutsWord: word !== null } : null;
}

export interface Seam {
  /** Nothing parts the two: 今|晚. Two phrases that go on in each other may be halves with a blank between them. */
  readonly cutsWord: boolean;
}

export function titleRoles(printed: readonly TitleLine[]): TitleRole[] {
  const lines: TitleLine[] = [];
  const lineOf = printed.map(({ text, level, goesOn }) => {
    const above = lines[lines.length - 1];
    if (goesOn !== true || above === undefined) return lines.push({ text, level }) - 1;
    lines[lines.length - 1] = { text: above.text + text, level: Math.min(above.level, level) };
    return lines.length - 1;
  });
  const roles = rolesOfWhole(lines);
  return lineOf.map((line) => roles[line] ?? "deck");
}

function rolesOfWhole(lines: readonly TitleLine[]): TitleRole[] {
  if (lines.length === 0) return [];
  const headline = headlineIndex(lines);
  const here = lines[headline];
  const next = lines[headline + 1];
  const isInTwo = opensHeadline(here) || areHalves(here, next);
  return lines.map((line, i) => {
    // Wherever the dump has it, 市防汛会议要求 announces the line that says what.
    if (i < headline || (i !== headline && isAnnouncement(line.text))) return "kicker";
    return i === headline || (i === headline + 1 && isInTwo) ? "headline" : "deck";
  });
}

function headlineIndex(lines: readonly TitleLine[]): number {
  const top = lines.reduce((least, { level }) => (level > 0 && (least === 0 || level < least) ? level : least), 0);
  const first = Math.max(
    0,
    lines.findIndex((line) => line.level === top),
  );
  const next = lines[first + 1];
  const here = lines[first];
  if (here === undefined || next === undefined || next.level !== top || isDashed(next)) return first;
  if (isAnnouncement(next.text)) return first;
  // 四问高温津贴 / 钱怎么发，发给谁 / 有关负责人答记者问: above a headline with its deck, a topic is short.
  const hasDeck = lines[first + 2]?.level === top && (isAddition(lines[first + 2]) || isDashed(lines[first + 2]));
  if (hasDeck && here.text.length <= SHORTEST_HEADLINE && next.text.length > here.text.length) return first + 1;
  // 县妇联积极响应： opens the headline that the line below it completes; what stands above leads in.
  if (!opensHeadline(here) && opensHeadline(next) && lines[first + 2]?.level === top) return first + 1;
  return leadsIn(here.text, next.text) ? first + 1 : first;
}

/** Kickers of a place or a standing name: 青石, 巾帼建功. */
const SHORTEST_HEADLINE = 6;
/** A deck is a clause of its own, longer than its headline by this many characters. */
const LONGER_BY = 4;
const COMMA = /[，,]/;
/** Nothing but a quotation; a scan may make a star or a straight mark of the one that closes it. */
const QUOTATION = /^[“「][^”」]+[”」*＊"]$/;

/**
 * Whether the upper of two lines leads into the lower one.
 * “我也是一个母亲” / 39岁司机救下少年 and 一荤两素一汤，自付8元 / 长者食堂开张 do; a clause below completes: 图书馆搬进地铁站 /
 * 早上借书，下班还书.
 */
function leadsIn(upper: string, lower: string): boolean {
  if (/[：:]$/.test(upper) || isDashed({ text: lower, level: 0 })) return false;
  if (upper.length < SHORTEST_HEADLINE || COLUMN_NAME.test(upper) || isAnnouncement(upper)) return true;
  if (isAddition({ text: lower, level: 0 })) return false;
  if (SLOGAN.test(upper) && !SLOGAN.test(lower)) return true;
  if (QUOTATION.test(upper) && !QUOTATION.test(lower)) return true;
  if (isAppeal(lower) && !isAppeal(upper) && !COMMA.test(upper) && !COMMA.test(lower)) return true;
  if (COMMA.test(lower) || longestHalf(lower) >= upper.length + LONGER_BY) return false;
  return (COMMA.test(upper) && !/[？?！!]$/.test(upper)) || isEvent(upper);
}

/** 走基层·看丰收, 对话作家耿直: the name of a column or a campaign, or who is asked. */
const COLUMN_NAME = /^[〇㐀-鿿]{2,6}[·•・][〇㐀-鿿]{2,6}$|^(?:对话|专访)[〇㐀-鿿·]{2,10}$/;
/** 摸清家底␠划清界线. */
const SLOGAN = /^[〇㐀-鿿]{4}\s+[〇㐀-鿿]{4}$/;

/** 全市防汛工作会议要求, 云溪大会传来喜讯: who speaks, above what is said. */
function isAnnouncement(line: string): boolean {
  return line.length >= SHORTEST_HEADLINE && ANNOUNCES.test(line) && !COMMA.test(line);
}

const ANNOUNCES = /(?:要求|强调|指出|提出|表示|透露|披露|呼吁|提醒|建议|[部作]出?部署|传来(?:喜讯|捷报|佳音|好消息))$/;

/** What a deck adds: since when it holds, that somebody explains, what kind of report it is. */
function isAddition(line: TitleLine | undefined): boolean {
  return line !== undefined && ADDS.test(line.text);
}

const ADDS =
  /(?:[起日][实施]行|起实施|起执行|起生效|起启用|起上市|答记者问|侧记|手记|纪实|见闻|访谈录?)$|^(?:记者|本报)?(?:调查|走访|探访|专访)/;

/**
 * An appeal has a verb first and nobody who does it: 筑牢校园安全防线. Set large below the fact that it answers, as 全市校园
 * 安全会议召开.
 */
function isAppeal(line: string): boolean {
  return APPEAL.test(line);
}

const APPEAL =
  /^(?:吹响|[压抓夯落][紧实]|坚决|确保|推动|推进|加快|全力|切实|努力|扎实|深入|奋力|凝聚|谱写|筑牢|守[护牢住]|弘扬|赋能|打[造好赢]|践行|争[当做]|奏响|擦亮|激[活发]|书写|绘就|提振|汇聚|共[建筑护]|聚焦|严[防查]|力[争促]|着力|大力|用好|做[好强优实])/;

/** The name of a match or meeting, with nothing that is said of it: 全省龙舟锦标赛青石站. Not 青石举办龙舟锦标赛. */
function isEvent(line: string): boolean {
  return EVENT.test(line) && !HAPPENS.test(line);
}

const EVENT =
  /(?:(?:赛|杯)[〇㐀-鿿]{0,6}站|[联锦奖开]赛|锦标赛|世界杯|论坛|峰会|运动会|博览会|[音乐艺术文化电影]节|展览会?|交易会|洽谈会|研讨会|发布会)$/;
const HAPPENS = /[举召]办|召开|举行|开幕|闭幕|亮相|参加|出席|走进|走上|登上|启动|落幕|迎来|夺|获|将/;

/** A headline of two halves, 长者食堂开张␠老人吃上热饭, is no longer clause than each of them. */
function longestHalf(line: string): number {
  return line.split(/\s+/).reduce((longest, half) => Math.max(longest, half.length), 0);
}

/** 小巷法官杜若兰： goes on in the line below. */
function opensHeadline(line: TitleLine | undefined): boolean {
  return line !== undefined && /[：:]$/.test(line.text);
}

/** A headline on two lines is set in one measure: halves of about one length, with no comma in either. */
const LONGEST_HALF = 14;
const MOST_APART = 3;
const LEAST_SHARE = 0.75;

/** 木桥修了又断 / 村民盼了又盼. Not a headline and its deck, which is a clause of its own and longer. */
function areHalves(upper: TitleLine | undefined, lower: TitleLine | undefined): boolean {
  if (upper === undefined || lower === undefined || upper.level !== lower.level || isDashed(lower)) return false;
  if (isAddition(lower)) return false;
  if (QUOTATION.test(upper.text) || QUOTATION.test(lower.text)) return false;
  const [long, short] = [bareLength(upper.text), bareLength(lower.text)].sort((a, b) => b - a);
  if (long === undefined || short === undefined || long > LONGEST_HALF || short < SHORTEST_HEADLINE) return false;
  if (/[，,。；：:\s]/.test(upper.text) || /[，,。；：:\s]/.test(lower.text)) return false;
  return long - short <= MOST_APART && short / long >= LEAST_SHARE;
}

/** Quotes and title marks take hardly any room in large print. */
function bareLength(line: string): number {
  return line.replace(/[“”「」《》]/g, "").length;
}

/** A deck of a feature begins with a dash: ——记青石巷的修表匠. */
function isDashed(line: TitleLine | undefined): boolean {
  return line !== undefined && /^(?:——|--|—)/.test(line.text);
}
