import { type Lexicon, RARE_WORD } from "../../lexicon/lexicon.ts";
import type { Clue, Piece } from "../piece.ts";
import type { Seams } from "../seams.ts";

/** What is left of the characters' log-odds where all the other clues are known, too. */
const SHARE_OF_CHARACTERS = 0.65;
/** A dictionary word across the seam, beside its characters; a rare one hardly ever arises by chance. */
const WORD = 1;
const UNUSUAL_WORD = 1.5;
/** A word across the seam adds no more than this. */
export const MOST_FROM_WORD = UNUSUAL_WORD;

/** The weights of `characters` together, for a look at many pairs that needs no reasons. */
export function weightOfCharacters(tail: Piece, head: Piece, seams: Seams): number {
  const word = seams.word(tail, head);
  const weight = SHARE_OF_CHARACTERS * seams.characters(tail, head);
  return word === null ? weight : weight + weightOfWord(word, seams.lexicon);
}

function weightOfWord(word: string, lexicon: Lexicon): number {
  return (lexicon.wordFrequency(word) ?? RARE_WORD) <= RARE_WORD ? UNUSUAL_WORD : WORD;
}

/** What Chinese usually writes across such a seam. */
export function characters(tail: Piece, head: Piece, seams: Seams): Clue[] {
  const word = seams.word(tail, head);
  const weight = SHARE_OF_CHARACTERS * seams.characters(tail, head);
  if (weight === 0 && word === null) return [];
  const reason = `characters across ${tail.endOf.slice(-2)}|${head.startOf.slice(0, 2)}`;
  const clues: Clue[] = [{ clue: "characters", weight, reason }];
  if (word !== null) {
    clues.push({
      clue: "word",
      weight: weightOfWord(word, seams.lexicon),
      reason: `the word ${word} crosses the seam`,
    });
  }
  return clues;
}
