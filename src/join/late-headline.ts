/**
 * The headline that an engine read in the middle of its text.
 *
 * Where the dateline opens the first column and the headline stands over the next ones, the article has no headline, and
 * between its paragraphs stands a line apart, of which the text speaks.
 *
 * In: the blocks of an article. Out: that line, with those of its kicker and deck beside it, or none.
 */
import type { Block } from "../blocks/block.ts";
import { canBeTitle } from "../blocks/neighbours/can-be-title.ts";
import { look } from "../blocks/neighbours/question.ts";
import { isPhrase } from "../blocks/neighbours/subhead.ts";
import { itemAt } from "../text/list.ts";
import { shareOfPairs } from "../text/pairs.ts";
import { isText, isTitle, SPOKEN_OF, textOf, wordsOf } from "./article-blocks.ts";

const MOST_LINES = 2;
/** A shorter line is a subhead or a scrap, in characters. */
const SHORTEST = 7;
/** A headline is read below a column; an article has fewer blocks. */
const MOST_BLOCKS = 60;
/** Beside a headline stands a line of text as well, and most of these have one. */
const PAUSE = /[，；：,;:]/;

export function lateHeadline(article: readonly Block[]): readonly Block[] {
  if (article.some(isTitle)) return [];
  const blocks = article.slice(0, MOST_BLOCKS);
  let best = -1;
  let most = 0;
  for (const [i, line] of blocks.entries()) {
    if (!standsApart(blocks, i)) continue;
    const words = wordsOf([line]);
    const share = shareOfPairs(words, textOf(blocks.filter((block) => block !== line)));
    if (share < SPOKEN_OF || share * words.length <= most) continue;
    most = share * words.length;
    best = i;
  }
  if (best < 0) return [];
  const goesWith = (i: number): boolean => standsApart(blocks, i) && !PAUSE.test(wordsOf([blocks[i] as Block]));
  const first = goesWith(best - 1) ? best - 1 : best;
  const last = goesWith(best + 1) ? best + 1 : best;
  return blocks.slice(first, last + 1);
}

function standsApart(blocks: readonly Block[], index: number): boolean {
  const [line, below] = [itemAt(blocks, index), blocks[index + 1]];
  if (line === undefined || !isText(line) || line.lines.length > MOST_LINES || line.blankLinesBefore === 0)
    return false;
  if (below === undefined || below.blankLinesBefore === 0) return false;
  const seen = look(line);
  return seen.length >= SHORTEST && isPhrase(seen.words.trim()) && canBeTitle(seen);
}
