/** What the characters at the seam of two pieces say: asked for again and again, and looked up once a pair. */
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Piece } from "./piece.ts";

/** A page has some dozens of pieces. The pairs of more than this are not kept: two megabytes. */
const MOST_KEPT = 512;

export class Seams {
  readonly lexicon: Lexicon;
  readonly #count: number;
  /** NaN where a pair has not been looked up. */
  readonly #known: Float64Array | null;

  /** @param pieces of one page, whose pairs are kept; each knows its place among them. */
  constructor(pieces: readonly Piece[], lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.#count = pieces.length;
    this.#known = pieces.length > MOST_KEPT ? null : new Float64Array(pieces.length * pieces.length).fill(Number.NaN);
  }

  /** Log-odds that the head goes on from the tail, by two characters on either side; see `Lexicon.seam`. */
  characters(tail: Piece, head: Piece): number {
    if (this.#known === null) return this.lexicon.seam(tail.endOf, head.startOf);
    const pair = tail.place * this.#count + head.place;
    let found = this.#known[pair] ?? Number.NaN;
    if (Number.isNaN(found)) {
      found = this.lexicon.seam(tail.endOf, head.startOf);
      this.#known[pair] = found;
    }
    return found;
  }

  /** The word across the seam, or null. */
  word(tail: Piece, head: Piece): string | null {
    return this.lexicon.wordAcross(tail.endOf, head.startOf);
  }
}
