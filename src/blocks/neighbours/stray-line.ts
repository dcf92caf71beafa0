/**
 * Lines of running text that a scan dropped among the titles.
 *
 * A column end that was read out of its place often lands above a headline, and is short and without a full stop as
 * titles are. Two clues tell it, together: it fits between two pieces of text that do not fit each other; and what it speaks
 * of, that article speaks of, and not the one it stands above.
 */
import type { Context } from "../../context.ts";
import { continuity, endOf, scoreWithin, startOf } from "../../lexicon/continuity.ts";
import { isSentenceEnd, tighten } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { countPairs, hanPairs } from "../../text/pairs.ts";
import { plain } from "../../text/sourced.ts";
import { type Block, changed } from "../block.ts";
import { isOfHeading } from "../role.ts";

/** Shortest displaced line, in characters; shorter ones are kickers as often. */
const SHORTEST_LINE = 8;
/** What the clues must say together, in log-odds: where a title is left without the line, and where none is. */
const LEAST = 6;
const LEAST_OF_ONLY_TITLE = 9;
/** A seam says against a line no more than this, and both together must say this much for it. */
const WORST_SEAM = -2;
const LEAST_AT_SEAMS = 1.7;
/** Two pieces that cannot follow each other count as badly as this, not worse. */
const WORST_WITHOUT = -1;
/** A head with an indent begins a paragraph. */
const INDENTED = -2;
/** Each pair of characters that the other article has more of. */
const EACH_PAIR = 1.2;
/** As much of an article as tells what it is about, in characters. */
const TOPIC_CHARS = 900;
/** A page has some dozens of titles and of open ends; with more the search would take the square of its length. */
const MOST_TITLES = 60;
const MOST_TAILS = 120;

/** Gives such lines back to the text: the joins find their place. */
export function withoutStrayLines(blocks: readonly Block[], context: Context): readonly Block[] {
  if (blocks.some((block) => block.headingLevel > 0)) return blocks;
  if (blocks.some((block) => block.lines.length > 1)) return withoutLinesAboveLabels(blocks);
  const doubtful = blocks.flatMap((block, i) => (isDoubtful(block) ? [i] : []));
  const tails = openTails(blocks);
  if (doubtful.length === 0 || doubtful.length > MOST_TITLES || tails.length > MOST_TAILS) return blocks;
  const topics = readTopics(blocks);
  const out = [...blocks];
  for (const i of doubtful) {
    const block = blocks[i];
    if (block === undefined) continue;
    const words = plain(block.text);
    if ((isAboveLabel(blocks, i) && tails.length > 0) || isTextAboveLabel(block, blocks, i)) {
      out[i] = changed(block, { role: "body", confidence: 0.8 });
      continue;
    }
    const place = bestPlace(words, tails, context);
    if (place === null) continue;
    const odds = place + EACH_PAIR * topicElsewhere(words, i, topics);
    const isSpare = itemAt(out, i - 1)?.role === "title" || out[i + 1]?.role === "title";
    if (odds >= (isSpare ? LEAST : LEAST_OF_ONLY_TITLE)) out[i] = changed(block, { role: "body", confidence: 0.8 });
  }
  return out;
}

/** Of printed lines those that stand between a text and the label of the next article, and are cut. */
function withoutLinesAboveLabels(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, i) =>
    isTextAboveLabel(block, blocks, i) ? changed(block, { role: "body", confidence: 0.8 }) : block,
  );
}

function isTextAboveLabel(block: Block, blocks: readonly Block[], index: number): boolean {
  if (block.role !== "title" || block.headsArticle || !isAboveLabel(blocks, index)) return false;
  const above = itemAt(blocks, index - 1);
  return above?.role === "body" && blocks[index + 1]?.role !== "caption" && isCut(block, above);
}

/** A part of a sentence ends here, or the text above goes on. */
function isCut(block: Block, above: Block): boolean {
  return /[，,、；;]/.test(plain(block.text)) || !isSentenceEnd(plain(above.text));
}

