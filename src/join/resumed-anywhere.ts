/**
 * Text that an engine read inside another article, where the words of one that breaks off go on; up or down the page.
 *
 * Columns of two articles that stand side by side are read in turns: 提供疾病治 ‖ the headline and text of another article ‖
 * 疗、办理…. `resumed.ts` sees it where the rest stands behind the end of another article; here the clues of both ends are added
 * up, and the surest pair on the page is believed first. Where the rest stands right below its headline, the paragraph that
 * breaks off above it was read too early, and comes below that headline.
 *
 * In: blocks of a scan's printed lines, with roles. Out: the same blocks, and a finding for each text that moved. Never: moves
 * what begins a paragraph away from what stands above it.
 */
import type { Block } from "../blocks/block.ts";
import { isOfHeading } from "../blocks/role.ts";
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Finding } from "../notice.ts";
import { append } from "../text/append.ts";
import { isSentenceEnd, printedCells, tighten, visibleLength } from "../text/chars.ts";
import { countPairs, hanPairs, shareOfPairs } from "../text/pairs.ts";
import { plain } from "../text/sourced.ts";
import { articlesOf, isTitle, SPOKEN_OF, textOf, wordsOf } from "./article-blocks.ts";
import { MOST_BLOCKS, openTailsOf, resumedFinding } from "./open-tails.ts";
import type { Reordered } from "./reordered.ts";
import { LEAST_ODDS, type OpenHead, type OpenTail, resumedOdds } from "./resumed-odds.ts";

/** So many articles up or down. */
const MOST_STEPS = 4;
/** A page has some dozens of articles. */
const MOST_ARTICLES = 100;
/** What breaks off; what goes on below with less may go on elsewhere. */
const TAIL = { shortest: 5, goesOn: 2 };
const MOVED = "stands in another article and was given to the one";
const SHORTEST_HEAD = 3;
/** As much of a text as is held against others, in characters. */
const TOPIC_CHARS = 300;

interface Tail extends OpenTail {
  readonly block: Block;
}

interface Head extends OpenHead {
  readonly block: Block;
}

interface Link {
  readonly tail: Tail;
  readonly head: Head;
  readonly odds: number;
}

export function resumeAnywhere(blocks: readonly Block[], context: Context): Reordered {
  const articles = articlesOf(blocks);
  const findings: Finding[] = [];
  if (articles.length > MOST_ARTICLES) return { blocks, findings };
  const taken = new Set<Block>();
  for (const { tail, head } of likelyLinks(articles, context.lexicon)) {
    if (taken.has(tail.block) || taken.has(head.block)) continue;
    taken.add(tail.block).add(head.block);
    const from = articles.find((article) => article.includes(head.block)) ?? [];
    const to = articles.find((article) => article.includes(tail.block)) ?? [];
    if (from === to) continue;
    const lead = head.above === "" && !tail.isInside && isHeaded(from) ? lastParagraph(to) : null;
    if (lead !== null && articles.indexOf(from) === articles.indexOf(to) + 1) {
      const leading = to.splice(lead);
      from.splice(from.indexOf(head.block), 0, ...leading);
      append(
        findings,
        leading.slice(0, 1).map((block) => resumedFinding(block, MOVED)),
      );
      continue;
    }
    const resumed = from.splice(from.indexOf(head.block), lengthOfText(from, head, tail));
    const place = tail.isInside ? to.indexOf(tail.block) + 1 : to.length;
    to.splice(place, 0, ...resumed);
    append(
      findings,
      resumed.slice(0, 1).map((block) => resumedFinding(block, MOVED)),
    );
  }
  return { blocks: findings.length > 0 ? articles.flat() : blocks, findings };
}

/** The surest first. */
function likelyLinks(articles: readonly (readonly Block[])[], lexicon: Lexicon): Link[] {
  const heads = articles.map((article) => headsOf(article, lexicon));
  const links: Link[] = [];
  for (const [i, article] of articles.entries()) {
    for (const tail of tailsOf(article, lexicon)) {
      for (let at = Math.max(0, i - MOST_STEPS); at <= i + MOST_STEPS; at += 1) {
        if (at === i) continue;
        for (const head of heads[at] ?? []) {
          const odds = resumedOdds(tail, head, Math.abs(at - i), lexicon);
          if (odds > LEAST_ODDS) links.push({ tail, head, odds });
        }
      }
    }
  }
  return links.sort((a, b) => b.odds - a.odds);
}

function tailsOf(article: readonly Block[], lexicon: Lexicon): Tail[] {
  const text = textOf(article);
  return openTailsOf(article, TAIL, lexicon).map(({ block, words, isInside }) => ({
    block,
    isInside,
    end: endOf(words),
    width: widthOf(words),
    article: text,
  }));
}

function headsOf(article: readonly Block[], lexicon: Lexicon): Head[] {
  const heads: Head[] = [];
  if (article.length > MOST_BLOCKS) return heads;
  let above: string | null = null;
  for (const [i, block] of article.entries()) {
    const words = block.role === "body" ? plain(block.text) : "";
    if (visibleLength(words) < SHORTEST_HEAD) continue;
    const start = startOf(words);
    if (block.startsParagraph !== true && block.shape.isIndented !== true)
      heads.push({
        block,
        start,
        fitAbove: above === null || isSentenceEnd(above) ? 0 : continuity(endOf(above), start, lexicon).score,
        width: widthOf(words),
        pairs: hanPairs(tighten(words).slice(0, TOPIC_CHARS)),
        above: textOf(article.slice(0, i)),
      });
    above = words;
  }
  return heads;
}

function widthOf(words: string): number {
  let width = 0;
  for (const line of words.split("\n")) width = Math.max(width, printedCells(line));
  return width;
}

/** Whether the text of an article speaks of its headline. */
function isHeaded(article: readonly Block[]): boolean {
  return shareOfPairs(wordsOf(article.filter(isTitle)), textOf(article)) >= SPOKEN_OF;
}

/** Where the last paragraph of an article begins; null where no line shows it, or it has no other. */
function lastParagraph(article: readonly Block[]): number | null {
  for (let i = article.length - 1; i > 0; i -= 1) {
    const { role, startsParagraph, shape } = article[i] as Block;
    if (isOfHeading(role)) return null;
    if (role === "body" && (startsParagraph === true || shape.isIndented === true)) return i;
  }
  return null;
}

/** How many blocks go with a head: up to a text that speaks of what stands above the head. */
function lengthOfText(from: readonly Block[], head: Head, tail: Tail): number {
  const first = from.indexOf(head.block);
  let isClosed = isSentenceEnd(plain(head.block.text));
  for (let i = first + 1; i < from.length; i += 1) {
    const block = from[i] as Block;
    if (block.role !== "body") continue;
    const words = plain(block.text);
    const pairs = hanPairs(tighten(words).slice(0, TOPIC_CHARS));
    if (isClosed && countPairs(pairs, head.above) > countPairs(pairs, tail.article)) return i - first;
    isClosed = isSentenceEnd(words);
  }
  return from.length - first;
}
