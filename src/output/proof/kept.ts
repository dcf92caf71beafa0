/** What the page has of its dump, in the order of the dump: what a file of data says twice must be in it once. */
import type { FieldMap } from "../../page.ts";
import { skeleton } from "./skeleton.ts";

export class Kept {
  readonly #fields: readonly FieldMap[];
  readonly #source: string;
  #text: string | undefined;
  /** Behind what was found last: what is said again is so in order. */
  #at = 0;

  constructor(fields: readonly FieldMap[], source: string) {
    this.#fields = fields;
    this.#source = source;
  }

  /** @param words as `skeleton` leaves them. */
  holds(words: string): boolean {
    this.#text ??= this.#inOrder();
    const next = this.#text.indexOf(words, this.#at);
    const found = next < 0 ? this.#text.indexOf(words) : next;
    if (found >= 0) this.#at = found + words.length;
    return found >= 0;
  }

  #inOrder(): string {
    const pieces = this.#fields.flatMap(({ pieces }) => pieces).sort((one, other) => one[0] - other[0]);
    return skeleton(pieces.map(([start, end, text]) => text ?? this.#source.slice(start, end)).join(""));
  }
}
