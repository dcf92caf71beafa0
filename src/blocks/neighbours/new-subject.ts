/**
 * Headlines that only the change of subject shows, in dumps of printed lines.
 *
 * No byline stands below such a line, and a subhead or a line of another column looks alike. But the text above it has ended,
 * it is set apart, it does not fill its column, and the text below speaks of other things than the text above.
 */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { printedCells } from "../../text/chars.ts";
import { canBeTitle } from "./can-be-title.ts";
import { LONGEST_OPENING } from "./opens-article.ts";
import type { Question } from "./question.ts";
import { isPhrase, SUBHEAD_SEAM } from "./subhead.ts";
import { shareOf, spokenOf, topicAbove, topicBelow } from "./topic.ts";

/** Shorter lines are subheads and scraps as often, in characters. */
const SHORTEST_HEADLINE = 6;
const LONGEST_HEADLINE = 40;
/**
 * Of the pairs of characters of the text below so many, at most, are in the text above: 46 headlines of made pages, four lines
 * of text and no subhead have no more.
 */
const MOST_SHARED = 0.02;
/** As much of the text below as is looked at, in characters: what an article goes on with comes back to its words. */
const LONG_ENOUGH = 300;
/** A text above of fewer characters tells nothing. */
const SHORTEST_ABOVE = 40;
/** A line that fills its column is a headline where the text below has so many of its pairs. */
const SPOKEN_OF_BELOW = 0.25;
const INDENT_CELLS = 4;
/** Blocks that may stand between the line and the texts around it. */
const REACH = 10;
/** 问：哪些人可以申请？ */
const ASKS = /^\s*[问問答]\s*[：:]/;

export function changesSubject(question: Question): boolean {
  const { named, seen, index, here, context } = question;
  const next = seen[index + 1];
  if (!question.isWrapped || question.layoutTells || here.length < SHORTEST_HEADLINE || here.length > LONGEST_HEADLINE)
    return false;
  if (here.block.blankLinesBefore === 0 || next?.block.role !== "body") return false;
  if (!isPhrase(here.words.trim()) || ASKS.test(here.words)) return false;
  let above = index - 1;
  while (above >= 0 && above > index - REACH && named[above]?.role !== "body") above -= 1;
  if (named[above]?.role !== "body" || seen[above]?.endsSentence !== true) return false;
  const below = firstText(question);
  if (below === null) return false;
  const seam = continuity(endOf(here.words), startOf(next.words), context.lexicon);
  if (seam.word !== null || seam.score >= SUBHEAD_SEAM) return false;
  const upper = topicAbove(question, above);
  const lower = topicBelow(question, below, LONG_ENOUGH);
  const share = upper.length < SHORTEST_ABOVE ? null : shareOf(lower, upper);
  if (share === null || share > MOST_SHARED) return false;
  const spoken = spokenOf(here.words, lower);
  return (
    (spoken >= SPOKEN_OF_BELOW && spoken > spokenOf(here.words, upper)) ||
    !fillsColumn(question, [above, index + 1, below])
  );
}

/** Running text below the line, with further lines of a title before it. */
function firstText({ named, seen, index }: Question): number | null {
  for (let i = index + 1; i < named.length && i <= index + REACH; i += 1) {
    const one = seen[i];
    if (one === undefined || named[i]?.role === "title") return null;
    if (named[i]?.role === "body" && (one.endsSentence || one.length > LONGEST_OPENING || !canBeTitle(one))) return i;
  }
  return null;
}

/** As long as a line of a column nearby, or as the first one of a paragraph in it. */
function fillsColumn({ seen, here }: Question, places: readonly number[]): boolean {
  const cells = printedCells(here.words);
  return places.some((place) => {
    const width = seen[place]?.block.shape.width ?? null;
    return width !== null && [0, INDENT_CELLS].some((indent) => Math.abs(cells + indent - width) <= 1);
  });
}
