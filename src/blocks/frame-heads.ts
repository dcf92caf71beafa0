/**
 * Headings of frames, in dumps of printed lines that keep the indents of paragraphs.
 *
 * In: lines in their columns. Out: for each whether it stands in the heading of its frame. A program that writes a blank
 * line between the frames of a page, and none between the paragraphs of one, shows where a frame begins: with a paragraph,
 * which is indented, with the rest of one, which ends a sentence, or with the title and the writer of what comes below.
 */
import { INDENT_CELLS } from "../lines/width-fit.ts";
import { isSentenceEnd } from "../text/chars.ts";
import type { PlacedLine } from "./placed-line.ts";

/** Blanks, in characters, before a paragraph's first line: two wide ones, or more of half width. */
const INDENT = 2;
/** Paragraphs below another one of their frame that a page must have, and no fewer than below blank lines. */
const FEWEST_INSIDE = 3;
const FEWEST_FRAMES = 4;
/** Indented lines, from which on a page keeps its indents. */
const FEWEST_INDENTED = 4;
/** Lines: a label, the three of a title, one of them in two, and the writer. */
const LONGEST_HEADING = 6;
/** What ends so goes on. */
const PAUSES = "，、；：,;:（《“—";

/** @returns for each line 1 where it heads its frame; null where blank lines and indents do not tell. */
export function headsOfFrames(lines: readonly PlacedLine[]): Uint8Array | null {
  const isIndented = keepsIndents(lines);
  const begins: Begins = isIndented ? ({ indent }) => indent >= INDENT : ({ isFirst }) => isFirst;
  if (!blankLinesPartFrames(lines, begins)) return null;
  const heads = new Uint8Array(lines.length);
  for (const [i, { blankLines }] of lines.entries()) {
    if (i > 0 && blankLines === 0) continue;
    const body = bodyBelow(lines, begins, i);
    if (!isIndented && !isSureHeading(lines, i, body)) continue;
    heads.fill(1, i, body);
  }
  return heads;
}

type Begins = (line: PlacedLine) => boolean;

function keepsIndents(lines: readonly PlacedLine[]): boolean {
  let indented = 0;
  for (const { indent } of lines) if (indent >= INDENT) indented += 1;
  return indented >= FEWEST_INDENTED;
}

/**
 * Without indents, no line of a heading may measure what the text right below it does: a first line of text stands alone as
 * often, or what is left of a line.
 */
function isSureHeading(lines: readonly PlacedLine[], from: number, body: number): boolean {
  const first = lines[body];
  if (first === undefined || first.blankLines > 0) return false;
  return lines.slice(from, body).every(({ bareCells }) => {
    const more = bareCells - first.bareCells;
    return more < -1 || more > INDENT_CELLS + 1;
  });
}

function blankLinesPartFrames(lines: readonly PlacedLine[], begins: Begins): boolean {
  let [inside, below, frames] = [0, 0, 1];
  for (const [i, line] of lines.entries()) {
    const { blankLines } = line;
    if (blankLines > 0) frames += 1;
    if (!begins(line)) continue;
    if (blankLines > 0) below += 1;
    else if (isSentenceEnd(lines[i - 1]?.text ?? "")) inside += 1;
  }
  return frames >= FEWEST_FRAMES && inside >= FEWEST_INSIDE && inside >= below;
}

/**
 * The line behind the heading that begins a frame: the first one of its text, or of the frame below if it begins with a
 * paragraph; the line itself where there is no heading.
 */
function bodyBelow(lines: readonly PlacedLine[], begins: Begins, first: number): number {
  for (let i = first; i <= first + LONGEST_HEADING; i += 1) {
    const line = lines[i];
    if (line === undefined) return first;
    if (begins(line)) return i;
    // What stands below a byline is text, in a first line of any length.
    if (i > first && (line.blankLines > 0 || (i > first + 1 && lines[i - 1]?.standsAlone === true))) return first;
    if (line.opensBody || line.isCut || isSentenceEnd(line.text) || PAUSES.includes(line.text.slice(-1))) return first;
  }
  return first;
}
