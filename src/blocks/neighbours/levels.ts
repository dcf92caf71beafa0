/** Marks of headings that do not tell titles and subheads apart: headings of one level, bold lines. */
import type { Block } from "../block.ts";
import type { Role } from "../role.ts";
import { opensArticle } from "./opens-article.ts";
import type { Question } from "./question.ts";
import { followsEnd } from "./title-line.ts";

/** Headings of one level are said to be alike, be they titles or subheads; so are those above bylines in three levels. */
export function levelsTell(blocks: readonly Block[]): boolean {
  const all = new Set<number>();
  const signed = new Set<number>();
  let count = 0;
  /** The highest level of the headings above, that stand together. */
  let top = 0;
  for (const { headingLevel, role } of blocks) {
    if (headingLevel > 0) {
      count += 1;
      all.add(headingLevel);
      top = top === 0 ? headingLevel : Math.min(top, headingLevel);
      continue;
    }
    if (role === "byline" && top > 0) signed.add(top);
    top = 0;
  }
  return count < FEWEST_HEADINGS || (all.size > 1 && signed.size < 3);
}

/** Fewer headings of one level may happen to be titles. */
const FEWEST_HEADINGS = 3;

/** Text of the same article stands above the heading, and neither a label nor another heading between. */
export function isParted(question: Question): boolean {
  const above = question.named[question.index - 1]?.role;
  return above !== "sectionLabel" && above !== "title" && question.bodyAbove !== null;
}

/** A heading below text, of which its mark does not say whether another article begins with it. */
export function nameParted(question: Question): [Role, number] {
  return opensArticle(question) || followsEnd(question) ? ["title", 0.8] : ["subhead", 0.7];
}
