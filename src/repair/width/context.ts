/** What makes the context of a half-width mark Chinese: its neighbours, by code unit. */
import { isHanCode } from "../../text/chars.ts";

const CHINESE_MARKS = new Set(
  [..."，。、：；！？（）《》〈〉“”‘’「」『』【】〔〕…—·％℃\"'"].map((mark) => mark.charCodeAt(0)),
);

/** Han, a full-width mark or a quote of either kind; an end of the text (NaN) is not. */
export function isChinese(code: number): boolean {
  return isHanCode(code) || CHINESE_MARKS.has(code);
}

export const CLOSE_BRACKET = 41;
export const OPEN_BRACKET = 40;

/** Chinese text, or a bracket that is about to become Chinese, on either side. */
export function isBesideChinese(left: number, right: number): boolean {
  return isChinese(left) || left === CLOSE_BRACKET || isChinese(right) || right === OPEN_BRACKET;
}
