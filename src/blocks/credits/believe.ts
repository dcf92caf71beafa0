/**
 * Whether what reads as names can be names where it stands.
 *
 * Nearly every two or three Han characters could be somebody's name. A known family name is enough; a stranger, as
 * 妮鲁帕, needs company or a place where only names stand; words of the dictionary are words: 记者走基层 and 摄影大赛
 * are titles, 视频 方式会 见清华 is a line of running text.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isCommonWord } from "./common-word.ts";
import type { NameSpan } from "./names.ts";
import { isLayRole } from "./vocabulary.ts";

export interface NameZone {
  readonly names: readonly NameSpan[];
  /** The role before the names, simplified; null where there is none. */
  readonly role: string | null;
  /** A blank or separator stands between role and names. */
  readonly isParted: boolean;
  readonly hasOutlet: boolean;
  /** 采写：记者 …, 记者 | …: what was done, or a bar between role and name, says as much as an outlet. */
  readonly isCredit: boolean;
  /** 文/… 图/…, from end to end. */
  readonly namesBoth: boolean;
  /** The mark that opens the byline, or nothing. */
  readonly mark: string;
  readonly isBracketed: boolean;
  /** Other names were read before, by a role. */
  readonly hasCompany: boolean;
  readonly lexicon: Lexicon;
}

/** Names before any role: （罗勇 记者 江潇） has one, 龙小满 田青 石青 three. */
const MOST_UNMARKED = 3;
/** Names run together without a blank: more than this is a sentence. */
const MOST_UNPARTED = 2;

/** No name begins with a pronoun. */
const NOBODY = /^[您他她它我你这那]/;
/** 记者：为什 么搬到, cut before 山上？: a question of an interview. */
const ASKS = /什么|怎么/;
const NAME_MARKS = "□◎○@";

export function areBelievable(zone: NameZone): boolean {
  const { names, role, lexicon, isBracketed } = zone;
  // 文/本刊记者 晚风 图/麦子: between such words stand pen names as often as others.
  if (zone.namesBoth && names.length === 1 && !NOBODY.test(names[0]?.simple ?? "")) return true;
  const strangers = names.filter((name) => !name.isUsual);
  if (strangers.some(({ simple }) => NOBODY.test(simple) || isMadeOfWords(simple, lexicon))) return false;
  if (strangers.length > 0 && ASKS.test(names.map(({ simple }) => simple).join(""))) return false;
  // 记者：明年您就退: a word that may be a name vouches for no stranger.
  const isVouchedFor = names.some((name) => name.isUsual && !isWord(name, lexicon));
  if (strangers.length > 0 && strangers.length < names.length && !isVouchedFor && !isBracketed) return false;
  if (role !== null && !isBracketed && !zone.isParted && (strangers.length > 0 || areOfWords(zone))) return false;
  if (role === null) {
    // □ 初墨: such a mark announces a name as a role does. ■ stands before labels, too: ■ 房产 is none of them.
    if (zone.mark !== "" && names.some((name) => isWord(name, lexicon))) return false;
    if (names.length === 1 && zone.mark !== "" && NAME_MARKS.includes(zone.mark)) return true;
    if (strangers.length === 0) return isBracketed || names.length <= MOST_UNMARKED;
    // 新华社…电（才让多杰）: in the bracket of a dateline stand names; 见图 would be too short for a doubtful one.
    return (
      isBracketed && (strangers.length < names.length || (names.length === 1 && (names[0]?.simple.length ?? 0) > 2))
    );
  }
  if (strangers.length === 0) return !isLayRole(role) || !names.some((name) => isWord(name, lexicon));
  if (strangers.length > Math.ceil(names.length / 2)) return false;
  if (isBracketed || zone.hasCompany) return true;
  // ■作者 尹长河, its family name misread: nothing but a mark and one name.
  if (isLayRole(role)) return role === "作者" && zone.mark !== "" && zone.isParted && names.length === 1;
  if (strangers.length < names.length) return true;
  // 通讯员 缪母春: three characters apart from their role, and no word in them.
  const isAlone = names.length === 1 && names[0]?.simple.length === 3 && hasNoWord(names[0].simple, lexicon);
  return zone.isParted && (zone.hasOutlet || zone.isCredit || zone.mark !== "" || isAlone);
}

/** 记者高度关注, 记者安全到达: with no blank after the role, words are words. */
function areOfWords({ names, lexicon, hasOutlet }: NameZone): boolean {
  if (names.filter((name) => name.isUnparted).length > MOST_UNPARTED) return true;
  if (names.length > 1 && names.every((name) => lexicon.isWord(name.simple))) return true;
  return !hasOutlet && names.some((name) => isWord(name, lexicon));
}

function isWord({ simple, isPadded }: NameSpan, lexicon: Lexicon): boolean {
  return !isPadded && isCommonWord(simple, lexicon);
}

/** 走一线 has a word, 冼丽娟 a given name that a dictionary lists. */
function hasNoWord(simple: string, lexicon: Lexicon): boolean {
  return lexicon.cut(simple).every((word) => word.length === 1 || !isCommonWord(word, lexicon));
}

/** 大学经济, 走基层: a word, or several and no letter left over. */
function isMadeOfWords(simple: string, lexicon: Lexicon): boolean {
  if (lexicon.isWord(simple)) return true;
  return simple.length > 3 && lexicon.cut(simple).every((word) => word.length > 1);
}
