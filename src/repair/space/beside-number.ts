import { isHanCode } from "../../text/chars.ts";
import { RUNNING, TITLES, type TextRule } from "../rule.ts";
import { gapsOf, isWordCode } from "./gap.ts";

const SIGNS = new Set([..."%％℃°‰+＋-－×/／$￥¥"].map((sign) => sign.charCodeAt(0)));

/** Newspapers set figures and Latin letters tight against Han text. */
export const besideNumber: TextRule = {
  id: "space/beside-number",
  summary: "A blank between Han text and figures or Latin letters is taken out.",
  roles: [...RUNNING, ...TITLES],
  examples: [
    { before: "发放␠40␠瓶消毒液", after: "发放40瓶消毒液" },
    { before: "气温␠16␠℃", after: "气温16℃" },
    { before: "共有␠GDP␠增长", after: "共有GDP增长" },
    { before: "iPhone␠15", after: "iPhone␠15", note: "between two words that are not Han" },
  ],
  find: (text) =>
    gapsOf(text)
      .filter((gap) => {
        const [left, right] = [gap.left, gap.right];
        if (isHanCode(left)) return isWordCode(right) || SIGNS.has(right);
        if (isHanCode(right)) return isWordCode(left) || SIGNS.has(left);
        return SIGNS.has(left) !== SIGNS.has(right) && (isWordCode(left) || isWordCode(right));
      })
      .map((gap) => ({ start: gap.start, end: gap.end, text: "", confidence: 0.99 })),
};
