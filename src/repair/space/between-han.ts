import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import type { Edit } from "../../text/edit.ts";
import { isTableRow } from "../../text/table-row.ts";
import { RUNNING, type TextRule } from "../rule.ts";
import { BLANKS, gapsOf, isBetweenHan, isSetWide } from "./gap.ts";
import { printedGaps } from "./printed.ts";

/** Running text has no blanks between Han characters except inside a slogan. */
export const betweenHan: TextRule = {
  id: "space/between-han",
  summary:
    "A blank between two Han characters of running text is taken out, unless a quoted slogan was printed with it or the dump has no others.",
  roles: RUNNING,
  examples: [
    { before: "抓好春␠耕备耕", after: "抓好春耕备耕" },
    { before: "开展“邻帮邻␠户带户␠一起富”活动", after: "开展“邻帮邻␠户带户␠一起富”活动", note: "a slogan" },
    { before: "编者按␠从今天起", after: "编者按␠从今天起", note: "the word that opens a note" },
    { before: "6月20日␠上午␠语文␠8:30-11:00", after: "6月20日␠上午␠语文␠8:30-11:00", note: "a row of a table" },
    { before: "名单␠如下␠程爱　史钰", after: "名单如下程爱　史钰", note: "set as wide as a character" },
    {
      before: "主办：县文化馆␠协办：县图书馆",
      after: "主办：县文化馆␠协办：县图书馆",
      note: "the dump has no other blanks",
      blanksArePrinted: true,
    },
    { before: "抓好春␠耕备耕", after: "抓好春耕备耕", note: "in a word, all the same", blanksArePrinted: true },
  ],
  needs: BLANKS,
  find: (text, view) => {
    const gaps = gapsOf(text).filter(isBetweenHan);
    if (gaps.length === 0 || (view.dump !== "spaced" && isTableRow(text))) return [];
    const printed = printedGaps(text, view);
    const edits: Edit[] = [];
    for (const gap of gaps) {
      const { start, end } = gap;
      if (printed.has(start) || isSetWide(text, gap, view)) continue;
      if (!view.wantsReasons && view.blanksArePrinted !== true) {
        edits.push({ start, end, text: "" });
        continue;
      }
      const seam = continuity(endOf(text.slice(0, start)), startOf(text.slice(end)), view.lexicon);
      if (view.blanksArePrinted === true && seam.word === null) continue;
      const why = seam.word === null ? `characters ${seam.score.toFixed(1)}` : `word ${seam.word}`;
      edits.push({ start, end, text: "", why, confidence: seam.score > 0 ? 0.97 : 0.85 });
    }
    return edits;
  },
};
