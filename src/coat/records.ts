/**
 * Blocks of a layout model as PaddleOCR-VL prints them: between rows of hashes, with `label:`, `bbox:` and `content:` on
 * lines of their own.
 *
 * In: the text of a dump. Out: edits that leave the blocks, each behind what its label says of it, and where they stand.
 */
import { printedCells } from "../text/chars.ts";
import type { Edit } from "../text/edit.ts";
import { type FiguredLine, findBoxes } from "./boxes.ts";
import { markOf } from "./labels.ts";
import { NOTHING, type Taken } from "./taken.ts";

const HEAD = /^#{8,}\r?\nlabel:[ \t]{0,8}([\w -]{1,30})\r?\nbbox:[ \t]{0,8}(\[[\d., -]{1,80}\])\r?\ncontent:[ \t]*/gm;
/** What closes a block, with the mark behind it where the blocks are a list of Python; that opens with a bracket. */
const FOOT = /^#{8,}[ \t]{0,8}[,\]]?(?=[ \t]{0,8}(?:[\r\n]|$))|^\[(?=[ \t\r\n]{0,8}#{8,}\r?\nlabel:)/gm;

export function readRecords(text: string): Taken {
  const heads = [...text.matchAll(HEAD)];
  if (heads.length === 0) return NOTHING;
  const edits: Edit[] = [];
  const blocks: FiguredLine[] = [];
  const isHead = new Set(heads.map(({ index }) => index));
  for (const { 0: foot, index } of text.matchAll(FOOT)) {
    if (!isHead.has(index)) edits.push({ start: index, end: index + foot.length, text: "" });
  }
  for (const [i, { 0: head, 1: label, 2: box = "", index }] of heads.entries()) {
    const start = index + head.length;
    const { heading, isBelowPicture } = markOf(label);
    edits.push({ start: index, end: start, text: isBelowPicture ? "\n\n" : heading });
    const content = text.slice(start, heads[i + 1]?.index).split(/\r?\n/, 1)[0] ?? "";
    const ems = printedCells(content) / 2;
    blocks.push({ start, end: start + content.length, ems, figures: (box.match(FIGURE) ?? []).map(Number) });
  }
  edits.sort((a, b) => a.start - b.start);
  return { edits, places: findBoxes(blocks) };
}

const FIGURE = /-?\d+(?:\.\d+)?/g;
