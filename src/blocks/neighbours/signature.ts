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

/** A writer's bare name between a title and the text: 乔木青. A known family name, and no word of the dictionary. */
export function readBareSignature(seen: readonly Seen[], index: number, context: Context): BylineReading | null {
  const here = seen[index];
  const above = itemAt(seen, index - 1);
  const below = seen[index + 1];
  if (here === undefined || above === undefined || below === undefined) return null;
  if (here.length < 2 || here.length > 4 || below.block.role !== "body") return null;
  if (below.length <= SHORTEST_PARAGRAPH && !below.endsSentence) return null;
  const isAboveTitle =
    above.length <= LONGEST_TITLE && !above.endsSentence && above.block.role === "body" && above.length > 2;
  if (!isAboveTitle) return null;
  const folded = fold(here.words, context.lexicon);
  const { simple, tight } = folded;
  if (!/^[〇㐀-鿿]+$/.test(simple)) return null;
  if (surnameLength(simple) === 0 || (simple.length > 2 && simple.length - surnameLength(simple) > 2)) return null;
  if (simple.length < 4 && (context.lexicon.wordFrequency(simple) ?? -9) > 1) return null;
  if (readNames(folded, 0, simple.length)?.length !== 1) return null;
  const first = here.words.search(/\S/);
  return {
    dateline: null,
    authors: [{ role: null, name: tight }],
    parts: [{ kind: "name", start: first, end: here.words.trimEnd().length }],
  };
}
