import { ALL, type TextRule } from "../rule.ts";

/** `**` that a converter left around words: `**担当**`. Not `2**3`, and not a row of stars. */
const BOLD_MARK = /(?<![*\w])\*\*(?!\*)|(?<!\*)\*\*(?![*\w])/g;

export const boldMarks: TextRule = {
  id: "markup/bold",
  summary: "Markdown bold marks are taken off; newspapers print no asterisks.",
  roles: ALL,
  examples: [
    { before: "学会**感恩和担当**。", after: "学会感恩和担当。" },
    { before: "算式2**3不变", after: "算式2**3不变" },
  ],
  find: (text) =>
    text.includes("**")
      ? [...text.matchAll(BOLD_MARK)].map(({ index }) => ({ start: index, end: index + 2, text: "" }))
      : [],
};
