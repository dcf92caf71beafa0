import { ranges } from "../needs.ts";
import { ALL, type TextRule } from "../rule.ts";

/** NUL, escape and other controls; blanks are the matter of other rules. */
const CONTROL = /[\0-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u200c-\u200f\u202a-\u202e\u2060\u{e0001}]+/gu;
/** The same, each by its first code unit. */
const CONTROLS = ranges(
  "\0\x08",
  "\x0e\x1f",
  "\x7f\x84",
  "\x86\x9f",
  "\u200c\u200f",
  "\u202a\u202e",
  "\u2060\u2060",
  "\udb40\udb40",
);

export const controlCharacters: TextRule = {
  id: "markup/control",
  summary: "Control characters, which print nothing, are taken out.",
  roles: ALL,
  examples: [
    { before: "春耕\u0000备耕\u001b", after: "春耕备耕" },
    { before: "春耕备耕", after: "春耕备耕" },
  ],
  needs: CONTROLS,
  find: (text) =>
    [...text.matchAll(CONTROL)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: "" })),
};
