/**
 * Applies what rules propose. A rule only finds; this file alone changes text.
 */
import { InvariantError } from "../errors.ts";
import { lastOf } from "./list.ts";
import type { Span } from "./source.ts";
import { ofPieces, type Piece, pushMerged, type RuleId, type Sourced } from "./sourced.ts";

/** A proposed change, in offsets of the text the rule was shown. An equal start and end inserts. */
export interface Edit extends Span {
  readonly text: string;
  /** Evidence for people: `width 26, on the period`. */
  readonly why?: string;
  /** 0 to 1; 1 where the rule leaves no doubt. */
  readonly confidence?: number;
}

/** What was changed where, for `--map` and `explain`; one for each place. Offsets are those of the source. */
export interface Change extends Span {
  readonly rule: RuleId;
  readonly before: string;
  readonly after: string;
  readonly why: string | null;
  readonly confidence: number;
}

/**
 * The text with the edits made and the rule named on every piece it touched.
 * @param edits in ascending order, not overlapping, not inside a piece that another rule has changed in length.
 * @param log receives one record per edit, and per place where an edit runs over a seam; null where nobody asks.
 * @throws {InvariantError} if edits overlap, leave the text or cut a changed piece.
 */
export function applyEdits(text: Sourced, rule: RuleId, edits: readonly Edit[], log: Change[] | null = null): Sourced {
  if (edits.length === 0) return text;
  const out: Piece[] = [];
  const rules: readonly RuleId[] = [rule];
  const pieces = new PieceReader(text, rule);
  for (const edit of edits) {
    if (edit.start < pieces.offset || edit.end < edit.start) {
      throw new InvariantError(rule, `edits overlap at ${edit.start}`, pieces.sourceOffset);
    }
    pieces.copyTo(edit.start, out);
    if (log === null && pieces.replaceInside(edit, rules, out)) continue;
    if (edit.end > edit.start) pieces.passRemoved(out);
    const taken: Piece[] = [];
    pieces.copyTo(edit.end, taken);
    for (const { before, start, end, text: after, rules: named } of replace(taken, edit, rule, pieces.sourceOffset)) {
      out.push({ start, end, text: after, rules: named });
      // A range that was removed before and still is has no part in this change.
      const isBystander = before === "" && after === "" && end > start;
      if (log === null || isBystander) continue;
      log.push({ rule, start, end, before, after, why: edit.why ?? null, confidence: edit.confidence ?? 1 });
    }
  }
  pieces.copyTo(Number.POSITIVE_INFINITY, out);
  return ofPieces(text.source, out);
}

interface Replaced extends Piece {
  /** The text that stood there before. */
  readonly before: string;
}

/**
 * The pieces an edit covers, as one piece per stretch of source. Text of the same length is shared out among the
 * stretches, figures cut by a column end for example; other text stands on the first stretch that had any.
 */
function replace(taken: readonly Piece[], edit: Edit, rule: RuleId, sourceOffset: number): Replaced[] {
  const made: { start: number; end: number; before: string; text: string; rules: RuleId[] }[] = [];
  let length = 0;
  for (const piece of taken) {
    length += piece.text.length;
    const last = lastOf(made);
    if (last !== undefined && last.end === piece.start) {
      last.end = piece.end;
      last.before += piece.text;
      for (const id of piece.rules) if (!last.rules.includes(id)) last.rules.push(id);
    } else {
      made.push({ start: piece.start, end: piece.end, before: piece.text, text: "", rules: [...piece.rules] });
    }
  }
  const [first] = made;
  if (first === undefined) {
    return [{ start: sourceOffset, end: sourceOffset, before: "", text: edit.text, rules: [rule] }];
  }
  for (const piece of made) if (!piece.rules.includes(rule)) piece.rules.push(rule);
  if (edit.text.length !== length) {
    (made.find((piece) => piece.before !== "") ?? first).text = edit.text;
    return made;
  }
  let at = 0;
  for (const piece of made) {
    piece.text = edit.text.slice(at, at + piece.before.length);
    at += piece.before.length;
  }
  return made;
}

/** Walks the pieces of a text once, from edit to edit. */
class PieceReader {
  /** Offset in the output text reached so far. */
  offset = 0;
  readonly #pieces: readonly Piece[];
  readonly #rule: RuleId;
  #index = 0;
  /** Offset inside the current piece. */
  #inside = 0;

  constructor(text: Sourced, rule: RuleId) {
    this.#pieces = text.pieces;
    this.#rule = rule;
  }

  /** Source offset of the place reached. */
  get sourceOffset(): number {
    const piece = this.#pieces[this.#index];
    if (piece !== undefined) return Math.min(piece.start + this.#inside, piece.end);
    return lastOf(this.#pieces)?.end ?? 0;
  }

  /**
   * The common case by a short way: the edit lies inside one untouched piece. The reader must stand at its start.
   * @returns whether it did, and was made.
   */
  replaceInside(edit: Edit, rules: readonly RuleId[], out: Piece[]): boolean {
    const piece = this.#pieces[this.#index];
    const size = edit.end - edit.start;
    if (piece === undefined || size === 0 || piece.rules.length > 0 || this.#inside + size > piece.text.length)
      return false;
    const start = piece.start + this.#inside;
    out.push({ start, end: start + size, text: edit.text, rules });
    this.#inside += size;
    this.offset = edit.end;
    if (this.#inside === piece.text.length) {
      this.#index += 1;
      this.#inside = 0;
    }
    return true;
  }

  /** Moves everything up to an output offset into `out`; removed ranges met on the way go along. */
  copyTo(target: number, out: Piece[]): void {
    while (this.#index < this.#pieces.length) {
      const piece = this.#pieces[this.#index];
      if (piece === undefined) return;
      const left = piece.text.length - this.#inside;
      // A removed range at the target waits for the text after it, so that an edit never takes it by accident.
      if (this.offset + left > target || (left === 0 && this.offset >= target)) break;
      pushMerged(out, this.#part(piece, this.#inside, piece.text.length));
      this.offset += left;
      this.#index += 1;
      this.#inside = 0;
    }
    const piece = this.#pieces[this.#index];
    if (piece === undefined) {
      if (Number.isFinite(target) && target > this.offset) {
        throw new InvariantError(this.#rule, `an edit leaves the text at ${target}`, this.sourceOffset);
      }
      return;
    }
    if (target > this.offset) {
      const size = target - this.offset;
      pushMerged(out, this.#part(piece, this.#inside, this.#inside + size));
      this.#inside += size;
      this.offset = target;
    }
  }

  /** What was removed right here has no part in an edit of the text behind it, which may stand elsewhere in the dump. */
  passRemoved(out: Piece[]): void {
    for (let piece = this.#pieces[this.#index]; piece?.text === ""; piece = this.#pieces[this.#index]) {
      pushMerged(out, piece);
      this.#index += 1;
    }
  }

  #part(piece: Piece, from: number, to: number): Piece {
    if (from === 0 && to === piece.text.length) return piece;
    if (piece.end - piece.start !== piece.text.length) {
      throw new InvariantError(this.#rule, "an edit falls inside a changed piece", piece.start);
    }
    return { start: piece.start + from, end: piece.start + to, text: piece.text.slice(from, to), rules: piece.rules };
  }
}
