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
  #threes: Threes | undefined;
  #asked = 0;

  constructor(seen: readonly Seen[]) {
    this.#seen = seen;
  }

  /** Whether the words also stand in another block: a pull quote repeats a sentence of its article. */
  repeats(here: Seen): boolean {
    const core = wordsOnly(here.words);
    this.#asked += 1;
    if (core.length < SHORTEST_QUOTE || this.#asked > MOST_ASKED) return false;
    if (this.#text === undefined) {
      this.#text = this.#seen
        .filter(isParagraph)
        .map((other) => wordsOnly(other.words))
        .join("");
      this.#threes = new Threes(this.#text);
    }
    if (this.#threes?.mayHold(core) !== true) return false;
    const first = this.#text.indexOf(core);
    return first >= 0 && (!isParagraph(here) || this.#text.includes(core, first + 1));
  }
}

/** Shorter blocks may be lines set apart themselves. */
const SHORTEST_PARAGRAPH = 28;

function isParagraph({ block, length }: Seen): boolean {
  return block.role === "body" && length > SHORTEST_PARAGRAPH;
}

/** Which three characters stand together in a text, roughly: what it has not, it does not hold, and is not searched for. */
class Threes {
  /** A bit for each hash, in eight kilobytes: a page in the making has its memory full enough. */
  readonly #bits = new Uint32Array(0x10000 / 32);

  constructor(text: string) {
    for (let i = 2; i < text.length; i += 1) {
      const hash = hashOfThree(text, i);
      this.#bits[hash >>> 5] = (this.#bits[hash >>> 5] ?? 0) | (1 << (hash & 31));
    }
  }

  mayHold(words: string): boolean {
    for (let i = 2; i < words.length; i += 1) {
      const hash = hashOfThree(words, i);
      if (((this.#bits[hash >>> 5] ?? 0) & (1 << (hash & 31))) === 0) return false;
    }
    return true;
  }
}

/** Of the character at an offset and the two before it. */
function hashOfThree(text: string, at: number): number {
  return (text.charCodeAt(at - 2) * 31 + text.charCodeAt(at - 1) * 1021 + text.charCodeAt(at) * 5147) & 0xffff;
}

/** Han, digits and letters of a text. */
function wordsOnly(text: string): string {
  let words = "";
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (isOfWord(text.charCodeAt(i))) continue;
    if (i > start) words += text.slice(start, i);
    start = i + 1;
  }
  return start === 0 ? text : words + text.slice(start);
}

function isOfWord(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 0x3007
  );
}
