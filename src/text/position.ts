/** Offsets for the program, lines and columns for people. */

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
}

/** Code units between two counts. */
const STRETCH = 1024;

function isSecondHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Finds positions in one text; building it costs one pass, each look-up a binary search and a short walk. */
export class PositionIndex {
  readonly #text: string;
  readonly #lineStarts: readonly number[];
  /** Second halves of surrogate pairs before each stretch of the text; empty where the text has none. */
  readonly #halves: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    const halves: number[] = [];
    let count = 0;
    for (let i = 0; i < text.length; i += 1) {
      if (i % STRETCH === 0) halves.push(count);
      const code = text.charCodeAt(i);
      if (isSecondHalf(code)) count += 1;
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#lineStarts = starts;
    this.#halves = count === 0 ? [] : halves;
  }

  /** @param offset UTF-16 offset; one past the end is the end. */
  at(offset: number): Position {
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const lineStart = starts[low] ?? 0;
    const end = Math.min(offset, this.#text.length);
    // A second half belongs to the character before it. Counted by stretches: a hostile line may be as long as the page.
    const units = Math.max(0, end - lineStart);
    return { line: low + 1, column: 1 + units - (this.#halvesBefore(end) - this.#halvesBefore(lineStart)) };
  }

  #halvesBefore(offset: number): number {
    if (this.#halves.length === 0) return 0;
    const stretch = Math.min(this.#halves.length - 1, Math.floor(offset / STRETCH));
    let count = this.#halves[stretch] ?? 0;
    for (let i = stretch * STRETCH; i < offset; i += 1) if (isSecondHalf(this.#text.charCodeAt(i))) count += 1;
    return count;
  }

  /** Offset of a 1-based line and column (code points), or undefined if the text has no such place. */
  offsetOf(line: number, column: number): number | undefined {
    const start = this.#lineStarts[line - 1];
    if (start === undefined || column < 1) return undefined;
    let offset = start;
    for (let left = column - 1; left > 0; left -= 1) {
      const code = this.#text.codePointAt(offset);
      if (code === undefined || code === 10 || code === 13) return undefined;
      offset += code > 0xffff ? 2 : 1;
    }
    return offset <= this.#text.length ? offset : undefined;
  }
}
