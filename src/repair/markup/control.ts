import { ranges } from "../needs.ts";
import { ALL, type DumpRule } from "../rule.ts";

/** NUL, escape and other controls, blanks of no width, marks of direction and of a word's end, choices of a glyph. */
const CONTROL =
  /[\0-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0001}]+|[\ufe00-\ufe0f]|¬(?=[ \t]*(?:[\r\n]|$))/gu;
/** The same, each by its first code unit. */
const CONTROLS = ranges(
  "\0\x08",
  "\x0e\x1f",
  "\x7f\x84",
  "\x86\x9f",
  "\xac\xad",
  "\u200b\u200f",
  "\u202a\u202e",
  "\u2060\u2064",
  "\u2066\u2069",
  "\ufe00\ufe0f",
  "\ufeff\ufeff",
  "\udb40\udb40",
);

export const controlCharacters: DumpRule = {
  id: "markup/control",
  summary: "Control characters, which print nothing, are taken out; so is the sign `¬` of a cut word at a line end.",
  roles: ALL,
  examples: [
    { before: "春耕\u0000备耕\u001b", after: "春耕备耕" },
    { before: "春\u00ad耕备\u200b耕¬⏎已经开始", after: "春耕备耕⏎已经开始" },
    { before: "春耕备耕", after: "春耕备耕" },
    { before: "式中¬p为假", after: "式中¬p为假" },
  ],
  needs: CONTROLS,
  find: (text) =>
    [...text.matchAll(CONTROL)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: "" })),
};
