import { isDigitCode, isHanCode, isLatinCode } from "../../text/chars.ts";
import { isTableRow } from "../../text/table-row.ts";
import { RUNNING, type TextRule, TITLES } from "../rule.ts";
import { BLANKS, gapsOf, isWordCode } from "./gap.ts";

const SIGNS = new Set([..."%％℃°‰+＋-－×/／$￥¥"].map((sign) => sign.charCodeAt(0)));

/** Newspapers set figures and Latin letters tight against Han text. */
export const besideNumber: TextRule = {
  id: "space/beside-number",
  summary: "A blank between Han text and figures or Latin letters is taken out.",
  roles: [...RUNNING, ...TITLES, "jump"],
  examples: [
    { before: "发放␠40␠瓶消毒液", after: "发放40瓶消毒液" },
    { before: "气温␠16␠℃", after: "气温16℃" },
    { before: "共有␠GDP␠增长", after: "共有GDP增长" },
    { before: "3␠D打印", after: "3D打印", note: "a figure and one capital are one word" },
    { before: "6月20日␠上午␠语文␠8:30-11:00", after: "6月20日␠上午␠语文␠8:30-11:00", note: "a row of a table" },
    { before: "iPhone␠15", after: "iPhone␠15", note: "between two words that are not Han" },
  ],
  needs: BLANKS,
  find: (text, view) => {
    if (view.dump !== "spaced" && isTableRow(text)) return [];
    return gapsOf(text)
      .filter((gap) => {
        const [left, right] = [gap.left, gap.right];
        if (isFigureAndCapital(text, gap.start, gap.end)) return true;
        if (isHanCode(left)) return isWordCode(right) || SIGNS.has(right);
        if (isHanCode(right)) return isWordCode(left) || SIGNS.has(left);
        return SIGNS.has(left) !== SIGNS.has(right) && (isWordCode(left) || isWordCode(right));
      })
      .map((gap) => ({ start: gap.start, end: gap.end, text: "", confidence: 0.99 }));
  },
};

/** 3D, 5G, 4K: a figure and a single capital that no letter follows. */
function isFigureAndCapital(text: string, start: number, end: number): boolean {
  const [left, capital, next] = [text.charCodeAt(start - 1), text.charCodeAt(end), text.charCodeAt(end + 1)];
  return isDigitCode(left) && capital >= 65 && capital <= 90 && !isLatinCode(next);
}
