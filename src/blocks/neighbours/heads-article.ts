/**
 * Titles that the layout of a side-by-side dump shows: columns of text begin side by side below them.
 *
 * A line of a column that a neighbour has cut off can stand there as well; it mostly has a comma, or breaks off.
 */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { itemAt } from "../../text/list.ts";
import type { Question } from "./question.ts";
import { HALF_SENTENCE, SUBHEAD_SEAM } from "./subhead.ts";

/** A crumb of a line that stands apart, or one character of a name. */
const SHORTEST_TITLE = 3;

export function headsArticle({ here, named, seen, index, context }: Question): boolean {
  // A byline that stands high between two lines of a title is put below them later.
  if (itemAt(named, index - 1)?.role === "byline") return false;
  if (!here.block.headsArticle || here.length < SHORTEST_TITLE) return false;
  if (/[，、,]/.test(here.words) || HALF_SENTENCE.test(here.words)) return false;
  const below = seen[index + 1];
  if (below === undefined || below.block.headsArticle) return true;
  // 环卫工章桂岚：, the upper half of a headline.
  if (/[：:]\s*$/.test(here.words)) return false;
  const seam = continuity(endOf(here.words), startOf(below.words), context.lexicon);
  return seam.word === null && seam.score < SUBHEAD_SEAM;
}
