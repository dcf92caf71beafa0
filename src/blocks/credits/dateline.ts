/**
 * The dateline itself: agency, place, day, and 讯 or 电.
 *
 *     本报讯 · 据新华社岚州3月7日电 · 本报岚州１２月５日讯 · 央视网消息： · 〔聯合社德國波恩六日電〕 · 岚州3月7日电（记者 …）
 */
import type { Dateline } from "../../page.ts";
import { CharClasses } from "../../text/char-classes.ts";
import { isBlankCode, isHanCode } from "../../text/chars.ts";
import { restAt } from "./dateline-rest.ts";
import { endOf, type Folded } from "./fold.ts";
import { type CreditVocabulary, endsAsOutlet, wordLength } from "./vocabulary.ts";

export interface DatelineHead {
  readonly dateline: Dateline;
  /** Place in the tight text behind the dateline, its bracket and its colon. */
  readonly to: number;
  /** No agency: only credits behind it show that it is a dateline. */
  readonly needsCredits: boolean;
}

/** 讯 or 电 stands this near the start; code units with their blanks. */
const REACH = 70;
const LETTERS = new CharClasses(
  // What stands in sentences and in no dateline: running text is told by the first of them.
  "，,。；;！？!?“”「」《》的了是被把这這那不到说說们們和与與对對",
  "讯訊电電",
  // Before 讯 or 电 with nothing behind it; a place may stand there, too, but then a gap follows.
  "报報社網网臺台日曰目专專线線端刊体體",
  // Behind it.
  "（(〈《[【〔】〕〉》])）：:，,",
  // 消息, 报道.
  "息",
  "道導导",
);
const SENTENCE = 1;
const KIND = 2;
const BEFORE = 4;
const GAP = 8;
const NEWS = 16;
const REPORT = 32;
const OWN = "本".charCodeAt(0);

/** A cheap look first: whether a dateline's 讯 or 电, or 消息 or 报道, stands near the start. */
export function mayHoldDateline(text: string): boolean {
  const end = text.length < REACH ? text.length : REACH;
  const { flags } = LETTERS;
  let previous = 0;
  for (let i = 0; i < end; i += 1) {
    const code = text.charCodeAt(i);
    const flag = flags[code] ?? 0;
    if ((flag & SENTENCE) !== 0) return false;
    if ((flag & (KIND | NEWS | REPORT)) === 0) {
      if (!isBlankCode(code)) previous = code;
      continue;
    }
    if ((flag & KIND) !== 0) {
      if (((flags[previous] ?? 0) & BEFORE) !== 0 || i + 1 === text.length) return true;
      const next = text.charCodeAt(i + 1);
      if (isBlankCode(next) || ((flags[next] ?? 0) & GAP) !== 0) return true;
      // 本报岚州讯昨日: no gap behind it, but the paper before it.
      if (text.charCodeAt(0) === OWN) return true;
    } else if ((flag & NEWS) !== 0) {
      if (previous === 0x6d88) return true;
    } else if (previous === 0x62a5 || previous === 0x5831) return true;
    previous = code;
  }
  return false;
}

/** A place and a day with no agency before them. */
const PLACE_AND_DAY = /^[〇㐀-鿿]{1,8}[\d０-９\][lI|]{1,2}月[\d０-９]{1,2}[日曰目](?=[电讯])/;
/** Words that end in 讯 or 电 before they are datelines, and those that begin with them. */
const BEFORE_KIND = "通资短喜简音问审快视闪充停发用家热水火核供送";
const AFTER_KIND = "息号问员飞速道录话力视影商子脑动车网台信器池梯气站价费量压缆能焊厂竞源路工灯报码邮警机线流瓶";
const NOISE = "|｜丨.·'`_~";
const OPEN = "【〔[（(〈";
const CLOSE = "】〕]）)〉";
const LONGEST_AGENCY = 14;

