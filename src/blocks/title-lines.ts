/**
 * Title lines that a dump of printed lines has run together.
 *
 * In: blocks with roles. Out: the same text; each line of a title is a block of its own, unless the line end cuts a word
 * or a phrase, and a sentence that ended above the title is text again. Never: touches other roles.
 */
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import { shapeFrom } from "../lines/geometry.ts";
import { isSentenceEnd, visibleLength } from "../text/chars.ts";
import { plain, slice } from "../text/sourced.ts";
import type { Block } from "./block.ts";

/** Seams that go on this well, in log-odds, are inside a phrase. */
const ONE_PHRASE = 2;
/** Fewer characters are no line of a title. */
const SHORTEST_LINE = 4;
/** Nothing ends with these: the line goes on. */
const OPEN_END = /[的之与與和及并並或在对對为為将將把被从從向于於以等、，,：:（(“「《]\s*$/;

const STOPS = /[。.…][”’」』）)"']*\s*$/;
const NEVER_FIRST = /^[，。、；：！？）》」』”’]/;

export function splitTitleLines(blocks: readonly Block[], context: Context): readonly Block[] {
  if (!blocks.some(hasLines)) return blocks;
  return blocks.flatMap((block) => (hasLines(block) ? splitLines(block, context) : [block]));
}

function hasLines(block: Block): boolean {
  return block.role === "title" && block.lines.length > 1;
}

function splitLines(block: Block, context: Context): Block[] {
  const words = plain(block.text);
  const out: Block[] = [];
  let from = 0;
  let line = 0;
  let firstLine = 0;
  const close = (to: number): void => {
    const text = slice(block.text, from, to);
    // A headline may ask: only a full stop shows text.
    const isText = out.every(({ role }) => role === "body") && STOPS.test(words.slice(from, to));
    const lines = block.lines.slice(firstLine, line);
    const shape = shapeFrom(block.shape, from);
    out.push({
      ...block,
      text,
      lines,
      shape,
      role: isText ? "body" : "title",
      confidence: isText ? 0.8 : block.confidence,
      blankLinesBefore: from === 0 ? block.blankLinesBefore : 0,
    });
    from = to;
    firstLine = line;
  };
  for (let at = words.indexOf("\n"); at >= 0; at = words.indexOf("\n", at + 1)) {
    line += 1;
    if (endsLine(words.slice(from, at), words.slice(at + 1), context)) close(at + 1);
  }
  line = block.lines.length;
  close(words.length);
  return out;
}

function endsLine(above: string, below: string, context: Context): boolean {
  // 共享单车“占道”⏎，谁来管？: the dump has cut the line between two marks.
  if (NEVER_FIRST.test(below)) return false;
  if (isSentenceEnd(above)) return true;
  if (visibleLength(above) < SHORTEST_LINE || visibleLength(below) < SHORTEST_LINE || OPEN_END.test(above))
    return false;
  const seam = continuity(endOf(above), startOf(below), context.lexicon);
  return seam.word === null && seam.score < ONE_PHRASE;
}
