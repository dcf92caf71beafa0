import { isDigitCode, isLatinCode } from "../../text/chars.ts";
import type { Edit } from "../../text/edit.ts";
import { RUNNING, type TextRule } from "../rule.ts";
import { BLANKS, gapsOf } from "./gap.ts";
import { printedGaps } from "./printed.ts";

/** A blank at the end of a printed line goes; between two Latin words one blank stays. */
export const lineEnd: TextRule = {
  id: "space/line-end",
  summary: "A blank or line feed where a printed line ended is taken out.",
  roles: RUNNING,
  examples: [
    { before: "全镇的茶农都来到晒场上⏎听技术员讲课", after: "全镇的茶农都来到晒场上听技术员讲课" },
    { before: "今年共收购鲜叶12⏎40吨", after: "今年共收购鲜叶1240吨", note: "a number cut by the line end" },
    { before: "使用Open⏎Source软件", after: "使用Open␠Source软件", note: "two Latin words keep one blank" },
    { before: "茶农都来到晒场上", after: "茶农都来到晒场上" },
  ],
  needs: BLANKS,
  find: (text, view) => {
    const gaps = gapsOf(text);
    if (gaps.length === 0) return [];
    const printed = printedGaps(text, view);
    const edits: Edit[] = [];
    for (const gap of gaps) {
      const isOnGrid = view.shape.lineEnds.has(gap.start);
      if ((!gap.isBreak && !isOnGrid) || printed.has(gap.start)) continue;
      const isLatin = isLatinCode(gap.left) && isLatinCode(gap.right);
      if (isLatin && gap.end - gap.start === 1 && !gap.isBreak) continue;
      // A blank on the line end between two figures may be a list of figures; only a kept line break proves the cut.
      if (isDigitCode(gap.left) && isDigitCode(gap.right) && !gap.isBreak) continue;
      const why = gap.isBreak ? "line end of the dump" : `width ${view.shape.width}, on the period`;
      edits.push({
        start: gap.start,
        end: gap.end,
        text: isLatin ? " " : "",
        why,
        confidence: gap.isBreak ? 0.99 : 0.98,
      });
    }
    return edits;
  },
};
