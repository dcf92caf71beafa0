/** The lines that head a frame of the page. */
import type { Question } from "./question.ts";

/** One of the first lines of a frame, with more of it right below: no caption, which is a frame of its own. */
export function isAboveFrame({ here, seen, index }: Question): boolean {
  if (!here.block.headsFrame) return false;
  return here.block.blankLinesBefore === 0 || seen[index + 1]?.block.blankLinesBefore === 0;
}
