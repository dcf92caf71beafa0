/** Where the name of a paper or an office ends in a byline: 青禾日报｜记者, 县妇联｜. */
import { isHanCode, isLatinCode } from "../../text/chars.ts";
import { type Folded, followsBlank } from "./fold.ts";
import { isBar, isMark } from "./hints.ts";
import { type CreditVocabulary, endsAsOutlet, isLayRole, isUnit, roleLength, wordLength } from "./vocabulary.ts";

/** What parts names. */
export const COMMAS = "、，,;；&＆+．·.";
const LONGEST_OUTLET = 16;
/** 通讯员, 实习生; a longer role has words before its base. */
const LONGEST_BARE_ROLE = 3;

/**
 * End of an outlet that a role follows, or of an office that signs by itself; or the place itself.
 * @param isSure the token before it shows that a new one begins, though no blank does: 文/图石埠晚报记者.
 */
export function outletEnd(folded: Folded, at: number, vocabulary: CreditVocabulary, isSure = false): number {
  const { simple } = folded;
  const listed = wordLength(simple, at, vocabulary.outlets);
  if (listed > 0) {
    const end = at + listed;
    if (opensRole(simple, end, vocabulary)) return end;
    const second = outletSuffix(simple, end, vocabulary);
    if (second > end) return second;
  }
  if (at > 0 && !isSure && !mayOpenOutlet(folded, at)) return at;
  for (let end = at + 2; end < simple.length && end <= at + LONGEST_OUTLET; end += 1) {
    const code = simple.charCodeAt(end - 1);
    if (!isHanCode(code) && !isBar(simple.charAt(end - 1)) && !isLatinCode(code)) break;
    if (!endsAsOutlet(simple, at, end)) {
      // 县剧团进京演出␠融媒体中心记者: a blank and a long role end what stands before them.
      if (followsBlank(folded, end) && roleLength(simple, end, vocabulary) > LONGEST_BARE_ROLE) return at;
      continue;
    }
    const isOffice = followsBlank(folded, end) && isUnit(simple.slice(at, end));
    if (!isOffice && !opensRole(simple, end, vocabulary)) continue;
    // 七人落网本报记者: nobody names a paper before 本报.
    if (wordLength(simple, end, vocabulary.outlets) > 0) continue;
    // 韩正访问青洲本报记者: a listed outlet inside shows that what stands before it is no part of the name.
    const inside = simple.slice(at + 1, end);
    return vocabulary.outletList.some((outlet) => inside.includes(outlet)) ? at : end;
  }
  return at;
}

/** 本报驻韩国记者, 本报融媒体中心记者: what a listed outlet adds before the role. */
function outletSuffix(simple: string, from: number, vocabulary: CreditVocabulary): number {
  const isPosted = simple.charAt(from) === "驻";
  for (let end = from + 2; end < simple.length && end <= from + 10; end += 1) {
    if (!isHanCode(simple.charCodeAt(end - 1))) return from;
    if ((isPosted || endsAsOutlet(simple, from - 1, end)) && opensRole(simple, end, vocabulary)) return end;
  }
  return from;
}

/** A role that an outlet sends out or has: 记者, 通讯员, 评论员, 编辑; not 图 or 市民. */
function opensRole(simple: string, at: number, vocabulary: CreditVocabulary): boolean {
  const nameless = wordLength(simple, at, vocabulary.nameless);
  if (nameless > 0 && at + nameless === simple.length) return true;
  const size = roleLength(simple, at, vocabulary);
  if (size < 2) return false;
  const role = simple.slice(at, at + size);
  return !isLayRole(role) || size > 2 || OF_AN_OUTLET.has(role) || isBar(simple.charAt(at + size));
}

const OF_AN_OUTLET: ReadonlySet<string> = new Set(["编辑", "编译"]);

function mayOpenOutlet(folded: Folded, at: number): boolean {
  const before = folded.simple.charAt(at - 1);
  return followsBlank(folded, at) || isBar(before) || isMark(before) || COMMAS.includes(before);
}
