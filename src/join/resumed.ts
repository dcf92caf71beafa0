/**
 * Gives an article back what stands behind another one that is set into its corner.
 *
 * 提供疾病治 ‖ a brief with its headline ‖ 疗、办理…: the text of an article breaks off before the headline of the next
 * one, and behind the end of that one stands what goes on from it. From there to the next headline the text is the first
 * article's.
 *
 * In: blocks of printed lines, with roles. Out: the same blocks, and a finding for each text that moved. Never: moves what the text above it goes on in, what
 * begins a paragraph, or what speaks of the other article rather than of this one.
 */
import type { Block } from "../blocks/block.ts";
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import type { Finding } from "../notice.ts";
import type { DumpKind } from "../page.ts";
import { append } from "../text/append.ts";
import { isSentenceEnd, visibleLength } from "../text/chars.ts";
import { countPairs, hanPairs } from "../text/pairs.ts";
import { originOf, plain } from "../text/sourced.ts";
import { articlesOf, textOf } from "./article-blocks.ts";
import type { Reordered } from "./column-order.ts";

/** The words at the seam must say this, in log-odds. */
const SURE = 2;
/** And so much more than those of the neighbour above, if that breaks off, too. */
const BETTER = 2;
/** So many articles may stand between. */
const MOST_BETWEEN = 2;
/** A scrap of fewer characters is no text that breaks off. */
const SHORTEST = 8;

export function resumeArticles(blocks: readonly Block[], kind: DumpKind, context: Context): Reordered {
  if (kind !== "wrapped" && kind !== "spaced") return { blocks, findings: [] };
  const articles = articlesOf(blocks);
  const findings: Finding[] = [];
  for (let i = 0; i + 1 < articles.length; i += 1) {
    const article = articles[i] ?? [];
    const tail = openTail(article);
    if (tail === null) continue;
    const found = findHead(articles, i, tail, context);
    if (found === null) continue;
    const from = articles[found.article] ?? [];
    const resumed = from.slice(found.index);
    articles[i] = [...article, ...resumed];
    articles[found.article] = from.slice(0, found.index);
    append(findings, resumed.slice(0, 1).map(movedFinding));
  }
  return { blocks: findings.length > 0 ? articles.flat() : blocks, findings };
}

/** Characters of a text that a message shows. */
const SHOWN = 8;

function movedFinding({ text }: Block): Finding {
  return {
    rule: "join/resumed",
    level: "warning",
    offset: originOf(text, 0),
    message:
      `“${plain(text).slice(0, SHOWN)}…” stands below another article and was given to the one above it, whose text ` +
      "breaks off: its words go on there; compare the scan",
  };
}

/** The end of an article's text, where it breaks off. */
function openTail(article: readonly Block[]): string | null {
  for (let i = article.length - 1; i >= 0; i -= 1) {
    const block = article[i];
    if (block === undefined || block.role === "jump") return null;
    if (block.role !== "body") continue;
    const words = plain(block.text);
    if (visibleLength(words) < SHORTEST) continue;
    return isSentenceEnd(words) ? null : endOf(words);
  }
  return null;
}

interface Head {
  readonly article: number;
  readonly index: number;
}

function findHead(articles: readonly Block[][], from: number, tail: string, { lexicon }: Context): Head | null {
  let best: Head | null = null;
  let most = SURE;
  const own = textOf(articles[from] ?? []);
  for (let at = from + 1; at < articles.length && at <= from + MOST_BETWEEN; at += 1) {
    const article = articles[at] ?? [];
    let above: string | null = null;
    for (const [index, block] of article.entries()) {
      if (block.role !== "body") continue;
      const words = plain(block.text);
      if (above !== null && block.startsParagraph !== true && block.shape.isIndented !== true) {
        const { score } = continuity(tail, startOf(words), lexicon);
        const here = isSentenceEnd(above) ? 0 : continuity(endOf(above), startOf(words), lexicon).score;
        if (
          score > most &&
          score >= here + BETTER &&
          speaksOf(textOf(article.slice(index)), own, textOf(article.slice(0, index)))
        ) {
          most = score;
          best = { article: at, index };
        }
      }
      above = words;
    }
  }
  return best;
}

/** Whether a text has more pairs of characters in common with one article than with another, for their length. */
function speaksOf(text: string, one: string, other: string): boolean {
  const pairs = hanPairs(text);
  const share = (article: string): number => countPairs(pairs, article) / (article.length + FEW_CHARS);
  return share(one) > share(other);
}

/** A short article has few pairs by chance: so many characters are added to each. */
const FEW_CHARS = 100;
