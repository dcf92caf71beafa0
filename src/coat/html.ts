/**
 * HTML to the marks of Markdown, which the later stages read: `<h2>题</h2>` to `## 题`, a row of a table to `|甲|乙|`.
 *
 * In: the text of a dump. Out: edits that take off the tags, and part the lines that they part. Never: touches the words
 * between them, nor a picture, which says something of the line below it.
 */
import type { Edit } from "../text/edit.ts";
import { ENTITY, readEntity } from "../text/entities.ts";
import { isLineTag, isTag, TAGS, tagName } from "./tags.ts";

/** Tags with nothing but blanks between them. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly tags: readonly { readonly start: number; readonly end: number; readonly name: string }[];
  /** A line ends or begins here. */
  readonly partsLines: boolean;
}

export function tagEdits(text: string): readonly Edit[] {
  const runs = readRuns(text);
  const edits: Edit[] = [];
  let isInHeading = false;
  for (const [i, run] of runs.entries()) {
    const { start, end, tags, partsLines } = run;
    const first = tags[0]?.name ?? "";
    const last = tags.at(-1)?.name ?? "";
    const isBoldAbove = partsLines && isBold(first.slice(1)) && isBoldWhole(runs[i - 1], run);
    const isBoldBelow = partsLines && isBold(last) && isBoldWhole(run, runs[i + 1]);
    const level = headingLevel(run);
    const cells = cellMarks(run, runs[i - 1], runs[i + 1]);
    if (partsLines || cells !== null) {
      const isBetween = start > 0 && end < text.length;
      const seam = cells?.isInRow === true ? "" : isBetween ? lineEnds(text, run, isInHeading && level === 0) : "";
      const above = `${isBoldAbove ? "**" : ""}${cells?.above ?? ""}${seam}`;
      const below = `${level > 0 ? `${"#".repeat(level)} ` : ""}${cells?.below ?? ""}${isBoldBelow ? "**" : ""}`;
      // What is put before the line below stands for the last tag, so that each mark has a tag that it comes from.
      const middle = below === "" ? end : (tags.at(-1)?.start ?? end);
      if (middle > start) edits.push({ start, end: middle, text: above });
      if (end > middle) edits.push({ start: middle, end, text: middle > start ? below : above + below });
    } else for (const tag of tags) edits.push({ start: tag.start, end: tag.end, text: "" });
    if (level > 0) isInHeading = true;
    else if (tags.some(({ name }) => /^\/h[1-6]$/.test(name))) isInHeading = false;
  }
  return edits;
}

/** Edits for the characters that HTML writes by their names. `&lt;` stays before what would make a tag of it. */
export function entityEdits(text: string): readonly Edit[] {
  return [...text.matchAll(ENTITY)].flatMap(({ 0: entity, index }) => {
    const read = readEntity(entity);
    const end = index + entity.length;
    if (read === null || (read === "<" && /^[a-z/!|]/i.test(text.charAt(end)))) return [];
    return [{ start: index, end, text: read }];
  });
}

/** A tag whose brackets are written by their names: `&lt;p class=&quot;t&quot;&gt;`, `&amp;lt;br/&amp;gt;`. */
const ESCAPED_TAG = /(&(?:amp;)*lt;)(\/?[a-z][a-z\d]{0,11}(?:[ \t][^<>\n〇㐀-鿿]{0,200}?)?\/?)(&(?:amp;)*gt;)/gi;
/** No paper prints two. */
const LEAST_ESCAPED = 2;

/** Edits for the brackets of tags in a page of HTML that was put into a file of HTML or XML as a text. */
export function escapedTagEdits(text: string): readonly Edit[] {
  const found = [...text.matchAll(ESCAPED_TAG)].filter(([, , inside = ""]) => isTag(`<${inside}>`));
  if (found.length < LEAST_ESCAPED) return [];
  return found.flatMap(({ 0: whole, 1: open = "", 3: close = "", index }) => {
    const end = index + whole.length;
    return [
      { start: index, end: index + open.length, text: "<" },
      { start: end - close.length, end, text: ">" },
    ];
  });
}

