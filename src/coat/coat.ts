/**
 * Where the text that a page is read from stands in the dump, once its coat is off.
 *
 * In: the text without its coat, which knows its origin, and texts that stages made of it. Out: their places in the dump.
 * Never: changes a text; what no text of the page holds is told by `left`, so that nothing of the dump is lost.
 */
import type { Finding } from "../notice.ts";
import type { Change } from "../text/edit.ts";
import { firstFrom } from "../text/list.ts";
import type { Span } from "../text/source.ts";
import { ofPieces, type Piece, type Sourced } from "../text/sourced.ts";

export class Coat {
  readonly #worn: Sourced;
  readonly #edits: readonly Change[];
  /** Where each piece begins in the text without its coat, and behind the last one its end. */
  readonly #starts: readonly number[];
  /** Pieces that a field of the page owns. */
  readonly #isOwned: Uint8Array;

  /**
   * @param worn the text without its coat; its pieces are in the order of the dump, and leave none of it out.
   * @param edits what took it off.
   */
  constructor(worn: Sourced, edits: readonly Change[]) {
    this.#worn = worn;
    this.#edits = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
    const starts = [0];
    for (const { text } of worn.pieces) starts.push((starts[starts.length - 1] ?? 0) + text.length);
    this.#starts = starts;
    this.#isOwned = new Uint8Array(worn.pieces.length);
  }

  /** The place in the dump of a place in the text without its coat. */
  originOf(offset: number): number {
    const index = this.#indexAt(offset);
    const piece = this.#worn.pieces[index];
    if (piece === undefined) return this.#worn.pieces.at(-1)?.end ?? 0;
    return Math.min(piece.start + offset - (this.#starts[index] ?? 0), Math.max(piece.start, piece.end - 1));
  }

  /** A page of the dump in the text without its coat. */
  rangeOf({ start, end }: Span): Span {
    return { start: this.#offsetOf(start), end: this.#offsetOf(end) };
  }

  /** The same text, its pieces over the dump; they are owned from now on. */
  ofDump(text: Sourced): Sourced {
    const out: Piece[] = [];
    for (const piece of text.pieces) {
      if (piece.start < piece.end) this.#take(piece, out);
      else out.push({ ...piece, start: this.originOf(piece.start), end: this.originOf(piece.start) });
    }
    return ofPieces(this.#worn.source, out);
  }

  /** Changes of the text, and before them those that took the coat off a page of the dump. */
  changesOfDump(changes: readonly Change[], page: Span): Change[] {
    return [
      ...this.#edits.slice(firstFrom(this.#edits, page.start, startOf), firstFrom(this.#edits, page.end, startOf)),
      ...changes.map((change) => {
        const start = this.originOf(change.start);
        return { ...change, start, end: change.end > change.start ? this.originOf(change.end - 1) + 1 : start };
      }),
    ];
  }

  findingOfDump(finding: Finding): Finding {
    return { ...finding, offset: this.originOf(finding.offset) };
  }

  /** What the coat of a page was made of and no text has; each a text of which nothing is left. */
  left(page: Span): Sourced[] {
    const { pieces, source } = this.#worn;
    const out: Sourced[] = [];
    for (let i = firstFrom(pieces, page.start, startOf); i < pieces.length; i += 1) {
      const piece = pieces[i] as Piece;
      if (piece.end > page.end) break;
      if (this.#isOwned[i] !== 1 && !isSameLength(piece)) out.push(ofPieces(source, [{ ...piece, text: "" }]));
    }
    return out;
  }

  #offsetOf(origin: number): number {
    const index = firstFrom(this.#worn.pieces, origin + 1, endOf);
    const piece = this.#worn.pieces[index];
    const start = this.#starts[index] ?? 0;
    return piece === undefined ? start : start + Math.min(Math.max(0, origin - piece.start), piece.text.length);
  }

  /** One piece of a text as pieces of the dump. Text that a rule made shorter or longer stands on the first of them. */
  #take(piece: Piece, out: Piece[]): void {
    const { start, end, text, rules } = piece;
    if (text === "" && rules.some((rule) => rule === "markup/picture" || rule === "markup/line")) {
      out.push(this.#takeWhole(piece));
      return;
    }
    const isShared = text.length === end - start;
    let rest = text;
    for (let i = this.#indexAt(start); i < this.#worn.pieces.length; i += 1) {
      const worn = this.#worn.pieces[i];
      const wornStart = this.#starts[i] ?? 0;
      if (worn === undefined || wornStart >= end) return;
      if (worn.text === "") continue;
      const from = Math.max(start, wornStart);
      const to = Math.min(end, wornStart + worn.text.length);
      const words = isShared ? text.slice(from - start, to - start) : rest;
      rest = "";
      const all =
        rules.length === 0 ? worn.rules : [...worn.rules, ...rules.filter((rule) => !worn.rules.includes(rule))];
      out.push({ ...this.#spanIn(i, worn, from - wornStart, to - wornStart), text: words, rules: all });
    }
  }

  /** Mark-up goes as a whole, with what it wore itself: `![](a\_1.jpg)`. */
  #takeWhole({ start, end, text, rules }: Piece): Piece {
    const last = this.#indexAt(end - 1);
    const spans: Span[] = [];
    const all = new Set<string>();
    for (let i = this.#indexAt(start); i <= last; i += 1) {
      const worn = this.#worn.pieces[i];
      const wornStart = this.#starts[i] ?? 0;
      if (worn === undefined) continue;
      for (const rule of worn.rules) all.add(rule);
      spans.push(this.#spanIn(i, worn, Math.max(0, start - wornStart), Math.min(end - wornStart, worn.text.length)));
    }
    return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0, text, rules: [...all, ...rules] };
  }

  /** What a part of a piece owns of the dump: its own characters, or all of a piece that was changed in length, once. */
  #spanIn(index: number, worn: Piece, from: number, to: number): Span {
    if (isSameLength(worn)) return { start: worn.start + from, end: worn.start + to };
    if (this.#isOwned[index] === 1) return { start: worn.end, end: worn.end };
    this.#isOwned[index] = 1;
    return { start: worn.start, end: worn.end };
  }

  /** The piece that holds an offset; of several that begin there, the one with text. */
  #indexAt(offset: number): number {
    return firstFrom(this.#starts, offset + 1, itself) - 1;
  }
}

function startOf({ start }: Span): number {
  return start;
}

function endOf({ end }: Span): number {
  return end;
}

function itself(place: number): number {
  return place;
}

/** Character for character the same. Of mark-up that was taken off, the length says nothing, nor where a line end stands for it. */
function isSameLength({ start, end, text, rules }: Piece): boolean {
  if (end - start !== text.length) return false;
  return (text.length === 1 && text !== "\n") || !rules.some((rule) => rule.startsWith("markup/"));
}
