/**
 * Dumps with a blank line between all lines: lines that stand far apart on paper, or line ends that a conversion doubled.
 *
 * In: lines. Out: the same lines with half of the blank ones between two others, so that blank lines say again what stands
 * apart. Never: touches a dump of blocks, which has one blank line between most blocks, nor any character.
 */
import { isBlankCode, isSentenceEnd } from "../text/chars.ts";
import type { Source } from "../text/source.ts";
import type { Line } from "./lines.ts";

/** Share of the gaps between two lines that may be narrower all the same. */
const NARROW_SHARE = 0.05;
/** The same of printed lines: those of a headline stand close where those of the text, which are smaller, do not. */
const CLOSE_SHARE = 0.15;
/** Fewer lines show no habit. */
const LEAST_LINES = 5;
/** Fewer lines may be titles, bylines and short paragraphs. */
const LEAST_PRINTED = 40;
const LONG_SHARE = 0.02;
const CUT_SHARE = 0.5;
/** A printed line of one column is shorter, in characters; a column piece or a paragraph is longer. */
const LONG_CHARS = 60;
/** Shorter lines are titles and labels. */
const LINE_OF_TEXT_CHARS = 8;

export function closeUp(source: Source, lines: readonly Line[]): readonly Line[] {
  if (!isDoubled(source, lines)) return lines;
  const out: Line[] = [];
  let blanks: Line[] = [];
  for (const line of lines) {
    if (line.isBlank) {
      blanks.push(line);
      continue;
    }
    // Of three blank lines one stands for a line end that was blank before, the others came in.
    out.push(...blanks.slice(0, blanks.length >> 1), line);
    blanks = [];
  }
  return [...out, ...blanks];
}

function isDoubled(source: Source, lines: readonly Line[]): boolean {
  let filled = 0;
  let close = 0;
  let narrow = 0;
  let blanks = 0;
  for (const { isBlank } of lines) {
    if (isBlank) {
      blanks += 1;
      continue;
    }
    if (filled > 0 && blanks === 0) close += 1;
    if (filled > 0 && blanks < BETWEEN_BLOCKS) narrow += 1;
    filled += 1;
    blanks = 0;
  }
  const gaps = filled - 1;
  if (filled < LEAST_LINES) return false;
  if (narrow <= gaps * NARROW_SHARE) return true;
  if (close <= gaps * NARROW_SHARE && standSideBySide(source, lines)) return true;
  return close <= gaps * CLOSE_SHARE && arePrintedLines(source, lines);
}

/** Whether wide blanks part most lines, as they part columns: a block holds none. */
function standSideBySide({ text }: Source, lines: readonly Line[]): boolean {
  const filled = lines.filter(({ isBlank }) => !isBlank);
  const parted = filled.filter(({ start, end }) => GUTTER.test(text.slice(start, end)));
  return filled.length >= LEAST_PRINTED && parted.length > filled.length * PARTED_SHARE;
}

const GUTTER = / {4}/;
const PARTED_SHARE = 0.3;

/** Blank lines between two blocks whose line ends, and the one between them, were doubled. */
const BETWEEN_BLOCKS = 3;

/** Whether lines that blank ones set apart are printed lines all the same: next to none is long, most of them are cut off. */
export function arePrintedLines({ text }: Source, lines: readonly Line[]): boolean {
  const filled = lines.filter(({ isBlank }) => !isBlank);
  if (filled.length < LEAST_PRINTED) return false;
  let long = 0;
  let cut = 0;
  for (const line of filled) {
    const { longest, chars } = measure(text, line);
    if (longest > LONG_CHARS) long += 1;
    // A page of blocks, as most are, shows it on its first lines.
    if (long >= filled.length * LONG_SHARE) return false;
    if (chars >= LINE_OF_TEXT_CHARS && !isSentenceEnd(text.slice(line.start, line.end))) cut += 1;
  }
  return cut > filled.length * CUT_SHARE;
}

/** Characters of a line, and of its longest part between wide blanks. */
function measure(text: string, { start, end }: Line): { readonly longest: number; readonly chars: number } {
  let longest = 0;
  let chars = 0;
  let part = 0;
  let blanks = 0;
  for (let i = start; i < end; i += 1) {
    if (isBlankCode(text.charCodeAt(i))) {
      blanks += 1;
      continue;
    }
    part = blanks >= WIDE_BLANKS ? 1 : part + 1;
    blanks = 0;
    chars += 1;
    longest = Math.max(longest, part);
  }
  return { longest, chars };
}

/** Blanks that part two columns. */
const WIDE_BLANKS = 2;
