/**
 * Which kind of dump a page is, from the page itself.
 *
 * In: lines. Out: the kind. Never: looks at words; only at heading marks, line ends, blanks and gutters.
 */
import type { DumpKind } from "../page.ts";
import { isBlankCode, isHanCode } from "../text/chars.ts";
import type { Source } from "../text/source.ts";
import type { Line } from "./lines.ts";

/** Share of Han-to-Han gaps that hold a blank, above which blanks carry no information. */
const SPACED_SHARE = 0.35;
/** Share of lines with a gutter, above which columns stand side by side. */
const GUTTER_SHARE = 0.2;
/** Share of lines that follow a line directly, above which a line is a printed line and not a block. */
const WRAPPED_SHARE = 0.4;
/** A line of a block dump is a whole column piece; longer than any printed line. */
const BLOCK_LINE_CHARS = 60;

export function recogniseDump(source: Source, lines: readonly Line[]): DumpKind {
  let filled = 0;
  let following = 0;
  let long = 0;
  let gutters = 0;
  let hanGaps = 0;
  let spacedGaps = 0;
  let previousFilled = false;
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
    hanGaps += counted.hanGaps;
    spacedGaps += counted.spacedGaps;
    if (counted.hasGutter) gutters += 1;
  }
  if (filled === 0) return "blocks";
  if (gutters > filled * GUTTER_SHARE && following > filled * 0.3) return "side-by-side";
  if (hanGaps > 20 && spacedGaps > hanGaps * SPACED_SHARE) return "spaced";
  if (following > filled * WRAPPED_SHARE && long < filled * 0.3) return "wrapped";
  return "blocks";
}

function countGaps(text: string, line: Line): { hanGaps: number; spacedGaps: number; hasGutter: boolean } {
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
    const isHan = isHanCode(code);
    if (isHan && wasHan) {
      hanGaps += 1;
      if (blanks > 0) spacedGaps += 1;
    }
    if (blanks >= 3 && i - blanks > line.start) hasGutter = true;
    blanks = 0;
    wasHan = isHan;
  }
  return { hanGaps, spacedGaps, hasGutter };
}
