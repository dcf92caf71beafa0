/**
 * Strands in reading order.
 *
 * In: the strands of a page. Out: runs of strands that are read in one go, article by article. Never: joins text.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { lastOf } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
import { blankLine, type Line } from "../lines.ts";
import { setFurnitureApart } from "./furniture.ts";
import { nameKinds } from "./kinds.ts";
import type { LaidArticle } from "./layout/article.ts";
import { partition } from "./layout/partition.ts";
import { measurePieces, type Piece } from "./layout/piece.ts";
import { Succession } from "./layout/succession.ts";
import { type Run, titleRuns } from "./layout/title-order.ts";
import { SAME_EDGE } from "./measures.ts";
import type { Strand } from "./strands.ts";

/** More items than a page has are no page: they are ordered so many at a time. */
const MOST_ITEMS = 200;
/** Log-odds from which on a line set apart is read as text. */
const READ_ON = 0.5;
/** A line of so many em over a text may be a subhead, however many columns stand below it. */
const LONGEST_SUBHEAD = 5;

export function readingOrder(source: Source, strands: readonly Strand[], lexicon: Lexicon): Run[] {
  const { head, body, foot } = setFurnitureApart(source, strands);
  const runs: Run[] = head.map(plainRun);
  const items = nameKinds(source, body, lexicon).sort((a, b) => a.top - b.top || a.x - b.x);
  for (let first = 0; first < items.length; first += MOST_ITEMS) {
    const pieces = measurePieces(source, items.slice(first, first + MOST_ITEMS));
    const succession = new Succession(pieces, lexicon);
    for (const article of partition(pieces, succession)) writeArticle(source, article, { succession, lexicon }, runs);
  }
  for (const strand of foot) runs.push(plainRun(strand));
  return runs;
}

/** Blank lines that say that a picture stands there. */
const PICTURE_ROWS = 3;

/** What parts a run from the one before it. @param offset where that one ends. */
export function blanksAbove({ isCaption }: Run, offset: number): readonly Line[] {
  return Array.from({ length: isCaption === true ? PICTURE_ROWS : 1 }, () => blankLine(offset));
}

/** Titles, then the text with subheads in their place, then captions. */
function writeArticle(
  source: Source,
  { titles, flow, captions }: LaidArticle,
  { succession, lexicon }: { readonly succession: Succession; readonly lexicon: Lexicon },
  runs: Run[],
): void {
  const isHeadline = headlinesOf(titles, flow);
  for (const { strands, level, types } of titleRuns(source, titles, flow, lexicon))
    runs.push({ strands, level, types, headsArticle: strands.every(isHeadline) });
  let run: Piece[] = [];
  for (const piece of flow) {
    const before = lastOf(run);
    const goesOn =
      before !== undefined &&
      ((isText(piece) && isText(before)) || (before.tail === "open" && succession.between(before, piece) > READ_ON));
    if (goesOn) run.push(piece);
    else {
      if (run.length > 0) runs.push({ strands: run, level: 0 });
      run = [piece];
    }
  }
  if (run.length > 0) runs.push({ strands: run, level: 0 });
  for (const caption of captions) {
    // The end of a text below a picture looks like a caption, but goes on with the text.
    const isEnd = flow.some((piece) => piece.tail === "open" && succession.between(piece, caption) > 0);
    runs.push({ strands: [caption], level: 0, isCaption: !isEnd });
  }
}

/** Which lines head an article: those over its first column, above its byline. One over one column may be a subhead. */
function headlinesOf(titles: readonly Piece[], flow: readonly Piece[]): (line: Strand) => boolean {
  const [first] = flow;
  if (first === undefined) return () => false;
  const byline = titles.find(({ signs, opens }) => signs || opens)?.top ?? Number.POSITIVE_INFINITY;
  const above = titles.filter(({ top }) => top < byline);
  // Where none stands over the first column, they are centred over all.
  const right = above.some(({ x }) => x < first.right) ? first.right : rightOf(flow);
  const isOver = ({ top, x }: Strand): boolean => top < byline && x < right;
  const lines = above.filter(isOver);
  const widest = lines.reduce((width, line) => Math.max(width, line.width), 0);
  const isSure =
    lines.length > 1 ||
    widest > first.width + SAME_EDGE ||
    flow.some((piece) => isText(piece) && piece.x >= first.right);
  return isSure && widest > LONGEST_SUBHEAD ? isOver : () => false;
}

function rightOf(flow: readonly Piece[]): number {
  return flow.reduce((most, { right }) => Math.max(most, right), 0);
}

function isText({ kind }: Piece): boolean {
  return kind === "text";
}

function plainRun(strand: Strand): Run {
  return { strands: [strand], level: 0 };
}
