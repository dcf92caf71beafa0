/**
 * A piece of running text that may be continued by another one.
 */
import type { Block } from "../blocks/block.ts";
import { isOwnLine, isRowOfNames } from "../blocks/own-line.ts";
import { endOf, startOf } from "../lexicon/continuity.ts";
import { looseBrackets } from "../text/brackets.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { isSeparator } from "../text/separator.ts";
import { plain } from "../text/sourced.ts";
import { isLessThanALine } from "./evidence/layout.ts";
import { cutOf, endsItem } from "./evidence/openness.ts";

/** A piece of so many characters or fewer may have been displaced. */
export const FRAGMENT_CHARS = 160;
/** How far up and down the page a piece is looked for, in pieces: farther than any page is long. */
export const REACH = 80;

export interface Piece {
  /** Place among all blocks of the page. */
  readonly index: number;
  /** Place among the pieces of the page. */
  readonly place: number;
  readonly block: Block;
  readonly words: string;
  readonly endOf: string;
  readonly startOf: string;
  /** Ends a sentence and leaves no quotation or bracket open. */
  readonly isClosed: boolean;
  /** Ends as the item of a list does: with a semicolon, or 如下： */
  readonly endsItem: boolean;
  /** A row of a table or of strokes: it neither goes on nor continues anything. */
  readonly isRow: boolean;
  /** Which article, counting titles and bylines on the way down the page. */
  readonly section: number;
  /** The first running text below a title or byline. */
  readonly isFirst: boolean;
  /** Stands above the first byline of the page. */
  readonly isAboveArticles: boolean;
  /** A jump line (下转) follows: what it leaves open goes on on another page. */
  readonly leavesPage: boolean;
  /** A title line that may be a stray piece of text. */
  readonly isDoubtful: boolean;
  /** What would close the innermost bracket left open at the end; and the first bracket closed that nothing opened. */
  readonly open: string | null;
  readonly orphan: string | null;
  /** How its start shows that it was cut off. */
  readonly cut: "mark" | "particle" | null;
  readonly isLessThanALine: boolean;
}

export type Place = Pick<Piece, "index" | "place" | "section" | "isFirst" | "isAboveArticles" | "leavesPage">;

/** Spelled out field by field: spreading two objects into one costs V8 fifty times as much, and a page has many. */
export function readPiece(block: Block, place: Place): Piece {
  const words = plain(block.text);
  const { open, orphan } = looseBrackets(words);
  const isRow = isOwnLine(words) || isRowOfNames(words) || isSeparator(words);
  const end = endOf(words);
  return {
    index: place.index,
    place: place.place,
    section: place.section,
    isFirst: place.isFirst,
    isAboveArticles: place.isAboveArticles,
    leavesPage: place.leavesPage,
    block,
    words,
    endOf: end,
    startOf: startOf(words),
    isClosed: isRow || isSentenceEnd(words),
    endsItem: endsItem(end),
    isRow,
    isDoubtful: block.role === "title",
    open,
    orphan,
    cut: cutOf(words),
    isLessThanALine: isLessThanALine(words),
  };
}

/** A join that could be made, and everything that speaks for and against it. */
export interface Candidate {
  readonly tail: Piece;
  readonly head: Piece;
  readonly clues: readonly Clue[];
  /** Sum of the weights: log-odds, natural base. */
  readonly score: number;
}

export interface Clue {
  readonly clue: string;
  /** Log-odds, natural base; positive favours the join. */
  readonly weight: number;
  readonly reason: string;
}

export function sumOf(clues: readonly Clue[]): number {
  let total = 0;
  for (const clue of clues) total += clue.weight;
  return total;
}
