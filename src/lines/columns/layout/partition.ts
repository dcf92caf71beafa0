/**
 * A page cut into articles.
 *
 * In: the pieces of a page. Out: its articles in reading order. Never: joins text or drops a piece.
 *
 * Newspapers are set in rectangles. Of all ways to cut the page across and lengthwise, again and again, the one is
 * chosen in which the pieces of every part go on in each other best and stand under a title.
 */
import { SAME_EDGE } from "../measures.ts";
import { asArticle, isHeading, type LaidArticle, type Part } from "./article.ts";
import type { Piece } from "./piece.ts";
import type { Succession } from "./succession.ts";

/** So many cuts of a part are followed up, those first that look best at once. */
const BEAM = 8;
/**
 * Pieces that are looked at for all cuts of a page, each as often as a cut parts it: most printed pages need fewer. Of a page
 * that needs more, only the best cut of each part is followed up then, and at last none.
 */
const MANY_LOOKED_AT = 45_000;
const MOST_LOOKED_AT = 80_000;
/** Lines of columns beside each other can be given rows of their own: this much may stand over a cut. */
const SLIP_ROWS = 2;
/** The part of a column, from its left edge, on which another one is never reckoned to start. */
const COLUMN_CORE = 0.6;
/** A title begins in the gutter no further left of the column under it than this, in em. */
const WIDEST_GUTTER = 8;

/** Pieces that a cut left together. The same ones come of many cuts. */
interface Rest {
  readonly pieces: readonly Piece[];
  /** Read as one article. */
  readonly whole: Part;
  /** Read in the best way; null before that was sought. */
  best: Part | null;
}

export function partition(pieces: readonly Piece[], succession: Succession): readonly LaidArticle[] {
  const rests = new Map<string, Rest>();
  let lookedAt = 0;
  const restOf = (left: readonly Piece[]): Rest => {
    const key = keyOf(left);
    let rest = rests.get(key);
    if (rest === undefined) {
      rest = { pieces: left, whole: asArticle(left, succession), best: null };
      rests.set(key, rest);
    }
    return rest;
  };
  const read = (rest: Rest): Part => {
    if (rest.best !== null) return rest.best;
    let chosen = rest.whole;
    if (lookedAt < MOST_LOOKED_AT) {
      const tried = cutsOf(rest.pieces).map((cut) => {
        const [first, second] = [restOf(cut[0]), restOf(cut[1])];
        return { first, second, score: first.whole.score + second.whole.score };
      });
      lookedAt += tried.length * rest.pieces.length;
      tried.sort((a, b) => b.score - a.score);
      for (const cut of tried.slice(0, lookedAt < MANY_LOOKED_AT ? BEAM : 1)) {
        const first = read(cut.first);
        const second = read(cut.second);
        const score = first.score + second.score;
        if (score > chosen.score) chosen = { score, articles: [...first.articles, ...second.articles] };
      }
    }
    rest.best = chosen;
    return chosen;
  };
  return read(restOf(pieces)).articles;
}

/** The ids of pieces, which are small, as a text. */
function keyOf(pieces: readonly Piece[]): string {
  return String.fromCharCode(...pieces.map(({ id }) => id));
}

type Cut = readonly [readonly Piece[], readonly Piece[]];

function cutsOf(part: readonly Piece[]): Cut[] {
  const cuts: Cut[] = [];
  cutAcross(part, cuts);
  cutLengthwise(part, cuts);
  return cuts;
}

/** Above every title that does not stand at the top. */
function cutAcross(part: readonly Piece[], cuts: Cut[]): void {
  const rows = new Set<number>();
  for (const piece of part) if (isHeading(piece)) rows.add(piece.top);
  for (const row of rows) {
    const above: Piece[] = [];
    const below: Piece[] = [];
    let isCrossed = false;
    for (const piece of part) {
      if (piece.bottom < row) above.push(piece);
      else if (piece.top >= row) below.push(piece);
      else if (piece.bottom - row < SLIP_ROWS) above.push(piece);
      else if (row - piece.top <= SLIP_ROWS) below.push(piece);
      else {
        isCrossed = true;
        break;
      }
    }
    if (!isCrossed && above.length > 0 && below.length > 0) cuts.push([above, below]);
  }
}

/** A column of lists and verses has no text. */
const LEAST_LINES = 3;

function cutLengthwise(part: readonly Piece[], cuts: Cut[]): void {
  const edges: number[] = [];
  for (const piece of part) {
    if (piece.kind !== "text") continue;
    if (!edges.some((edge) => Math.abs(edge - piece.x) <= SAME_EDGE)) edges.push(piece.x);
  }
  edges.sort((a, b) => a - b);
  for (const edge of edges.slice(1)) {
    const cut = splitAt(part, edge);
    if (cut !== null) cuts.push(cut);
  }
  cutAtRivers(part, cuts);
}

/** Where white runs from top to bottom, and a side has no text: a list, verses, a short notice. */
function cutAtRivers(part: readonly Piece[], cuts: Cut[]): void {
  const order = [...part].sort((a, b) => a.x - b.x);
  let right = Number.NEGATIVE_INFINITY;
  for (const [i, piece] of order.entries()) {
    if (i >= LEAST_LINES && order.length - i >= LEAST_LINES && piece.x > right) {
      const sides = [part.filter(({ x }) => x < piece.x), part.filter(({ x }) => x >= piece.x)] as const;
      if (sides.some((side) => side.every(({ kind }) => kind !== "text"))) cuts.push(sides);
    }
    right = Math.max(right, piece.right);
  }
}

function splitAt(part: readonly Piece[], edge: number): Cut | null {
  const left: Piece[] = [];
  const right: Piece[] = [];
  let leftEnds = 0;
  for (const piece of part) {
    if (piece.kind !== "text" || piece.x >= edge - SAME_EDGE) continue;
    if (piece.x + piece.width * COLUMN_CORE > edge) return null;
    if (piece.right > leftEnds) leftEnds = piece.right;
  }
  // A headline wider than the column under it begins in the gutter, to which nothing of the left part reaches.
  const gutter = Math.min(edge, Math.max(leftEnds, edge - WIDEST_GUTTER));
  for (const piece of part) {
    const isRight = piece.x >= edge - SAME_EDGE || (isHeading(piece) && !piece.signs && piece.x >= gutter);
    (isRight ? right : left).push(piece);
  }
  return left.some(({ kind }) => kind === "text") && right.some(({ kind }) => kind === "text") ? [left, right] : null;
}
