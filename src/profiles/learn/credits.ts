/** Roles of bylines that no profile lists yet. */
import { creditVocabulary, roleLength } from "../../blocks/credits/vocabulary.ts";
import type { Context } from "../../context.ts";

/** `（乡村主播 陈望舒`: a word for a person who writes, at a start, before a name. */
const ROLE =
  /(?:^|[（(\s、，,])([〇㐀-鿿]{0,5}(?:记者|通讯员|评论员|特派员|观察员|撰稿人|摄影师|主笔|主播|实习生|志愿者|记者团|编译员))(?=[\s/／：:|｜][\s]*[〇㐀-鿿]{2,4}(?:[\s）)、]|$))/g;
const ROLE_HINT = /[者员人师笔播生团]/;
/** Credits stand at the start of a paragraph or alone on a line. */
const REACH = 80;

/** Roles that the profile does not list; of 柳溪日报乡村主播 the part behind the paper. */
export function seenRoles(words: string, context: Context): string[] {
  const head = context.lexicon.simplify(words.slice(0, REACH));
  if (!ROLE_HINT.test(head)) return [];
  const roles: string[] = [];
  for (const [, role = ""] of head.matchAll(ROLE)) {
    const { creditRoles, bylinePrefixes } = context.profile;
    const vocabulary = creditVocabulary(context);
    const bare = role.replace(/^.*(?:报|社|网|台|刊|本)(?=.)/, "");
    if (roleLength(bare, 0, vocabulary) === bare.length) continue;
    // 习记者 at the head of a column is the rest of 见习记者.
    if (bare.length < 3 || bylinePrefixes.includes(bare) || creditRoles.some((known) => known.endsWith(bare))) continue;
    roles.push(bare);
  }
  return roles;
}
