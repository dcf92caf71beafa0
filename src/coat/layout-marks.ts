/**
 * ALTO and hOCR: mark-up of libraries in which each word or line has its box.
 *
 * In: the text of a dump. Out: edits that leave the words, line by line, and where the lines were printed. Never: takes off
 * what may be print; a file in which anything but the words goes beyond ASCII is not read so.
 */
import { takeWords, type Word } from "./boxed-words.ts";
import type { Box } from "./boxes.ts";
import { NOTHING, type Taken } from "./taken.ts";

/** Fewer words are no page. */
const LEAST_WORDS = 8;
/** Characters in which such a file says what it is. */
const LOOKED_AT = 6000;

export function readLayoutMarks(text: string): Taken {
  const opening = text.slice(0, LOOKED_AT);
  const words = opening.includes("<alto") ? readAlto(text) : /\bbbox \d/.test(opening) ? readHocr(text) : [];
  if (words.length < LEAST_WORDS || holdsPrint(text, words)) return NOTHING;
  return takeWords(text, words);
}

const STRING = /<(?:\w+:)?String\b[^<>]*>/g;
const CONTENT = /\bCONTENT\s*=\s*(?:"([^"]*)"|'([^']*)')/;

function readAlto(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: tag, index } of text.matchAll(STRING)) {
    const content = CONTENT.exec(tag);
    if (content === null) continue;
    const length = (content[1] ?? content[2] ?? "").length;
    const start = index + content.index + content[0].length - 1 - length;
    const [x, y, width, height] = ["HPOS", "VPOS", "WIDTH", "HEIGHT"].map((name) => attribute(tag, name));
    const isBox = x !== undefined && y !== undefined && width !== undefined && height !== undefined;
    const opensLine = text.slice(words[words.length - 1]?.end ?? 0, start).includes("TextLine");
    if (length > 0) words.push({ start, end: start + length, box: isBox ? { x, y, width, height } : null, opensLine });
  }
  return words;
}

function attribute(tag: string, name: string): number | undefined {
  const at = tag.indexOf(` ${name}=`);
  const value = at < 0 ? Number.NaN : Number.parseFloat(tag.slice(at + name.length + 3));
  return Number.isNaN(value) ? undefined : value;
}

const BOX = /\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)/;

/** `ocr_line`, `ocr_header`; words are `ocrx_word`. */
const LINE = /\bocr_[a-z]/;

/** What stands between tags, in the box that was named last. */
function readHocr(text: string): Word[] {
  const words: Word[] = [];
  let box: Box | null = null;
  for (let end = text.indexOf(">"); end >= 0; ) {
    const [start, next] = [text.lastIndexOf("<", end), text.indexOf("<", end)];
    const found = BOX.exec(text.slice(start, end));
    if (found !== null) {
      const [x = 0, y = 0, right = 0, bottom = 0] = found.slice(1).map(Number);
      box = { x, y, width: right - x, height: bottom - y };
    }
    const between = text.slice(end + 1, next < 0 ? text.length : next);
    const word = between.trim();
    const from = end + 1 + between.indexOf(word);
    const above = words[words.length - 1]?.end ?? 0;
    const opensLine = LINE.test(text.slice(above, from));
    if (word !== "" && box !== null) words.push({ start: from, end: from + word.length, box, opensLine });
    if (next < 0) break;
    end = text.indexOf(">", next);
  }
  return words;
}

const NOT_ASCII = /[^\0-\x7f]/;

function holdsPrint(text: string, words: readonly Word[]): boolean {
  let behind = 0;
  for (const { start, end } of words) {
    if (NOT_ASCII.test(text.slice(behind, start))) return true;
    behind = end;
  }
  return NOT_ASCII.test(text.slice(behind));
}
