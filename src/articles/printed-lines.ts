/** A block of printed lines, cut into them once more after its repair. */
import { type Block, changed } from "../blocks/block.ts";
import { length, originOf, slice } from "../text/sourced.ts";

/** @returns each line as a block of its own; none where a repair wrote over a line end, or the lines are in another order than in the dump. */
export function printedLinesOf(block: Block): Block[] {
  const { text, lines } = block;
  const total = length(text);
  // What a repair wrote over a line end cannot be cut.
  if (text.pieces.some(({ rules, text: written }) => rules.length > 0 && written.length > 1)) return [];
  const out: Block[] = [];
  let from = 0;
  for (const [i, line] of lines.entries()) {
    const below = lines[i + 1];
    let to = below === undefined ? total : from;
    while (below !== undefined && to < total && originOf(text, to) < below.start) to += 1;
    // Lines of columns put in order do not follow each other in the dump.
    if (to === from) return [];
    out.push(changed(block, { text: slice(text, from, to), lines: [line] }));
    from = to;
  }
  return out;
}
