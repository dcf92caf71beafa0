/**
 * How well pieces make one article.
 *
 * In: the pieces of a part of the page. Out: them as an article, and the log-odds that they are one: what its titles, its ends,
 * its columns and the steps from one to the next say. Fitted together, over all kinds of pages. Never: looks beyond the part.
 */
import { SAME_COLUMN, SAME_EDGE } from "../measures.ts";
import { type Flow, readFlow } from "./flow.ts";
import { standsOver } from "./over-text.ts";
import type { Piece } from "./piece.ts";
import type { Succession } from "./succession.ts";

export interface LaidArticle {
  readonly titles: readonly Piece[];
  readonly flow: readonly Piece[];
  /** And pull quotes. */
  readonly captions: readonly Piece[];
}

export interface Part {
  readonly score: number;
  readonly articles: readonly LaidArticle[];
}

/** Log-odds of a text without a title. */
const UNTITLED = -3;
/** Of titles over other columns than the first: they may be centred over all. */
const BESIDE = -0.5;
/** Of titles that begin left of the text or end right of it. */
const BEYOND = -2.2;
/** Of a title without a text. */
const EMPTY = -2.5;
/** Of an advert, all in large type. */
const ADVERT = -0.5;
/** Of a subhead above a text: it rather belongs to the one above. */
const SUBHEAD_ABOVE = -2.5;
/** Of an article that only a byline heads: its headline stands elsewhere. */
const SIGNED_ONLY = -2;
/** Of two headlines beside each other over columns of their own. */
const BESIDE_EACH_OTHER = -1.1;
/** Of an article that begins or ends in the midst of a paragraph. */
const BEGINS_INSIDE = -2;
const ENDS_INSIDE = -3;
/** Of each column but the last that ends above the lowest one, and not over a picture. */
const RAGGED = -1.4;
/** What begins further to the right is no longer over a column. */
const NARROW = 10;

export function asArticle(part: readonly Piece[], succession: Succession): Part {
  const titles: Piece[] = [];
  const texts: Piece[] = [];
  const captions: Piece[] = [];
  for (const piece of part) {
    if (piece.kind === "caption") captions.push(piece);
    else if (isHeading(piece) && standsOver(piece, titles, part)) titles.push(piece);
    else if (isHeading(piece) && piece.repeats) captions.push(piece);
    else texts.push(piece);
  }
  const flow: Flow = readFlow(texts, succession);
  const score = flow.score + ends(flow) + headed(titles, flow, captions) + RAGGED * raggedColumns(flow, captions);
  return { score, articles: [{ titles, flow: flow.pieces, captions }] };
}

/** What the titles say: an article has some, they mostly begin over its first column, and none reaches beyond its sides. */
function headed(titles: readonly Piece[], { pieces }: Flow, captions: readonly Piece[]): number {
  const [first] = pieces;
  const isCutOff = titles.some(isSubhead) || pieces.some((piece) => isSubhead(piece) && headsColumn(piece, pieces));
  const subhead = isCutOff ? SUBHEAD_ABOVE : 0;
  if (first === undefined) return (titles.some(({ advertises }) => advertises) ? ADVERT : EMPTY) + subhead;
  if (titles.length === 0) return UNTITLED;
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const piece of pieces) {
    left = Math.min(left, piece.x);
    right = Math.max(right, piece.right);
  }
  for (const piece of captions) {
    left = Math.min(left, piece.x);
    right = Math.max(right, piece.right);
  }
  const isBeyond = titles.some(
    (title) => !title.signs && (title.x < left - SAME_EDGE || title.right > right + SAME_EDGE),
  );
  const isOver = titles.some(({ x }) => x < first.x + first.width);
  return (
    subhead +
    (isOver ? 0 : BESIDE) +
    (isBeyond ? BEYOND : 0) +
    (titles.every(({ signs }) => signs) ? SIGNED_ONLY : 0) +
    (standBeside(titles, pieces) ? BESIDE_EACH_OTHER : 0)
  );
}

function isSubhead({ kind }: Piece): boolean {
  return kind === "inside";
}

/** A subhead at the top of its column: the text above, which it is of, is not here. */
function headsColumn({ x, right, top }: Piece, pieces: readonly Piece[]): boolean {
  return !pieces.some((other) => other.kind === "text" && other.bottom < top && other.x < right && x < other.right);
}

/** Whether two headlines stand on one row, the second over a column to which the first does not reach. */
function standBeside(titles: readonly Piece[], texts: readonly Piece[]): boolean {
  for (const right of titles) {
    if (right.signs || right.kind !== "title") continue;
    const below = texts.find(
      ({ kind, x, right: end, top }) =>
        kind === "text" && top > right.bottom && x <= right.x + SAME_EDGE && end > right.x,
    );
    if (below !== undefined && titles.some((left) => isMate(left, right) && left.right <= below.x + SAME_EDGE))
      return true;
  }
  return false;
}

/** On the same row as the other one, or one apart, and to the left of it. */
function isMate(left: Piece, right: Piece): boolean {
  return !left.signs && left.right <= right.x && left.top <= right.bottom + 1 && right.top <= left.bottom + 1;
}

/** What the two ends of an article say: it begins with a paragraph and ends with a sentence. */
function ends({ pieces }: Flow): number {
  const first = pieces[0];
  if (first === undefined) return 0;
  // What stands below the last line of a text is a signature, or a caption.
  const last = pieces.findLast(({ kind }) => kind === "text");
  return (first.head === "on" && !first.opens ? BEGINS_INSIDE : 0) + (last?.tail === "open" ? ENDS_INSIDE : 0);
}

/** Columns of one article end on one row, but for the last one and those over a picture. */
function raggedColumns({ pieces }: Flow, captions: readonly Piece[]): number {
  const columns: { readonly x: number; bottom: number }[] = [];
  let lowest = -1;
  for (const { kind, x, bottom } of pieces) {
    if (kind !== "text") continue;
    const column = columns.find((other) => Math.abs(other.x - x) < SAME_COLUMN);
    if (column === undefined) columns.push({ x, bottom });
    else column.bottom = Math.max(column.bottom, bottom);
    lowest = Math.max(lowest, bottom);
  }
  let ragged = 0;
  for (const { x, bottom } of columns.slice(0, -1)) {
    const isOverPicture = captions.some(
      (caption) => caption.top > bottom && caption.x < x + NARROW && caption.right > x,
    );
    if (bottom < lowest && !isOverPicture) ragged += 1;
  }
  return ragged;
}

export function isHeading({ kind }: Piece): boolean {
  return kind === "title" || kind === "inside";
}
