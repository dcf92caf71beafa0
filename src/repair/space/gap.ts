/** A run of blanks and what stands on both sides of it: what every blank rule looks at. */
import { isBlankCode, isHanCode } from "../../text/chars.ts";
import type { Span } from "../../text/source.ts";
import { ranges } from "../needs.ts";
import { RUNNING, type RuleView } from "../rule.ts";

export interface Gap extends Span {
  /** UTF-16 code unit before and after; 0 at an end of the text. */
  readonly left: number;
  readonly right: number;
  /** The dump kept a line end here. */
  readonly isBreak: boolean;
}

/** The last text asked about: several rules in a row look at the same one. */
let lastText = "";
let lastGaps: readonly Gap[] = [];

/** Every blank: what a rule needs that looks at gaps. */
export const BLANKS = `${ranges("\t\r", "\u2000\u200b")} \u0085\u00a0\u2028\u2029\u202f\u205f\u3000\ufeff`;

export function gapsOf(text: string): readonly Gap[] {
  if (text !== lastText) {
    lastText = text;
    lastGaps = findGaps(text);
  }
  return lastGaps;
}

function findGaps(text: string): Gap[] {
  const gaps: Gap[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (!isBlankCode(text.charCodeAt(i))) continue;
    const start = i;
    let isBreak = false;
    while (i < text.length && isBlankCode(text.charCodeAt(i))) {
      isBreak ||= text.charCodeAt(i) === 10;
      i += 1;
    }
    gaps.push({
      start,
      end: i,
      left: start > 0 ? text.charCodeAt(start - 1) : 0,
      right: i < text.length ? text.charCodeAt(i) : 0,
      isBreak,
    });
  }
  return gaps;
}

export function isBetweenHan(gap: Gap): boolean {
  return isHanCode(gap.left) && isHanCode(gap.right);
}

/** No scan writes the blank of a whole character for a line end: where running text has one, the paper set it, as between names in a row. */
export function isSetWide(text: string, gap: Gap, { role, dump }: Pick<RuleView, "role" | "dump">): boolean {
  if (gap.isBreak || dump === "spaced" || !RUNNING.includes(role) || !isBetweenHan(gap)) return false;
  return text.slice(gap.start, gap.end).includes(WIDE);
}

/** The blank of a whole character. */
export const WIDE = "\u3000";

/** Punctuation of either width; not `/`, `%`, `-` and other signs that belong to numbers and addresses. */
const MARKS = new Set(
  [...",.:;!?()\"'，。、：；！？（）《》〈〉“”‘’「」『』【】〔〕…—·•・‧∙･．～"].map((mark) => mark.charCodeAt(0)),
);

export function isMarkCode(code: number): boolean {
  return MARKS.has(code);
}
