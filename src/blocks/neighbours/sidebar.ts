/**
 * Titles of what a paper sets beside an article and belongs to it: 相关链接, 新闻背景, 记者手记.
 *
 * Below the text of an article and above more text they are subheads of it. Above `申领条件：…` they open a box of small
 * print, and above a title they are labels.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { tighten } from "../../text/chars.ts";
import { type Block, changed } from "../block.ts";
import { LONGEST_TITLE, type Seen } from "./question.ts";

const SIDEBAR =
  /^[^〇㐀-鿿]*(?:(?:相关|新闻|背景|知识|延伸|资料)?链接|(?:新闻|事件|背景|人物)?(?:背景|资料|回放|回顾)|相关新闻|延伸阅读|名词解释|知识窗|小贴士|温馨提示|特别提醒|记者手记|采访手记|采访后记|(?:人物|作者|作家|专家)(?:简介|名片|小传)|专家(?:点评|提醒|解读|观点))[^〇㐀-鿿]*$/;
const LONGEST = 12;
/** A piece of text, which a column end may have cut; headlines below such a word are shorter. */
const SHORTEST_TEXT = 18;
/** `申领条件：`: a line of a box. */
const BOX_LINE = /^\s*[〇㐀-鿿\s]{2,8}[：:]/;

/** Makes subheads of such titles in place. */
export function nameSidebars(named: Block[], seen: readonly Seen[], lexicon: Lexicon): void {
  for (const [i, here] of seen.entries()) {
    const block = named[i];
    const below = seen[i + 1];
    if (block === undefined || below === undefined || here.length > LONGEST || here.length < 2) continue;
    if (block.role !== "sectionLabel" && block.role !== "advert" && block.role !== "body") continue;
    if (below.block.role !== "body" || !(below.length >= SHORTEST_TEXT || below.endsSentence)) continue;
    if (BOX_LINE.test(below.words) || !SIDEBAR.test(tighten(lexicon.simplify(here.words)))) continue;
    if (hasTextAbove(named, seen, i)) named[i] = changed(block, { role: "subhead", confidence: 0.8 });
  }
}

function hasTextAbove(named: readonly Block[], seen: readonly Seen[], index: number): boolean {
  for (let i = index - 1; i >= 0; i -= 1) {
    const role = named[i]?.role;
    if (role === "body" && (seen[i]?.endsSentence === true || (seen[i]?.length ?? 0) > LONGEST_TITLE)) return true;
    if (role === "title" || role === "sectionLabel") return false;
  }
  return false;
}
