/**
 * Which kind of dump a page is, from the page itself.
 *
 * In: lines. Out: the kind. Never: looks at words; only at heading marks, line ends and their marks, blanks and gutters.
 */
import type { DumpKind } from "../page.ts";
import type { Source } from "../text/source.ts";
import { arePrintedLines } from "./double-spaced.ts";
import { countLines } from "./line-counts.ts";
import type { Line } from "./lines.ts";
import { hasMarksOfPrint } from "./mark-widths.ts";
import { keepsPlaces } from "./straight.ts";

/** Share of Han-to-Han gaps that hold a blank, above which blanks carry no information. */
const SPACED_SHARE = 0.35;
/** Gaps between Han characters that must tell. */
const LEAST_GAPS = 20;
/** Columns side by side stand on lines below each other: such a share follows another one directly. */
const LEAST_FOLLOWING = 0.3;
/** Share of lines with a gutter, above which columns stand side by side. */
const GUTTER_SHARE = 0.2;
/** The same of a text layer, which keeps the white on the left of such a share of the lines; a scan begins them all at the margin. */
const GUTTER_SHARE_OF_TEXT_LAYER = 0.1;
const AWAY_SHARE = 0.1;
/** Share of lines that follow a line directly, above which a line is a printed line and not a block. */
const WRAPPED_SHARE = 0.4;
/**
 * Share of lines that break at the same printed place as one of the two before, above which columns with narrow gutters
 * stand on one line. 0 to 0.03 in dumps of one column, up to 0.34 in woven ones.
 */
const WOVEN_SHARE = 0.04;
/**
 * Share of full lines that end a sentence, above which each line is a whole paragraph (text taken from a web edition, or
 * lines joined by the OCR engine). In hard-wrapped dumps 0 to 0.4 of them do.
 */
const PARAGRAPH_SHARE = 0.6;
const LEAST_PARAGRAPHS = 3;
/** Share of lines as long as column pieces, from which on lines are no printed ones. */
const MOST_LONG = 0.3;

export function recogniseDump(source: Source, lines: readonly Line[]): DumpKind {
  if (lines.some(({ headingLevel }) => headingLevel > 0)) return "markdown";
  const { filled, following, long, full, gutters, away, woven, gaps } = countLines(source.text, lines);
  if (filled === 0) return "blocks";
  if (gutters > filled * GUTTER_SHARE && following > filled * LEAST_FOLLOWING) {
    return keepsPlaces(source, lines) ? "side-by-side" : "wrapped";
  }
  const areAway = gutters > filled * GUTTER_SHARE_OF_TEXT_LAYER && away > filled * AWAY_SHARE;
  if (areAway && hasMarksOfPrint(source.text, lines)) return "side-by-side";
  if (gaps.han > LEAST_GAPS && gaps.spaced > gaps.han * SPACED_SHARE) return "spaced";
  const areParagraphs =
    full.lines >= LEAST_PARAGRAPHS && full.ended > full.lines * PARAGRAPH_SHARE && full.chars > gaps.chars / 2;
  if (following > filled * WRAPPED_SHARE && long < filled * MOST_LONG && !areParagraphs) {
    return woven > filled * WOVEN_SHARE && keepsPlaces(source, lines) ? "side-by-side" : "wrapped";
  }
  return arePrintedLines(source, lines) ? "wrapped" : "blocks";
}
