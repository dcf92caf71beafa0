import type { Clue, Piece } from "../piece.ts";

const CLOSES_OPEN = 3;
const CLOSES_NOTHING = -1.8;

/** A bracket left open by the tail and closed by the head. */
export function brackets(tail: Piece, head: Piece): Clue[] {
  const { orphan } = head;
  if (orphan === null) return [];
  if (tail.open === orphan) {
    return [{ clue: "bracket", weight: CLOSES_OPEN, reason: `${orphan} after the seam closes what is open before it` }];
  }
  return [{ clue: "bracket", weight: CLOSES_NOTHING, reason: `${orphan} after the seam closes nothing before it` }];
}
