/**
 * What a piece of a column shows at its two ends.
 *
 * In: an item of the layout. Out: the same with its ends measured. Never: looks at other items.
 */
import type { Source } from "../../../text/source.ts";
import { readStrips } from "../../succession/strip.ts";
import type { Item } from "../kinds.ts";

/** `full` ends a sentence at the end of a full line: the paragraph may go on. */
export type Tail = "open" | "closed" | "full";
/** `start` has the indent of a paragraph, `on` has none, `short` and `one` leave it open. */
export type Head = "start" | "on" | "short" | "one";

export interface Piece extends Item {
  /** Counts the pieces of the band from top to bottom. */
  readonly id: number;
  /** Counts them from left to right. */
  readonly across: number;
  readonly tail: Tail;
  readonly head: Head;
  /** The last two characters and the first two. */
  readonly lastWords: string;
  readonly firstWords: string;
  /** 本报讯（记者 */
  readonly opens: boolean;
  /** What it says; nothing of a short piece, which tells no topic. */
  readonly words: string;
}

/** Full lines of one column differ by this much, in em. */
const SAME_LENGTH = 1.3;
/** A first line is shorter by its indent. */
const LEAST_SHORT = 1.6;
const MOST_SHORT = 3.6;
/** A piece of so many lines is long enough for a topic. */
const TOPIC_LINES = 3;

/** @param items from top to bottom. */
export function measurePieces(source: Source, items: readonly Item[]): Piece[] {
  const across = new Map([...items].sort((a, b) => a.x - b.x).map((item, i) => [item, i]));
  return items.map((item, id) => measurePiece(source, item, id, across.get(item) ?? 0));
}

function measurePiece(source: Source, item: Item, id: number, across: number): Piece {
  const strips = readStrips(
    source,
    item.cells.map(({ start, end }) => ({ lineStart: start, start, end, headingLevel: 0, isBlank: false })),
  );
  const first = strips[0];
  const last = strips[strips.length - 1];
  if (first === undefined || last === undefined) throw new RangeError("an item has a line");
  const { x, width, top, bottom, cells, right, startsIndented, endsSentence, kind } = item;
  // Spelled out, so that all pieces are alike: V8 is slow at fields of objects that were spread.
  return {
    x,
    width,
    top,
    bottom,
    cells,
    right,
    startsIndented,
    endsSentence,
    kind,
    id,
    across,
    tail: !last.isClosed ? "open" : last.ems >= width - SAME_LENGTH ? "full" : "closed",
    head: headOf(item, first.ems, first.isClosed),
    lastWords: last.tail,
    firstWords: first.head,
    opens: first.opens,
    words: cells.length < TOPIC_LINES ? "" : wordsOf(source, item),
  };
}

function wordsOf(source: Source, { cells }: Item): string {
  let words = "";
  for (const { start, end } of cells) words += source.text.slice(start, end);
  return words;
}

function headOf(item: Item, ems: number, isClosed: boolean): Head {
  if (item.cells.length < 2) return "one";
  const missing = item.width - ems;
  if (missing <= 1) return "on";
  if (isClosed || missing > MOST_SHORT) return "short";
  return item.startsIndented || missing >= LEAST_SHORT ? "start" : "on";
}
