/** Half-width brackets in Chinese context become full-width, after GB/T 15834. */
import { isHanCode } from "../../text/chars.ts";
import { ALL, type TextRule } from "../rule.ts";
import { CLOSE_BRACKET, isChinese, OPEN_BRACKET } from "./context.ts";

/**
 * Both brackets of a pair, where Han text stands inside or before the pair: `(2月14日)`, `通知(以下`, `(以下简称)`.
 * Not `f(x)`. Nested pairs are read from the inside; a lone bracket counts beside Chinese text.
 */
export const brackets: TextRule = {
  id: "width/bracket",
  summary: "Half-width brackets in Chinese text become full-width.",
  roles: ALL,
  examples: [
    { before: "乡镇(街道)负责人", after: "乡镇（街道）负责人" },
    { before: "首席记者(右)2月", after: "首席记者（右）2月" },
    { before: "方程f(x)", after: "方程f(x)" },
  ],
  needs: "()",
  find: (text) =>
    widened(text).map((at) => ({
      start: at,
      end: at + 1,
      text: text.charCodeAt(at) === OPEN_BRACKET ? "（" : "）",
    })),
};

const NO_BRACKET = -1;

/** For each offset that holds a bracket the other one of its pair, or itself where it is a lone one. */
function partners(text: string): Int32Array {
  const found = new Int32Array(text.length).fill(NO_BRACKET);
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== OPEN_BRACKET && code !== CLOSE_BRACKET) continue;
    found[at] = at;
    if (code === OPEN_BRACKET) open.push(at);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      found[start] = at;
      found[at] = start;
    }
  }
  return found;
}

/** Offsets of the half-width brackets that stand in Chinese text, in order. */
function widened(text: string): readonly number[] {
  const partnerOf = partners(text);
  const isWide = new Uint8Array(text.length);
  const waiting: number[] = [];
  const widen = (bracket: number): void => {
    isWide[bracket] = 1;
    if (opensOrIsLone(bracket + 1)) waiting.push(bracket + 1);
    const before = bracket - 1;
    if (before >= 0 && partnerOf[before] === before) waiting.push(before);
  };
  /** What Chinese text before it is enough for: the first of a pair, or a lone one. */
  const opensOrIsLone = (at: number): boolean => at < text.length && (partnerOf[at] ?? NO_BRACKET) >= at;
  for (const [at, partner] of partnerOf.entries()) {
    if (partner < at) continue;
    const isLone = partner === at;
    const isBeside = isChinese(text.charCodeAt(at - 1)) || (isLone && isChinese(text.charCodeAt(at + 1)));
    if (!isBeside && (isLone || !holdsHan(text, at, partner))) continue;
    waiting.push(at);
    // A bracket beside one that has just become Chinese is beside Chinese text itself, and so on along a row of them.
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (isWide[next] === 1) continue;
      const other = partnerOf[next] ?? next;
      widen(next);
      if (other !== next) widen(other);
    }
  }
  const found: number[] = [];
  for (const [at, wide] of isWide.entries()) if (wide === 1) found.push(at);
  return found;
}

/** How far inside a bracket Han text is looked for: a hostile page may hold one bracket as long as itself. */
const LONGEST_BRACKET = 200;

function holdsHan(text: string, start: number, end: number): boolean {
  for (let i = start + 1; i < Math.min(end, start + LONGEST_BRACKET); i += 1) {
    if (isHanCode(text.charCodeAt(i))) return true;
  }
  return false;
}
