/** The measure of a text, from its own printed lines. */
import type { Block } from "../blocks/block.ts";
import { widestLine } from "../blocks/widest-line.ts";

/** With so many lines, one is full. */
const LEAST_LINES = 3;

/** Cells of the widest line; null where the text has too few. */
export function measureOf(block: Block): number | null {
  return block.lines.length < LEAST_LINES ? null : widestLine(block);
}
