/**
 * Half-width marks in Chinese context become full-width, after GB/T 15834.
 *
 * Han text, a Chinese mark or a quote on either side makes the context Chinese. Numbers, times, addresses and Latin
 * sentences keep their marks. Neighbours are looked at by code unit: these rules see every mark of every page.
 */
import { isDigitCode, isHanCode, isLatinCode } from "../../text/chars.ts";
import type { Edit } from "../../text/edit.ts";
import { ALL, type RuleExample, type TextRule } from "../rule.ts";

const CHINESE_MARKS = new Set(
  [..."，。、：；！？（）《》〈〉“”‘’「」『』【】〔〕…—·％℃\"'"].map((mark) => mark.charCodeAt(0)),
);

/** Han, a full-width mark or a quote of either kind; an end of the text (NaN) is not. */
function isChinese(code: number): boolean {
  return isHanCode(code) || CHINESE_MARKS.has(code);
}

/** Half-width marks that may stand in a row: 加油!! and 怎么会这样?! are Chinese from end to end. */
const IN_A_ROW = new Set([...",:;!?"].map((mark) => mark.charCodeAt(0)));

/** Offset of the character before a row of marks, -1 at the start of the text. */
function beforeMarks(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && IN_A_ROW.has(text.charCodeAt(at))) at -= 1;
  return at;
}

/** Offset of the character after a row of marks, the length at the end of the text. */
function afterMarks(text: string, offset: number): number {
  let at = offset + 1;
  while (at < text.length && IN_A_ROW.has(text.charCodeAt(at))) at += 1;
  return at;
}

interface WidthRule {
  readonly id: string;
  readonly half: string;
  readonly full: string;
  readonly examples: readonly RuleExample[];
  /** Whether the mark between two neighbours (NaN at an end of the text) is a Chinese one. */
  readonly isIn: (left: number, right: number) => boolean;
}

function widthRule({ id, half, full, examples, isIn }: WidthRule): TextRule {
  return {
    id,
    summary: `A half-width \`${half}\` in Chinese text becomes \`${full}\`.`,
    roles: ALL,
    examples,
    needs: half,
    find: (text) => {
      const edits: Edit[] = [];
      // All marks of a row have the same neighbours: they are looked for once a row, not once a mark.
      let before = -1;
      let after = -1;
      for (let at = text.indexOf(half); at >= 0; at = text.indexOf(half, at + 1)) {
        if (at >= after) {
          before = beforeMarks(text, at);
          after = afterMarks(text, at);
        }
        if (isIn(text.charCodeAt(before), text.charCodeAt(after))) edits.push({ start: at, end: at + 1, text: full });
      }
      return edits;
    },
  };
}

const CLOSE_BRACKET = 41;
const OPEN_BRACKET = 40;

/** Chinese text, or a bracket that is about to become Chinese, on either side. */
function isBesideChinese(left: number, right: number): boolean {
  return isChinese(left) || left === CLOSE_BRACKET || isChinese(right) || right === OPEN_BRACKET;
}

export const comma = widthRule({
  id: "width/comma",
  half: ",",
  full: "，",
  examples: [
    { before: "精准对接,确保到户", after: "精准对接，确保到户" },
    { before: "共100户,其中", after: "共100户，其中" },
    { before: "3,000个口罩", after: "3,000个口罩", note: "thousands separator" },
  ],
  isIn: (left, right) => isBesideChinese(left, right) || (Number.isNaN(right) && !Number.isNaN(left)),
});

export const colon = widthRule({
  id: "width/colon",
  half: ":",
  full: "：",
  examples: [
    { before: "他说:好", after: "他说：好" },
    { before: "早上10:30出发", after: "早上10:30出发", note: "time" },
  ],
  isIn: (left, right) => isBesideChinese(left, right) && !(isLatinCode(left) && isDigitCode(right)),
});

export const semicolon = widthRule({
  id: "width/semicolon",
  half: ";",
  full: "；",
  examples: [
    { before: "加大力度;落实责任", after: "加大力度；落实责任" },
    { before: "int a;", after: "int a;", note: "Latin text" },
  ],
  isIn: (left, right) => isBesideChinese(left, right) || isDigitCode(left),
});

export const exclamation = widthRule({
  id: "width/exclamation",
  half: "!",
  full: "！",
  examples: [
    { before: "加油!", after: "加油！" },
    { before: "Hello!", after: "Hello!" },
  ],
  isIn: isBesideChinese,
});

export const question = widthRule({
  id: "width/question",
  half: "?",
  full: "？",
  examples: [
    { before: "谁来管?", after: "谁来管？" },
    { before: "a.com/?id=3", after: "a.com/?id=3", note: "address" },
  ],
  isIn: isBesideChinese,
});

/** A full stop after Han text that ends the sentence; not 3.5, not a decimal or an abbreviation. */
export const fullStop = widthRule({
  id: "width/full-stop",
  half: ".",
  full: "。",
  examples: [
    { before: "会议结束.随后参观", after: "会议结束。随后参观" },
    { before: "可达10%以上.", after: "可达10%以上。" },
    { before: "高出约10%.", after: "高出约10%。" },
    { before: "增长3.5%", after: "增长3.5%" },
  ],
  isIn: (left, right) =>
    (isChinese(left) || "%％‰℃".includes(String.fromCharCode(left))) && (Number.isNaN(right) || isChinese(right)),
});

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
