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
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import { type LineShape, NO_SHAPE } from "../lines/geometry.ts";
import type { Line } from "../lines/lines.ts";
import { INDENT_CELLS } from "../lines/width-fit.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { itemAt, lastOf } from "../text/list.ts";
import type { Source } from "../text/source.ts";
import { ofPieces, type Piece, type Sourced } from "../text/sourced.ts";
import { isTableRow } from "../text/table-row.ts";
import { type Block, changed, newBlock } from "./block.ts";
import { fillsLineWithCredit, opensCaption } from "./caption.ts";
import { endsCaption, LAST_MARK } from "./caption-lines.ts";
import { headsOfFrames } from "./frame-heads.ts";
import { pictureGapOf } from "./picture-gap.ts";
import { type PlacedLine, placeLines } from "./placed-line.ts";
import { BELOW_POEM, NEXT_VERSE, versesBelowNames } from "./poem.ts";
import { measurePrinted, SAME_WIDTH_CELLS } from "./printed-line.ts";
import { isTitleAbove } from "./title-above.ts";

/** A line that ends this much earlier ends its paragraph, or was cut short by a picture. */
const SHORT_BY_CELLS = 4;
/** Nothing begins with these. */
const CLOSING_MARKS = "，。、；：！？）》」』”’,.;:!?)]";

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
    const { headingLevel, headsArticle = false, isLarge = false, opensArticle = false } = first.line;
    const { isLargest = false, isRepeated = false } = first.line;
    const headsFrame = heads?.[end - 1] === 1;
    const standsOutside = run.every((item) => item.standsOutside);
    const isPlain =
      headingLevel === 0 &&
      !headsArticle &&
      !followsPicture &&
      !standsOutside &&
      !opensArticle &&
      !isLargest &&
      !isLarge &&
      !isRepeated &&
      !headsFrame;
    const marks = {
      headingLevel,
      headsArticle,
      isLarge,
      isLargest,
      isRepeated,
      opensArticle,
      followsPicture,
      standsOutside,
    };
    blocks.push(isPlain ? block : changed(block, { ...marks, headsFrame }));
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

/** By the measures of the page and by the words, whatever the few lines around show. */
function isRestOfSentence(above: PlacedLine, below: PlacedLine, { lexicon }: Context): boolean {
  if (!below.goesOn || below.blankLines > 0 || isSentenceEnd(above.text)) return false;
  return continuity(endOf(above.text), startOf(below.text), lexicon).score >= SURELY_GOES_ON;
}

/** Log-odds of the characters at the line end: a subhead and the first words of its text hardly fit so well. */
const SURELY_GOES_ON = 2.5;

/** @param run the lines of the block so far. */
function breaksBetween(run: readonly PlacedLine[], above: PlacedLine, below: PlacedLine, next?: PlacedLine): boolean {
  /** Cells of the lines before the upper one in its paragraph; of its column where it is the first. */
  const measure = itemAt(run, run.length - 2)?.cells ?? above.column;
  const isCaption = opensCaption(run[0]?.text ?? "");
  if (above.runsOn || above.isCut) return false;
  if (above.line.lineStart === below.line.lineStart) return true;
  if (above.line.isLarge === true || below.line.isLarge === true) return true;
  if (below.blankLines > 0 || below.line.headingLevel > 0 || above.line.headingLevel > 0) return true;
  if (isSpeck(above.text) && isSpeck(below.text)) return false;
  if (above.standsAlone || below.standsAlone || below.opensBody || above.isSigned) return true;
  if (fillsLineWithCredit(above.text)) return true;
  // A caption that ends, and a title, or the next caption.
  if (above.standsOutside && below.standsOutside && LAST_MARK.test(above.text)) return true;
  if (opensCaption(below.text) && !CUTS_MAP.test(above.text)) return true;
  if (isSentenceEnd(above.text) && isCaption) return true;
  if (isTableRow(above.text) || isTableRow(below.text)) return true;
  if (CLOSING_MARKS.includes(below.text.charAt(0))) return false;
  if (below.startsParagraph) return true;
  if (isOneMeasure(above, below) || isIndentedFirst(above, below)) return false;
  if (below.indent >= above.indent + 2) return true;
  if (isLastLine(above, below, measure)) return false;
  if (endedByMeasure(above, measure)) return true;
  if (above.column === 0 || below.column === 0) return true;
  if (Math.abs(above.column - below.column) > SHORT_BY_CELLS) return true;
  if (above.cells > above.column + SAME_WIDTH_CELLS || below.cells > below.column + SAME_WIDTH_CELLS) return true;
  const isFull = above.cells >= above.column - SHORT_BY_CELLS;
  const endsSentence = isSentenceEnd(above.text);
  if (!endsSentence) {
    // The first line of a paragraph is short by its indent where the dump kept no blanks for it.
    const isFirst = above.cells >= above.column - INDENT_CELLS - SHORT_BY_CELLS;
    return !isFull && !isFirst && !CLOSING_MARKS.includes(above.text.charAt(0));
  }
  if (!isFull) return true;
  const isBelowIndented =
    below.cells <= below.column - INDENT_CELLS + 1 && below.cells >= below.column - INDENT_CELLS - SHORT_BY_CELLS;
  const isBelowTitle = below.cells < below.column - SHORT_BY_CELLS && !isSentenceEnd(below.text);
  return isBelowTitle || (isBelowIndented && (next === undefined || next.cells > below.cells));
}

/** 企⏎图为, 地⏎图为: no caption opens below. */
const CUTS_MAP = /[地企意试試版]$/;

/** A mark or two, as a scan makes of rules and of white: lines of them below each other are one thing. */
function isSpeck(text: string): boolean {
  return text.length <= 2 && SPECK.test(text);
}

const SPECK = /^[^\p{L}\p{N}]+$/u;

/** The dump kept the indent of a paragraph's first line: the flush line below it goes on, whatever the column measures. */
function isIndentedFirst(above: PlacedLine, below: PlacedLine): boolean {
  const indent = above.indent - below.indent;
  if (indent < 2 || indent > INDENT_CELLS || above.bareCells < LEAST_MEASURE - INDENT_CELLS) return false;
  return above.bareCells + INDENT_CELLS >= below.bareCells - SHORT_BY_CELLS && !isSentenceEnd(above.text);
}

/** A last line by the measure of the lines above it, which short lines below it hide: of a title, or a caption. */
function endedByMeasure(above: PlacedLine, measure: number): boolean {
  if (measure - above.column <= SHORT_BY_CELLS) return false;
  return above.cells <= measure - SHORT_BY_CELLS && LAST_MARK.test(above.text);
}

/**
 * A full line in mid-sentence, and a shorter one right below it that ends the sentence: the measure of the last line of a
 * text is that of the line above it, whatever titles and captions stand below.
 */
function isLastLine(above: PlacedLine, below: PlacedLine, measure: number): boolean {
  // A title may end in a question mark.
  if (measure === 0 || isSentenceEnd(above.text) || !LAST_MARK.test(below.text)) return false;
  return Math.abs(above.cells - measure) <= SAME_WIDTH_CELLS && below.bareCells < measure;
}

/** Two lines of one length that the neighbours agree on no measure for: they agree with each other. */
function isOneMeasure(above: PlacedLine, below: PlacedLine): boolean {
  if (Math.abs(above.bareCells - below.bareCells) > SAME_WIDTH_CELLS || isSentenceEnd(above.text)) return false;
  return below.indent < above.indent + 2 && above.bareCells >= LEAST_MEASURE;
}

/** Cells of the narrowest columns but one; shorter lines of one length are titles as often. */
const LEAST_MEASURE = 20;

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
