/** What a conversion changed in a text, as edits that `text/edit.ts` can apply. */
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/source.ts";
import { plain, type Sourced } from "../text/sourced.ts";

/**
 * One edit for each run of characters that differ.
 * @param converted as many characters as `text` has, in code points.
 * @param offset added to every offset.
 * @param seams offsets at which a run ends.
 */
export function changedRuns(
  text: string,
  converted: string,
  offset: number,
  seams: ReadonlySet<number> = NO_SEAMS,
): readonly Edit[] {
  if (converted === text) return [];
  const after = [...converted];
  const edits: { start: number; end: number; text: string }[] = [];
  let at = offset;
  for (const [i, character] of [...text].entries()) {
    const end = at + character.length;
    const other = after[i] ?? "";
    const last = edits.at(-1);
    if (other !== character && last?.end === at && !seams.has(at)) {
      last.end = end;
      last.text += other;
    } else if (other !== character) {
      edits.push({ start: at, end, text: other });
    }
    at = end;
  }
  return edits;
}

const NO_SEAMS: ReadonlySet<number> = new Set();

/** The text with the edits made. @param edits in ascending order, not overlapping. */
export function replaced(text: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/**
 * The edits cut where a rule has taken something out between two characters, as a line end with its frame: each side keeps
 * its own place in the source.
 */
export function cutAtRemoved(text: Sourced, edits: readonly Edit[]): readonly Edit[] {
  const seams = new Set<number>();
  let at = 0;
  for (const piece of text.pieces) {
    if (piece.text === "") seams.add(at);
    at += piece.text.length;
  }
  if (seams.size === 0) return edits;
  const words = plain(text);
  return edits.flatMap((edit) => changedRuns(words.slice(edit.start, edit.end), edit.text, edit.start, seams));
}

/**
 * The edits widened, so that a piece which a rule has changed in length is taken whole: its characters have no places of
 * their own in the source.
 */
export function wholePieces(text: Sourced, edits: readonly Edit[]): readonly Edit[] {
  const blocks: Span[] = [];
  let at = 0;
  for (const { start, end, text: words } of text.pieces) {
    if (end - start !== words.length && words.length > 1) blocks.push({ start: at, end: at + words.length });
    at += words.length;
  }
  if (blocks.length === 0) return edits;
  const groups: { start: number; end: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const touched = blocks.filter((block) => block.start < edit.end && block.end > edit.start);
    const start = touched.reduce((first, block) => Math.min(first, block.start), edit.start);
    const end = touched.reduce((last, block) => Math.max(last, block.end), edit.end);
    const last = groups.at(-1);
    if (last !== undefined && start < last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else {
      groups.push({ start, end, edits: [edit] });
    }
  }
  const words = plain(text);
  return groups.map(({ start, end, edits: inside }) => {
    const shifted = inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return { start, end, text: replaced(words.slice(start, end), shifted) };
  });
}
