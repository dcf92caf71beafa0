import type { Edit } from "../../text/edit.ts";
import { ALL, type TextRule } from "../rule.ts";

/** A bracket of Chinese print on one side and an ASCII one on the other, with no further bracket between. */
const MIXED = /[【〔［][^【】〔〕［］[\]\n]{1,40}\]|\[[^【】〔〕［］[\]\n]{1,40}[】〕］]/g;

const OPENING = "【〔［";
const CLOSING = "】〕］";

/** A scan that knows one half of a pair writes the other in ASCII: the half that it knew says which pair it was. */
export const mixedBrackets: TextRule = {
  id: "width/mixed-bracket",
  summary: "An ASCII bracket that closes 【 or 〔, or is closed by 】 or 〕, becomes the other half of the pair.",
  roles: ALL,
  examples: [
    { before: "【本报讯]昨天", after: "【本报讯】昨天" },
    { before: "[本報訊】昨天", after: "【本報訊】昨天" },
    { before: "见[注1]和【附表】", after: "见[注1]和【附表】" },
  ],
  needs: "[]",
  find: (text) =>
    [...text.matchAll(MIXED)].map(({ 0: pair, index }): Edit => {
      const kind = OPENING.indexOf(pair.charAt(0));
      if (kind < 0) return { start: index, end: index + 1, text: OPENING.charAt(CLOSING.indexOf(pair.slice(-1))) };
      const end = index + pair.length;
      return { start: end - 1, end, text: CLOSING.charAt(kind) };
    }),
};
