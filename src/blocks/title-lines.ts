/**
 * Title lines that a dump of printed lines has run together.
 *
 * In: blocks with roles. Out: the same text; each line of a title is a block of its own, unless the line end cuts a word
 * or a phrase, and a sentence that ended above the title is text again. Never: touches other roles.
 */
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import { append } from "../text/append.ts";
import { looseBrackets } from "../text/brackets.ts";
import { isSentenceEnd, visibleLength } from "../text/chars.ts";
import { lastOf } from "../text/list.ts";
import { plain } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";
import { partOf, withBlockBelow } from "./block-part.ts";

/** Seams that go on this well, in log-odds, are inside a phrase. */
const ONE_PHRASE = 2;
/** Fewer characters are no line of a title. */
const SHORTEST_LINE = 4;
/** Nothing ends with these: the line goes on. */
const OPEN_END = /[的之与與和及并並或在对對为為将將把被从從向于於以等、，,：:（(“「《]\s*$/;

const STOPS = /[。.…][”’」』）)"']*\s*$/;
const NEVER_FIRST = /^[，。、；：！？）》」』”’]/;

export function splitTitleLines(blocks: readonly Block[], context: Context): readonly Block[] {
  const isPrinted = blocks.some(({ lines }) => lines.length > 1);
  if (!isPrinted) return blocks;
  const lines: Block[] = [];
  for (const block of blocks) append(lines, hasLines(block) ? splitLines(block, context) : [block]);
  return withCutLines(lines, context);
}

/**
 * Two lines of one headline, where the line end cuts a word, a clause or what marks hold together: 城北水厂今⏎晚停水检修;
 * 花开正盛，⏎且行且看; 通过《渡口⏎管理办法》.
 */
function withCutLines(blocks: readonly Block[], context: Context): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const above = lastOf(out);
    if (above !== undefined && isCutTitle(above, block, context)) out[out.length - 1] = withBlockBelow(above, block);
    else out.push(block);
  }
  return out;
}

function isCutTitle(above: Block, below: Block, context: Context): boolean {
  if (above.role !== "title" || below.role !== "title" || below.blankLinesBefore > 1) return false;
  const [upper, lower] = [plain(above.text), plain(below.text)];
  const { open } = looseBrackets(upper);
  if (open !== null && open === looseBrackets(lower).orphan)
    return visibleLength(upper) + visibleLength(lower) <= LONGEST_CUT_TITLE;
  if (below.blankLinesBefore > 0) return false;
  if (above.headingLevel > 0 || above.lines.length > 1 || below.lines.length > 1) return false;
  if (/[，,、]\s*$/.test(upper)) return true;
  const seam = continuity(endOf(upper), startOf(lower), context.lexicon);
  return seam.word !== null && seam.score >= CUT_WORD;
}

/** Two lines of a headline that marks hold together: 95 in 100 headlines have 40 characters or fewer. */
const LONGEST_CUT_TITLE = 46;

/** A word that a line end cuts, with the characters around it, in log-odds. */
const CUT_WORD = 3;

function hasLines(block: Block): boolean {
  return block.role === "title" && block.lines.length > 1;
}

function splitLines(block: Block, context: Context): Block[] {
  const words = plain(block.text);
  const out: Block[] = [];
  let from = 0;
  const close = (to: number): void => {
    // A headline may ask: only a full stop shows text.
    const isText = out.every(({ role }) => role === "body") && STOPS.test(words.slice(from, to));
    const kind = isText ? ({ role: "body", confidence: 0.8 } as const) : ({ role: "title" } as const);
    out.push(changed(partOf(block, from, to), kind));
    from = to;
  };
  for (let at = words.indexOf("\n"); at >= 0; at = words.indexOf("\n", at + 1)) {
    if (endsLine(words.slice(from, at), words.slice(at + 1), context)) close(at + 1);
  }
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
