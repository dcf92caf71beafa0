/**
 * Text that knows where it came from.
 *
 * In: a source and ranges of it. Out: immutable runs of output text, each with the source range it stands for.
 * Never: looks at what the characters mean; every rule does that elsewhere and hands its edits to `edit.ts`.
 *
 * Three facts hold for every value made here, and tests check them after every stage:
 * kept: an untouched piece equals its source range;
 * whole: moving, cutting and joining neither drops nor doubles a source character;
 * stable: a piece never changes its span, so a moved fragment needs no bookkeeping.
 */
import { InvariantError } from "../errors.ts";
import { lastOf } from "./list.ts";
import type { Source, Span } from "./source.ts";

/** `group/what`, as in `space/between-han`. */
export type RuleId = string;

/**
 * A run of output and the source it stands for. `rules` is empty while the text is untouched.
 * A removed range is a piece with empty text; text put in by a rule is a piece with an empty range.
 */
export interface Piece extends Span {
  readonly text: string;
  readonly rules: readonly RuleId[];
}

/** Output text as pieces in reading order; their spans need not be in source order. */
export interface Sourced {
  readonly source: Source;
  readonly pieces: readonly Piece[];
  /** The texts of the pieces put together, kept here by `plain` when first asked for: every stage asks, eight times a text. */
  words: string | null;
}

/** A text of some pieces; every one is made here. */
export function ofPieces(source: Source, pieces: readonly Piece[]): Sourced {
  return { source, pieces, words: null };
}

const NO_RULES: readonly RuleId[] = [];

/** The untouched text of a source range. */
export function fromSource(source: Source, start = 0, end = source.text.length): Sourced {
  if (start >= end) return ofPieces(source, []);
  return ofPieces(source, [{ start, end, text: source.text.slice(start, end), rules: NO_RULES }]);
}

/** The output text. */
export function plain(text: Sourced): string {
  text.words ??= textOf(text.pieces);
  return text.words;
}

function textOf(pieces: readonly Piece[]): string {
  if (pieces.length < 2) return pieces[0]?.text ?? "";
  // Joined and not added up: V8 keeps a sum as a tree of its parts, which each reader meets as another kind of string.
  const texts: string[] = [];
  for (const { text } of pieces) texts.push(text);
  return texts.join("");
}

export function isUntouched(piece: Piece): boolean {
  return piece.rules.length === 0;
}

/**
 * Output offsets [from, to) as a new value. Removed ranges (empty text) inside the cut go with it; one that lies
 * exactly on an end goes with the part after it, or with the last part at the end of the text, so that
 * `concat(slice(t, 0, k), slice(t, k))` is `t` again.
 * @throws {InvariantError} if a cut falls inside a piece whose text a rule has changed in length.
 */
export function slice(text: Sourced, from: number, to: number = Number.POSITIVE_INFINITY): Sourced {
  const out: Piece[] = [];
  const total = length(text);
  const stop = Math.min(to, total);
  // The end belongs to one part only: slice(t, 0, total) has it, so slice(t, total) has not.
  const takesEnd = to >= total && (from < total || (total === 0 && to > 0));
  let at = 0;
  for (const piece of text.pieces) {
    const next = at + piece.text.length;
    if (piece.text.length === 0) {
      if (at >= from && (at < stop || (at === stop && takesEnd))) out.push(piece);
    } else if (next > from && at < stop && from < stop) {
      out.push(at >= from && next <= stop ? piece : cutPiece(piece, from - at, stop - at));
    }
    at = next;
  }
  return ofPieces(text.source, out);
}

function cutPiece(piece: Piece, from: number, to: number): Piece {
  const start = Math.max(0, from);
  const end = Math.min(piece.text.length, to);
  if (piece.end - piece.start !== piece.text.length) {
    throw new InvariantError("text/slice", `a cut at ${start} falls inside a changed piece`, piece.start);
  }
  return {
    start: piece.start + start,
    end: piece.start + end,
    text: piece.text.slice(start, end),
    rules: piece.rules,
  };
}

/** One text after the other, exactly as they are; adjacent untouched pieces are merged. */
export function concat(...texts: readonly Sourced[]): Sourced {
  return concatAll(texts);
}

/** The same of a list of any length. */
export function concatAll(texts: readonly Sourced[]): Sourced {
  const [first] = texts;
  if (first === undefined) throw new InvariantError("text/concat", "nothing to join", 0);
  const pieces: Piece[] = [];
  for (const text of texts) for (const piece of text.pieces) pushMerged(pieces, piece);
  return ofPieces(first.source, pieces);
}

/** Appends a piece, merging it with the last one when both are untouched and touch in the source. */
export function pushMerged(pieces: Piece[], piece: Piece): void {
  const last = lastOf(pieces);
  if (last !== undefined && last.end === piece.start && isUntouched(last) && isUntouched(piece)) {
    pieces[pieces.length - 1] = { start: last.start, end: piece.end, text: last.text + piece.text, rules: NO_RULES };
  } else {
    pieces.push(piece);
  }
}

/** Length of the output text in UTF-16 code units. */
export function length(text: Sourced): number {
  let sum = 0;
  for (const piece of text.pieces) sum += piece.text.length;
  return sum;
}

/**
 * Source offset of the character at an output offset; for inserted text, of the place it was put in.
 * An offset at or past the end gives the end of the last piece.
 */
export function originOf(text: Sourced, index: number): number {
  let at = 0;
  for (const piece of text.pieces) {
    if (index < at + piece.text.length) {
      return Math.min(piece.start + (index - at), Math.max(piece.start, piece.end - 1));
    }
    at += piece.text.length;
  }
  return lastOf(text.pieces)?.end ?? 0;
}

/** The same for many places of a text: each takes the logarithm of its pieces instead of all of them. */
export function originsOf(text: Sourced): (index: number) => number {
  const { pieces } = text;
  const ends = new Uint32Array(pieces.length);
  let total = 0;
  for (const [i, piece] of pieces.entries()) {
    total += piece.text.length;
    ends[i] = total;
  }
  return (index) => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] as number) <= index) low = middle + 1;
      else high = middle;
    }
    const piece = pieces[low];
    if (piece === undefined) return lastOf(pieces)?.end ?? 0;
    const within = index - ((ends[low] as number) - piece.text.length);
    return Math.min(piece.start + within, Math.max(piece.start, piece.end - 1));
  };
}
