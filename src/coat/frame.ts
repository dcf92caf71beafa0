/**
 * What a converter puts around every line: `12: …`, `> …`, `[30,118,410,140] …`, `…\t0.987`, `{"text": "…"},`.
 *
 * In: the text of a dump. Out: edits that take it off. Never: takes off what a paper prints. A frame stands on nearly all
 * lines, titles and folios too, in one shape in which only figures vary; no list of converters says how it looks.
 */
import { printedCells } from "../text/chars.ts";
import type { Edit } from "../text/edit.ts";
import { areWords, takeWords, type Word } from "./boxed-words.ts";
import { type FiguredLine, findBoxes, type Place } from "./boxes.ts";
import { escapeEdits } from "./escapes.ts";
import { type FilledLine, filledLines, headTokens, isAscii, isThin, type Token, tailTokens } from "./line-ends.ts";
import { NOTHING, type Taken } from "./taken.ts";

/** Fewer lines show no habit. */
const LEAST_LINES = 8;
/** Share of the lines that have the frame: a line end inside a text leaves a line without one. */
const FRAMED_SHARE = 0.95;
/** Where figures that count up are the frame, a list with a title above it must not be one. */
const COUNTED_SHARE = 0.99;
/** 1. 石小舟: so are the lines of a list printed, of which no page has so many and nothing else. */
const LEAST_AS_IN_LISTS = 40;
/** The tokens that nearly all lines have at one of their ends. */
interface Side {
  readonly shape: string;
  /** Of each line its tokens, as far as they are of the shape. */
  readonly tokens: readonly (readonly Token[])[];
}

