/** Pull quotes: a sentence of the article set again, large, between its columns. */
import type { Seen } from "./question.ts";

/** A pull quote shorter than this could stand anywhere by chance. */
const SHORTEST_QUOTE = 8;
/** A page has some dozens of short blocks; asking for more would take the square of its length. */
const MOST_ASKED = 500;

/** The long pieces of running text without blanks and marks, made only when somebody asks. */
export class BodyText {
  readonly #seen: readonly Seen[];
  #text: string | undefined;
  #asked = 0;

  constructor(seen: readonly Seen[]) {
    this.#seen = seen;
  }

  /** Whether the words also stand in another block: a pull quote repeats a sentence of its article. */
  repeats(here: Seen): boolean {
    const core = wordsOnly(here.words);
    this.#asked += 1;
    if (core.length < SHORTEST_QUOTE || this.#asked > MOST_ASKED) return false;
    this.#text ??= this.#seen
      .filter(isParagraph)
      .map((other) => wordsOnly(other.words))
      .join("");
    const first = this.#text.indexOf(core);
    return first >= 0 && (!isParagraph(here) || this.#text.includes(core, first + 1));
  }
}

/** Shorter blocks may be lines set apart themselves. */
const SHORTEST_PARAGRAPH = 28;

function isParagraph({ block, length }: Seen): boolean {
  return block.role === "body" && length > SHORTEST_PARAGRAPH;
}

function wordsOnly(text: string): string {
  return text.replace(/[^〇㐀-鿿\dA-Za-z]+/g, "");
}
