import type { Context } from "../../context.ts";
import { continuity } from "../../lexicon/continuity.ts";
import { type Lexicon, RARE_WORD } from "../../lexicon/lexicon.ts";
import type { Clue, Piece } from "../piece.ts";

/** What is left of the characters' log-odds where all the other clues are known, too. */
const SHARE_OF_CHARACTERS = 0.65;
/** A dictionary word across the seam, beside its characters; a rare one hardly ever arises by chance. */
const WORD = 1;
const UNUSUAL_WORD = 1.5;

/** The weights of `characters` together, for a look at many pairs that needs no reasons. */
export function weightOfCharacters(tail: Piece, head: Piece, { lexicon }: Context): number {
  const { score, characters, word } = continuity(tail.endOf, head.startOf, lexicon);
  if (score === 0) return 0;
  return SHARE_OF_CHARACTERS * characters + (word === null ? 0 : weightOfWord(word, lexicon));
}

function weightOfWord(word: string, lexicon: Lexicon): number {
  return (lexicon.wordFrequency(word) ?? RARE_WORD) <= RARE_WORD ? UNUSUAL_WORD : WORD;
}

/** What Chinese usually writes across such a seam. */
export function characters(tail: Piece, head: Piece, context: Context): Clue[] {
  const found = continuity(tail.endOf, head.startOf, context.lexicon);
  if (found.score === 0) return [];
  const seam = `${tail.endOf.slice(-2)}|${head.startOf.slice(0, 2)}`;
  const weight = SHARE_OF_CHARACTERS * found.characters;
  const clues: Clue[] = [{ clue: "characters", weight, reason: `characters across ${seam}` }];
  if (found.word !== null) {
    const reason = `the word ${found.word} crosses the seam`;
    clues.push({ clue: "word", weight: weightOfWord(found.word, context.lexicon), reason });
  }
  return clues;
}
