/**
 * Lines to blocks.
 *
 * In: lines and the kind of dump. Out: blocks in dump order, their roles still open, and mark-up that was taken off.
 * Never: reads roles or joins pieces; a block is what the dump itself sets apart.
 */
import type { Context } from "../context.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { unweave, unweaveWrapped } from "../lines/columns.ts";
import { measureShape } from "../lines/geometry.ts";
import type { Line } from "../lines/lines.ts";
import { unweaveRows } from "../lines/woven.ts";
import type { DumpKind } from "../page.ts";
import { applyEdits } from "../text/edit.ts";
import { lastOf } from "../text/list.ts";
import type { Source } from "../text/source.ts";
import { fromSource, plain, type Sourced } from "../text/sourced.ts";
import { type Block, changed, newBlock } from "./block.ts";
import { formWrapped } from "./form-wrapped.ts";

/**
 * A picture in Markdown or HTML, with no words of the paper: `![](a/0_27.jpg)`, `<img src="a.jpg">`. Not
 * `![开幕](a.jpg)`, whose words are text.
 */
const PICTURE = /^(?:!\[[^\]〇㐀-鿿]*\]\([^()\s]*\)|<(?:img|IMG)\b[^<>〇㐀-鿿]*>)$/;
/** A whole block in bold marks: `**以色列称…**`. */
const BOLD = /^\*\*(?!\*)(?:(?!\*\*).)+\*\*$/s;
/** This many blank lines are the hole that a removed picture leaves. */
const PICTURE_GAP_LINES = 3;
/** Leading blanks that indent a paragraph: two ideographic ones, or four of the narrow ones. More centre a line. */
const INDENT_CELLS = 4;
/** Shortest text, in characters, whose blanks can show a column width. */
const SHORTEST_MEASURED = 24;

export function formBlocks(source: Source, lines: readonly Line[], kind: DumpKind, context: Context): Block[] {
  if (kind === "wrapped" || kind === "spaced" || kind === "side-by-side") {
    const printed =
      kind === "side-by-side"
        ? unweave(source, lines, context.lexicon)
        : kind === "wrapped"
          ? columnByColumn(source, lines, context.lexicon)
          : unweaveWrapped(source, lines, kind, context.lexicon);
    return formWrapped(source, printed, kind !== "spaced", context);
  }
  const blocks: Block[] = [];
  let blankLines = 0;
  for (const line of lines) {
    if (line.isBlank) {
      blankLines += 1;
      continue;
    }
    for (const part of partsOf(source, line)) {
      blocks.push(formLine(source, part, blankLines, blocks));
      blankLines = 0;
    }
  }
  return measured(blocks);
}

/** Where many lines hold rows of columns, lines say nothing of the order of the parts. */
function columnByColumn(source: Source, lines: readonly Line[], lexicon: Lexicon): readonly Line[] {
  const cut = unweaveRows(source, lines, lexicon);
  if (cut.length > lines.length * (1 + MANY_ROWS)) return cut;
  const ordered = unweaveWrapped(source, lines, "wrapped", lexicon);
  return ordered === lines ? cut : unweaveRows(source, ordered, lexicon);
}

/** Lines that come of cutting rows, as a share of all lines. */
const MANY_ROWS = 0.4;

/** A break inside a line: of a title of several lines, or of verse. */
const BREAK = /<br ?\/?>/gi;

/** The lines that a Markdown line with breaks in it stands for, each with its break at its end. */
function partsOf(source: Source, line: Line): readonly Line[] {
  const words = source.text.slice(line.start, line.end);
  if (!words.includes("<")) return [line];
  const parts: Line[] = [];
  let from = 0;
  for (const found of words.matchAll(BREAK)) {
    const end = found.index + found[0].length;
    if (words.slice(from, found.index).trim() === "" || words.slice(end).trim() === "") continue;
    parts.push({ ...line, start: line.start + from, end: line.start + end });
    from = end;
  }
  return parts.length === 0 ? [line] : [...parts, { ...line, start: line.start + from }];
}

function withoutBreak(text: Sourced): Sourced {
  const words = plain(text);
  if (!words.endsWith(">")) return text;
  const at = words.lastIndexOf("<");
  return at > 0 && words.slice(at).replace(BREAK, "") === ""
    ? applyEdits(text, "markup/break", [{ start: at, end: words.length, text: "" }])
    : text;
}

function formLine(source: Source, line: Line, blankLines: number, before: readonly Block[]): Block {
  const text = withoutBreak(fromSource(source, line.start, line.end));
  const words = plain(text);
  const block = newBlock(text, blankLines, [line]);
  if (opensPicture(words) && PICTURE.test(words)) return changed(block, { role: "picture", confidence: 1 });
  const heading = line.headingLevel > 0 ? /^#+\s*/.exec(words) : null;
  const unmarked =
    heading === null ? text : applyEdits(text, "markup/heading", [{ start: 0, end: heading[0].length, text: "" }]);
  return changed(block, {
    text: unmarked,
    startsParagraph: isIndented(source, line) ? true : null,
    headingLevel: line.headingLevel,
    isBold: isBold(heading === null ? words : words.slice(heading[0].length)),
    followsPicture: (blankLines >= PICTURE_GAP_LINES && before.length > 0) || lastOf(before)?.role === "picture",
  });
}

function opensPicture(words: string): boolean {
  const first = words.charAt(0);
  return first === "!" || first === "<";
}

function isBold(words: string): boolean {
  return words.startsWith("**") && BOLD.test(words);
}

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
    if (block === undefined || block.role === "picture") continue;
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
