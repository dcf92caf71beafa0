import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { printedCells } from "../../text/chars.ts";
import { SMALL_PRINT, type TextRule, TITLES } from "../rule.ts";
import { BLANKS, gapsOf, isBetweenHan } from "./gap.ts";

/**
 * A blank in a title parts its two halves, as a comma does in a sentence, and the items of small print; it stays. It goes only where it cuts
 * a word or phrase, or where the dump has blanks everywhere.
 */
export const titleGap: TextRule = {
  id: "space/title",
  summary: "A blank in a title goes where it cuts a word; between the halves of a headline it stays.",
  roles: [...TITLES, ...SMALL_PRINT],
  examples: [
    { before: "青石␠开展送书下乡活动", after: "青石␠开展送书下乡活动", note: "two halves" },
    { before: "全市春耕备␠耕会议召开", after: "全市春耕备耕会议召开" },
    { before: "来得最勤的␠是小学生", after: "来得最勤的是小学生", note: "no half ends in 的" },
    { before: "医院里的“陪␠诊师”", after: "医院里的“陪诊师”", note: "one character is no half" },
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
        const isInPhrase = cutsPhrase(text, gap.start, gap.end);
        if (!isSpacedOut && !gap.isBreak && seam.word === null && !isInPhrase) return null;
        const why = seam.word !== null ? `word ${seam.word}` : isInPhrase ? "in mid-phrase" : "blanks everywhere";
        return { start: gap.start, end: gap.end, text: "", why, confidence: 0.9 };
      })
      .filter((edit) => edit !== null);
  },
};

/** No half of a headline ends in these, and none begins with those. */
const LEANS_FORWARD = /[的和与與及将將把被对對为為向从從让讓使由以而但或]$/;
const LEANS_BACK = /^[的了着们們吗嗎呢吧]/;
/** A quotation mark or bracket, and the one character between it and the blank. */
const ONE_IN_QUOTES = /[“‘「『《"（(][〇㐀-鿿]$/;
const LAST_IN_QUOTES = /^[〇㐀-鿿][”’」』》"）)]/;

function cutsPhrase(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return (
    LEANS_FORWARD.test(before) || LEANS_BACK.test(after) || ONE_IN_QUOTES.test(before) || LAST_IN_QUOTES.test(after)
  );
}

/** A line may end this early, where a word or a mark did not fit. */
const SHORT_BY_CELLS = 5;

/** Whether the text up to the blank fills a line of the column: a subhead is set in the column's own size. */
function isAtColumnEnd(text: string, lineStart: number, offset: number, width: number | null): boolean {
  if (width === null) return false;
  const cells = printedCells(text, lineStart, offset);
  return cells >= width - SHORT_BY_CELLS && cells <= width + 1;
}
