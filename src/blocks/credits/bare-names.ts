/**
 * Names alone in brackets behind the last sentence, with nothing that says who they are: ……回家。（杜若兰）
 *
 * Only what is surely a name: a known family name and no word, as （完） and （高清） are.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { fold, startOf } from "./fold.ts";
import { readNames } from "./names.ts";
import type { BylineReading } from "./reading.ts";

const BRACKETED = /^\s*[（(][〇㐀-鿿\s]{2,}[）)]\s*$/;
/** More people sign with what they are. */
const MOST_NAMES = 3;

/** @param text brackets and what they hold. */
export function readBareNames(text: string, lexicon: Lexicon): BylineReading | null {
  if (!BRACKETED.test(text)) return null;
  const folded = fold(text, lexicon);
  const names = readNames(folded, 1, folded.tight.length - 1);
  if (names === null || names.length > MOST_NAMES) return null;
  // Names with no blank between them are rather words.
  if (!names.every(({ isUsual, isUnparted }) => isUsual && !isUnparted)) return null;
  // The list of words has people, too; beside a name that is no word, such a word is one.
  if (names.every(({ simple }) => lexicon.isWord(simple))) return null;
  return {
    dateline: null,
    authors: names.map(({ from, to }) => ({ role: null, name: folded.tight.slice(from, to) })),
    parts: names.map(({ from, to }) => ({ kind: "name", start: startOf(folded, from), end: startOf(folded, to) })),
  };
}
