/**
 * A dump that is JSON: an array of records, one a line or spread over many, or one record with a whole page in it; by itself
 * or in a fence. Lists and records as Python prints them are read, too: they have single quotes.
 *
 * In: the text of a dump. Out: edits that leave the texts, one below the other. Never: takes off a value with Han in it; a
 * dump in which anything else holds Han is not read so.
 */
import { printedCells } from "../text/chars.ts";
import type { Edit } from "../text/edit.ts";
import { type FiguredLine, findBoxes, type Place } from "./boxes.ts";
import { type KeyedText, withoutDoubles } from "./doubles.ts";
import { escapeEdits } from "./escapes.ts";
import { isLabel, markOf } from "./labels.ts";
import { NOTHING, type Taken } from "./taken.ts";

/** A string, and the colon that makes it a key: `"text":`, `"新茶\"下山\""`, `'text':`. */
const STRING = /(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')(\s*:)?/g;

const HAN = /[〇㐀-鿿]|\\u[4-9][\da-f]{3}/i;

/** A string; records are counted from their opening brackets. */
type Value = KeyedText;

/** A figure, and the key that it stands behind. */
interface Figure {
  readonly key: string;
  readonly value: number;
  readonly record: number;
}

export function readJson(text: string): Taken {
  const start = Math.max(text.indexOf(FENCE), 0);
  const end = start < text.lastIndexOf(FENCE) ? text.lastIndexOf(FENCE) + FENCE.length : text.length;
  const { edits, places } = readData(text.slice(start, end), start === 0);
  if (start === 0) return { edits, places };
  const moved = <T extends Edit | Place>(one: T): T => ({ ...one, start: one.start + start, end: one.end + start });
  return { edits: edits.map(moved), places: places.map(moved) };
}

/** Before and behind data that a model gives; what it says of them stands around. */
const FENCE = "```";

/** @param isWhole nothing is said before. */
function readData(text: string, isWhole: boolean): Taken {
  const first = /^\s*(?:```(?:json)?\s*)?[[{]\s*["'{[(\]}]/i.exec(text);
  if (first === null || !closes(text.slice(-LONGEST_END).trimEnd())) return NOTHING;
  const { values, figures } = readValues(text);
  const keys = new Set(values.filter(({ start, end }) => HAN.test(text.slice(start, end))).map(({ key }) => key));
  const all = values.filter(({ key }) => keys.has(key));
  if (all.length === 0 || hasHanOutside(text, all)) return NOTHING;
  const texts = withoutDoubles(text, all);
  // Blocks stand apart, printed lines below each other.
  const seam = texts.some(({ start, end }) => end - start > LONGEST_LINE) ? "\n\n" : "\n";
  const labels = readLabels(text, values);
  const levels = new Map(figures.filter(isLevel).map(({ record, value }) => [record, value]));
  const edits: Edit[] = [];
  let behind = 0;
  for (const { start, end, record } of texts) {
    const gap = text.slice(behind, start);
    const { heading, isBelowPicture } = markOf(labels.get(record));
    const level = levels.get(record);
    const isMarked = text.charAt(start) === "#";
    const mark = isMarked ? "" : level === undefined ? heading : `${"#".repeat(level)} `;
    // Blank lines between records are those of the page.
    const blankLines = isBelowPicture ? PICTURE_WHITE : "\n".repeat(gap.match(BLANK_LINE)?.length ?? 0);
    edits.push(...betweenPages(text, behind, start - 1, behind === 0 ? (isWhole ? "" : "\n\n") : seam + blankLines));
    edits.push({ start: start - 1, end: start, text: mark });
    edits.push(...escapeEdits(text, start, end));
    behind = end;
  }
  return {
    edits: [...edits, ...betweenPages(text, behind, text.length, "\n")],
    places: findBoxes(figuredLines(text, texts, figures)),
  };
}

function hasHanOutside(text: string, texts: readonly Value[]): boolean {
  let behind = 0;
  for (const { start, end } of texts) {
    if (HAN.test(text.slice(behind, start))) return true;
    behind = end;
  }
  return HAN.test(text.slice(behind));
}

function isLevel({ key, value }: Figure): boolean {
  return key === LEVEL && value >= 1 && value <= DEEPEST;
}

function closes(end: string): boolean {
  const data = end.endsWith(FENCE) ? end.slice(0, -FENCE.length).trimEnd() : end;
  return data.endsWith("]") || data.endsWith("}");
}

/** Each text with its figures: those of its record, or, where each key has a list for all texts, its part of each list. */
function figuredLines(text: string, texts: readonly Value[], all: readonly Figure[]): FiguredLine[] {
  const counts = new Map<string, number>();
  for (const { key } of all) counts.set(key, (counts.get(key) ?? 0) + 1);
  // What the records have each, and not the page.
  const figures = all.filter(({ key }) => (counts.get(key) ?? 0) % texts.length === 0);
  const each = figures.length / texts.length;
  const isByRecord = figures.every(({ key }, i) => key === figures[i % each]?.key);
  const rows: number[][] = texts.map(() => []);
  const seen = new Map<string, number>();
  for (const [i, { key, value }] of figures.entries()) {
    const at = seen.get(key) ?? 0;
    seen.set(key, at + 1);
    const row = isByRecord ? i / each : (at * texts.length) / (counts.get(key) ?? 1);
    rows[Math.floor(row)]?.push(value);
  }
  return texts.map(({ start, end }, i) => {
    const ems = printedCells(text.slice(start, end).replace(ESCAPED, "〇")) / 2;
    return { start, end, ems, figures: rows[i] ?? [] };
  });
}

/** Edits for what stands between two texts. A form feed in it stays: there the next page begins. */
export function betweenPages(text: string, from: number, to: number, seam: string): Edit[] {
  const edits: Edit[] = [];
  let start = from;
  for (let feed = text.indexOf("\f", from); feed >= 0 && feed < to; feed = text.indexOf("\f", start)) {
    edits.push({ start, end: feed, text: start === from ? seam : "" });
    start = feed + 1;
  }
  edits.push({ start, end: to, text: start === from ? seam : "" });
  return edits;
}

/** Code units of a printed line of one column, at most. */
const LONGEST_LINE = 60;
const BLANK_LINE = /\n[ \t\r]*(?=\n)/g;
/** White that stands for a picture. */
const PICTURE_WHITE = "\n\n\n";
/** What MinerU says of a heading, in its record. */
const LEVEL = "text_level";
const DEEPEST = 6;
/** Characters behind the last text in which the data must close. */
const LONGEST_END = 100;

const ESCAPED = /\\u[\da-f]{4}/gi;

/** What a model calls the text of a record, if that says more than that it is one. */
function readLabels(text: string, values: readonly Value[]): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  for (const { start, end, record } of values) {
    const name = end - start > LONGEST_LABEL ? "" : text.slice(start, end);
    if (isLabel(name)) labels.set(record, name);
  }
  return labels;
}

const LONGEST_LABEL = 20;

function readValues(text: string): { readonly values: Value[]; readonly figures: Figure[] } {
  const values: Value[] = [];
  const figures: Figure[] = [];
  const open: number[] = [];
  let records = 0;
  let key = "";
  let behind = 0;
  const readGap = (gap: string): void => {
    for (const { 0: token } of gap.matchAll(BRACE_OR_FIGURE)) {
      if (token === "{") {
        records += 1;
        open.push(records);
      } else if (token === "}") open.pop();
      else figures.push({ key, value: Number(token), record: open.at(-1) ?? 0 });
    }
  };
  for (const { 0: whole, 1: words, 2: quoted = "", 3: colon, index } of text.matchAll(STRING)) {
    readGap(text.slice(behind, index));
    behind = index + whole.length;
    const string = words ?? quoted;
    if (colon !== undefined) key = string;
    else values.push({ key, start: index + 1, end: index + 1 + string.length, record: open.at(-1) ?? 0 });
  }
  readGap(text.slice(behind));
  return { values, figures };
}

const BRACE_OR_FIGURE = /[{}]|-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi;
