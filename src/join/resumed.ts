/**
 * Gives an article back what stands behind another one that is set into its corner.
 *
 * 提供疾病治 ‖ a brief with its headline ‖ 疗、办理…: the text of an article breaks off before the headline of the next
 * one, and behind the end of that one stands what goes on from it. From there to the next headline the text is the first
 * article's.
 *
 * In: blocks of printed lines, with roles. Out: the same blocks, and a finding for each text that moved. Never: moves what the
 * text above it goes on in, what begins a paragraph, or what speaks of the other article rather than of this one.
 */
import type { Block } from "../blocks/block.ts";
import type { Context } from "../context.ts";
import { continuity, endOf, scoreWithin, startOf } from "../lexicon/continuity.ts";
import type { Finding } from "../notice.ts";
import { append } from "../text/append.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { countPairs, hanPairs } from "../text/pairs.ts";
import { plain } from "../text/sourced.ts";
import { articlesOf, textOf } from "./article-blocks.ts";
import { type BrokenOff, MOST_BLOCKS, openTailsOf, resumedFinding } from "./open-tails.ts";
import type { Reordered } from "./reordered.ts";

/** The words at the seam must say this, in log-odds. */
const SURE = 2;
/** And so much more than those of the neighbour above, if that breaks off, too. */
const BETTER = 2;
/**
 * What breaks off inside an article may only have lost its next line: the words must say more, the text that goes on must share
 * so many of its pairs of characters with this article, and so many times as many as with the other one. Of such texts on made
 * pages 16 are right and two wrong; without these bars 17 and 27.
 */
const SURE_INSIDE = 3;
const SHARED = 0.05;
const TIMES_SHARED = 1.6;
/** So many articles may stand between. */
const MOST_BETWEEN = 3;
/** What breaks off. */
const TAIL = { shortest: 8, goesOn: 0 };

export function resumeArticles(blocks: readonly Block[], context: Context): Reordered {
  const articles = articlesOf(blocks);
  const findings: Finding[] = [];
  for (let i = 0; i + 1 < articles.length; i += 1) {
    for (const tail of openTailsOf(articles[i] ?? [], TAIL, context.lexicon)) {
      const found = findHead(articles, i, tail, context);
      if (found === null) continue;
      const [article, from] = [articles[i] ?? [], articles[found.article] ?? []];
      const resumed = from.slice(found.index);
      articles[i] = article.toSpliced(tail.isInside ? tail.index + 1 : article.length, 0, ...resumed);
      articles[found.article] = from.slice(0, found.index);
      append(
        findings,
        resumed
          .slice(0, 1)
          .map((block) => resumedFinding(block, "stands below another article and was given to the one above it,")),
      );
    }
  }
  return { blocks: findings.length > 0 ? articles.flat() : blocks, findings };
}

/** 送出一百 goes on in any other number as well. */
const CUT_NUMBER = /^[〇零一二两三四五六七八九十百千万亿\d]{2}$/;

interface Head {
  readonly article: number;
  readonly index: number;
}

function findHead(articles: readonly Block[][], from: number, tail: BrokenOff, { lexicon }: Context): Head | null {
  let best: Head | null = null;
  let most = tail.isInside ? SURE_INSIDE : SURE;
  const own = textOf(articles[from] ?? []);
  const end = endOf(tail.words);
  for (let at = from + 1; at < articles.length && at <= from + MOST_BETWEEN; at += 1) {
    const article = articles[at] ?? [];
    if (tail.isInside && article.length > MOST_BLOCKS) continue;
    let above: string | null = null;
    for (const [index, block] of article.entries()) {
      if (block.role !== "body") continue;
      const words = plain(block.text);
      if (above !== null && block.startsParagraph !== true && block.shape.isIndented !== true) {
        const head = startOf(words);
        const isNumber = tail.isInside && CUT_NUMBER.test(end.slice(-1) + head.slice(0, 1));
        const score = isNumber ? 0 : scoreWithin(most, Number.POSITIVE_INFINITY, end, head, lexicon);
        if (
          score > most &&
          score >= (isSentenceEnd(above) ? 0 : continuity(endOf(above), head, lexicon).score) + BETTER &&
          speaksOf(textOf(article.slice(index)), own, textOf(article.slice(0, index)), tail.isInside)
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
function speaksOf(text: string, one: string, other: string, isSurely: boolean): boolean {
  const pairs = hanPairs(text);
  const [own, others] = [countPairs(pairs, one), countPairs(pairs, other)];
  if (isSurely && (own < pairs.length * SHARED || own < others * TIMES_SHARED)) return false;
  return own / (one.length + FEW_CHARS) > others / (other.length + FEW_CHARS);
}

/** A short article has few pairs by chance: so many characters are added to each. */
const FEW_CHARS = 100;
