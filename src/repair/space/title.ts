import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { printedCells } from "../../text/chars.ts";
import { SMALL_PRINT, type TextRule, TITLES } from "../rule.ts";
import { BLANKS, gapsOf, isBetweenHan } from "./gap.ts";

/**
 * A blank in a title parts its two halves, as a comma does in a sentence, and the items of small print; it stays. It goes only where it cuts a word,
 * or where the dump has blanks everywhere.
 */
export const titleGap: TextRule = {
  id: "space/title",
  summary: "A blank in a title goes where it cuts a word; between the halves of a headline it stays.",
  roles: [...TITLES, ...SMALL_PRINT],
  examples: [
    { before: "青石␠开展送书下乡活动", after: "青石␠开展送书下乡活动", note: "two halves" },
    { before: "全市春耕备␠耕会议召开", after: "全市春耕备耕会议召开" },
  ],
  needs: BLANKS,
  find: (text, view) => {
    const gaps = gapsOf(text).filter(isBetweenHan);
    if (gaps.length === 0) return [];
    const isSpacedOut = view.dump === "spaced" && gaps.length > text.length / 5;
    let lineStart = 0;
    return gaps
      .map((gap) => {
        if (view.role === "subhead" && isAtColumnEnd(text, lineStart, gap.start, view.shape.width)) {
          lineStart = gap.end;
          return {
            start: gap.start,
            end: gap.end,
            text: "",
            why: `width ${view.shape.width}, at the line end`,
            confidence: 0.9,
          };
        }
        const seam = continuity(endOf(text.slice(0, gap.start)), startOf(text.slice(gap.end)), view.lexicon);
        if (!isSpacedOut && !gap.isBreak && seam.word === null) return null;
        const why = seam.word === null ? "blanks everywhere" : `word ${seam.word}`;
        return { start: gap.start, end: gap.end, text: "", why, confidence: 0.9 };
      })
      .filter((edit) => edit !== null);
  },
};

/** A line may end this early, where a word or a mark did not fit. */
const SHORT_BY_CELLS = 5;

/** Whether the text up to the blank fills a line of the column: a subhead is set in the column's own size. */
function isAtColumnEnd(text: string, lineStart: number, offset: number, width: number | null): boolean {
  if (width === null) return false;
  const cells = printedCells(text, lineStart, offset);
  return cells >= width - SHORT_BY_CELLS && cells <= width + 1;
}
