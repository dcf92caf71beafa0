/**
 * Strands in reading order.
 *
 * In: the strands of a page. Out: runs of strands that are read in one go, article by article. Never: joins text.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { lastOf } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
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
/** Columns of one article begin on one row, or one apart; shorter ones may be lines of something else. */
const SLIP_ROWS = 1;
const SHORTEST_COLUMN = 2;

export function readingOrder(source: Source, strands: readonly Strand[], lexicon: Lexicon): Run[] {
  const { head, body, foot } = setFurnitureApart(source, strands);
  const runs: Run[] = head.map(plainRun);
  const items = nameKinds(source, body, lexicon).sort((a, b) => a.top - b.top || a.x - b.x);
  for (let first = 0; first < items.length; first += MOST_ITEMS) {
    const pieces = measurePieces(source, items.slice(first, first + MOST_ITEMS));
    const succession = new Succession(pieces, lexicon);
    for (const article of partition(pieces, succession)) writeArticle(source, article, succession, runs);
  }
  for (const strand of foot) runs.push(plainRun(strand));
  return runs;
}

/** Titles, then the text with subheads in their place, then captions. */
function writeArticle(
  source: Source,
  { titles, flow, captions }: LaidArticle,
  succession: Succession,
  runs: Run[],
): void {
  const isOver = overColumns(titles, flow);
  for (const { strands, level } of titleRuns(source, titles, flow))
    runs.push({ strands, level, headsArticle: strands.every(isOver) });
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

/**
 * Which lines stand over columns of text that begin on one row: no subhead reaches over two of them. A text that begins in
 * the midst of a paragraph has its titles elsewhere.
 */
function overColumns(titles: readonly Piece[], flow: readonly Piece[]): (title: Strand) => boolean {
  const [first] = flow;
  const last = titles[titles.length - 1];
  if (first === undefined || last === undefined || (first.head === "on" && !first.opens)) return () => false;
  const columns = flow.filter(
    ({ kind, top, cells }) =>
      kind === "text" && Math.abs(top - first.top) <= SLIP_ROWS && cells.length >= SHORTEST_COLUMN,
  );
  if (columns.length < 2 || flow.some(({ top }) => top <= last.bottom)) return () => false;
  const left = Math.min(...flow.map(({ x }) => x));
  const right = Math.max(...flow.map((piece) => piece.right));
  return ({ x }) => x >= left - SAME_EDGE && x < right;
}

function isText({ kind }: Piece): boolean {
  return kind === "text";
}

function plainRun(strand: Strand): Run {
  return { strands: [strand], level: 0 };
}
