/**
 * Poems in dumps of printed lines, a paragraph a line.
 *
 * In: units in order. Out: the same; where the lines of running text are those of a poem, each is a unit of its own. At the end,
 * because until then a poem is one thing that stands below its title.
 */
import { type Block, changed } from "../blocks/block.ts";
import { LONGEST_VERSE } from "../blocks/neighbours/verse.ts";
import { hasMarksOfProse, isPoem, MOST_LINES } from "../blocks/poem.ts";
import type { Unit } from "../join/join.ts";
import { append } from "../text/append.ts";
import { originOf, plain, slice } from "../text/sourced.ts";

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

/** The block line by line, as the dump has them; none where it is too long for a poem, or has the marks of prose. */
function linesOf(block: Block): Block[] {
  const { text, lines } = block;
  const words = plain(text);
  const { length } = words;
  if (length > lines.length * LONGEST_VERSE || hasMarksOfProse(words)) return [];
  // What a repair wrote over a line end cannot be cut.
  if (text.pieces.some(({ rules, text: written }) => rules.length > 0 && written.length > 1)) return [];
  const out: Block[] = [];
  let from = 0;
  for (const [i, line] of lines.entries()) {
    const below = lines[i + 1];
    let to = below === undefined ? length : from;
    while (below !== undefined && to < length && originOf(text, to) < below.start) to += 1;
    // Lines of columns put in order do not follow each other in the dump.
    if (to === from) return [];
    out.push(changed(block, { text: slice(text, from, to), lines: [line] }));
    from = to;
  }
  return out;
}