function readRuns(text: string): Run[] {
  const runs: Run[] = [];
  let tags: Run["tags"][number][] = [];
  let behind = 0;
  const close = (): void => {
    const [first] = tags;
    const last = tags.at(-1);
    if (first === undefined || last === undefined) return;
    const isCommentLine =
      first.name === "!" && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, first.start - LONGEST_INDENT), first.start));
    const partsLines = isCommentLine || tags.some(({ start, end }) => isLineTag(text.slice(start, end)));
    // At a line end the blanks around the tags are of the mark-up, too.
    runs.push({
      start: partsLines ? first.start - blanksBefore(text, first.start) : first.start,
      end: partsLines ? last.end + blanksBehind(text, last.end) : last.end,
      tags,
      partsLines,
    });
    tags = [];
  };
  for (const { 0: tag, index } of text.matchAll(TAGS)) {
    const between = text.slice(behind, index);
    // In `<<b>p>` another tag would come out.
    if (between.lastIndexOf("<") > between.lastIndexOf(">") || isPicture(tag)) {
      behind = index + (isPicture(tag) ? tag.length : 0);
      close();
      continue;
    }
    if (blanksBehind(between, 0) < between.length) close();
    tags.push({ start: index, end: index + tag.length, name: tagName(tag) });
    behind = index + tag.length;
  }
  close();
  return runs;
}

/** Blanks before a comment on a line of its own. */
const LONGEST_INDENT = 40;

/** `<img src="a.jpg">`, `<!-- image -->`: lines of their own, which the reading of the page takes out. */
function isPicture(tag: string): boolean {
  return /^<(?:img\b|!-- ?(?:image|picture|figure) ?-->$)/i.test(tag);
}

function blanksBefore(text: string, at: number): number {
  let from = at;
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from -= 1;
  return at - from;
}

function blanksBehind(text: string, at: number): number {
  let to = at;
  while (to < text.length && isBlank(text.charCodeAt(to))) to += 1;
  return to - at;
}

/** Blanks and line ends of a file of HTML. A wide blank is an indent, a form feed parts two pages. */
function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** The line ends that a run stands for: as many as it has, where `<br>` only says so again; else a blank line. */
function lineEnds(text: string, { start, end, tags }: Run, isInHeading: boolean): string {
  const names = tags.filter(({ name }) => name !== "span" && name !== "/span").map(({ name }) => name);
  if (!names.every((name) => name === "br")) return names.every((name) => OF_ROWS.test(name)) ? "\n" : "\n\n";
  // Two lines of one title.
  if (isInHeading) return " ";
  return "\n".repeat(Math.max(names.length, text.slice(start, end).split("\n").length - 1));
}

const OF_ROWS = /^\/?(?:t[rdh]|thead|tbody|li)$/;

/** The level of the heading that opens at the end of a run, or 0. */
function headingLevel({ tags }: Run): number {
  const last = tags.findLast(({ name }) => /^\/?h[1-6]$/.test(name));
  return last === undefined || last.name.startsWith("/") ? 0 : Number(last.name.slice(1));
}

interface CellMarks {
  readonly above: string;
  readonly below: string;
  /** Two cells of one row meet here. */
  readonly isInRow: boolean;
}

/** Strokes between the cells of a row and at its ends; none around a cell that has its row to itself. */
function cellMarks(run: Run, above: Run | undefined, below: Run | undefined): CellMarks | null {
  const isClosing = closesCell(run);
  const isOpening = opensCell(run);
  if (!isClosing && !isOpening) return null;
  if (isClosing && isOpening && !run.tags.some(({ name }) => name === "tr" || name === "/tr"))
    return { above: "|", below: "", isInRow: true };
  const isAlone = (left: Run | undefined, right: Run | undefined): boolean =>
    left === undefined || right === undefined || (!isInOneRow(left) && !isInOneRow(right));
  return {
    above: isClosing && !isAlone(above, run) ? "|" : "",
    below: isOpening && !isAlone(run, below) ? "|" : "",
    isInRow: false,
  };
}

/** Cells of one row on both sides. */
function isInOneRow(run: Run): boolean {
  return closesCell(run) && opensCell(run) && !run.tags.some(({ name }) => name === "tr" || name === "/tr");
}

function closesCell({ tags }: Run): boolean {
  return tags.some(({ name }) => name === "/td" || name === "/th");
}

function opensCell({ tags }: Run): boolean {
  const last = tags.findLast(({ name }) => /^\/?t[dhr]$/.test(name));
  return last !== undefined && (last.name === "td" || last.name === "th");
}

function isBold(name: string): boolean {
  return name === "b" || name === "strong";
}

/** All that stands between two runs is one line in bold. */
function isBoldWhole(above: Run | undefined, below: Run | undefined): boolean {
  if (above === undefined || below === undefined || !above.partsLines || !below.partsLines) return false;
  return isBold(above.tags.at(-1)?.name ?? "") && isBold(below.tags[0]?.name.slice(1) ?? "");
}
