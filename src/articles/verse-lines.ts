/**
 * Poems in dumps of printed lines, a paragraph a line.
 *
 * In: units in order. Out: the same; where the lines of running text are those of a poem, each is a unit of its own. At the end,
 * because until then a poem is one thing that stands below its title.
 */
import type { Block } from "../blocks/block.ts";
import { LONGEST_VERSE } from "../blocks/neighbours/verse.ts";
import { hasMarksOfProse, isPoem, MOST_LINES } from "../blocks/poem.ts";
import type { Unit } from "../join/join.ts";
import { append } from "../text/append.ts";
import { plain } from "../text/sourced.ts";
import { printedLinesOf } from "./printed-lines.ts";

/** Fewer lines may be what is left of a paragraph in a narrow column; below other lines of a poem they are its next verse. */
const FEWEST_LINES = 5;
const FEWEST_BELOW = 2;

export function partVerses(units: readonly Unit[]): readonly Unit[] {
  const out: Unit[] = [];
  let isBelow = false;
  for (const unit of units) {
    const { block, joins } = unit;
    const count = block.lines.length;
    const mayBe = block.role === "body" && joins.length === 0 && count <= MOST_LINES;
    const lines: readonly Block[] = mayBe && count >= (isBelow ? FEWEST_BELOW : FEWEST_LINES) ? linesOf(block) : [];
    const isVerse = lines.length > 0 && isPoem(lines.map(({ text }) => plain(text)));
    if (isVerse)
      append(
        out,
        lines.map((line): Unit => ({ block: line, joins })),
      );
    else out.push(unit);
    // A title inside a poem is a line, too.
    isBelow = isVerse || (isBelow && count === 1);
  }
  return out;
}

/** The block line by line; none where it is too long for a poem, or has the marks of prose. */
function linesOf(block: Block): Block[] {
  const words = plain(block.text);
  return words.length > block.lines.length * LONGEST_VERSE || hasMarksOfProse(words) ? [] : printedLinesOf(block);
}
