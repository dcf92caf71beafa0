/**
 * Words that a dump gives one by one, each with its box, as lines.
 *
 * In: words in the order of the dump. Out: edits that leave them line by line, and where each line was printed. Never: goes by
 * boxes where the engine has taken the lines of several columns for one; then the lines stay as it has them, with their
 * white, for the stage that cuts such rows by their words.
 */
import { isWordCode } from "../text/chars.ts";
import type { Edit } from "../text/edit.ts";
import { median } from "../text/list.ts";
import type { Span } from "../text/source.ts";
import type { Box, Place } from "./boxes.ts";
import { betweenPages } from "./json.ts";
import type { Taken } from "./taken.ts";

export interface Word extends Span {
  /** One without a box is a line by itself. */
  readonly box: Box | null;
  /** The dump says that a line begins with it. */
  readonly opensLine: boolean;
}

/** Share of words that are followed by the next one of their line, from which on they are words and no lines. */
const WORDS_SHARE = 0.4;
/** White in heights of the line: between words, a blank between those of letters and of Han, and where a column ends; a mark fills half of its place. */
const WIDEST_BETWEEN_WORDS = 0.75;
const BLANK = 0.15;
const WIDE_BLANK = 0.8;
const WHITE = 1.1;
const WHITE_AT_MARK = 1.4;
/** Words of one line overlap by such a part of the lower one's height. */
const SAME_ROW = 0.3;
/** Share of lines with white in them, from which on they are rows of columns. */
const WOVEN_SHARE = 0.15;
/** What stands for the white in a row of columns. */
const GUTTER = "    ";

export function areWords(places: readonly Place[]): boolean {
  let followed = 0;
  for (const [i, { box }] of places.entries()) {
    const next = places[i + 1]?.box;
    if (next !== undefined && isOnRow(box, next) && whiteOf(box, next) <= WIDEST_BETWEEN_WORDS) followed += 1;
  }
  return followed > places.length * WORDS_SHARE;
}

/** What the engine has taken for a line, in parts that white sets apart. */
type Row = readonly (readonly Word[])[];

export function takeWords(text: string, words: readonly Word[]): Taken {
  const rows = rowsOf(text, words);
  const isWoven = rows.filter((row) => row.length > 1).length > rows.length * WOVEN_SHARE;
  const edits: Edit[] = [];
  const places: Place[] = [];
  let behind = 0;
  const add = (word: Word, seam: string): void => {
    edits.push(...betweenPages(text, behind, word.start, behind === 0 ? "" : seam));
    behind = word.end;
  };
  let above: Row | null = null;
  for (const row of rows) {
    for (const [k, part] of row.entries()) {
      const isApart = k === 0 && isWoven && above !== null && !isBelow(above, row);
      for (const [i, word] of part.entries()) {
        const isLatin = isAscii(text, behind - 1) && isAscii(text, word.start);
        const isSpaced = whiteOf(part[i - 1]?.box, word.box) >= (isLatin ? BLANK : WIDE_BLANK);
        add(word, i > 0 ? (isSpaced ? " " : "") : k > 0 && isWoven ? GUTTER : isApart ? "\n\n" : "\n");
      }
      const boxes = part.flatMap(({ box }) => (box === null ? [] : [box]));
      if (!isWoven && boxes.length > 0) places.push({ start: part[0]?.start ?? 0, end: behind, box: boxOf(boxes) });
    }
    above = row;
  }
  edits.push(...betweenPages(text, behind, text.length, "\n"));
  return { edits: edits.filter((edit) => edit.end > edit.start), places };
}

function rowsOf(text: string, words: readonly Word[]): Row[] {
  const rows: Word[][][] = [];
  let last: Word | null = null;
  for (const word of words) {
    const row = rows[rows.length - 1];
    const isRest = !word.opensLine && last?.box != null && word.box !== null && isOnRow(last.box, word.box);
    if (row === undefined || !isRest) rows.push([[word]]);
    else {
      const most = isMark(text, (last as Word).end - 1) || isMark(text, word.start) ? WHITE_AT_MARK : WHITE;
      if (whiteOf(last?.box, word.box) > most) row.push([word]);
      else row[row.length - 1]?.push(word);
    }
    last = word;
  }
  return rows;
}

function isOnRow(last: Box, next: Box): boolean {
  const overlap = Math.min(last.y + last.height, next.y + next.height) - Math.max(last.y, next.y);
  return next.x > last.x && overlap >= SAME_ROW * Math.min(last.height, next.height);
}

function whiteOf(last: Box | null | undefined, next: Box | null): number {
  if (last == null || next === null) return 0;
  return (next.x - last.x - last.width) / Math.max(last.height, next.height);
}

/** On the next row of the same block. */
function isBelow(above: Row, row: Row): boolean {
  const [upper, lower] = [above[0]?.[0]?.box, row[0]?.[0]?.box];
  if (upper == null || lower == null) return false;
  const step = lower.y - upper.y;
  return step > 0 && step < NEXT_ROW * Math.max(upper.height, lower.height);
}

/** In heights of a line. */
const NEXT_ROW = 2.2;

/** Boxes of single words are uneven: the line is as high as most of them. */
function boxOf(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const y = median(
    boxes.map((box) => box.y),
    0,
  );
  const bottom = median(
    boxes.map((box) => box.y + box.height),
    0,
  );
  return { x, y, width: right - x, height: bottom - y };
}

function isMark(text: string, at: number): boolean {
  return MARKS.includes(text.charAt(at));
}

const MARKS = "，。、；：？！“”‘’（）《》〈〉「」『』【】—…·,.;:?!()";

function isAscii(text: string, at: number): boolean {
  return isWordCode(text.charCodeAt(at));
}
