/**
 * Which piece could continue which, with everything that speaks for and against it.
 */
import type { Context } from "../context.ts";
import { brackets } from "./evidence/brackets.ts";
import { characters } from "./evidence/characters.ts";
import { layout } from "./evidence/layout.ts";
import { openness } from "./evidence/openness.ts";
import { order } from "./evidence/order.ts";
import type { Candidate, Clue, Piece } from "./piece.ts";

/** A closed tail is continued, if at all, by the very next piece. */
const REACH_OF_CLOSED = 1;
/** The characters across a seam add no more than this; below it the rest decides. */
const MOST_FROM_CHARACTERS = 10;
/** A title line that would have to be a stray piece: what it must make up for at each seam. */
const DOUBTFUL_TITLE = -2;

export function findCandidates(pieces: readonly Piece[], context: Context): Candidate[] {
  const candidates: Candidate[] = [];
  const places = countBodies(pieces);
  for (const [i, tail] of pieces.entries()) {
    for (const [j, head] of pieces.entries()) {
      if (i === j) continue;
      const steps = stepsBetween(places[i] ?? 0, places[j] ?? 0, j > i, head.isDoubtful || tail.isDoubtful);
      if (tail.isClosed && steps !== REACH_OF_CLOSED) continue;
      if (head.block.startsParagraph === true) continue;
      const clues: Clue[] = [...openness(tail, head), ...layout(tail, head), ...order(tail, head, steps)];
      let score = sum(clues);
      // The look-ups cost most; a pair that even the best characters cannot save needs none.
      if (score + MOST_FROM_CHARACTERS <= 0) continue;
      clues.push(...characters(tail, head, context), ...brackets(tail, head));
      if (tail.isDoubtful || head.isDoubtful) {
        clues.push({ clue: "title", weight: DOUBTFUL_TITLE, reason: "one side may be a title" });
      }
      score = sum(clues);
      if (score > 0) candidates.push({ tail, head, clues, score });
    }
  }
  return candidates;
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

function sum(clues: readonly Clue[]): number {
  let total = 0;
  for (const clue of clues) total += clue.weight;
  return total;
}
