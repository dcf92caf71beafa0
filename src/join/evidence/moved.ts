/**
 * Pieces that stand next to each other only because an earlier stage put them there, by what their ends say.
 *
 * Such a seam must not count the place for the join once more: its words have spoken already. Of the sure joins of the
 * devset's printed-line dumps 28 were wrong with it, 24 are without; no join is made or left because of this clue.
 */
import { originOf } from "../../text/sourced.ts";
import type { Candidate, Clue, Piece } from "../piece.ts";
import { NEXT } from "./order.ts";

const MOVED: Clue = {
  clue: "moved",
  weight: -NEXT,
  reason: "they stand apart in the dump and were brought together by their ends",
};

/** For each piece, whether the one below it is not the next one of the dump. */
export function findMoved(pieces: readonly Piece[]): readonly boolean[] {
  const inDump = [...pieces].sort((a, b) => originOf(a.block.text, 0) - originOf(b.block.text, 0));
  const rank = new Map(inDump.map((piece, i) => [piece, i]));
  return pieces.map((tail, i) => {
    const head = pieces[i + 1];
    return head !== undefined && rank.get(head) !== (rank.get(tail) ?? 0) + 1;
  });
}

/** The candidate, and if it joins the next piece, which is not the next one of the dump, with that said. */
export function movedApart(candidate: Candidate, isMoved: readonly boolean[]): Candidate {
  const { tail, head, score, clues } = candidate;
  if (head.place !== tail.place + 1 || isMoved[tail.place] !== true) return candidate;
  return { ...candidate, score: score + MOVED.weight, clues: [...clues, MOVED] };
}
