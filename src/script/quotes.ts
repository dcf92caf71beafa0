/** Quotation marks of one script for those of another, in pairs: both marks of a quotation or neither. */
import type { Edit } from "../text/edit.ts";

const CURLY = ["“", "”", "‘", "’"];
const CORNER = ["「", "」", "『", "』"];

/** `“甲‘乙’”` to `「甲『乙』」` or back; a mark without its partner stays, and so does the apostrophe of `it’s`. */
export function convertQuotes(text: string, toCorner: boolean): readonly Edit[] {
  const [from, to] = toCorner ? [CURLY, CORNER] : [CORNER, CURLY];
  const open: { readonly kind: number; readonly index: number }[] = [];
  const edits: Edit[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const kind = from.indexOf(text.charAt(index));
    if (kind < 0) continue;
    if (kind % 2 === 0) {
      open.push({ kind, index });
      continue;
    }
    // Marks that opened inside this quotation and never closed are left out.
    const partner = open.findLastIndex((mark) => mark.kind === kind - 1);
    const opening = open[partner];
    if (opening === undefined) continue;
    open.length = partner;
    edits.push({ start: opening.index, end: opening.index + 1, text: to[kind - 1] ?? "" });
    edits.push({ start: index, end: index + 1, text: to[kind] ?? "" });
  }
  return edits.sort((one, other) => one.start - other.start);
}
