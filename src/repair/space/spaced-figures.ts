import { isDigitCode, isLatinCode } from "../../text/chars.ts";
import { ALL, type TextRule } from "../rule.ts";
import { BLANKS, type Gap, gapsOf } from "./gap.ts";

/**
 * Spaced-out dumps set blanks between the figures of one number, too.
 * Only single figures or letters with one blank between them: `2 4 0 0` was one number, `12 34` may have been two.
 */
export const spacedFigures: TextRule = {
  id: "space/spaced-figures",
  summary: "In a spaced-out dump the single figures or letters of one number or word are set together.",
  roles: ALL,
  examples: [
    { before: "培训农民␠2␠4␠0␠0␠多人次", after: "培训农民␠2400␠多人次", dump: "spaced" },
    { before: "同比增长␠G␠D␠P", after: "同比增长␠GDP", dump: "spaced" },
    { before: "比分为␠25␠18", after: "比分为␠25␠18", dump: "spaced", note: "whole numbers with a blank between them" },
    { before: "得票␠3␠5␠8", after: "得票␠3␠5␠8", note: "in any other dump" },
  ],
  needs: BLANKS,
  find: (text, view) => {
    if (view.dump !== "spaced") return [];
    return gapsOf(text)
      .filter((gap) => isInside(text, gap, isDigitCode) || isInside(text, gap, isLatinCode))
      .map(({ start, end }) => ({ start, end, text: "", confidence: 0.9 }));
  },
};

/** One blank between two characters of a kind, neither of which has another one of that kind beside it. */
function isInside(text: string, gap: Gap, isOfKind: (code: number) => boolean): boolean {
  return (
    gap.end - gap.start === 1 &&
    isOfKind(gap.left) &&
    isOfKind(gap.right) &&
    !isOfKind(text.charCodeAt(gap.start - 2)) &&
    !isOfKind(text.charCodeAt(gap.end + 1))
  );
}
