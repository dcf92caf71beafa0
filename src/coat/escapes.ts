/**
 * Characters that a converter writes with a backslash: `\"`, `\n` and `\u4e00` inside quotes, `\-` in Markdown.
 */
import type { Edit } from "../text/edit.ts";

/** What JSON and its kin escape; global, so for `matchAll` only. */
const ESCAPE = /\\(?:u[\da-f]{4}|["'\\/nrtbf])/g;

/** What an escape stands for; null for a control character. */
function readEscape(written: string): string | null {
  switch (written.charAt(1)) {
    case "n":
      return "\n";
    case "r":
    case "b":
    case "f":
      return "";
    case "t":
      return "\t";
    case "u": {
      const code = Number.parseInt(written.slice(2), 16);
      return code < FIRST_PRINTED ? null : String.fromCharCode(code);
    }
    default:
      return written.slice(1);
  }
}

const FIRST_PRINTED = 0x20;

/** The text with its escapes read. */
export function unescaped(text: string): string {
  return text.replace(ESCAPE, (written) => readEscape(written) ?? written);
}

/** Edits for the escapes between two offsets of a text, in its offsets. */
export function escapeEdits(text: string, from: number, to: number): Edit[] {
  const edits: Edit[] = [];
  const words = text.slice(from, to);
  if (!words.includes("\\")) return edits;
  for (const { 0: written, index } of words.matchAll(ESCAPE)) {
    const read = readEscape(written);
    if (read !== null) edits.push({ start: from + index, end: from + index + written.length, text: read });
  }
  return edits;
}

/** So many line ends that are written out, and so many times more than true ones, make a text of one line many. */
const LEAST_WRITTEN = 5;
const WRITTEN_RATIO = 10;

/** Edits for a page that stands on one line, its line ends written as `\n`, with or without quotes around it. */
export function writtenLineEnds(text: string): readonly Edit[] {
  const written = text.split("\\n").length - 1;
  if (written < LEAST_WRITTEN || written < (text.trim().split("\n").length - 1) * WRITTEN_RATIO) return [];
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const mark = text.charAt(start);
  const isQuoted = (mark === '"' || mark === "'") && text.charAt(end - 1) === mark && end - start > 1;
  if (!isQuoted) return escapeEdits(text, start, end);
  return [
    { start, end: start + 1, text: "" },
    ...escapeEdits(text, start + 1, end - 1),
    { start: end - 1, end, text: "" },
  ];
}

/** `\-`, `1\.`, `\*`: marks of the paper that Markdown would take for its own. Not `\n`, nor a row of them. */
const ESCAPED_MARK = /(?<!\\)\\(?=[!#$%&()*+\-./:<>[\]^_`{|}~])/g;

export function escapedMarks(text: string): readonly Edit[] {
  return [...text.matchAll(ESCAPED_MARK)].map(({ index }) => ({ start: index, end: index + 1, text: "" }));
}

export function withoutEscapes(text: string): string {
  return text.replace(ESCAPED_MARK, "");
}

/** A figure set as a formula: `$3.5\%$`, `$1 0 0$`. Not the prices in `$5-$6` and `$5 $6`. */
const FORMULA = /\$(?=\d)(?:[\d ,.:/+~-]|\\?%)*(?<=[\d%])\$/g;

export function figureFormulas(text: string): readonly Edit[] {
  return [...text.matchAll(FORMULA)].flatMap(({ 0: formula, index }) =>
    [...formula.matchAll(/[$ \\]/g)].map((sign) => ({
      start: index + sign.index,
      end: index + sign.index + 1,
      text: "",
    })),
  );
}
