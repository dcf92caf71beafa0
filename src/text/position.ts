/** Offsets for the program, lines and columns for people. */

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
}

/** Finds positions in one text; building it costs one pass, each look-up a binary search and a short walk. */
export class PositionIndex {
  readonly #text: string;
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#lineStarts = starts;
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
    let column = 1;
    for (let i = lineStart; i < offset && i < this.#text.length; i += 1) {
      const code = this.#text.charCodeAt(i);
      // A low surrogate is the second half of the character before it.
      if (code < 0xdc00 || code > 0xdfff) column += 1;
    }
    return { line: low + 1, column };
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
