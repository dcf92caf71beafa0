/** Cells of the widest printed line of a block, as the dump has it. */
import { printedCells } from "../text/chars.ts";
import type { Block } from "./block.ts";

export function widestLine({ text, lines }: Block): number {
  let widest = 0;
  for (const { start, end } of lines) widest = Math.max(widest, printedCells(text.source.text, start, end));
  return widest;
}
