import type { Clue, Piece } from "../piece.ts";

/** Shorter pieces than this that break off are shreds of lines, not columns. */
const SHRED_CHARS = 40;
/** Share of shreds on a page that was read in order. */
const USUAL_SHARE = 0.15;
/** Log-odds that each further hundredth of shreds takes from every join. */
const EACH_HUNDREDTH = -0.08;
/** A short page says little: as many whole pieces are added to every page. */
const ADDED_PIECES = 8;

/**
 * How far a page is in disorder: where columns were mixed, the next piece is no longer the likely one, and a join that
 * would be sure on a clean page is a guess.
 */
export function disorder(pieces: readonly Piece[]): Clue | null {
  const shreds = pieces.filter((piece) => !piece.isClosed && piece.words.length < SHRED_CHARS).length;
  const above = shreds / (pieces.length + ADDED_PIECES) - USUAL_SHARE;
  if (above <= 0) return null;
  const reason = `${shreds} of ${pieces.length} pieces on this page are shreds of lines`;
  return { clue: "disorder", weight: EACH_HUNDREDTH * above * 100, reason };
}
