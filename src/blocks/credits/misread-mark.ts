/** ■ and □ before a byline, as a scan reads them: a character, or two. Only an outlet or a role behind it shows that it is a mark. */
import { type Folded, followsBlank } from "./fold.ts";
import { isBar, isMark } from "./hints.ts";
import { outletEnd } from "./outlet.ts";
import { type CreditVocabulary, isLayRole, roleLength, wordLength } from "./vocabulary.ts";

/** 国作者 尹长河: a name has no more characters. */
const LONGEST_NAME = 4;
/** What scans make of □ and ■, most often. */
const MISREAD_MARKS = "口囗国图回";
/** Words of one character before an outlet or a role that are no mark: 由本报记者 … 整理, 据新华社记者. */
const NO_MARKS = "由据據对對向从從随隨和与與同经經请請让讓被使该該原前本各某另";

/** Length of a mark that was read as a character, right before an outlet or a role: 口␠本报记者, 全␠特约记者; as two, O〇␠记者. */
export function misreadMarkLength(folded: Folded, vocabulary: CreditVocabulary): number {
  const { simple } = folded;
  if (LETTERS.includes(simple.charAt(0)) && RINGS.includes(simple.charAt(1)) && followsBlank(folded, 2)) {
    const isBefore = wordLength(simple, 2, vocabulary.outlets) > 0 || roleLength(simple, 2, vocabulary) > 1;
    return isBefore || outletEnd(folded, 2, vocabulary) > 2 ? 2 : 0;
  }
  return isMisreadMark(folded, vocabulary) ? 1 : 0;
}

/** What a scan makes of one side of ○, ◎ and □, and of the other. */
const LETTERS = "OoCcQGＯ〇-[";
const RINGS = "〇○OＯ|";

function isMisreadMark(folded: Folded, vocabulary: CreditVocabulary): boolean {
  const { simple } = folded;
  const mark = simple.charAt(0);
  if (simple.length < 5 || isBar(simple.charAt(1)) || NO_MARKS.includes(mark)) return false;
  const isUsual = MISREAD_MARKS.includes(mark);
  const hasBlank = followsBlank(folded, 1);
  if (wordLength(simple, 1, vocabulary.outlets) > 0) return isUsual || !beginsByline(simple, vocabulary);
  const role = roleLength(simple, 1, vocabulary);
  if (role > 1) {
    if (isLayRole(simple.slice(1, 1 + role))) {
      if (!isUsual) return false;
      // 国作者 尹长河, and nothing else.
      const isNameBehind = followsBlank(folded, 1 + role) && simple.length <= 1 + role + LONGEST_NAME;
      return isNameBehind || (hasBlank && isBar(simple.charAt(1 + role)));
    }
    return isUsual || (hasBlank && !beginsByline(simple, vocabulary));
  }
  return isUsual && hasBlank && outletEnd(folded, 1, vocabulary) > 1;
}

/** @〇␠记者 …: a scan may make two characters of ◎. */
export function isDoubledMark(folded: Folded, at: number): boolean {
  return (
    at === 1 && RINGS.includes(folded.simple.charAt(1)) && isMark(folded.simple.charAt(0)) && followsBlank(folded, 2)
  );
}

function beginsByline(simple: string, vocabulary: CreditVocabulary): boolean {
  return wordLength(simple, 0, vocabulary.outlets) > 0 || roleLength(simple, 0, vocabulary) > 0;
}
