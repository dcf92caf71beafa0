/**
 * Gives an article its title back that the dump has among the titles of another one.
 *
 * Where headlines stand side by side, an engine may read all of them before the texts: 渡口今起停航 / 老戏台重开锣鼓 / byline and text
 * of the one / byline and text of the other. A line among several titles of which the text below says nothing, and a later
 * text that has a byline and no title says much, is that one's.
 *
 * In: blocks of printed lines, with roles. Out: the same blocks, and a finding for each title that moved. Never: takes an
 * article's only title.
 */
import type { Block } from "../blocks/block.ts";
import type { Finding } from "../notice.ts";
import { tighten } from "../text/chars.ts";
import { countPairs, hanPairs } from "../text/pairs.ts";
import { originOf, plain } from "../text/sourced.ts";
import type { Reordered } from "./reordered.ts";

/** Share of the title's pairs of characters that its text has, and how much more than the text it stands above. */
const LEAST_SHARE = 0.3;
const LEAST_MORE = 0.25;
/** A title with fewer pairs tells nothing. */
const FEWEST_PAIRS = 4;
/** As much of a text as tells what it is about, in characters. */
const TOPIC_CHARS = 500;
/** The title stands no more headings further up. */
const MOST_HEADINGS = 3;
/** A page has fewer bylines without a title; each looks at all titles close above. */
const MOST_BLOCKS = 2000;

export function returnTitles(blocks: readonly Block[]): Reordered {
  if (blocks.length > MOST_BLOCKS) return { blocks, findings: [] };
  const out = [...blocks];
  const findings: Finding[] = [];
  for (let i = 1; i < out.length; i += 1) {
    const top = topOfUntitled(out, i);
    if (top === null) continue;
    const from = findTitle(out, top, textBelow(out, i));
    if (from === null) continue;
    const [title] = out.splice(from, 1);
    if (title === undefined) continue;
    out.splice(top - 1, 0, title);
    findings.push(movedFinding(title));
  }
  return { blocks: findings.length > 0 ? out : blocks, findings };
}

/** Characters of a title that a message shows. */
const SHOWN = 10;

function movedFinding({ text }: Block): Finding {
  return {
    rule: "join/spare-title",
    level: "warning",
    offset: originOf(text, 0),
    message:
      `“${plain(text).slice(0, SHOWN)}…” stands among the titles of another article and was given to the one that ` +
      "speaks of it; compare the scan",
  };
}

/** The place for a title of the article that a byline opens, right above the byline and its label; null where it has one. */
function topOfUntitled(blocks: readonly Block[], index: number): number | null {
  if (blocks[index]?.role !== "byline") return null;
  let top = index;
  for (let i = index - 1; i >= 0; i -= 1) {
    const role = blocks[i]?.role;
    if (role === "title" || role === "byline") return null;
    if (role === "body" || role === "subhead") break;
    if (role === "sectionLabel") top = i + 1;
  }
  return blocks[index + 1]?.role === "body" ? top : null;
}

function textBelow(blocks: readonly Block[], index: number): string {
  let words = "";
  for (let i = index + 1; i < blocks.length && words.length < TOPIC_CHARS; i += 1) {
    const block = blocks[i];
    if (block === undefined || block.role === "title" || block.role === "byline") break;
    if (block.role === "body") words += `|${tighten(plain(block.text))}`;
  }
  return words.slice(0, TOPIC_CHARS);
}

/** The title line above, one of several of its article, of which this text speaks rather than that article's own. */
function findTitle(blocks: readonly Block[], below: number, text: string): number | null {
  let best: number | null = null;
  let most = LEAST_MORE;
  let headings = 0;
  for (let i = below - 1; i >= 0 && headings < MOST_HEADINGS; i -= 1) {
    if (blocks[i]?.role !== "title") continue;
    const last = i;
    while (blocks[i - 1]?.role === "title") i -= 1;
    headings += 1;
    if (last === i) continue;
    const own = textBelow(blocks, lastOfHeading(blocks, last));
    for (let line = i; line <= last; line += 1) {
      const pairs = hanPairs(tighten(plain((blocks[line] as Block).text)));
      if (pairs.length < FEWEST_PAIRS) continue;
      const share = countPairs(pairs, text) / pairs.length;
      const more = share - countPairs(pairs, own) / pairs.length;
      if (share < LEAST_SHARE || more <= most) continue;
      best = line;
      most = more;
    }
  }
  return best;
}

/** The byline or caption that ends a heading. */
function lastOfHeading(blocks: readonly Block[], title: number): number {
  let last = title;
  while (last + 1 < blocks.length && blocks[last + 1]?.role !== "body" && blocks[last + 1]?.role !== "title") last += 1;
  return last;
}
