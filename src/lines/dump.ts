/**
 * Which kind of dump a page is, from the page itself.
 *
 * In: lines. Out: the kind. Never: looks at words; only at heading marks, line ends and their marks, blanks and gutters.
 */
import type { DumpKind } from "../page.ts";
import { isBlankCode, isHanCode, isSentenceEnd, printedWidth } from "../text/chars.ts";
import type { Source } from "../text/source.ts";
import { arePrintedLines } from "./double-spaced.ts";
import type { Line } from "./lines.ts";
import { hasMarksOfPrint } from "./mark-widths.ts";
import { keepsPlaces } from "./straight.ts";

/** Share of Han-to-Han gaps that hold a blank, above which blanks carry no information. */
const SPACED_SHARE = 0.35;
/** Share of lines with a gutter, above which columns stand side by side. */
const GUTTER_SHARE = 0.2;
/** The same of a text layer, which keeps the white on the left of such a share of the lines; a scan begins them all at the margin. */
const GUTTER_SHARE_OF_TEXT_LAYER = 0.1;
const AWAY_SHARE = 0.1;
const AWAY_BLANKS = 4;
/** Share of lines that follow a line directly, above which a line is a printed line and not a block. */
const WRAPPED_SHARE = 0.4;
/**
 * Share of lines that break at the same printed place as one of the two before, above which columns with narrow gutters
 * stand on one line. 0 to 0.03 in dumps of one column, up to 0.34 in woven ones.
 */
const WOVEN_SHARE = 0.04;
/**
 * Characters of a line that is full wherever it was printed, and the share of such lines that end a sentence, above
 * which each line is a whole paragraph (text taken from a web edition, or lines joined by the OCR engine). In
 * hard-wrapped dumps 0 to 0.4 of them do.
 */
const FULL_LINE_CHARS = 24;
const PARAGRAPH_SHARE = 0.6;
const LEAST_PARAGRAPHS = 3;
/** A line of a block dump is a whole column piece; longer than any printed line. */
const BLOCK_LINE_CHARS = 60;

export function recogniseDump(source: Source, lines: readonly Line[]): DumpKind {
  let filled = 0;
  let following = 0;
  let long = 0;
  let full = 0;
  let ended = 0;
  let chars = 0;
  let charsInFull = 0;
  let gutters = 0;
  /** What a site sets around each text, 上一篇␠␠␠下一篇, comes again and again; no row of columns does. */
  const gutterLines = new Set<string>();
  let away = 0;
  let hanGaps = 0;
  let spacedGaps = 0;
  let previousFilled = false;
  let woven = 0;
  let seamsAbove: readonly number[] = [];
  let seamsOver: readonly number[] = [];
  for (const line of lines) {
    if (line.isBlank) {
      previousFilled = false;
      continue;
    }
    filled += 1;
    if (line.headingLevel > 0) return "markdown";
    if (previousFilled) following += 1;
    previousFilled = true;
    if (line.end - line.start > BLOCK_LINE_CHARS) long += 1;
    const counted = countGaps(source.text, line);
    chars += counted.chars;
    if (counted.chars >= FULL_LINE_CHARS) {
      full += 1;
      charsInFull += counted.chars;
      if (isSentenceEnd(source.text.slice(line.start, line.end))) ended += 1;
    }
    hanGaps += counted.hanGaps;
    spacedGaps += counted.spacedGaps;
    if (counted.hasGutter && isNew(gutterLines, source.text.slice(line.start, line.end))) gutters += 1;
    if (line.start - line.lineStart >= AWAY_BLANKS) away += 1;
    const seams = findSeams(source.text, line);
    if (seams.some((cells) => hasSeam(seamsAbove, cells) || hasSeam(seamsOver, cells))) woven += 1;
    seamsOver = seamsAbove;
    seamsAbove = seams;
  }
  if (filled === 0) return "blocks";
  if (gutters > filled * GUTTER_SHARE && following > filled * 0.3) {
    return keepsPlaces(source, lines) ? "side-by-side" : "wrapped";
  }
  const areAway = gutters > filled * GUTTER_SHARE_OF_TEXT_LAYER && away > filled * AWAY_SHARE;
  if (areAway && hasMarksOfPrint(source.text, lines)) return "side-by-side";
  if (hanGaps > 20 && spacedGaps > hanGaps * SPACED_SHARE) return "spaced";
  const isParagraphs = full >= LEAST_PARAGRAPHS && ended > full * PARAGRAPH_SHARE && charsInFull > chars / 2;
  if (following > filled * WRAPPED_SHARE && long < filled * 0.3 && !isParagraphs) {
    return woven > filled * WOVEN_SHARE && keepsPlaces(source, lines) ? "side-by-side" : "wrapped";
  }
  return arePrintedLines(source, lines) ? "wrapped" : "blocks";
}

function isNew(known: Set<string>, words: string): boolean {
  const before = known.size;
  return known.add(words).size > before;
}

interface Gaps {
  /** Characters that are not blank. */
  readonly chars: number;
  readonly hanGaps: number;
  readonly spacedGaps: number;
  readonly hasGutter: boolean;
}

function countGaps(text: string, line: Line): Gaps {
  let chars = 0;
  let hanGaps = 0;
  let spacedGaps = 0;
  let hasGutter = false;
  let blanks = 0;
  let wasHan = false;
  for (let i = line.start; i < line.end; i += 1) {
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) {
      blanks += 1;
      continue;
    }
    chars += 1;
    const isHan = isHanCode(code);
    if (isHan && wasHan) {
      hanGaps += 1;
      if (blanks > 0) spacedGaps += 1;
    }
    if (blanks >= 3 && i - blanks > line.start) hasGutter = true;
    blanks = 0;
    wasHan = isHan;
  }
  return { chars, hanGaps, spacedGaps, hasGutter };
}

/** A line with more blanks is no row of columns. */
const MOST_SEAMS = 40;
/** Columns are wider than this. */
const NARROWEST_CELLS = 10;
/** Two lines that break at the same place differ by no more than a Han character. */
const SAME_SEAM_CELLS = 2;

function hasSeam(seams: readonly number[], cells: number): boolean {
  return seams.some((other) => Math.abs(other - cells) <= SAME_SEAM_CELLS);
}

/** So many pieces of so few printed cells between blanks: a line set wide to fill its column. */
const WIDE_SET_PIECES = 3;
const WIDE_SET_CELLS = 3;

/** Han characters that a line of a column holds at least; a cell of a table, 6月20日␠上午␠语文, holds fewer. */
const LEAST_HAN = 6;

/** Printed cells before each blank at which a column can end, text on both sides of it; none in a line set wide. */
function findSeams(text: string, line: Line): readonly number[] {
  const seams: number[] = [];
  /** Han before each seam. */
  const hanBefore: number[] = [];
  let cells = 0;
  let han = 0;
  let last = 0;
  let apart = 0;
  for (let i = line.start; i < line.end; i += 1) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code)) {
      cells += printedWidth(code);
      if (isHanCode(code)) han += 1;
      continue;
    }
    if (cells > last && cells - last <= WIDE_SET_CELLS) apart += 1;
    last = cells;
    if (cells < NARROWEST_CELLS || han < LEAST_HAN) continue;
    seams.push(cells);
    hanBefore.push(han);
  }
  if (apart >= WIDE_SET_PIECES || seams.length > MOST_SEAMS) return NO_SEAMS;
  while (seams.length > 0 && han - (hanBefore[seams.length - 1] ?? 0) < LEAST_HAN) seams.pop();
  return seams;
}

const NO_SEAMS: readonly number[] = [];
