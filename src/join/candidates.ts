/**
 * Which piece could continue which, with everything that speaks for and against it.
 */
import type { Context } from "../context.ts";
import { append } from "../text/append.ts";
import { isHanCode } from "../text/chars.ts";
import { brackets } from "./evidence/brackets.ts";
import { characters, MOST_FROM_WORD } from "./evidence/characters.ts";
import { disorder } from "./evidence/disorder.ts";
import { layout, MOST_FROM_LAYOUT, MOST_FROM_LAYOUT_OF_CLOSED } from "./evidence/layout.ts";
import { openness, weightOfOpenness } from "./evidence/openness.ts";
import { order, weightOfOrder } from "./evidence/order.ts";
import { findInsertions } from "./insertions.ts";
import { canGoOnNext, nextPieceClues } from "./next-piece.ts";
import { type Candidate, type Clue, FRAGMENT_CHARS, type Piece, REACH, sumOf } from "./piece.ts";
import { Seams } from "./seams.ts";

/** A closed tail is continued, if at all, by the very next piece. */
const REACH_OF_CLOSED = 1;
/** The characters across a seam add no more than this; below it the rest decides. */
const MOST_FROM_CHARACTERS = 6;
/** Only a fragment travels far: two long pieces are joined over no more than this many others. */
const REACH_OF_LONG = 2;
/** A piece that is not the next one must fit by what it says, in log-odds, not only by being left over. */
const CONTENT_FROM_AFAR = 1;
/** What it counts that a piece fits between two neighbours. */
const FITS_BETWEEN = 2;
const CONTENT_CLUES = new Set(["characters", "word", "bracket", "cut-head"]);
/** A title line that would have to be a stray piece: what it must make up for at each seam. */
const DOUBTFUL_TITLE = -2;

/**
 * Two pieces of a page picked at random are seldom neighbours. This and every weight of the clues are log-odds from one
 * logistic regression over the seams of 59 made pages with known truth, rounded, so that their sum is one, too.
 */
const PRIOR: Clue = { clue: "prior", weight: -2.4, reason: "two pieces taken at random" };

/**
 * @param isMoved of pieces that were found among printed lines, for each whether the one below it was put there; null
 * where the pieces are blocks as they stand, or columns that stood side by side.
 * @param isTextLayer whether the printed lines are those of a text layer.
 */
export function findCandidates(
  pieces: readonly Piece[],
  context: Context,
  isMoved: readonly boolean[] | null,
  isTextLayer: boolean,
): Candidate[] {
  const candidates: Candidate[] = [];
  const places = countBodies(pieces);
  const seams = new Seams(pieces, context.lexicon);
  const inserted = findInsertions(pieces, seams);
  const strays = pieces.filter(({ isAboveArticles }) => isAboveArticles).slice(0, MOST_STRAYS);
  const page = disorder(pieces);
  const given: readonly Clue[] = page === null ? [PRIOR] : [PRIOR, page];
  const givenWeight = sumOf(given);
  const consider = (i: number, j: number): void => {
    const tail = pieces[i];
    const head = pieces[j];
    if (tail === undefined || head === undefined || i === j || head.isRow) return;
    if (head.block.startsParagraph === true || head.block.opensArticle) return;
    const steps = stepsBetween(places[i] ?? 0, places[j] ?? 0, j > i, head.isDoubtful || tail.isDoubtful);
    const isInserted = inserted.size > 0 && inserted.has(i * pieces.length + j);
    if (isMoved !== null && isMoved[i] !== true && canGoOnNext(tail, head)) {
      const clues = nextPieceClues({ tail, head, disorder: page, isTextLayer }, seams);
      candidates.push({ tail, head, clues, score: sumOf(clues) });
      return;
    }
    if (steps !== 1 && !isInserted) {
      if (givenWeight + mostByPlace(tail, head, steps) + MOST_FROM_CHARACTERS < 0) return;
      if (!canFitFromAfar(tail, head, steps, seams)) return;
    }
    // The cheap clues first; a pair that even the best characters cannot save is not looked at further.
    const clues: Clue[] = [...given];
    append(clues, openness(tail, head));
    append(clues, layout(tail, head));
    append(clues, order(tail, head, steps));
    if (tail.isDoubtful || head.isDoubtful) {
      clues.push({ clue: "title", weight: DOUBTFUL_TITLE, reason: "one side may be a title" });
    }
    const cheap = sumOf(clues);
    if (cheap + MOST_FROM_CHARACTERS <= 0) return;
    append(clues, characters(tail, head, seams));
    append(clues, brackets(tail, head));
    const score = sumOf(clues);
    if (isInserted)
      clues.push({ clue: "insertion", weight: FITS_BETWEEN, reason: "fits between two neighbouring pieces" });
    else if (steps !== 1 && contentOf(clues) < CONTENT_FROM_AFAR) return;
    const total = isInserted ? score + FITS_BETWEEN : score;
    if (total > 0) candidates.push({ tail, head, clues, score: total });
  };
  const reach = reachIn(pieces);
  for (const [i, tail] of pieces.entries()) {
    if (tail.leavesPage || tail.isRow) continue;
    // Heads that may continue it: those near it, and for an open tail the strays at the top of the page.
    const from = tail.isClosed ? i + 1 : Math.max(0, i - reach);
    const to = Math.min(pieces.length, tail.isClosed ? i + 1 + REACH_OF_CLOSED : i + reach);
    if (!tail.isClosed) for (const { place } of strays) if (place < from) consider(i, place);
    for (let j = from; j < to; j += 1) consider(i, j);
  }
  return candidates;
}