export function readDateline(folded: Folded, vocabulary: CreditVocabulary): DatelineHead | null {
  const { simple } = folded;
  // A scan reads the rule between columns as a bar or a dot.
  let at = 0;
  while (at < simple.length && NOISE.includes(simple.charAt(at))) at += 1;
  const isBoxed = at < simple.length && OPEN.includes(simple.charAt(at));
  if (isBoxed) at += 1;
  if (simple.startsWith("综合", at)) at += 2;
  if (simple.startsWith("据", at)) at += 1;
  const agencyStart = at;
  const { end: agencyEnd, isListed } = agencyAt(simple, at, vocabulary);
  if (agencyEnd === at && !isBoxed && !PLACE_AND_DAY.test(simple.slice(at, at + 20))) return null;
  at = agencyEnd;
  const rest = restAt(simple, at);
  if (rest === null) return null;
  const { kind, date, place } = rest;
  // 【岚州讯】 needs no agency, nor does （岚州讯）; （长途充电） has none either and no day.
  if (
    agencyEnd === agencyStart &&
    isBoxed &&
    date === null &&
    !("【〔".includes(simple.charAt(agencyStart - 1)) && kind !== "消息") &&
    !(kind === "讯" && place !== null && place.length > 1)
  )
    return null;
  at = rest.end;
  const kindStart = at - kind.length;
  if (kind !== "消息" && (date === null ? BEFORE_KIND.includes(simple.charAt(kindStart - 1)) : false)) return null;
  const closes = isBoxed && CLOSE.includes(simple.charAt(at)) && at < simple.length;
  if (isBoxed && !closes) return null;
  if (closes) at += 1;
  const isParted = isPartedAt(folded, at);
  if (!closes && !isBelievable({ simple, at, kind, date, place, isListed, isParted })) return null;
  if (kind === "消息" && ":：".includes(simple.charAt(at)) && at < simple.length) at += 1;
  const hasAgency = agencyEnd > agencyStart;
  const printed = (from: number, size: number): string => folded.tight.slice(from, from + size);
  return {
    dateline: {
      agency: hasAgency ? printed(agencyStart, agencyEnd - agencyStart) : null,
      kind: printed(kindStart, kind.length),
      place: place === null ? null : printed(agencyEnd, place.length),
      date: date === null ? null : plainFigures(printed(kindStart - date.length, date.length)),
    },
    to: at,
    needsCredits: !hasAgency && !closes,
  };
}

interface Claim {
  readonly simple: string;
  /** Place behind 讯 or 电. */
  readonly at: number;
  readonly kind: string;
  readonly date: string | null;
  readonly place: string | null;
  readonly isListed: boolean;
  readonly isParted: boolean;
}

/** 互联网电商 and 本报热线电话 are no datelines: a day shows one, or a gap behind it, or a paper that is known. */
function isBelievable({ simple, at, kind, date, place, isListed, isParted }: Claim): boolean {
  if (date !== null) return kind !== "消息" || isParted;
  if (!isParted && at < simple.length && AFTER_KIND.includes(simple.charAt(at))) return false;
  if (place !== null) return isListed && (kind === "讯" ? place.length <= 5 : isParted);
  return isParted || (isListed && kind !== "消息");
}

/** The listed agency at a place, or one by the form of its name before 讯, 电 or a day: 科技日报, 沅水都市报全媒体. */
function agencyAt(simple: string, at: number, vocabulary: CreditVocabulary): { end: number; isListed: boolean } {
  const listed = Math.max(wordLength(simple, at, vocabulary.agencies), wordLength(simple, at, vocabulary.outlets));
  if (listed > 0) {
    // 中新社、法新社电: two agencies of one piece.
    const next = at + listed;
    const second = "、，/".includes(simple.charAt(next)) ? wordLength(simple, next + 1, vocabulary.agencies) : 0;
    return { end: second > 0 ? next + 1 + second : next, isListed: true };
  }
  for (let end = at + 1; end <= at + LONGEST_AGENCY && end < simple.length; end += 1) {
    const code = simple.charCodeAt(end - 1);
    if (!isHanCode(code) && (end === at + 1 || (code !== 0x2f && code !== 0xff0f))) break;
    if (end < at + 3 || !endsAsOutlet(simple, at, end)) continue;
    const rest = restAt(simple, end);
    // 岚州晚报客户端讯: what stands before 讯 with no day is no place, but more of the name.
    if (rest === null || (rest.place !== null && rest.date === null)) continue;
    // 图书馆搬进地铁站本报讯: a known paper inside shows that a headline stands before it.
    const inside = simple.slice(at + 1, end);
    if (vocabulary.outletList.some((outlet) => inside.includes(outlet))) break;
    return { end, isListed: false };
  }
  return { end: at, isListed: false };
}

function isPartedAt(folded: Folded, at: number): boolean {
  const next = folded.text.charAt(endOf(folded, at));
  return next === "" || isBlankCode(next.charCodeAt(0)) || '（(〈《[【〔“"「:：，,'.includes(next);
}

function plainFigures(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
