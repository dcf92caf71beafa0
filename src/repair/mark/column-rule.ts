import type { Edit } from "../../text/edit.ts";
import { RUNNING, type TextRule, TITLES } from "../rule.ts";

/** `|` and what else a scan makes of a rule or a speck: at the start of a line before text, at its end behind text. */
const AT_START =
  /^[ \t\u3000]*(?:(?<mark>[|｜¦~_]{1,2})[ \t\u3000]*(?=[〇㐀-鿿“"「《\d])|(?<speck>\.)[ \t\u3000]*(?=[〇㐀-鿿“「《]))/g;
const AT_LINE_START = /\n[ \t\u3000]*(?<mark>[|｜¦~_]{1,2})[ \t\u3000]*(?=[〇㐀-鿿“"「《\d])/g;
const AT_END = /(?<=[〇㐀-鿿，。、；：！？”」》\d])[ \t\u3000]*(?<mark>[|｜¦])(?=[ \t\u3000]*(?:\n|$))/g;
const STROKES = "|｜¦~_";
/** More than one on a line are the borders of a table, or part parts of it from each other: 编辑 | 尹长河. */
const ANY = /[|｜¦~_]/g;

/** Columns are parted by thin rules, which a scan reads as a stroke beside the text. */
export const columnRule: TextRule = {
  id: "mark/column-rule",
  summary: "A stroke at the edge of a line, where a rule or a speck of the paper was read as a mark, is taken out.",
  roles: [...RUNNING, ...TITLES],
  examples: [
    { before: "全镇的茶农|⏎都来到晒场上", after: "全镇的茶农⏎都来到晒场上" },
    { before: "全镇的茶农⏎|都来到晒场上", after: "全镇的茶农⏎都来到晒场上" },
    { before: "|早稻|晚稻|", after: "|早稻|晚稻|", note: "a table" },
    { before: "编辑␠|␠尹长河", after: "编辑␠|␠尹长河", note: "between two parts" },
  ],
  needs: STROKES,
  find: (text) => findStrokes(text, [AT_LINE_START, AT_END]),
};

/** After all that uses the measured line ends: they are offsets, and the text's start must not move before. */
export const strokeBefore: TextRule = {
  id: "mark/stroke-before",
  summary:
    "A stroke or a point before the first character of a text, where a rule or a speck was read as a mark, is taken out: " +
    "no printed line begins with a full stop.",
  roles: [...RUNNING, ...TITLES],
  examples: [
    { before: "|全镇的茶农都来到晒场上", after: "全镇的茶农都来到晒场上" },
    { before: "~␠全镇的茶农都来到晒场上", after: "␠全镇的茶农都来到晒场上" },
    { before: "~图书馆搬进地铁站", after: "图书馆搬进地铁站", role: "title" },
    { before: ".␠品一起送到村里", after: "␠品一起送到村里" },
    { before: "|早稻|晚稻|", after: "|早稻|晚稻|", note: "a table" },
    { before: "...他没有说下去", after: "...他没有说下去" },
    { before: ".5万株果苗", after: ".5万株果苗", note: "a figure" },
  ],
  needs: `${STROKES}.`,
  find: (text) => findStrokes(text, [AT_START]),
};

function findStrokes(text: string, patterns: readonly RegExp[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const mark = match.groups?.["mark"] ?? match.groups?.["speck"] ?? "";
      const start = match.index + match[0].indexOf(mark);
      if (countOnLine(text, start) > mark.length) continue;
      edits.push({ start, end: start + mark.length, text: "", confidence: 0.9 });
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

function countOnLine(text: string, offset: number): number {
  const from = text.lastIndexOf("\n", offset - 1) + 1;
  const to = text.indexOf("\n", offset);
  return text.slice(from, to < 0 ? text.length : to).match(ANY)?.length ?? 0;
}
