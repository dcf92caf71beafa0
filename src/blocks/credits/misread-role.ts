/** A role of which a scan has misread one character, between others or in the bracket of a dateline: 记着, 让者, 通讯贝, 实刁生. */
import { isHanCode } from "../../text/chars.ts";
import { type Folded, followsBlank } from "./fold.ts";
import { surnameRank } from "./surnames.ts";
import { MODIFIERS, wordLength } from "./vocabulary.ts";

const ROLES = ["通讯员", "实习生", "评论员", "报道员", "撰稿人", "记者"];
const MOST_MODIFIERS = 3;

/**
 * Length of such a role at a place of the tight text, its modifiers with it (见习让者); 0 where none stands, or no blank parts
 * it from the name behind it.
 */
export function misreadRoleLength(folded: Folded, at: number): number {
  const { simple } = folded;
  if (at > 0 && !isParted(folded, at)) return 0;
  let end = at;
  for (let i = 0; i <= MOST_MODIFIERS; i += 1) {
    for (const role of ROLES) {
      const to = end + role.length;
      if (isNearly(simple, end, role) && followsBlank(folded, to) && isHanCode(simple.charCodeAt(to))) return to - at;
    }
    const modifier = wordLength(simple, end, MODIFIERS);
    if (modifier === 0) return 0;
    end += modifier;
  }
  return 0;
}

function isParted(folded: Folded, at: number): boolean {
  return followsBlank(folded, at) || "、，,/／".includes(folded.simple.charAt(at - 1));
}

/** All characters but one. Of 记者 the other one alone is left: a name begins with neither, but with a family name. */
function isNearly(simple: string, at: number, role: string): boolean {
  let other = 0;
  for (let i = 0; i < role.length; i += 1) {
    const code = simple.charCodeAt(at + i);
    if (!isHanCode(code)) return false;
    if (code !== role.charCodeAt(i)) other += 1;
  }
  return other === 1 && surnameRank(simple.charCodeAt(at)) === 0;
}
