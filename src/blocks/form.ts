/**
 * Lines to blocks.
 *
 * In: lines and the kind of dump. Out: blocks in dump order, their roles still open, and lines of mark-up only.
 * Never: reads roles or joins pieces; a block is what the dump itself sets apart.
 */
import type { Context } from "../context.ts";
import { measureShape } from "../lines/geometry.ts";
import type { Line } from "../lines/lines.ts";
import { INDENT_CELLS } from "../lines/width-fit.ts";
import type { DumpKind } from "../page.ts";
import { applyEdits } from "../text/edit.ts";
import { isStrokes } from "../text/separator.ts";
import type { Source } from "../text/source.ts";
import { fromSource, plain, type Sourced } from "../text/sourced.ts";
import { type Block, changed, newBlock } from "./block.ts";
import { formPrinted } from "./form-printed.ts";
import { withFullStops } from "./half-stops.ts";
import { isMarkupLine, isPicture, isRowOfTable } from "./markup.ts";
import { pictureGapOf } from "./picture-gap.ts";

/** A whole block in bold marks: `**以色列称…**`. */
const BOLD = /^\*\*(?!\*)(?:(?!\*\*).)+\*\*$/s;
/** Shortest text, in characters, whose blanks can show a column width. */
const SHORTEST_MEASURED = 24;

/** A row of a table is text, whatever its words look like. */
const ROW_CONFIDENCE = 0.95;

export interface Formed {
  readonly blocks: Block[];
  /** Lines that hold no print: the link of a picture, a rule, tags. */
  readonly markup: readonly Sourced[];
}

export function formBlocks(source: Source, lines: readonly Line[], kind: DumpKind, context: Context): Formed {
  if (kind !== "blocks" && kind !== "markdown") {
    return { blocks: withFullStops(formPrinted(source, lines, kind, context)), markup: [] };
  }
  const blocks: Block[] = [];
  const markup: Sourced[] = [];
  const rulesPart = doRulesPart(source, lines);
  const gaps = blankLinesAbove(lines);
  const pictureGap = pictureGapOf(gaps);
  let isBelowPicture = false;
  for (const [i, line] of lines.filter(({ isBlank }) => !isBlank).entries()) {
    const blankLines = gaps[i] ?? 0;
    const raw = fromSource(source, line.start, line.end);
    const words = plain(raw);
    if (isMarkupLine(words) || (!rulesPart && isStrokes(words))) {
      markup.push(raw);
      isBelowPicture ||= isPicture(words);
    } else {
      const followsPicture = isBelowPicture || (blankLines >= pictureGap && blocks.length > 0);
      blocks.push(changed(formLine(source, line, raw), { blankLinesBefore: blankLines, followsPicture }));
      isBelowPicture = false;
    }
  }
  return { blocks: withFullStops(measured(blocks)), markup };
}

/** How many blank lines stand above each line that is not blank. */
function blankLinesAbove(lines: readonly Line[]): number[] {
  const gaps: number[] = [];
  let blankLines = 0;
  for (const { isBlank } of lines) {
    if (isBlank) blankLines += 1;
    else {
      gaps.push(blankLines);
      blankLines = 0;
    }
  }
  return gaps;
}

/** Rules between most blocks part no articles. */
function doRulesPart(source: Source, lines: readonly Line[]): boolean {
  let rules = 0;
  let filled = 0;
  for (const { start, end, isBlank } of lines) {
    if (isBlank) continue;
    filled += 1;
    if (isStrokes(source.text.slice(start, Math.min(end, start + LONGEST_RULE)))) rules += 1;
  }
  return rules < filled * RULES_SHARE;
}

/** Share of lines that are rules, above which they stand between blocks and not between articles. */
const RULES_SHARE = 0.3;
/** Characters of a rule that are looked at. */
const LONGEST_RULE = 80;

function formLine(source: Source, line: Line, text: Sourced): Block {
  const words = plain(text);
  const heading = line.headingLevel > 0 ? /^#+\s*/.exec(words) : null;
  const unmarked =
    heading === null ? text : applyEdits(text, "markup/heading", [{ start: 0, end: heading[0].length, text: "" }]);
  const isRow = isRowOfTable(words);
  return changed(newBlock(unmarked, 0, [line]), {
    confidence: isRow ? ROW_CONFIDENCE : 0,
    startsParagraph: isRow || isIndented(source, line) ? true : null,
    headingLevel: line.headingLevel,
    isBold: isBold(heading === null ? words : words.slice(heading[0].length)),
  });
}

function isBold(words: string): boolean {
  return words.startsWith("**") && BOLD.test(words);
}

/** Leading blanks that indent a paragraph: two ideographic ones, or four of the narrow ones. More centre a line. */
function isIndented(source: Source, line: Line): boolean {
  let cells = 0;
  for (let i = line.lineStart; i < line.start; i += 1) cells += source.text.charCodeAt(i) === 0x3000 ? 2 : 1;
  return cells === INDENT_CELLS;
}

/** Column widths: each block measured with the width of its neighbours as a hint, first from above, then from below. */
function measured(blocks: readonly Block[]): Block[] {
  const out = withHints(blocks, blocks.keys());
  return withHints(out, [...out.keys()].reverse());
}

function withHints(blocks: readonly Block[], order: Iterable<number>): Block[] {
  const out = [...blocks];
  let hint: number | null = null;
  for (const i of order) {
    const block = blocks[i];
    if (block === undefined) continue;
    if (block.shape.lineEnds.size === 0) {
      const words = plain(block.text);
      if (words.length < SHORTEST_MEASURED) continue;
      const shape = measureShape(words, hint);
      out[i] = changed(block, { shape });
      if (!block.followsPicture && shape.lineEnds.size > 0) hint = shape.width;
    } else if (!block.followsPicture) hint = block.shape.width;
  }
  return out;
}
