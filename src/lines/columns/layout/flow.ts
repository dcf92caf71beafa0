/**
 * The pieces of one article in the order in which they are read.
 *
 * In: pieces of text that are said to be one article. Out: their order, and how well each goes on in the next.
 *
 * An article is read column by column. Where its measure changes, or a picture runs across, it is read above first.
 */
import { lastOf } from "../../../text/list.ts";
import { SAME_EDGE } from "../measures.ts";
import type { Piece } from "./piece.ts";
import type { Succession } from "./succession.ts";

export interface Flow {
  readonly pieces: readonly Piece[];
  /** Log-odds of all steps from one piece to the next, together. */
  readonly score: number;
  /** Each piece goes on in the next. */
  readonly isSound: boolean;
}

/** The part of a column, from its left edge, on which another one is never reckoned to start. */
const COLUMN_CORE = 0.6;

export function readFlow(pieces: readonly Piece[], succession: Succession): Flow {
  const whole = byColumns(pieces, succession);
  if (whole.isSound) return whole;
  const sections = cutClean(pieces);
  return sections.length === 1 ? whole : inSections(sections, succession);
}

/** Sections that are read together; a printed article has a few. */
const MOST_TOGETHER = 12;

/** The best of all ways to read sections together or one after the other. */
function inSections(sections: readonly (readonly Piece[])[], succession: Succession): Flow {
  // From the i-th section on: the best score, and how the first of its groups is read.
  const scores = new Float64Array(sections.length + 1);
  const groups: Flow[] = [];
  const ends = new Int32Array(sections.length);
  for (let i = sections.length - 1; i >= 0; i -= 1) {
    let together: readonly Piece[] = [];
    scores[i] = Number.NEGATIVE_INFINITY;
    for (let j = i; j < sections.length && j < i + MOST_TOGETHER; j += 1) {
      const section = sections[j] ?? [];
      together = j === i ? section : together.concat(section);
      const group = byColumns(together, succession);
      const step = stepBetween(group, groups[j + 1], succession);
      const score = group.score + step + (scores[j + 1] ?? 0);
      if (score <= (scores[i] ?? 0)) continue;
      scores[i] = score;
      groups[i] = group;
      ends[i] = j + 1;
    }
  }
  const order: Piece[] = [];
  let isSound = true;
  let before: Flow | undefined;
  for (let i = 0; i < sections.length; i = ends[i] ?? sections.length) {
    const group = groups[i];
    if (group === undefined) break;
    isSound &&= group.isSound && (before === undefined || stepBetween(before, group, succession) >= 0);
    for (const piece of group.pieces) order.push(piece);
    before = group;
  }
  return { pieces: order, score: scores[0] ?? 0, isSound };
}

function stepBetween(above: Flow, below: Flow | undefined, succession: Succession): number {
  const last = lastOf(above.pieces);
  const next = below?.pieces[0];
  return last === undefined || next === undefined ? 0 : succession.between(last, next);
}

/** Parts above each other, cut where nothing runs across; pieces of one column below each other stay together. */
function cutClean(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [];
  let part: Piece[] = [];
  let bottom = -1;
  let isColumn = false;
  for (const piece of pieces) {
    const first = part[0];
    if (first !== undefined && piece.top > bottom && !(isColumn && Math.abs(piece.x - first.x) <= SAME_EDGE)) {
      parts.push(part);
      part = [];
    }
    isColumn = part.length === 0 || (isColumn && piece.top > bottom);
    part.push(piece);
    if (piece.bottom > bottom) bottom = piece.bottom;
  }
  parts.push(part);
  return parts;
}

/** Column after column from left to right, each from top to bottom. */
function byColumns(pieces: readonly Piece[], succession: Succession): Flow {
  const order = pieces.slice();
  // By insertion: a part holds few pieces, and of one page a thousand parts are asked.
  for (let i = 1; i < order.length; i += 1) {
    const piece = order[i] as Piece;
    let at = i;
    for (; at > 0 && (order[at - 1] as Piece).across > piece.across; at -= 1) order[at] = order[at - 1] as Piece;
    order[at] = piece;
  }
  let first = 0;
  let right = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < order.length; i += 1) {
    const piece = order[i] as Piece;
    if (piece.x + SAME_EDGE >= right) first = i;
    right = Math.max(right, piece.x + piece.width * COLUMN_CORE);
    let at = i;
    for (; at > first && (order[at - 1] as Piece).id > piece.id; at -= 1) order[at] = order[at - 1] as Piece;
    order[at] = piece;
  }
  let score = 0;
  let isSound = true;
  for (let i = 1; i < order.length; i += 1) {
    const step = succession.between(order[i - 1] as Piece, order[i] as Piece);
    score += step;
    if (step < 0) isSound = false;
  }
  return { pieces: order, score, isSound };
}