/** A page has a hundred pieces, in shreds some more. In a file of more than this many, each is looked for less far. */
const MOST_PIECES = 500;
const LEAST_REACH = 4;

function reachIn(pieces: readonly Piece[]): number {
  return Math.max(LEAST_REACH, Math.min(REACH, Math.floor((REACH * MOST_PIECES) / pieces.length)));
}
/** Pieces above the first article that are looked at for every tail. */
const MOST_STRAYS = 20;
/** The most that all but the characters can say for a pair, without looking at its lines. */
function mostByPlace(tail: Piece, head: Piece, steps: number): number {
  const layout = tail.isClosed ? MOST_FROM_LAYOUT_OF_CLOSED : MOST_FROM_LAYOUT;
  const title = tail.isDoubtful || head.isDoubtful ? DOUBTFUL_TITLE : 0;
  return weightOfOrder(tail, head, steps) + weightOfOpenness(tail, head) + layout + title;
}

/** A quick look at a pair that is not next to each other, which most pairs of a page are: can the ends fit at all? */
function canFitFromAfar(tail: Piece, head: Piece, steps: number, seams: Seams): boolean {
  if (head.isFirst || head.block.shape.isIndented === true) return false;
  const isFar = Math.abs(steps) > REACH_OF_LONG;
  if (isFar && tail.words.length > FRAGMENT_CHARS && head.words.length > FRAGMENT_CHARS) return false;
  if (head.orphan !== null && head.orphan === tail.open) return true;
  return seams.characters(tail, head) + MOST_FROM_WORD >= CONTENT_FROM_AFAR || isMark(head.startOf);
}

function isMark(text: string): boolean {
  return !isHanCode(text.charCodeAt(0));
}

/** For each piece, how many pieces of sure running text stand above it. */
function countBodies(pieces: readonly Piece[]): number[] {
  let count = 0;
  return pieces.map((piece) => {
    const place = count;
    if (!piece.isDoubtful) count += 1;
    return place;
  });
}

/** A doubtful title stands between two pieces without being counted as one. */
function stepsBetween(from: number, to: number, isBelow: boolean, isDoubtful: boolean): number {
  const steps = to - from;
  if (isDoubtful && isBelow) return steps + 1;
  return steps === 0 ? -1 : steps;
}

function contentOf(clues: readonly Clue[]): number {
  return sumOf(clues.filter((clue) => CONTENT_CLUES.has(clue.clue)));
}
