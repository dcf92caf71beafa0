/**
 * The byline that an engine read in the middle of the text that it signs.
 *
 * A headline often stands over the middle columns, or its byline beside them, and is read after the first column. Then the
 * text above the byline is one that nobody signs, and the text below it speaks of the same; between them stands no headline,
 * or lines that are none: the last ones of the column, a caption.
 *
 * In: the blocks of two articles, one below the other. Out: that byline, or none. Never: a dateline, or a signature.
 */
import type { Block } from "../blocks/block.ts";
import { isInBrackets } from "../blocks/in-brackets.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { shareOfPairs } from "../text/pairs.ts";
import { plain } from "../text/sourced.ts";
import { isText, isTitle, textOf, wordsOf } from "./article-blocks.ts";

/** A text above of fewer characters tells nothing. */
const SHORTEST_TEXT = 40;
/** As much of the text below as is looked at, in characters. */
const TOPIC_BELOW = 300;
/**
 * Of the pairs of characters of the text below so many, at least, are in the text above, where no line stands between the two,
 * and where lines may be a headline. In 20 of 26 such bylines of made pages it is so, and in two of 24 others.
 */
const SHARED = 0.03;
const SHARED_BESIDE_LINES = 0.05;
/** Or the text above has so many of the pairs of the lines between, and half as many as the text below. */
const SPOKEN_OF_ABOVE = 0.1;

export function lateByline(above: readonly Block[], below: readonly Block[]): Block | null {
  const first = below.findIndex(isText);
  const lines = below.slice(0, first);
  const byline = bylineApart(below);
  if (byline === null) return null;
  if (lines.some(({ role }) => role === "sectionLabel")) return null;
  if (above.some(({ role }) => role === "byline" || role === "jump")) return null;
  const last = above.findLast(({ role }) => role === "body");
  if (last === undefined) return null;
  const words = wordsOf(lines.filter(isTitle));
  const [upper, lower] = [textOf(above), textOf(below)];
  if (upper.length < SHORTEST_TEXT) return null;
  const shared = shareOfPairs(lower.slice(0, TOPIC_BELOW), upper);
  if (words === "") return shared >= SHARED || !isSentenceEnd(plain(last.text)) ? byline : null;
  const { startsParagraph, shape } = below[first] as Block;
  if (startsParagraph === true || shape.isIndented === true) return null;
  if (shared >= SHARED_BESIDE_LINES) return byline;
  const spokenOf = shareOfPairs(words, upper);
  return spokenOf >= SPOKEN_OF_ABOVE && spokenOf * 2 >= shareOfPairs(words, lower) ? byline : null;
}

/** The byline above an article's text: no dateline, which opens a text of its own, and no signature in brackets, which ends one. */
export function bylineApart(article: readonly Block[]): Block | null {
  const byline = article.slice(0, Math.max(0, article.findIndex(isText))).find(({ role }) => role === "byline");
  if (byline === undefined || byline.blankLinesBefore === 0) return null;
  const { startsParagraph, credits, text } = byline;
  return startsParagraph === true || credits?.dateline != null || isInBrackets(plain(text)) ? null : byline;
}
