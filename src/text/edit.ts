/**
 * Applies what rules propose. A rule only finds; this file alone changes text.
 */
import { InvariantError } from "../errors.ts";
import type { Span } from "./source.ts";
import { type Piece, pushMerged, type RuleId, type Sourced } from "./sourced.ts";

/** A proposed change, in offsets of the text the rule was shown. An equal start and end inserts. */
export interface Edit extends Span {
  readonly text: string;
}

/**
 * The text with the edits made and the rule named on every piece it touched.
 * @param edits in ascending order, not overlapping.
 * @throws {InvariantError} if edits overlap or leave the text.
 */
export function applyEdits(text: Sourced, rule: RuleId, edits: readonly Edit[]): Sourced {
  if (edits.length === 0) return text;
  const out: Piece[] = [];
  let next = 0;
  let edit = edits[0];
  let at = 0;
  let previousEnd = 0;
  /** The piece being gathered for the current edit, once its range has begun. */
  let open: { start: number; end: number; rules: RuleId[] } | undefined;

  const finish = (where: number): void => {
    if (edit === undefined) return;
    const gathered = open ?? { start: where, end: where, rules: [] };
    if (!gathered.rules.includes(rule)) gathered.rules.push(rule);
    out.push({ start: gathered.start, end: gathered.end, text: edit.text, rules: gathered.rules });
    open = undefined;
    previousEnd = edit.end;
    next += 1;
    edit = edits[next];
    if (edit !== undefined && (edit.start < previousEnd || edit.end < edit.start)) {
      throw new InvariantError(rule, `edits overlap at ${edit.start}`, gathered.start);
    }
  };

  const gather = (start: number, end: number, rules: readonly RuleId[]): void => {
    // Only neighbours in the source can share one piece: text on both sides of a join keeps its own span.
    if (open !== undefined && open.end !== start) {
      out.push({ start: open.start, end: open.end, text: "", rules: [...open.rules, rule] });
      open = undefined;
    }
    if (open === undefined) open = { start, end, rules: [...rules] };
    else {
      open.end = end;
      for (const id of rules) if (!open.rules.includes(id)) open.rules.push(id);
    }
  };

  for (const piece of text.pieces) {
    const size = piece.text.length;
    if (size === 0) {
      // A removed range inside an open edit stays its own piece, before the text the edit puts in.
      out.push(piece);
      continue;
    }
    const sameLength = piece.end - piece.start === size;
    let from = 0;
    while (edit !== undefined && edit.start < at + size) {
      const editStart = Math.max(0, edit.start - at);
      const editEnd = Math.min(size, edit.end - at);
      if (!sameLength && !(editStart === 0 && editEnd === size) && !(edit.start === edit.end && editStart === 0)) {
        throw new InvariantError(rule, "an edit falls inside a changed piece", piece.start);
      }
      if (editStart > from) pushMerged(out, part(piece, from, editStart, sameLength));
      if (edit.start === edit.end) {
        finish(piece.start + editStart);
        from = editStart;
        continue;
      }
      gather(
        sameLength ? piece.start + editStart : piece.start,
        sameLength ? piece.start + editEnd : piece.end,
        piece.rules,
      );
      from = editEnd;
      if (edit.end > at + size) break;
      finish(0);
    }
    if (from < size && !(open !== undefined && edit !== undefined && edit.end > at + size && from === size)) {
      pushMerged(out, part(piece, from, size, sameLength));
    }
    at += size;
  }
  while (edit !== undefined) {
    if (edit.start > at || edit.end > at) throw new InvariantError(rule, `an edit leaves the text at ${edit.start}`, at);
    finish(text.pieces[text.pieces.length - 1]?.end ?? 0);
  }
  return { source: text.source, pieces: out };
}

function part(piece: Piece, from: number, to: number, sameLength: boolean): Piece {
  if (from === 0 && to === piece.text.length) return piece;
  if (!sameLength) throw new InvariantError("text/edit", "a cut falls inside a changed piece", piece.start);
  return { start: piece.start + from, end: piece.start + to, text: piece.text.slice(from, to), rules: piece.rules };
}
