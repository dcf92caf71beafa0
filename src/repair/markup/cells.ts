import { isBlankCode } from "../../text/chars.ts";
import type { Edit } from "../../text/edit.ts";
import type { TextRule } from "../rule.ts";

export const tableCells: TextRule = {
  id: "markup/cells",
  summary: "Strokes around the cells of a Markdown table become wide blanks, as a table without rules is set.",
  roles: ["body"],
  examples: [
    { before: "|␠姓名␠|␠岗位␠|", after: "姓名　岗位" },
    { before: "|7月5日|上午|语文|", after: "7月5日　上午　语文" },
    { before: "民生|岚州新闻", after: "民生|岚州新闻" },
    { before: "|岚州新闻", after: "|岚州新闻" },
  ],
  needs: "|",
  find: (text) => {
    const from = text.length - text.trimStart().length;
    const to = text.trimEnd().length;
    // A whole row and nothing else: `| 姓名 | 性别 |`.
    if (text.charAt(from) !== "|" || text.charAt(to - 1) !== "|" || to - from < 3 || text.includes("\n")) return [];
    const edits: Edit[] = [];
    let behind = 0;
    for (let at = text.indexOf("|"); at >= 0; at = text.indexOf("|", behind)) {
      let start = at;
      let end = at + 1;
      while (start > behind && isBlankCode(text.charCodeAt(start - 1))) start -= 1;
      while (end < text.length && isBlankCode(text.charCodeAt(end))) end += 1;
      edits.push({ start, end, text: start === 0 || end === text.length ? "" : "\u3000" });
      behind = end;
    }
    return edits;
  },
};
