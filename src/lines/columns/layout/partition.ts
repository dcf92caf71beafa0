/**
 * A band of the page cut into articles.
 *
 * In: the pieces of a band. Out: its articles in reading order. Never: joins text or drops a piece.
 *
 * Newspapers are set in rectangles. Of all ways to cut the band across and lengthwise, again and again, the one is
 * chosen in which the pieces of every part go on in each other best and stand under a title.
 */

import { SAME_EDGE } from "../measures.ts";
import { type Flow, readFlow } from "./flow.ts";
import type { Piece } from "./piece.ts";
import type { Succession } from "./succession.ts";

export interface LaidArticle {
  readonly titles: readonly Piece[];
  readonly flow: readonly Piece[];
  readonly captions: readonly Piece[];
}

interface Part {
  readonly score: number;
  /** Nothing speaks against its being one article. */
  readonly isSound: boolean;
  readonly articles: readonly LaidArticle[];
}

/** Log-odds of a text without a title. */
const UNTITLED = -2;
/** Of titles over other columns than the first: they may be centred over all. */
const BESIDE = -0.5;
/** Of titles that begin left of the text or end right of it. */
const BEYOND = -2;
/** Of a title without a text. */
const EMPTY = -1;
/** Of an article whose only title is a subhead: it is rather the rest of the one above. */
const SUBHEAD_ONLY = -2.5;
/** Of an article that only a byline heads: its headline stands elsewhere. */
const SIGNED_ONLY = -1;
/** Of two headlines beside each other, the second right over a column. */
const BESIDE_EACH_OTHER = -1.3;
/** Of an article that begins or ends in the midst of a paragraph. */
const BEGINS_INSIDE = -1.5;
const ENDS_INSIDE = -2;
/** So many cuts of a part are followed up, those first that look best at once. */
const BEAM = 2;
/** And those only that look worse than the best by less. */
const MARGIN = 4;
/**
 * Pieces that are looked at for all cuts of a band, each as often as a cut parts it: printed pages need some 5,000 at most.
 * The parts of a band that needs more stay as they are then.
 */
const MOST_LOOKED_AT = 100_000;
/** Lines of columns beside each other can be given rows of their own: this much may stand over a cut. */
const SLIP_ROWS = 2;
/** The part of a column, from its left edge, on which another one is never reckoned to start. */
const COLUMN_CORE = 0.6;

export function partition(pieces: readonly Piece[], succession: Succession): readonly LaidArticle[] {
  const whole = new Map<string, Part>();
  const best = new Map<string, Part>();
  let lookedAt = 0;
  const asOne = (part: readonly Piece[]): Part => {
    const key = keyOf(part);
    const done = whole.get(key);
    if (done !== undefined) return done;
    const made = asArticle(part, succession);
    whole.set(key, made);
    return made;
  };
  const read = (part: readonly Piece[]): Part => {
    const key = keyOf(part);
    const done = best.get(key);
    if (done !== undefined) return done;
    let chosen = asOne(part);
    if (!chosen.isSound && lookedAt < MOST_LOOKED_AT) {
      const tried = [...cuts(part)].map((cut) => ({ cut, score: asOne(cut[0]).score + asOne(cut[1]).score }));
      lookedAt += tried.length * part.length;
      tried.sort((a, b) => b.score - a.score);
      const least = (tried[0]?.score ?? 0) - MARGIN;
      for (const { cut, score: atOnce } of tried.slice(0, BEAM)) {
        if (atOnce < least) break;
        const first = read(cut[0]);
        const second = read(cut[1]);
        const score = first.score + second.score;
        if (score > chosen.score) chosen = { score, isSound: true, articles: [...first.articles, ...second.articles] };
      }
    }
    best.set(key, chosen);
    return chosen;
  };
  return read(pieces).articles;
}

function keyOf(part: readonly Piece[]): string {
  let key = "";
  for (const { id } of part) key += String.fromCharCode(id);
  return key;
}

function asArticle(part: readonly Piece[], succession: Succession): Part {
  const titles: Piece[] = [];
  const texts: Piece[] = [];
  const captions: Piece[] = [];
  for (const piece of part) {
    if (piece.kind === "caption") captions.push(piece);
    else if (isHeading(piece) && !isBelowText(piece, part)) titles.push(piece);
    else texts.push(piece);
  }
  const flow: Flow = readFlow(texts, succession);
  const score = flow.score + ends(flow) + headed(titles, flow, captions);
  const isSound = score >= 0 && flow.isSound;
  return { score, isSound, articles: [{ titles, flow: flow.pieces, captions }] };
}

/** Within a text, under it or to the right of it. A text that goes on to the right of its title may begin higher up there. */
function isBelowText({ right, top }: Piece, part: readonly Piece[]): boolean {
  return part.some((other) => other.kind === "text" && other.top <= top && other.x < right - SAME_EDGE);
}

/** What the titles say: an article has some, they mostly begin over its first column, and none reaches beyond its sides. */
function headed(titles: readonly Piece[], { pieces }: Flow, captions: readonly Piece[]): number {
  const [first] = pieces;
  if (first === undefined) return EMPTY;
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
    (isOver ? 0 : BESIDE) +
    (isBeyond ? BEYOND : 0) +
    (titles.every(({ kind }) => kind === "inside") ? SUBHEAD_ONLY : 0) +
    (titles.every(({ signs }) => signs) ? SIGNED_ONLY : 0) +
    (standBeside(titles, pieces) ? BESIDE_EACH_OTHER : 0)
  );
}

/** Whether two headlines stand on one row, of which the second begins where a column below it does. */
function standBeside(titles: readonly Piece[], texts: readonly Piece[]): boolean {
  for (const right of titles) {
    if (right.signs || right.kind !== "title" || !titles.some((left) => isMate(left, right))) continue;
    const isOver = ({ kind, x, top }: Piece): boolean =>
      kind === "text" && top > right.bottom && Math.abs(x - right.x) <= SAME_EDGE;
    if (texts.some(isOver)) return true;
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

function isHeading({ kind }: Piece): boolean {
  return kind === "title" || kind === "inside";
}

type Cut = readonly [readonly Piece[], readonly Piece[]];

function* cuts(part: readonly Piece[]): Generator<Cut> {
  yield* cutsAcross(part);
  yield* cutsLengthwise(part);
}

/** Above every title that does not stand at the top. */
function* cutsAcross(part: readonly Piece[]): Generator<Cut> {
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
    if (!isCrossed && above.length > 0 && below.length > 0) yield [above, below];
  }
}

function* cutsLengthwise(part: readonly Piece[]): Generator<Cut> {
  const edges: number[] = [];
  for (const piece of part) {
    if (piece.kind !== "text") continue;
    if (!edges.some((edge) => Math.abs(edge - piece.x) <= SAME_EDGE)) edges.push(piece.x);
  }
  edges.sort((a, b) => a - b);
  for (const edge of edges.slice(1)) {
    const cut = splitAt(part, edge);
    if (cut !== null) yield cut;
  }
}

function splitAt(part: readonly Piece[], edge: number): Cut | null {
  const left: Piece[] = [];
  const right: Piece[] = [];
  for (const piece of part) {
    if (piece.x >= edge - SAME_EDGE) right.push(piece);
    else if (piece.kind === "text") {
      if (piece.x + piece.width * COLUMN_CORE > edge) return null;
      left.push(piece);
    } else left.push(piece);
  }
  return left.some(({ kind }) => kind === "text") && right.some(({ kind }) => kind === "text") ? [left, right] : null;
}
