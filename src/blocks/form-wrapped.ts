/**
 * Blocks of hard-wrapped dumps, where each line is a printed line.
 *
 * In: lines. Out: blocks of one or more lines; a line end inside a block stands as a line feed in its text, so that
 * later stages know it for certain. Never: drops a line.
 *
 * A line goes on in the next one while it fills its column or breaks off in mid-sentence. What is set in another
 * measure (titles, bylines, folio lines) stands by itself.
 */
import type { Context } from "../context.ts";
import { type LineShape, NO_SHAPE } from "../lines/geometry.ts";
import type { Line } from "../lines/lines.ts";
import { INDENT_CELLS } from "../lines/width-fit.ts";
import { itemAt, lastOf } from "../text/list.ts";
import type { Source } from "../text/source.ts";
import { ofPieces, type Piece, type Sourced } from "../text/sourced.ts";
import { type Block, changed, newBlock } from "./block.ts";
import { endsCaption } from "./caption-lines.ts";
import { headsOfFrames } from "./frame-heads.ts";
import { breaksBetween, isRestOfSentence } from "./line-break.ts";
import { pictureGapOf } from "./picture-gap.ts";
import { type PlacedLine, placeLines } from "./placed-line.ts";
import { BELOW_POEM, NEXT_VERSE, versesBelowNames } from "./poem.ts";
import { measurePrinted, SAME_WIDTH_CELLS } from "./printed-line.ts";
import { isTitleAbove } from "./title-above.ts";

export interface PrintedDump {
  /** False where blanks carry no information, as in spaced-out dumps. */
  readonly blanksCount: boolean;
  /** Whether they are the lines of the dump, in its order: its blank lines may stand between the frames of the page. */
  readonly framesTell: boolean;
}

export function formWrapped(
  source: Source,
  lines: readonly Line[],
  { blanksCount, framesTell }: PrintedDump,
  context: Context,
): Block[] {
  const placed = placeLines(source, measurePrinted(source, lines), blanksCount, context);
  const verses = versesBelowNames(placed);
  const heads = framesTell ? headsOfFrames(placed) : null;
  const pictureGap = pictureGapOf(placed.map(({ blankLines }) => blankLines));
  const blocks: Block[] = [];
  let run: PlacedLine[] = [];
  /** @param end the line behind the block; one that heads its frame is a block by itself. */
  const close = (end: number): void => {
    const [first] = run;
    if (first === undefined) return;
    const lines = run.map((item) => item.line);
    const block = newBlock(runText(source, run), first.blankLines, lines, runShape(run));
    const followsPicture = first.blankLines >= pictureGap && blocks.length > 0;
    const {
      headingLevel,
      headsArticle = false,
      isLarge = false,
      isRepeated = false,
      opensArticle = false,
    } = first.line;
    const headsFrame = heads?.[end - 1] === 1;
    const standsOutside = run.every((item) => item.standsOutside);
    const marks = {
      headingLevel,
      headsArticle,
      isLarge,
      isRepeated,
      opensArticle,
      followsPicture,
      standsOutside,
      headsFrame,
    };
    blocks.push(Object.values(marks).some(Boolean) ? changed(block, marks) : block);
    run = [];
  };
  for (const [i, item] of placed.entries()) {
    const above = itemAt(placed, i - 1);
    if (above !== undefined) {
      const next = placed[i + 1];
      const isCutCaption = run.length === 1 && endsCaption(above, item, next, context);
      const isFirst = run.length === 1 && !above.opensBody && !above.isCut && !above.runsOn;
      const isBorder =
        breaksBetween(run, above, item, next) || (isFirst && isTitleAbove(above, item, next, context.lexicon));
      if (verses[i] === BELOW_POEM || heads?.[i - 1] === 1 || heads?.[i] === 1) close(i);
      else if (isBorder && !isCutCaption && verses[i] !== NEXT_VERSE && !isRestOfSentence(above, item, context))
        close(i);
    }
    run.push(item);
  }
  close(placed.length);
  return blocks;
}

/** What the lines show of the column. The first line is short by the indent, the last one as long as it is. */
function runShape(run: readonly PlacedLine[]): LineShape {
  const [first] = run;
  const last = lastOf(run);
  const middle = run[Math.floor(run.length / 2)];
  if (first === undefined || last === undefined || middle === undefined || middle.column === 0) return NO_SHAPE;
  const width = middle.column;
  const lineEnds = new Set<number>();
  let offset = 0;
  for (const item of run) {
    offset += item.text.length;
    if (item !== last) lineEnds.add(offset);
    offset += 1;
  }
  const isIndented = first.indent >= 2 ? true : run.length === 1 ? null : first.cells <= width - INDENT_CELLS + 1;
  return { width, lineEnds, isIndented, isLastLineFull: last.cells >= width - SAME_WIDTH_CELLS, lineCount: run.length };
}

function runText(source: Source, run: readonly PlacedLine[]): Sourced {
  const pieces: Piece[] = [];
  let isParted = false;
  for (const { line } of run) {
    const above = lastOf(pieces);
    const text = source.text.slice(line.start, line.end);
    if (above !== undefined) pieces.push(seam(source, above.end, line.start, isParted ? " " : "\n"));
    isParted = line.isParted === true;
    pieces.push({ start: line.start, end: line.end, text, rules: UNTOUCHED });
  }
  return ofPieces(source, pieces);
}

const UNTOUCHED: Piece["rules"] = [];
const LINE_END: Piece["rules"] = ["lines/end"];

/** The line feed, or a blank that parts a line, with the blanks around it; nothing of the source where the lines come from woven columns. */
function seam(source: Source, from: number, to: number, text: string): Piece {
  const isAdjacent = to >= from && source.text.slice(from, to).trim() === "";
  return { start: from, end: isAdjacent ? to : from, text, rules: LINE_END };
}
