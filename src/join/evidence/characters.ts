import type { Context } from "../../context.ts";
import { continuity } from "../../lexicon/continuity.ts";
import { isDigitCode, isLatinCode } from "../../text/chars.ts";
import type { Clue, Piece } from "../piece.ts";

/** A number or Latin word cut in two. */
const CUT_NUMBER = 1.5;

/** What Chinese usually writes across such a seam. */
export function characters(tail: Piece, head: Piece, context: Context): Clue[] {
  const left = tail.endOf.charCodeAt(tail.endOf.length - 1);
  const right = head.startOf.charCodeAt(0);
  if ((isDigitCode(left) && isDigitCode(right)) || (isLatinCode(left) && isLatinCode(right))) {
    return [{ clue: "number", weight: CUT_NUMBER, reason: "a number or Latin word runs over the seam" }];
  }
  const found = continuity(tail.endOf, head.startOf, context.lexicon);
  if (found.score === 0) return [];
  const seam = `${tail.endOf.slice(-2)}|${head.startOf.slice(0, 2)}`;
  const clues: Clue[] = [{ clue: "characters", weight: found.characters, reason: `characters across ${seam}` }];
  if (found.word !== null) {
    clues.push({
      clue: "word",
      weight: found.score - found.characters,
      reason: `the word ${found.word} crosses the seam`,
    });
  }
  return clues;
}
