/** Where a text copied from a site begins: below 上一篇 下一篇 its title, and below that what the site says of it. */
import type { Block } from "../block.ts";
import { isOfSite } from "../furniture/around-print.ts";

export function endsAtSite({ role }: Block, words: string): boolean {
  return role === "contents" && isOfSite(words);
}

/** 青岚日报（2021年3月9日）, 来源：…: between the title of a text and the text. */
export function standsInHead({ role }: Block, words: string): boolean {
  return role === "folio" ? /[（(]/.test(words) : role === "contents" && !isOfSite(words);
}
