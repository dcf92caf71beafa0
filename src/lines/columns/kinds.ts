/**
 * What a strand is, as far as its place tells.
 *
 * In: strands. Out: strands with a kind, for the layout only; roles are named later, from words. Never: orders strands.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isHanCode, isSentenceEnd } from "../../text/chars.ts";
import { firstTwo, lastTwo } from "../../text/ends.ts";
import { lastOf } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
import { isInside, nearest } from "./inside.ts";
import { sizeOf, TITLE_SIZE } from "./layout/title-size.ts";
import { LEAST_INDENT } from "./measures.ts";
import { type Column, CREDITS, kindOfShort } from "./short-piece.ts";
import type { Strand } from "./strands.ts";

/**
 * `text` is a column piece, `title` anything that heads one (labels and bylines too), `inside` a subhead within a column,
 * `caption` stands under a picture.
 */
export type Kind = "text" | "title" | "inside" | "caption";

export interface Item extends Strand {
  readonly kind: Kind;
  /** Right edge. */
  readonly right: number;
  readonly startsIndented: boolean;
  readonly endsSentence: boolean;
}

/** With what its ends say, where it is a column of text. */
export type Unnamed = Omit<Item, "kind"> & Pick<Column, "head" | "tail">;

/** `长桌宴开席。`, `石舟 摄`, `（石舟 摄）`, `村委会供图`. Not `石舟`. */
const CAPTION = /(?:。|[摄攝]|[摄攝][）)]|提供|供[图圖])$/u;
/** A strand of so many lines is text. */
const TEXT_LINES = 3;
/** One of so many may be something else. */
const SHORT_LINES = 4;
/** A picture leaves a hole of at least this many rows above its caption. */
const PICTURE_ROWS = 3;
/** Lines of larger type are rather a title's. */
const LARGE_TEXT = 1.12;
/** A title in type as small as the body's is no longer, in em. */
const LONGEST_PLAIN_TITLE = 14;
/** Captions are set smaller than the body. */
const CAPTION_SIZE = 0.9;
/** Rows from a kicker to the middle of its headline. */
const KICKER_ROWS = 2;
/** Columns of one text that begin on one row are equally wide, in em, and not narrower than this. */
const SAME_LENGTH = 2;
const NARROWEST_TEXT = 8;
/** Strands further away than this many rows have no say. */
const REACH_ROWS = 60;

export function nameKinds(source: Source, strands: readonly Strand[], lexicon: Lexicon): Item[] {
  const items = strands.map((strand) => measure(source, strand));
  const sheets = new Map<number, Unnamed[]>();
  for (const item of items) {
    const last = Math.floor(item.bottom / REACH_ROWS) + 1;
    for (let sheet = Math.floor(item.top / REACH_ROWS) - 1; sheet <= last; sheet += 1) {
      const there = sheets.get(sheet);
      if (there === undefined) sheets.set(sheet, [item]);
      else there.push(item);
    }
  }
  return items.map((item) => {
    const near = sheets.get(Math.floor(item.top / REACH_ROWS)) ?? [];
    const { x, width, top, bottom, cells, right, startsIndented, endsSentence } = item;
    const kind = kindOf(source, item, near, lexicon);
    return { x, width, top, bottom, cells, right, startsIndented, endsSentence, kind };
  });
}

export function textOf(source: Source, strand: Strand): string {
  return strand.cells.map((cell) => source.text.slice(cell.start, cell.end)).join("");
}

/** Whether it may be a caption, by its last words. */
export function endsLikeCaption(source: Source, strand: Strand): boolean {
  return CAPTION.test(textOf(source, strand));
}

function measure(source: Source, strand: Strand): Unnamed {
  const { x, width, top, bottom, cells } = strand;
  const first = cells[0];
  const last = lastOf(cells);
  const startsIndented = (first?.x ?? x) - x > LEAST_INDENT - 0.2;
  const endsSentence = !endsWithHan(source, strand) && isSentenceEnd(textOf(source, strand));
  const head = first === undefined ? "" : firstTwo(source.text, first);
  const tail = last === undefined ? "" : lastTwo(source.text, last);
  return { x, width, top, bottom, cells, right: x + width, startsIndented, endsSentence, head, tail };
}

/** So does no sentence, and most columns do: their text need not be put together. */
function endsWithHan(source: Source, { cells }: Strand): boolean {
  const last = lastOf(cells);
  return last !== undefined && isHanCode(source.text.charCodeAt(last.end - 1));
}

function kindOf(source: Source, item: Unnamed, near: readonly Unnamed[], lexicon: Lexicon): Kind {
  if (item.cells.length > SHORT_LINES) return "text";
  const texts = near.filter((other) => other.cells.length >= TEXT_LINES);
  // The rest of a text that filled the columns to the left starts where they start.
  const isRest = item.endsSentence && texts.some((other) => other.top === item.top && other.x < item.x);
  const above = nearest(texts, item, (other) => item.top - other.bottom);
  const hole = above === undefined ? PICTURE_ROWS : item.top - above.bottom - 1;
  const isMate = near.some((other) => isRowMate(item, other));
  const bySize = kindBySize(source, item, near);
  const kind = bySize ?? kindOfShort(item, { source, lexicon, texts, hole, isRowMate: isMate, isRest });
  if (kind !== "title") return kind;
  return isInside(source, item, { near, texts, above, isPlain: bySize === null }) ? "inside" : "title";
}

/** What the size of its type says by itself, where the dump tells it. */
function kindBySize(source: Source, item: Unnamed, near: readonly Unnamed[]): Kind | null {
  if (item.cells[0]?.size === undefined) return null;
  const size = sizeOf(item);
  if (size >= TITLE_SIZE) return "title";
  if (size <= CAPTION_SIZE) return "caption";
  if (item.top < item.bottom && (size < LARGE_TEXT || item.endsSentence)) return "text";
  if (!item.endsSentence && near.some((other) => isLedTo(other, item))) return "title";
  return size < LARGE_TEXT && item.width > LONGEST_PLAIN_TITLE && !CREDITS.test(textOf(source, item)) ? "text" : null;
}

/** A line right above a large one leads in to it. */
function isLedTo(headline: Unnamed, line: Unnamed): boolean {
  const rows = headline.top - line.top;
  if (rows < 1 || rows > KICKER_ROWS || headline.x >= line.right || line.x >= headline.right) return false;
  return sizeOf(headline) >= TITLE_SIZE;
}

/** Columns of one short text begin on one row and are equally wide; one of them starts or ends a paragraph. */
function isRowMate(item: Unnamed, other: Unnamed): boolean {
  if (other.top !== item.top || other.x === item.x || item.width < NARROWEST_TEXT) return false;
  if (Math.abs(other.width - item.width) > SAME_LENGTH) return false;
  if (item.startsIndented || item.endsSentence || other.cells.length >= TEXT_LINES) return true;
  return other.startsIndented || other.endsSentence;
}
