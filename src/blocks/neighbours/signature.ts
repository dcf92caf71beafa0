/** A writer's name on a line of its own, with nothing that says so. */
import type { Context } from "../../context.ts";
import { tighten } from "../../text/chars.ts";
import { readNames } from "../credits/names.ts";
import { surnameLength } from "../credits/surnames.ts";
import { LONGEST_TITLE, type Seen } from "./question.ts";

/** What stands below a signature and is no further title line. */
const SHORTEST_PARAGRAPH = 24;

/** A writer's bare name between a title and the text: 乔木青. A known family name, and no word of the dictionary. */
export function isBareSignature(seen: readonly Seen[], index: number, context: Context): boolean {
  const here = seen[index];
  const above = seen[index - 1];
  const below = seen[index + 1];
  if (here === undefined || above === undefined || below === undefined) return false;
  const name = tighten(here.words).text;
  if (name.length < 2 || name.length > 4 || !/^[〇㐀-鿿]+$/.test(name)) return false;
  const simple = [...name].map((char) => context.lexicon.toSimplified(char)).join("");
  if (surnameLength(simple) === 0 || (simple.length > 2 && simple.length - surnameLength(simple) > 2)) return false;
  if (simple.length < 4 && (context.lexicon.wordFrequency(simple) ?? -9) > 1) return false;
  if (readNames(here.words, (char) => context.lexicon.toSimplified(char))?.length !== 1) return false;
  const isAboveTitle =
    above.length <= LONGEST_TITLE && !above.endsSentence && above.block.role === "body" && above.length > 2;
  return isAboveTitle && below.block.role === "body" && below.length > SHORTEST_PARAGRAPH;
}
