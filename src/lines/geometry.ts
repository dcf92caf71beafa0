/**
 * Line geometry: where the printed lines ended, from the blanks that the scan put there.
 *
 * In: the text of one block. Out: the column width, which blanks are line ends, whether the first line is short by the
 * paragraph indent and whether the last line is full. Never: changes text.
 *
 * Within a column the width between two line ends is constant: Han 2 cells, digits and Latin letters 1. A line falls
 * short of it by at most a few cells, where a mark may not open the next line or a number is not to be cut.
 */
import { isBlankCode, isHanCode, printedWidth } from "../text/chars.ts";
import { bestFit, type Gap } from "./width-fit.ts";

export interface LineShape {
  /** Column width in cells, or null when the block has too few lines to tell. */
  readonly width: number | null;
  /** Offsets of blanks that lie on a line end. */
  readonly lineEnds: ReadonlySet<number>;
  /** Whether the first line is short by an indent; null when unknown. */
  readonly isIndented: boolean | null;
  /** Whether the last line reaches the end of the column; null when unknown. */
  readonly isLastLineFull: boolean | null;
  /** How many printed lines the block has, as far as known. */
  readonly lineCount: number;
}

export const NO_SHAPE: LineShape = {
  width: null,
  lineEnds: new Set(),
  isIndented: null,
  isLastLineFull: null,
  lineCount: 1,
};

/** The shape of what stands from an offset of the text on; its first line is no longer the block's first line. */
export function shapeFrom(shape: LineShape, offset: number): LineShape {
  if (offset === 0) return shape;
  const lineEnds = new Set<number>();
  for (const end of shape.lineEnds) if (end >= offset) lineEnds.add(end - offset);
  const { width, isLastLineFull } = shape;
  return { width, lineEnds, isIndented: null, isLastLineFull, lineCount: lineEnds.size + 1 };
}

/** The same shape, its last line known to be full or not. */
export function endedBy(shape: LineShape, isLastLineFull: boolean | null): LineShape {
  const { width, lineEnds, isIndented, lineCount } = shape;
  return { width, lineEnds, isIndented, isLastLineFull, lineCount };
}

/**
 * @param text one line of the dump, whose blanks may be line ends.
 * @param hint column width of the neighbourhood in cells, used when the block alone cannot tell.
 */
export function measureShape(text: string, hint: number | null = null): LineShape {
  const { gaps, total } = readGaps(text);
  const best = bestFit(gaps, total, hint);
  if (best === null) {
    if (hint === null || total === 0) return NO_SHAPE;
    return { ...NO_SHAPE, width: hint, isLastLineFull: total > hint * 1.5 ? null : total >= hint - 1 };
  }
  return {
    width: best.width,
    lineEnds: new Set(best.lineEnds),
    isIndented: best.isIndented,
    isLastLineFull: best.lastCells >= best.width - 2,
    lineCount: best.lineCount,
  };
}

function readGaps(text: string): { gaps: Gap[]; total: number } {
  const gaps: Gap[] = [];
  let cells = 0;
  let bracketEnd = -1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (!isBlankCode(code)) {
      cells += printedWidth(code);
      if (i > bracketEnd) bracketEnd = endOfAside(text, i, code);
      continue;
    }
    const offset = i;
    while (i + 1 < text.length && isBlankCode(text.charCodeAt(i + 1))) i += 1;
    if (offset === 0 || i === text.length - 1) continue;
    const isBetweenHan = i > bracketEnd && isHanCode(text.charCodeAt(offset - 1)) && isHanCode(text.charCodeAt(i + 1));
    gaps.push({ offset, cells, isBetweenHan });
  }
  return { gaps, total: cells };
}

/** A byline in brackets or a slogan in quotes is no longer than this. */
const LONGEST_ASIDE = 50;

/** Offset of the mark that closes the bracket or quote opened here; -1 where none opens or it closes too far on. */
function endOfAside(text: string, offset: number, code: number): number {
  // ( （ “ "
  const close = code === 40 ? ")" : code === 0xff08 ? "）" : code === 0x201c ? "”" : code === 34 ? '"' : "";
  if (close === "") return -1;
  const end = text.slice(offset + 1, offset + 1 + LONGEST_ASIDE).indexOf(close);
  return end >= 0 ? offset + 1 + end : -1;
}
