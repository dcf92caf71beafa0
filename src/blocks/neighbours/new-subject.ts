/**
 * Headlines that only the change of subject shows, in dumps of printed lines.
 *
 * No byline stands below such a line, and a subhead or a line of another column looks alike. But the text above it has ended,
 * it is set apart, it does not fill its column, and the text below speaks of other things than the text above.
 */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { INDENT_CELLS } from "../../lines/width-fit.ts";
import { printedCells, tighten } from "../../text/chars.ts";
import { shareOfPairs } from "../../text/pairs.ts";
import { isNoticeName } from "../column-name.ts";
import { isOverSeveral } from "../label.ts";
import { canBeTitle } from "./can-be-title.ts";
import { LONGEST_OPENING } from "./opens-article.ts";
import { isOpenQuestion, type Question } from "./question.ts";
import { isPhrase, SUBHEAD_SEAM } from "./subhead.ts";
import { shareOf, topicAbove, topicBelow } from "./topic.ts";
import { LONGEST_VERSE } from "./verse.ts";

/** Shorter lines are subheads and scraps as often, in characters. */
const SHORTEST_HEADLINE = 6;
const LONGEST_HEADLINE = 40;
const SHORTEST_LABEL = 2;
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
const MOST_LINES = 2;
/** Blocks that may stand between the line and the texts around it. */
const REACH = 10;
/** 问：哪些人可以申请？ */
const ASKS = /^\s*[问問答]\s*[：:]/;

export function changesSubject(question: Question): boolean {
  const { seen, index, here, context } = question;
  const next = seen[index + 1];
  if (!question.isWrapped || question.layoutTells || here.length < SHORTEST_HEADLINE || here.length > LONGEST_HEADLINE)
    return false;
  if (here.block.blankLinesBefore === 0 || next?.block.role !== "body") return false;
  if (!isPhrase(here.words.trim()) || ASKS.test(here.words)) return false;
  const above = endAbove(question);
  if (above === null) return false;
  const below = firstText(question);
  if (below === null) return false;
  const seam = continuity(endOf(here.words), startOf(next.words), context.lexicon);
  if (seam.word !== null || seam.score >= SUBHEAD_SEAM) return false;
  const upper = topicAbove(question, above);
  const lower = topicBelow(question, below, LONG_ENOUGH);
  const share = upper.length < SHORTEST_ABOVE ? null : shareOf(lower, upper);
  if (share === null || share > MOST_SHARED) return false;
  return (
    shareOfPairs(tighten(here.words), lower) >= SPOKEN_OF_BELOW || !fillsColumn(question, [above, index + 1, below])
  );
}

/** 更正, 小启: nothing but what a notice is called, between the text above and a sentence, of which a printed line may be a part. */
export function callsItselfNotice({ seen, index, here, isWrapped, bodyAbove, context }: Question): boolean {
  const below = seen[index + 1];
  if (here.length > LONGEST_NAME || below?.block.role !== "body" || !(isWrapped || below.endsSentence)) return false;
  const above = bodyAbove === null ? undefined : seen[bodyAbove];
  // The last line of a poem ends no sentence.
  if (above?.endsSentence === false && (isWrapped || above.length > LONGEST_VERSE)) return false;
  return isNoticeName(context.lexicon.simplify(tighten(here.words)));
}

/** 财经速递 above ●… and ●…: the name of a column of briefs, which heads them. */
export function headsBriefs({ seen, index, here }: Question): boolean {
  if (here.length > LONGEST_NAME || !isOverSeveral(here.words)) return false;
  const [first, second] = [seen[index + 1]?.words.trimStart() ?? "", seen[index + 2]?.words.trimStart() ?? ""];
  return BRIEF_MARK.test(first) && second.charAt(0) === first.charAt(0);
}

const BRIEF_MARK = /^[●○◆◇▲△■□★☆◎※·]/;
const LONGEST_NAME = 6;

/** A label or a kicker right above such a headline. */
export function leadsToNewSubject(question: Question): boolean {
  const { named, seen, index, here } = question;
  const next = seen[index + 1];
  if (next === undefined || !isOpenQuestion(named[index + 1]) || !canBeTitle(next)) return false;
  if (here.block.blankLinesBefore === 0 || here.length < SHORTEST_LABEL || !isPhrase(here.words.trim())) return false;
  return changesSubject({ ...question, index: index + 1, here: next });
}

/** The end of a text above the line, with lines before that may be a label or a kicker; null where it breaks off. */
function endAbove({ named, seen, index }: Question): number | null {
  let lines = 0;
  for (let i = index - 1; i >= 0 && i > index - REACH; i -= 1) {
    const one = seen[i];
    if (one === undefined || named[i]?.role !== "body") continue;
    if (one.endsSentence) return i;
    lines += 1;
    if (lines > MOST_LINES || one.block.blankLinesBefore === 0 || one.length > LONGEST_OPENING || !canBeTitle(one))
      return null;
  }
  return null;
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
    const { width = null, lineCount = 0 } = seen[place]?.block.shape ?? {};
    return lineCount > 1 && width !== null && [0, INDENT_CELLS].some((indent) => Math.abs(cells + indent - width) <= 1);
  });
}
