/**
 * Edits of a text that earlier ones have changed, widened to whole pieces where they would cut one.
 *
 * `<h2>` became a line end and `## ` in one piece; what takes the `## ` off again has to write the line end anew.
 *
 * In: the text, and edits of it in order. Out: edits that say the same and cut no piece that was changed in length.
 */
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/source.ts";
import { plain, type Sourced } from "../text/sourced.ts";

export function overWholePieces(text: Sourced, edits: readonly Edit[]): readonly Edit[] {
  if (edits.length === 0) return edits;
  const changed = changedPieces(text);
  if (changed.length === 0) return edits;
  const words = plain(text);
  const out: Edit[] = [];
  let next = 0;
  /** The edit before, and what it had to write anew behind it. */
  let behind = { end: -1, rest: "" };
  for (const edit of edits) {
    while (next < changed.length && (changed[next]?.end ?? 0) <= edit.start) next += 1;
    const first = changed[next];
    const start = first !== undefined && first.start < edit.start ? first.start : edit.start;
    let at = next;
    while (at < changed.length && (changed[at]?.end ?? 0) < edit.end) at += 1;
    const last = changed[at];
    const end = last !== undefined && last.start < edit.end ? last.end : edit.end;
    const rest = words.slice(edit.end, end);
    const above = out.at(-1);
    if (above !== undefined && above.end > start) {
      const written = above.text.slice(0, above.text.length - behind.rest.length) + words.slice(behind.end, edit.start);
      out[out.length - 1] = { ...above, end: Math.max(above.end, end), text: written + edit.text + rest };
    } else out.push({ ...edit, start, end, text: words.slice(start, edit.start) + edit.text + rest });
    behind = { end: edit.end, rest };
  }
  return out;
}

/** Ranges of the text that were changed in length. */
function changedPieces({ pieces }: Sourced): Span[] {
  const out: Span[] = [];
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.text.length;
    if (end > start && piece.text.length !== piece.end - piece.start) out.push({ start, end });
    start = end;
  }
  return out;
}
