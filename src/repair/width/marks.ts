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

/** The character before a row of marks, NaN at the start of the text. */
function beforeMarks(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && IN_A_ROW.has(text.charCodeAt(at))) at -= 1;
  return text.charCodeAt(at);
}

/** The character after a row of marks, NaN at the end of the text. */
function afterMarks(text: string, offset: number): number {
  let at = offset + 1;
  while (at < text.length && IN_A_ROW.has(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at);
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
    find: (text) => {
      const edits: Edit[] = [];
      for (let at = text.indexOf(half); at >= 0; at = text.indexOf(half, at + 1)) {
        if (isIn(beforeMarks(text, at), afterMarks(text, at))) edits.push({ start: at, end: at + 1, text: full });
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
  find: (text) => {
    if (!text.includes("(") && !text.includes(")")) return [];
    let words = text;
    // A bracket beside one that has just become Chinese is beside Chinese text itself.
    for (let found = widened(words); found.size > 0; found = widened(words)) {
      words = replaceAt(words, found);
    }
    const edits: Edit[] = [];
    for (let at = 0; at < text.length; at += 1) {
      if (text.charCodeAt(at) !== words.charCodeAt(at)) edits.push({ start: at, end: at + 1, text: words.charAt(at) });
    }
    return edits;
  },
};

function replaceAt(text: string, offsets: ReadonlySet<number>): string {
  let out = "";
  let done = 0;
  for (const at of [...offsets].sort((a, b) => a - b)) {
    out += text.slice(done, at) + WIDE[text.charAt(at)];
    done = at + 1;
  }
  return out + text.slice(done);
}

const WIDE: Readonly<Record<string, string>> = { "(": "（", ")": "）" };

/** Offsets of the half-width brackets that stand in Chinese text. */
function widened(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === OPEN_BRACKET) open.push(at);
    if (code !== CLOSE_BRACKET) continue;
    const start = open.pop();
    if (start === undefined) {
      if (isChinese(text.charCodeAt(at - 1)) || isChinese(text.charCodeAt(at + 1))) found.add(at);
    } else if (isChinese(text.charCodeAt(start - 1)) || holdsHan(text, start, at)) found.add(start).add(at);
  }
  for (const at of open) {
    if (isChinese(text.charCodeAt(at - 1)) || isChinese(text.charCodeAt(at + 1))) found.add(at);
  }
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
