import { ALL, type TextRule } from "../rule.ts";

/**
 * `**` that a converter left around words: `**担当**`, or `*` around a whole block: `*本报记者 石小舟*`. Not `2**3`, and not a
 * row of stars.
 */
const BOLD_MARK = /(?<![*\w])\*\*(?!\*)|(?<!\*)\*\*(?![*\w])|^\*(?=[^*\s][^*]*\*$)|\*$(?<=^\*[^*]+\*)/g;

export const boldMarks: TextRule = {
  id: "markup/bold",
  summary: "Markdown marks of bold and italic print are taken off; newspapers print no asterisks.",
  roles: ALL,
  examples: [
    { before: "学会**感恩和担当**。", after: "学会感恩和担当。" },
    { before: "*本报记者␠石小舟*", after: "本报记者␠石小舟", role: "byline" },
    { before: "算式2**3不变", after: "算式2**3不变" },
    { before: "*此价不含运费", after: "*此价不含运费" },
  ],
  needs: "*",
  find: (text) =>
    text.includes("*")
      ? [...text.matchAll(BOLD_MARK)].map(({ 0: mark, index }) => ({
          start: index,
          end: index + mark.length,
          text: "",
        }))
      : [],
};
