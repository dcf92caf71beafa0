/**
 * Kicker, headline and deck among the title lines of an article.
 *
 * Heading levels decide first: a line of a lower level above one of a higher level is the kicker. Among lines of one
 * level their words decide, as far as they can: a quotation, a place, an event or a clause that leads in is a kicker, a
 * clause that adds is a deck, two halves of one measure are one headline. Where nothing tells the lines apart, the first
 * is the headline and the rest the deck.
 */
export interface TitleLine {
  /** In simplified characters. */
  readonly text: string;
  /** `##` is 2; 0 where the dump has no heading marks. */
  readonly level: number;
}

export type TitleRole = "kicker" | "headline" | "deck";

export function titleRoles(lines: readonly TitleLine[]): TitleRole[] {
  if (lines.length === 0) return [];
  const headline = headlineIndex(lines);
  const here = lines[headline];
  const next = lines[headline + 1];
  const isInTwo = opensHeadline(here) || areHalves(here, next);
  return lines.map((_, i) => {
    if (i < headline) return "kicker";
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
  // 县妇联积极响应： opens the headline that the line below it completes; what stands above leads in.
  if (!opensHeadline(here) && opensHeadline(next) && lines[first + 2]?.level === top) return first + 1;
  return leadsIn(here.text, next.text) ? first + 1 : first;
}

/** Kickers of a place or a standing name: 青石, 巾帼建功. */
const SHORTEST_HEADLINE = 6;
/** A deck is a clause of its own, longer than its headline by this many characters. */
const LONGER_BY = 4;
const COMMA = /[，,]/;
/** Nothing but a quotation. */
const QUOTATION = /^[“「][^”」]+[”」]$/;

/**
 * Whether the upper of two lines leads into the lower one.
 * “我也是一个母亲” / 39岁司机救下少年 and 一荤两素一汤，自付8元 / 长者食堂开张 do; a clause below completes: 图书馆搬进地铁站 /
 * 早上借书，下班还书.
 */
function leadsIn(upper: string, lower: string): boolean {
  if (/[：:]$/.test(upper) || isDashed({ text: lower, level: 0 })) return false;
  if (upper.length < SHORTEST_HEADLINE) return true;
  if (QUOTATION.test(upper) && !QUOTATION.test(lower)) return true;
  if (isAppeal(lower) && !isAppeal(upper) && !COMMA.test(upper) && !COMMA.test(lower)) return true;
  if (COMMA.test(lower) || longestHalf(lower) >= upper.length + LONGER_BY) return false;
  return COMMA.test(upper) || isEvent(upper);
}

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
function isDashed(line: TitleLine): boolean {
  return /^(?:——|--|—)/.test(line.text);
}
