/** Lines of verse are whole as they stand: none goes on in the next, though none ends a sentence. */
import { LONGEST_VERSE } from "../blocks/neighbours/verse.ts";
import type { Piece } from "./piece.ts";

/** Fewer short pieces in a row may be what is left of a column. */
const FEWEST_LINES = 5;
/** Four are a poem where a text has no more. */
const QUATRAIN = 4;

/** @param pieces of a dump in blocks; where each line of the dump is a printed line, short ones are pieces of columns. */
export function versesApart(pieces: readonly Piece[]): readonly Piece[] {
  const out = [...pieces];
  for (let from = 0; from < pieces.length; from += 1) {
    let to = from;
    while (to < pieces.length && isLine(pieces[to]) && (to === from || isBelow(pieces[to], pieces[to - 1]))) to += 1;
    const isWhole = !isBelow(pieces[from], pieces[from - 1]) && !isBelow(pieces[to], pieces[to - 1]);
    if (to - from >= (isWhole ? QUATRAIN : FEWEST_LINES)) {
      for (const piece of pieces.slice(from, to)) out[piece.place] = { ...piece, isRow: true, isClosed: true };
    }
    from = Math.max(from, to - 1);
  }
  return out;
}

function isLine(piece: Piece | undefined): boolean {
  return piece !== undefined && !piece.isDoubtful && piece.words.length <= LONGEST_VERSE && piece.cut === null;
}

function isBelow(piece: Piece | undefined, above: Piece | undefined): boolean {
  return piece !== undefined && above !== undefined && piece.index === above.index + 1;
}
