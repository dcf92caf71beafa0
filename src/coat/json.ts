/**
 * A dump that is JSON: an array of records, one a line or spread over many, or one record with a whole page in it.
 *
 * In: the text of a dump. Out: edits that leave the texts, one below the other. Never: takes off a value with Han in it; a
 * dump in which anything else holds Han is not read so.
 */
import type { Edit } from "../text/edit.ts";
import { escapeEdits } from "./escapes.ts";

/** A string, and the colon that makes it a key: `"text":`, `"新茶\"下山\""`. */
const STRING = /"((?:[^"\\\n]|\\.)*)"(\s*:)?/g;

const HAN = /[〇㐀-鿿]|\\u[4-9][\da-f]{3}/i;

interface Value {
  readonly key: string;
  /** Of the string between its quotes. */
  readonly start: number;
  readonly end: number;
}

export function jsonEdits(text: string): readonly Edit[] {
  if (!"[{".includes(text.trimStart().charAt(0))) return NO_EDITS;
  const first = /^\s*[[{]\s*["{[\]}]/.exec(text);
  if (first === null || !/[\]}]\s*$/.test(text.slice(-LONGEST_END))) return NO_EDITS;
  const values = readValues(text);
  const keys = new Set(values.filter(({ start, end }) => HAN.test(text.slice(start, end))).map(({ key }) => key));
  const texts = values.filter(({ key }) => keys.has(key));
  // Blocks stand apart, printed lines below each other.
  const seam = texts.some(({ start, end }) => end - start > LONGEST_LINE) ? "\n\n" : "\n";
  const edits: Edit[] = [];
  let behind = 0;
  for (const { start, end } of texts) {
    const gap = text.slice(behind, start);
    if (HAN.test(gap)) return NO_EDITS;
    const level = LEVEL.exec(text.slice(end, end + LONGEST_REST))?.[1];
    const mark = level === undefined ? "" : `${"#".repeat(Number(level))} `;
    // Blank lines between records are those of the page.
    const blankLines = "\n".repeat(gap.match(BLANK_LINE)?.length ?? 0);
    edits.push(...betweenPages(text, behind, start - 1, behind === 0 ? "" : seam + blankLines));
    edits.push({ start: start - 1, end: start, text: mark });
    edits.push(...escapeEdits(text, start, end));
    behind = end;
  }
  if (texts.length === 0 || HAN.test(text.slice(behind))) return NO_EDITS;
  return [...edits, ...betweenPages(text, behind, text.length, "\n")];
}

/** Edits for what stands between two texts. A form feed in it stays: there the next page begins. */
function betweenPages(text: string, from: number, to: number, seam: string): Edit[] {
  const edits: Edit[] = [];
  let start = from;
  for (let feed = text.indexOf("\f", from); feed >= 0 && feed < to; feed = text.indexOf("\f", start)) {
    edits.push({ start, end: feed, text: start === from ? seam : "" });
    start = feed + 1;
  }
  edits.push({ start, end: to, text: start === from ? seam : "" });
  return edits;
}

const NO_EDITS: readonly Edit[] = [];
/** Code units of a printed line of one column, at most. */
const LONGEST_LINE = 60;
const BLANK_LINE = /\n[ \t\r]*(?=\n)/g;
/** What MinerU says behind the text of a heading, in the same record. */
const LEVEL = /^[^}]*?"text_level"\s*:\s*([1-6])/;
const LONGEST_REST = 120;
/** Characters behind the last text in which the data must close. */
const LONGEST_END = 100;

function readValues(text: string): Value[] {
  const values: Value[] = [];
  let key = "";
  for (const { 1: words = "", 2: colon, index } of text.matchAll(STRING)) {
    if (colon !== undefined) key = words;
    else values.push({ key, start: index + 1, end: index + 1 + words.length });
  }
  return values;
}
