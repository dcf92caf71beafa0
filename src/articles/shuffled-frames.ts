/**
 * Pages whose dump gives the frames of each article in no order: a paragraph, the headline, a caption, the first paragraph.
 *
 * In: units in the order of the dump. Out: where in it the frames of each article begin, or null for a page in order. A
 * content stream has its frames as the editor put them down: those of an article together, the last one touched last. What
 * to do about it is for the lines (`blocks/frames/reorder.ts`): a frame may end in mid-sentence.
 */
import type { Frames } from "../blocks/frames/reorder.ts";
import { isFurniture } from "../blocks/role.ts";
import type { Unit } from "../join/join.ts";
import type { Finding } from "../notice.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { originOf, plain } from "../text/sourced.ts";
import { isHeading, isLead } from "./frame-role.ts";
import { cutIntoArticles } from "./heaps.ts";

/** Articles that stand in disorder: fewer may be headlines that were not recognised. */
const LEAST_IN_DISORDER = 2;
const SHARE_IN_DISORDER = 0.33;
/** The same where no dateline below a text shows it, but headings in the midst of texts alone. */
const LEAST_WITHOUT_LEADS = 4;
/** So many datelines below whole sentences are no headlines that were not recognised: then one article in disorder will do. */
const SURE_LEADS = 2;
/** Share of units with a blank line above: a program that sets frames apart has put them in order. */
const MOST_APART = 0.1;
/** More units are no page, and each is held against every other. */
const MOST_UNITS = 300;

export interface Shuffled extends Frames {
  readonly findings: readonly Finding[];
}

/**
 * @param isTextLayer whether a program took the lines out of a PDF; elsewhere only a dateline below a text shows disorder.
 * @returns null for a page in order.
 */
export function shuffledFrames(given: readonly Unit[], isTextLayer: boolean): Shuffled | null {
  const units = [...given].sort((a, b) => originOf(a.block.text, 0) - originOf(b.block.text, 0));
  const content = units.filter(({ block }) => !isFurniture(block.role));
  if (content.length > MOST_UNITS) return null;
  const apart = content.filter(({ block }) => block.blankLinesBefore > 0).length;
  if (apart > content.length * MOST_APART) return null;
  const leadsBelowText = content.filter((unit, i) => isLead(unit) && followsText(content, i)).length;
  if (leadsBelowText === 0 && !isTextLayer) return null;
  const articles = cutIntoArticles(content, units);
  const inDisorder = articles.filter(isInDisorder).length;
  const fewest = leadsBelowText === 0 ? LEAST_WITHOUT_LEADS : LEAST_IN_DISORDER;
  const least = leadsBelowText >= SURE_LEADS ? 1 : Math.max(fewest, articles.length * SHARE_IN_DISORDER);
  if (inDisorder < least) return null;
  const starts = articles.flatMap(([first]) => (first === undefined ? [] : [originOf(first.block.text, 0)]));
  const [first] = starts;
  if (first === undefined) return null;
  const furniture = new Set(
    units.flatMap(({ block }) => (isFurniture(block.role) ? block.lines.map(({ start }) => start) : [])),
  );
  return { starts: starts.sort((a, b) => a - b), furniture, findings: [doubt(first)] };
}

/** A dateline below a whole sentence instead of a heading. */
function followsText(content: readonly Unit[], index: number): boolean {
  for (let i = index - 1; i >= 0; i -= 1) {
    const block = content[i]?.block;
    if (block === undefined) return false;
    if (block.role !== "caption") return block.role === "body" && isSentenceEnd(plain(block.text));
  }
  return false;
}

/** The heading in the midst of the text, or the opening below other text. */
function isInDisorder(article: readonly Unit[]): boolean {
  const isText = article.map(({ block }) => block.role === "body");
  const first = isText.indexOf(true);
  if (first < 0) return false;
  const heading = article.findIndex(isHeading);
  const lead = article.findIndex(isLead);
  return (heading > first && isText.indexOf(true, heading) > 0) || lead > first;
}

function doubt(offset: number): Finding {
  return {
    rule: "articles/frames-out-of-order",
    level: "warning",
    offset,
    message:
      "the dump gives the headlines and paragraphs of this page in no order; they were put in order by their words and " +
      "measures, and whole paragraphs may have changed places; compare the scan",
  };
}
