/**
 * Where somebody lives or works and a name, a blank or a bracket between them: 云溪县青石公社社员␠荀青, 省社科院研究员␠石小舟,
 * 河北␠杜若兰␠尹长河, 石小舟（云溪大学教授）.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isHanCode, tighten } from "../../text/chars.ts";
import { isCommonWord } from "./common-word.ts";
import { fold } from "./fold.ts";
import { type NameSpan, readNames } from "./names.ts";
import type { BylineReading } from "./reading.ts";
import { surnameLength } from "./surnames.ts";

export const LONGEST_AFFILIATED = 26;
/** 青石小学四（2）班␠石小舟: the class of a school has its number in brackets. */
const WORDS = /^[〇㐀-鿿\d](?:[〇㐀-鿿\d、\s]|[（(][\d一二三四五六七八九十]{1,2}[）)](?=班)){3,30}$/;
const NAME_FIRST =
  /^(?<name>[〇㐀-鿿]{2,3}|[〇㐀-鿿]\s[〇㐀-鿿])(?:\s{1,3}(?<who>[〇㐀-鿿]{2,18})|\s{0,3}[（(](?<about>[〇㐀-鿿：:，,]{2,18})[）)])$/;
/** More people sign with what they are. */
export const MOST_NAMES = 3;
/** What such a line says of the writer: of whom, where, or in what office. */
const BELONGS =
  /(?:[社职党团队学教船委会][员工生师]|工人|群众|[居市村农渔牧]民|干部|战士|读者|军人|撰稿人|教授|讲师|研究员|院士|博士|主任|书记|医[师生]|[省州县市区镇乡村厂校院站部局处科所社团连排]长|代表|作家|诗人|学者|专家|模范|经理|律师|法官|民警|主编|理事|大学|中学|小学|学院|[〇㐀-鿿]系|[\d〇一二三四五六七八九]级|[厂矿校院所处科局队部站店室班组社司馆协会连营团旅段台办]|车间|中心|[支分银]行|[党市县区团纪工]委|[省州县市区乡镇村])$/;
/** 河北␠石小舟, 河北保定␠石小舟: a province alone says where. */
const PROVINCE =
  /^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|台北)[〇㐀-鿿]{0,4}$/;

/** @returns null where the names are none without doubt, or the other words say nothing of somebody. */
export function readAffiliated(text: string, lexicon: Lexicon): BylineReading | null {
  const words = withoutBrackets(text.trim()).replace(DASH, "").replace(ASKED, "").replace(AND_OTHERS, "");
  if (words.length > LONGEST_AFFILIATED * 2) return null;
  const from = text.indexOf(words);
  return withNamesLast(words, from, lexicon) ?? withNameFirst(words, from, lexicon);
}

/** ——青石县农技站␠石小舟, below an answer. */
const DASH = /^[—–]{1,2}\s*/;
/** 答疑专家：省医院主任医师␠石小舟 */
const ASKED = /^(?:解答|答疑|咨[询詢]|受访|受訪|指[导導])[专專]家[：:]\s*/;
/** 青石巷居民␠石小舟等九人 */
const AND_OTHERS = /等[〇一二三四五六七八九十百\d]{1,5}[人户戶]$/;

function withoutBrackets(words: string): string {
  const isBracketed = /^[（(]/.test(words) && /[）)]$/.test(words) && !/[（(]/.test(words.slice(1));
  return isBracketed ? words.slice(1, -1).trim() : words;
}

function withNamesLast(words: string, from: number, lexicon: Lexicon): BylineReading | null {
  const first = words.search(/\s/);
  if (first < 0 || !WORDS.test(words)) return null;
  for (let at = first; at >= 0; at = nextBlank(words, at)) {
    if (!saysWho(lexicon.simplify(tighten(words.slice(0, at))))) continue;
    const names = namesOf(words.slice(at), lexicon);
    if (names === null) continue;
    return reading(names, { start: from, end: from + at }, from + at);
  }
  return null;
}

function nextBlank(words: string, at: number): number {
  const next = words.slice(at + 1).search(/\s/);
  return next < 0 ? -1 : at + 1 + next;
}

function withNameFirst(words: string, from: number, lexicon: Lexicon): BylineReading | null {
  // No name ends here.
  if (isHanCode(words.charCodeAt(2)) && isHanCode(words.charCodeAt(3))) return null;
  const found = NAME_FIRST.exec(words)?.groups;
  const name = found?.["name"];
  const who = found?.["who"] ?? found?.["about"];
  if (name === undefined || who === undefined) return null;
  if (found?.["about"] === undefined && !saysWho(lexicon.simplify(who))) return null;
  const names = namesOf(name, lexicon);
  const start = from + words.indexOf(who, name.length);
  return names === null ? null : reading(names, { start, end: start + who.length }, from);
}

interface PrintedName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function namesOf(printed: string, lexicon: Lexicon): readonly PrintedName[] | null {
  const folded = fold(printed.replaceAll("、", " "), lexicon);
  const names = readNames(folded, 0, folded.simple.length) ?? [];
  if (names.length === 0 || names.length > MOST_NAMES) return null;
  if (!names.every((name) => name.isUsual && !name.isUnparted && !isWordLike(name, lexicon))) return null;
  return names.map(({ from, to }) => ({
    name: folded.tight.slice(from, to),
    start: folded.offsets[from] ?? 0,
    end: (folded.offsets[to - 1] ?? 0) + 1,
  }));
}

/** 一等奖␠高兴 ends in a word, 检察院␠党组成 and 青石县␠龙舟赛 in one that goes on. */
function isWordLike({ simple, isPadded }: NameSpan, lexicon: Lexicon): boolean {
  if (isPadded) return false;
  if (isCommonWord(simple, lexicon)) return true;
  return simple.length === 3 && surnameLength(simple) === 1 && lexicon.isWord(simple.slice(0, 2));
}

function reading(
  spans: readonly PrintedName[],
  who: { readonly start: number; readonly end: number },
  at: number,
): BylineReading {
  const names = spans.map(({ start, end }) => ({ kind: "name" as const, start: at + start, end: at + end }));
  const outlet = { kind: "outlet" as const, ...who };
  return {
    dateline: null,
    authors: spans.map(({ name }) => ({ role: null, name })),
    parts: who.start < (names[0]?.start ?? 0) ? [outlet, ...names] : [...names, outlet],
  };
}

function saysWho(who: string): boolean {
  return BELONGS.test(who) || PROVINCE.test(who);
}
