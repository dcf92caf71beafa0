/**
 * Headlines of a page that gives them below their texts, by what they speak of.
 *
 * In: the named blocks of a dump of printed lines. Out: the same; where the headlines of the page stand below, lines of no
 * column's measure that speak more of the text above are the headline of it, and those that speak more of the text below are
 * its subhead, whatever they looked like. A headline that has the text of another article below it, without a byline
 * between them, looks like a subhead or like text that a column end has cut.
 */
import type { Context } from "../context.ts";
import { isSentenceEnd, tighten } from "../text/chars.ts";
import { itemAt } from "../text/list.ts";
import { countPairs, hanPairs } from "../text/pairs.ts";
import { plain } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";
import { partOf } from "./block-part.ts";
import type { CreditVocabulary } from "./credits/vocabulary.ts";
import { sideOfHeadlines } from "./headline-side.ts";
import { canBeTitle } from "./neighbours/can-be-title.ts";
import { look } from "./neighbours/question.ts";
import { HALF_SENTENCE } from "./neighbours/subhead.ts";
import { nameByOwnWords } from "./own-words.ts";
import { isFurniture } from "./role.ts";

/** A subhead speaks of the text below it more than of that above by this many pairs of characters. */
const CLEARLY_MORE = 2;
/** As much text on either side as tells what it is about, in characters. */
const TOPIC_CHARS = 1500;
/** Blocks that are read for it, where each is a scrap of a line. */
const TOPIC_BLOCKS = 100;
/** Kicker, headline and deck, each in two lines, and the writer; as many characters. */
const MOST_LINES = 7;
const LONGEST_HEADING = 100;

export function withHeadlinesBelow(
  blocks: readonly Block[],
  context: Context,
  vocabulary: CreditVocabulary,
): readonly Block[] {
  if (!blocks.some(({ lines }) => lines.length > 1) || !blocks.some(isDoubtful)) return blocks;
  if (sideOfHeadlines(blocks.filter(({ role }) => !isFurniture(role))) !== "below") return blocks;
  const out: Block[] = [];
  for (let from = 0; from < blocks.length; ) {
    let to = from;
    while (to < blocks.length && isDisplay(blocks[to])) to += 1;
    if (to === from) {
      const block = blocks[from];
      if (block !== undefined) out.push(block);
      from += 1;
    } else {
      for (const block of judged(blocks, from, to, context, vocabulary)) out.push(block);
      from = to;
    }
  }
  return out;
}

/** Below its own text a headline may have been named so. */
function isDoubtful(block: Block): boolean {
  return block.role === "subhead" || isLine(block);
}

function isDisplay(block: Block | undefined): boolean {
  return block !== undefined && (block.role === "title" || isDoubtful(block));
}

/** In the measure of no column, and no sentence. */
function isLine({ role, standsOutside, text, lines }: Block): boolean {
  if (role !== "body" || !standsOutside || lines.length > MOST_LINES) return false;
  const words = plain(text);
  return words.length <= LONGEST_HEADING && !/[。；：:]\s*$/.test(words) && !words.includes("。");
}

function judged(
  blocks: readonly Block[],
  from: number,
  to: number,
  context: Context,
  vocabulary: CreditVocabulary,
): readonly Block[] {
  const run = blocks.slice(from, to);
  const pairs = hanPairs(run.map(wordsOf).join("|"));
  const above = countPairs(pairs, textFrom(blocks, from - 1, -1));
  const below = countPairs(pairs, textFrom(blocks, to, 1));
  const isTitled = run.some(({ role }) => role === "title");
  if (above > below && endsAbove(blocks, from)) {
    const lines = run.flatMap((block) => (block.role === "body" ? linesOf(block, context, vocabulary) : [block]));
    if (!lines.every(isPartOfHeading)) return run;
    return lines.map((block) => (block.role === "byline" ? block : changed(block, { role: "title", confidence: 0.8 })));
  }
  const isSubhead = isTitled && run.length === 1 && below >= above + CLEARLY_MORE && blocks[to]?.role === "body";
  if (isSubhead && blocks[from - 1]?.role === "body" && endsAbove(blocks, from))
    return run.map((block) => changed(block, { role: "subhead", confidence: 0.7 }));
  return run;
}

/** A byline may be among the lines of a heading. */
function linesOf(block: Block, context: Context, vocabulary: CreditVocabulary): Block[] {
  const words = plain(block.text);
  const out: Block[] = [];
  for (let from = 0; from < words.length; ) {
    const feed = words.indexOf("\n", from);
    const end = feed < 0 ? words.length : feed + 1;
    for (const part of nameByOwnWords(partOf(block, from, end), context, vocabulary)) out.push(part);
    from = end;
  }
  return out;
}

function isPartOfHeading(block: Block): boolean {
  if (block.role === "byline" || block.role === "title" || block.role === "subhead") return true;
  return block.role === "body" && canBeTitle(look(block)) && !HALF_SENTENCE.test(plain(block.text));
}

/** The text above is at its end, or something else stands there. */
function endsAbove(blocks: readonly Block[], from: number): boolean {
  const above = itemAt(blocks, from - 1);
  return above !== undefined && (above.role !== "body" || isSentenceEnd(plain(above.text)));
}

/** The text on one side, up to the next heading or dateline. */
function textFrom(blocks: readonly Block[], from: number, step: 1 | -1): string {
  let text = "";
  for (let k = 0; k < TOPIC_BLOCKS && text.length < TOPIC_CHARS; k += 1) {
    const block = itemAt(blocks, from + k * step);
    if (block === undefined || block.role === "title" || block.role === "sectionLabel") break;
    // Right below the heading a dateline opens the text; elsewhere it opens another one.
    if (block.role === "byline" && block.startsParagraph === true && (step < 0 || k > 0)) break;
    if (block.role === "body") text += `|${wordsOf(block)}`;
  }
  return text;
}

function wordsOf({ text }: Block): string {
  return tighten(plain(text));
}
