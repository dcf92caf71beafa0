/** The measure of a text, from its own printed lines. */
import type { Block } from "../blocks/block.ts";
import { printedWidth } from "../text/chars.ts";

/** With so many lines, one is full. */
const LEAST_LINES = 3;

/** Cells of the widest line; null where the text has too few. */
export function widestLine({ text, lines }: Block): number | null {
  if (lines.length < LEAST_LINES) return null;
  let widest = 0;
  for (const { start, end } of lines) {
    let cells = 0;
    for (let i = start; i < end; i += 1) cells += printedWidth(text.source.text.charCodeAt(i));
    widest = Math.max(widest, cells);
  }
  return widest;
}
