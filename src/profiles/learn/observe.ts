/**
 * One page as evidence on its paper: what recurs from page to page, each with the line where it stands.
 *
 * In: the bytes of a page. Out: sightings. Never: decides; what is seen once is told apart from what recurs in `tally.ts`.
 */
import type { Block } from "../../blocks/block.ts";
import { formBlocks } from "../../blocks/form.ts";
import { readRunningLine } from "../../blocks/furniture/running-line.ts";
import { nameBlocks } from "../../blocks/name.ts";
import { isFurniture } from "../../blocks/role.ts";
import { undress } from "../../coat/undress.ts";
import type { Context } from "../../context.ts";
import { decode } from "../../decode/decode.ts";
import { closeUp } from "../../lines/double-spaced.ts";
import { recogniseDump } from "../../lines/dump.ts";
import { readLines } from "../../lines/lines.ts";
import { looseBrackets } from "../../text/brackets.ts";
import { tighten } from "../../text/chars.ts";
import { PositionIndex } from "../../text/position.ts";
import { plain } from "../../text/sourced.ts";
import type { WordList } from "../schema.ts";
import { seenRoles } from "./credits.ts";
import { seenLabel } from "./labels.ts";

/** What is counted: the lists of a profile, the paper's name, and the widths of its columns. */
export type Observed = WordList | "name" | "columnWidths";

export interface Sighting {
  readonly list: Observed;
  readonly text: string;
  /** Line of the dump, from 1. */
  readonly line: number;
  /** What stands below it, as far as that tells one printing of it from another. */
  readonly over?: string;
}

export interface Observation {
  /** The dump, decoded. */
  readonly text: string;
  /** Day and page number that the page shows, which no other page of the paper has; null where one is missing. */
  readonly key: string | null;
  readonly sightings: readonly Sighting[];
}

/** Lines of a column that make its width sure. */
const SURE_LINES = 4;
/** A line that stands on many pages word for word is this long in characters, blanks not counted. */
const LINE = { shortest: 6, longest: 60 };

/** @throws {UserError} if the bytes are no text that jianbao reads. */
export function observePage(bytes: Uint8Array, file: string, context: Context): Observation {
  const { text } = decode(bytes);
  const { source, coat } = undress({ file, text });
  const lines = closeUp(source, readLines(source));
  const kind = recogniseDump(source, lines);
  const blocks = nameBlocks(formBlocks(source, lines, kind, context).blocks, context);
  const places = new PositionIndex(text);
  const sightings: Sighting[] = [];
  for (const [index, block] of blocks.entries()) {
    const first = block.text.pieces[0]?.start ?? 0;
    const { line } = places.at(coat?.originOf(first) ?? first);
    const add = (list: Observed, text: string): void => {
      sightings.push({ list, text, line });
    };
    const words = plain(block.text);
    observeBlock(block, { words, isInText: blocks[index + 1]?.role === "body", context, add });
    const label = seenLabel(blocks, index, context);
    if (label !== null) {
      sightings.push({ list: "sectionLabels", text: label.text, line, over: label.over });
      if (label.mark !== "") add("sectionMarks", label.mark);
    }
  }
  return { text: source.text, key: keyOf(blocks, context), sightings };
}

type Add = (list: Observed, text: string) => void;

interface Observing {
  readonly words: string;
  /** More text stands below. */
  readonly isInText: boolean;
  readonly context: Context;
  readonly add: Add;
}

function observeBlock(block: Block, { words, isInText, context, add }: Observing): void {
  const { width, lineCount } = block.shape;
  if (width !== null && block.role === "body" && lineCount >= SURE_LINES) add("columnWidths", String(width));
  if (isFurniture(block.role)) observeFurniture(words, context, add);
  if (block.credits !== null) {
    const { dateline, parts } = block.credits;
    if (dateline?.agency != null) add("datelines", `${dateline.agency}讯`);
    for (const { kind, start, end } of parts)
      if (kind === "outlet") add("bylinePrefixes", tighten(words.slice(start, end)));
  }
  for (const role of seenRoles(words, context)) add("creditRoles", role);
  if (block.role === "body" && !isInText) {
    const line = tighten(words);
    if (line.length >= LINE.shortest && line.length <= LINE.longest && isWhole(line)) add("furnitureLines", line);
  }
}

/** A line that opens nothing it does not close is no piece of a paragraph. */
function isWhole(line: string): boolean {
  const { open, orphan } = looseBrackets(line);
  return open === null && orphan === null;
}

function keyOf(blocks: readonly Block[], context: Context): string | null {
  let day: string | null = null;
  let number: string | null = null;
  for (const block of blocks) {
    if (!isFurniture(block.role)) continue;
    const running = readRunningLine(plain(block.text), context);
    for (const { kind, start, end } of running?.items ?? []) {
      if (kind === "date") day ??= running?.line.text.slice(start, end) ?? null;
      else if (kind === "pageNumber") number ??= running?.line.text.slice(start, end) ?? null;
    }
  }
  return day === null || number === null ? null : `${day} ${number}`;
}

function observeFurniture(words: string, context: Context, add: Add): void {
  const running = readRunningLine(words, context);
  if (running === null) return;
  const printed = tighten(words);
  for (const { kind, start, end } of running.items) {
    if (kind === "nameplate") add("name", printed.slice(start, end));
  }
}