export function readFrame(text: string): Taken {
  const lines = filledLines(text);
  if (lines.length < LEAST_LINES) return NOTHING;
  const head = commonSide(lines.map((line) => headTokens(text, line)));
  const tail = commonSide(lines.map((line) => tailTokens(text, line)));
  const isQuoted = /["']$/.test(head.shape) && /["']$/.test(tail.shape);
  const hasHead = isQuoted || isFrame(text, lines, head);
  // A tag of HTML, which may end so, says what its line is.
  const hasTail = isQuoted || (!tail.shape.startsWith(">") && isFrame(text, lines, tail));
  const blanks = hasHead ? leastBlanks(head) : 0;
  const edits: Edit[] = [];
  const figured: FiguredLine[] = [];
  for (const [i, line] of lines.entries()) {
    const last = hasHead ? head.tokens[i]?.at(-1) : undefined;
    const from =
      last === undefined ? line.start : last.shape === " " ? Math.min(last.start + blanks, last.end) : last.end;
    const to = Math.max(from, (hasTail ? tail.tokens[i]?.at(-1)?.start : undefined) ?? line.end);
    if (from > line.start) edits.push({ start: line.start, end: from, text: "" });
    if (isQuoted) edits.push(...escapeEdits(text, from, to));
    if (to < line.end) edits.push({ start: to, end: line.end, text: "" });
    const sides = [hasHead ? (head.tokens[i] ?? []) : [], hasTail ? (tail.tokens[i]?.toReversed() ?? []) : []];
    const ems = printedCells(text, from, to) / 2;
    if (to > from) figured.push({ start: from, end: to, ems, figures: figuresOf(text, sides).map(Number) });
  }
  const places = findBoxes(figured);
  return areWords(places) ? takeWords(text, wordsOf(text, lines, places)) : { edits, places };
}

/** The words of a table with a word on each row, and what else the dump has in print. */
function wordsOf(text: string, lines: readonly FilledLine[], places: readonly Place[]): Word[] {
  const words: Word[] = [];
  let next = 0;
  let opensLine = true;
  for (const { start, end } of lines) {
    const place = places[next];
    if (place !== undefined && place.start < end) {
      words.push({ ...place, opensLine });
      opensLine = false;
      next += 1;
    } else {
      opensLine = true;
      if (!ASCII_ONLY.test(text.slice(start, end))) words.push({ start, end, box: null, opensLine });
    }
  }
  return words;
}

/** The names of the columns, and rows without a word, which part lines. */
const ASCII_ONLY = /^[\0-\x7f]*$/;

/** A cheap look first: most pages begin and end nearly all of their lines with Han or a mark of print. */
export function mayBeFramed(text: string): boolean {
  let lines = 0;
  let framed = 0;
  let start = 0;
  const lineEnd = text.includes("\n") ? "\n" : "\r";
  for (let end = text.indexOf(lineEnd); end >= 0 && lines < FIRST_LINES; end = text.indexOf(lineEnd, start)) {
    let first = start;
    let last = end - 1;
    while (first < last && isThin(text.charCodeAt(first))) first += 1;
    while (last > first && isThin(text.charCodeAt(last))) last -= 1;
    start = end + 1;
    if (last < first) continue;
    lines += 1;
    if (isAscii(text.charCodeAt(first)) || isAscii(text.charCodeAt(last))) framed += 1;
  }
  return framed > lines / 2;
}

const FIRST_LINES = 60;

/** Token by token what most lines have. A line of nothing but the beginning of the frame is a blank line in its coat. */
function commonSide(all: readonly (readonly Token[])[]): Side {
  let shape = "";
  let taken = 0;
  let alike = all.map((_, i) => i);
  const least = all.length * FRAMED_SHARE;
  for (;;) {
    const counts = new Map<string, number[]>();
    for (const i of alike) {
      const next = all[i]?.[taken]?.shape ?? "";
      const known = counts.get(next);
      if (known === undefined) counts.set(next, [i]);
      else known.push(i);
    }
    const ended = counts.get("") ?? [];
    counts.delete("");
    const [best] = [...counts].sort((a, b) => b[1].length - a[1].length);
    if (best === undefined || best[1].length + ended.length < least || best[1].length < ended.length) break;
    shape += best[0];
    taken += 1;
    alike = [...best[1], ...ended];
  }
  // A figure next to the words may be the paper's.
  while (shape.endsWith("0")) {
    shape = shape.slice(0, -1);
    taken -= 1;
  }
  const isAlike = new Set(alike);
  return { shape, tokens: all.map((tokens, i) => (isAlike.has(i) ? tokens.slice(0, taken) : [])) };
}

/** Whether no line of print has such an end. */
function isFrame(text: string, lines: readonly FilledLine[], side: Side): boolean {
  const { shape } = side;
  if (shape.includes("<")) return false;
  if (/[>|{}\\]/.test(shape) || /^[-*+] $/.test(shape)) return true;
  const figures = shape.split("0").length - 1;
  if (figures === 0) return false;
  if (figures >= 4 && (shape.match(/[,[( ]/g)?.length ?? 0) >= 3) return true;
  return isScore(text, side) || (figures === 1 && isCounted(text, lines, side));
}

/** `0.987`, `1.0`: how sure the engine is of each line. */
function isScore(text: string, { tokens }: Side): boolean {
  const figures = figuresOf(text, tokens);
  return figures.every((figure) => figure.includes(".") && Number(figure) >= 0 && Number(figure) <= 1);
}

/** Lines numbered by the converter, blank ones counted or not. */
function isCounted(text: string, lines: readonly FilledLine[], { shape, tokens }: Side): boolean {
  let counted = 0;
  let above: { readonly figure: number; readonly index: number; readonly line: number } | null = null;
  for (const [index, line] of lines.entries()) {
    const [figure = ""] = figuresOf(text, [tokens[index] ?? []]);
    if (!/^\d+$/.test(figure)) continue;
    const here = { figure: Number(figure), index, line: line.number };
    const step = above === null ? 1 : here.figure - above.figure;
    if (above === null || step === index - above.index || step === here.line - above.line) counted += 1;
    above = here;
  }
  if (shape.startsWith("0.") && lines.length < LEAST_AS_IN_LISTS) return false;
  return counted >= lines.length * COUNTED_SHARE;
}

function figuresOf(text: string, all: readonly (readonly Token[])[]): string[] {
  return all.flatMap((tokens) =>
    tokens.flatMap(({ shape, start, end }) => (shape === "0" ? [text.slice(start, end)] : [])),
  );
}

/** Blanks behind the frame that every line has; more of them are an indent. */
function leastBlanks({ tokens }: Side): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of tokens) {
    const last = line.at(-1);
    if (last !== undefined && last.shape === " ") least = Math.min(least, last.end - last.start);
  }
  return least;
}
