/** Every rule that a map can name, with one sentence on what it does, in the order in which they work. */
import { RULES } from "../repair/index.ts";

interface Summary {
  readonly id: string;
  readonly summary: string;
}

/** What no text rule does: mark-up of blocks before the repairs, credits beside them, corrections and joins after them. */
const BEFORE: readonly Summary[] = [
  {
    id: "markup/escape",
    summary: "The sign that a converter puts before a mark or around a figure is no text; `\\n` is a line end.",
  },
  { id: "markup/json", summary: "Of JSON only the texts are text; an escape is the character that it stands for." },
  {
    id: "markup/frame",
    summary:
      "What a converter puts around every line is no text: numbers, `>`, boxes, scores, the braces and quotes of data.",
  },
  {
    id: "markup/tag",
    summary: "A tag of HTML or a command of LaTeX is no text; at `<br>`, `<p>` and their like a new line begins.",
  },
  { id: "markup/entity", summary: "An entity of HTML is the character that it stands for." },
  { id: "markup/heading", summary: "The `#` of a heading is no text." },
  { id: "markup/picture", summary: "The link of a picture is no text." },
  {
    id: "markup/line",
    summary:
      "Tags, the fence of a piece of code or a rule on a line of their own, `>` before a quotation and `-` before a line of a list are no text.",
  },
  {
    id: "markup/field",
    summary: "The name that a text base writes before a part of an article, `标题：` or `【正文】`, is no text.",
  },
  { id: "lines/end", summary: "A line end inside a paragraph." },
  { id: "space/running-line", summary: "A blank inside an item of a running line, a date or a name, is taken out." },
];
const AFTER: readonly Summary[] = [
  { id: "credit/blanks", summary: "Blanks of a byline stand between role and name, and before the next role." },
  { id: "credit/lines", summary: "Two lines of one byline get a blank between them." },
  { id: "jump/lines", summary: "The two jump lines of one article get a blank between them." },
  { id: "label/mark", summary: "The mark beside a section label, or before a brief, is no part of it." },
  {
    id: "correct/lookalike",
    summary: "A likely misreading gives way to its candidate, because `--correct` was given.",
  },
  {
    id: "script/simplified",
    summary: "A character is written as in simplified Chinese, because `--script` asked for it.",
  },
  { id: "script/traditional", summary: "A character is written in OpenCC's standard traditional form." },
  { id: "script/hk", summary: "A character is written as in Hong Kong." },
  { id: "script/tw", summary: "A character is written as in Taiwan." },
  { id: "script/quotes", summary: "The two marks of a quotation are those of the other script." },
  { id: "join/open-tail", summary: "Text that breaks off goes on where another piece begins." },
  { id: "join/column-end", summary: "A sentence and a column end together; the paragraph goes on in the next column." },
];

const ALL: readonly Summary[] = [...BEFORE, ...RULES, ...AFTER];

/** Every known rule id, in the order of work. */
export const RULE_IDS: readonly string[] = ALL.map(({ id }) => id);

const places = new Map(RULE_IDS.map((id, i) => [id, i]));

/** Undefined for a rule that this version does not know. */
export function summaryOf(rule: string): string | undefined {
  return ALL.find(({ id }) => id === rule)?.summary;
}

/** Rules of unknown order come last. */
export function orderOf(rule: string): number {
  return places.get(rule) ?? RULE_IDS.length;
}
