/** Where a text copied from a site begins: below 上一篇 下一篇 its title, and below that what the site says of it. */
import type { Block } from "../block.ts";
import { isOfSite } from "../furniture/around-print.ts";
import { readSiteLine } from "../furniture/site-line.ts";
import type { Seen } from "./question.ts";

export function endsAtSite({ role }: Block, words: string): boolean {
  return role === "contents" && isOfSite(words);
}

/** 青岚日报（2021年3月9日）, 来源：青岚日报␠时间：…: what a site has below a title. */
export function isBelowTitleOfSite(seen: Pick<Seen, "block" | "words"> | undefined): boolean {
  if (seen === undefined) return false;
  const { words } = seen;
  const { role } = seen.block;
  if (role === "folio") return /[（(]/.test(words);
  return role === "contents" && readSiteLine(words)?.isOfText === true;
}

/** The same, or a part of it beside the author: between the title of a text and the text. */
export function standsInHead(block: Block, words: string): boolean {
  return isBelowTitleOfSite({ block, words }) || (block.role === "contents" && !isOfSite(words));
}
