/**
 * Half-width marks in Chinese context become full-width, after GB/T 15834.
 *
 * Han text, a Chinese mark or a quote on either side makes the context Chinese. Numbers, times, addresses and Latin
 * sentences keep their marks.
 */
import { ALL, type RuleExample, type TextRule } from "../rule.ts";

/** Han, full-width marks and quotes of both kinds. */
const CHINESE = "\\p{Script=Han}〇，。、：；！？（）《》〈〉“”‘’「」『』【】〔〕…—·％℃\"'";

function widthRule(id: string, half: string, full: string, pattern: RegExp, examples: readonly RuleExample[]): TextRule {
  return {
    id,
    summary: `A half-width \`${half}\` in Chinese text becomes \`${full}\`.`,
    roles: ALL,
    examples,
    find: (text) =>
      text.includes(half)
        ? [...text.matchAll(pattern)].map(({ index }) => ({ start: index, end: index + half.length, text: full }))
        : [],
  };
}

/** Beside Chinese text on one side; between figures only where it cannot be a thousands separator. */
const beside = (half: string): RegExp => new RegExp(`(?<=[${CHINESE})])${half}|${half}(?=[${CHINESE}(])`, "gu");

export const comma = widthRule("width/comma", ",", "，", new RegExp(`${beside(",").source}|(?<=[\\d%a-zA-Z]),$`, "gu"), [
  { before: "精准对接,确保到户", after: "精准对接，确保到户" },
  { before: "共100户,其中", after: "共100户，其中" },
  { before: "3,000个口罩", after: "3,000个口罩", note: "thousands separator" },
]);

export const colon = widthRule("width/colon", ":", "：", beside(":"), [
  { before: "他说:好", after: "他说：好" },
  { before: "早上10:30出发", after: "早上10:30出发", note: "time" },
]);

export const semicolon = widthRule("width/semicolon", ";", "；", new RegExp(`${beside(";").source}|(?<=\\d);`, "gu"), [
  { before: "加大力度;落实责任", after: "加大力度；落实责任" },
  { before: "int a;", after: "int a;", note: "Latin text" },
]);

export const exclamation = widthRule("width/exclamation", "!", "！", beside("!"), [
  { before: "加油!", after: "加油！" },
  { before: "Hello!", after: "Hello!" },
]);

export const question = widthRule("width/question", "?", "？", beside("\\?"), [
  { before: "谁来管?", after: "谁来管？" },
  { before: "a.com/?id=3", after: "a.com/?id=3", note: "address" },
]);

/** A full stop after Han text that ends the sentence; not 3.5, not a decimal or an abbreviation. */
export const fullStop = widthRule("width/full-stop", ".", "。", new RegExp(`(?<=[\\p{Script=Han}》”’）])\\.(?=[\\p{Script=Han}“”‘’"'《（]|$)`, "gu"), [
  { before: "会议结束.随后参观", after: "会议结束。随后参观" },
  { before: "增长3.5%", after: "增长3.5%" },
]);

/**
 * Both brackets of a pair, where Han text stands inside or before the pair: `(2月14日)`, `通知(以下`, `(以下简称)`.
 * Not `f(x)`.
 */
const PAIR = /\((?<inside>[^()]{0,120})\)/gu;
const LONE = new RegExp(`(?<=[${CHINESE}])[()]|[()](?=[${CHINESE}])`, "gu");

export const brackets: TextRule = {
  id: "width/bracket",
  summary: "Half-width brackets in Chinese text become full-width.",
  roles: ALL,
  examples: [
    { before: "乡镇(街道)负责人", after: "乡镇（街道）负责人" },
    { before: "首席记者(右)2月", after: "首席记者（右）2月" },
    { before: "方程f(x)", after: "方程f(x)" },
  ],
  find: (text) => {
    if (!text.includes("(") && !text.includes(")")) return [];
    const found = new Map<number, string>();
    for (const match of text.matchAll(PAIR)) {
      const before = text.charAt(match.index - 1);
      const inside = match.groups?.["inside"] ?? "";
      if (!/\p{Script=Han}/u.test(inside) && !/[\p{Script=Han}，。、：；“”]/u.test(before) && before !== "") continue;
      if (!/[\p{Script=Han}]/u.test(text)) continue;
      found.set(match.index, "（");
      found.set(match.index + match[0].length - 1, "）");
    }
    for (const { index } of text.matchAll(LONE)) {
      if (!found.has(index)) found.set(index, text.charAt(index) === "(" ? "（" : "）");
    }
    return [...found.entries()]
      .sort((a, b) => a[0] - b[0])
      .map(([start, mark]) => ({ start, end: start + 1, text: mark }));
  },
};
