/**
 * Half-width marks in Chinese context become full-width, after GB/T 15834; brackets do in `brackets.ts`.
 *
 * Han text, a Chinese mark or a quote on either side makes the context Chinese. Numbers, times, addresses and Latin
 * sentences keep their marks. Neighbours are looked at by code unit: these rules see every mark of every page.
 */
import { isDigitCode, isLatinCode } from "../../text/chars.ts";
import type { Edit } from "../../text/edit.ts";
import { ALL, type RuleExample, type TextRule } from "../rule.ts";
import { isBesideChinese, isChinese } from "./context.ts";

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