function isDoubtful(block: Block): boolean {
  if (block.role !== "title" || block.confidence >= 0.95) return false;
  const words = plain(block.text).trimEnd();
  return words.length >= SHORTEST_LINE && !/[？！?!：:]$/.test(words);
}

/** A headline has its text below it, not the label of the next article. */
function isAboveLabel(blocks: readonly Block[], index: number): boolean {
  const next = blocks.slice(index + 1, index + 4).find(({ role }) => role !== "caption");
  return next?.role === "sectionLabel";
}

interface Tail {
  readonly end: string;
  /** First characters of the text below, in the same article; null at its end. */
  readonly next: { readonly start: string; readonly isIndented: boolean } | null;
}

function openTails(blocks: readonly Block[]): Tail[] {
  const tails: Tail[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.role !== "body") continue;
    const words = plain(block.text);
    if (isSentenceEnd(words)) continue;
    const below = nextText(blocks, i);
    tails.push({
      end: endOf(words),
      next:
        below === undefined
          ? null
          : {
              start: startOf(plain(below.text)),
              isIndented: below.shape.isIndented === true || below.startsParagraph === true,
            },
    });
  }
  return tails;
}

function nextText(blocks: readonly Block[], index: number): Block | undefined {
  for (let i = index + 1; i < blocks.length; i += 1) {
    const block = blocks[i];
    if (block?.role === "body") return block;
    if (isOfHeading(block?.role)) return undefined;
  }
  return undefined;
}

/** How well the line fits at its best place, in log-odds over its absence there; null where it fits nowhere. */
function bestPlace(words: string, tails: readonly Tail[], { lexicon }: Context): number | null {
  const [start, end] = [startOf(words), endOf(words)];
  let best: number | null = null;
  for (const tail of tails) {
    if (tail.next === null) continue;
    // The characters first: a word adds little, and most places are no place for the line.
    if (lexicon.seam(tail.end, start) + lexicon.seam(end, tail.next.start) + MOST_FROM_WORDS < LEAST_AT_SEAMS) continue;
    const indented = tail.next.isIndented ? INDENTED : 0;
    const before = scoreWithin(WORST_SEAM, Number.POSITIVE_INFINITY, tail.end, start, lexicon);
    const after = Math.max(WORST_SEAM, continuity(end, tail.next.start, lexicon).score + indented);
    if (before + after < LEAST_AT_SEAMS) continue;
    const without = continuity(tail.end, tail.next.start, lexicon).score + indented;
    const odds = before + after - Math.max(WORST_WITHOUT, without);
    if (best === null || odds > best) best = odds;
  }
  return best;
}

const MOST_FROM_WORDS = 3;

interface Topic {
  /** The text stands between these blocks. */
  readonly from: number;
  readonly words: string;
}

/** The text of each article, as far as titles and bylines part them. */
function readTopics(blocks: readonly Block[]): Topic[] {
  const topics: Topic[] = [];
  let from = -1;
  let words = "";
  const close = (): void => {
    if (from >= 0) topics.push({ from, words });
    from = -1;
    words = "";
  };
  for (const [i, block] of blocks.entries()) {
    if (isOfHeading(block.role)) close();
    else if (block.role === "body" && words.length < TOPIC_CHARS) {
      if (from < 0) from = i;
      words += `|${tighten(plain(block.text))}`.slice(0, TOPIC_CHARS - words.length);
    }
  }
  close();
  return topics;
}

/** How many more pairs of characters of the line another article has than the one below it; 0 if none has more. */
function topicElsewhere(words: string, index: number, topics: readonly Topic[]): number {
  const pairs = hanPairs(tighten(words));
  const below = topics.find(({ from }) => from > index);
  const count = (topic: Topic | undefined): number => (topic === undefined ? 0 : countPairs(pairs, topic.words));
  const own = count(below);
  let most = own;
  for (const topic of topics) if (topic !== below) most = Math.max(most, count(topic));
  return most - own;
}
