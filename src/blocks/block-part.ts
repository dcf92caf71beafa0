/** Parts of a block, and blocks that are one: the words, and what is known of their printed lines. */
import { endedBy, shapeFrom } from "../lines/geometry.ts";
import { lastOf } from "../text/list.ts";
import { concat, ofPieces, plain, slice } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";

/** @param from offsets in the text of the block; the part may be all of it. */
export function partOf(block: Block, from: number, to?: number): Block {
  const words = plain(block.text);
  const end = to ?? words.length;
  if (from === 0 && end === words.length) return block;
  const above = countLineFeeds(words, 0, from);
  const within = countLineFeeds(words, from, end - 1);
  const shape = shapeFrom(block.shape, from);
  return changed(block, {
    text: slice(block.text, from, end),
    lines: block.lines.slice(above, above + within + 1),
    shape: end < words.length ? endedBy(shape, null) : shape,
    startsParagraph: from === 0 ? block.startsParagraph : null,
    blankLinesBefore: from === 0 ? block.blankLinesBefore : 0,
  });
}

const LINE_END = { text: "\n", rules: ["lines/end"] };

/** Two blocks as one, a line end between them or what else the rule puts there. */
export function withBlockBelow(above: Block, below: Block, between = LINE_END): Block {
  const end = lastOf(above.text.pieces)?.end ?? 0;
  const start = below.text.pieces[0]?.start ?? end;
  const { source } = above.text;
  const isAdjacent = start >= end && source.text.slice(end, start).trim() === "";
  const seam = ofPieces(source, [{ start: end, end: isAdjacent ? start : end, ...between }]);
  return changed(above, { text: concat(above.text, seam, below.text), lines: [...above.lines, ...below.lines] });
}

function countLineFeeds(words: string, from: number, to: number): number {
  let count = 0;
  for (let at = words.indexOf("\n", from); at >= 0 && at < to; at = words.indexOf("\n", at + 1)) count += 1;
  return count;
}
