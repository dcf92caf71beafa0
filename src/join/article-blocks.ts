/** The articles of a page as their blocks, before they are joined: each with its heading first. */
import type { Block } from "../blocks/block.ts";
import { isOfHeading } from "../blocks/role.ts";
import { tighten } from "../text/chars.ts";
import { lastOf } from "../text/list.ts";
import { plain } from "../text/sourced.ts";

/** The first article is what stands above the first heading, and may be empty. */
export function articlesOf(blocks: readonly Block[]): Block[][] {
  const out: Block[][] = [[]];
  let isHeading = false;
  for (const block of blocks) {
    const { role } = block;
    const heads = isOfHeading(role);
    if ((heads || block.opensArticle) && !isHeading) out.push([]);
    lastOf(out)?.push(block);
    if (heads || role === "body" || role === "jump") isHeading = heads;
  }
  return out;
}

/** As much of a text as tells what it is about, in characters. */
const TOPIC_CHARS = 900;

/** The running text of some blocks. */
export function textOf(blocks: readonly Block[]): string {
  let words = "";
  for (const block of blocks) {
    if (block.role === "body") words += `|${tighten(plain(block.text))}`;
    if (words.length >= TOPIC_CHARS) break;
  }
  return words.slice(0, TOPIC_CHARS);
}

export function isTitle({ role }: Block): boolean {
  return role === "title";
}

export function isText({ role }: Block): boolean {
  return role === "body" || role === "subhead";
}

/** The words of the lines of a heading. */
export function wordsOf(lines: readonly Block[]): string {
  return lines.map(({ text }) => tighten(plain(text))).join("|");
}

/** A headline has so many of its pairs in its text. */
export const SPOKEN_OF = 0.3;
