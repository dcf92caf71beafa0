/** A writer's name on a line of its own, with nothing that says so. */
import type { Context } from "../../context.ts";
import { itemAt } from "../../text/list.ts";
import { fold } from "../credits/fold.ts";
import { readNames } from "../credits/names.ts";
import type { BylineReading } from "../credits/reading.ts";
import { surnameLength } from "../credits/surnames.ts";
import { LONGEST_TITLE, type Seen } from "./question.ts";

/** What stands below a signature and is no further title line. */
const SHORTEST_PARAGRAPH = 24;

/**
 * A writer's bare name between a title and the text, 乔木青, or set apart below the text, 齐␠舟. A known family name, and no
 * word of the dictionary.
 */
export function readBareSignature(seen: readonly Seen[], index: number, context: Context): BylineReading | null {
  const here = seen[index];
  if (here === undefined || here.length < 2 || here.length > 4) return null;
  const isSetApart = !isBelowTitle(seen, index);
  if (isSetApart && !(PADDED.test(here.words) && isBelowText(seen, index))) return null;
  const words = here.words.replaceAll("*", " ");
  const folded = fold(words, context.lexicon);
  const { simple, tight } = folded;
  if (!/^[〇㐀-鿿]+$/.test(simple)) return null;
  if (surnameLength(simple) === 0 || (simple.length > 2 && simple.length - surnameLength(simple) > 2)) return null;
  // 文␠苑: labels stand there, too, and are padded.
  if (isSetApart && context.lexicon.isWord(simple)) return null;
  if (simple.length < 4 && (context.lexicon.wordFrequency(simple) ?? -9) > 1) return null;
  if (readNames(folded, 0, simple.length)?.length !== 1) return null;
  const first = words.search(/\S/);
  return {
    dateline: null,
    authors: [{ role: null, name: tight }],
    parts: [{ kind: "name", start: first, end: words.trimEnd().length }],
  };
}

function isBelowTitle(seen: readonly Seen[], index: number): boolean {
  const above = itemAt(seen, index - 1);
  const below = seen[index + 1];
  if (above === undefined || below === undefined || below.block.role !== "body") return false;
  if (below.length <= SHORTEST_PARAGRAPH && !below.endsSentence) return false;
  const isTitle = above.block.headingLevel > 0 || above.block.role === "title";
  return (isTitle || above.block.role === "body") && above.length > 2 && isShort(above);
}

function isShort({ length, endsSentence }: Seen): boolean {
  return length <= LONGEST_TITLE && !endsSentence;
}

/** A name of two characters, padded to the length of others. */
const PADDED = /^\s*[〇㐀-鿿]\s+[〇㐀-鿿]\s*$/;

/** The text above is closed, and none goes on below. */
function isBelowText(seen: readonly Seen[], index: number): boolean {
  const above = itemAt(seen, index - 1);
  const below = seen[index + 1];
  if (above === undefined || above.block.role !== "body" || !above.endsSentence) return false;
  return below === undefined || below.block.role !== "body" || below.block.headingLevel > 0 || isShort(below);
}
