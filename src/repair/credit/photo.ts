import { readCredits } from "../../blocks/credits/credits.ts";
import type { Context } from "../../context.ts";
import type { Edit } from "../../text/edit.ts";
import { bylineBlanks } from "./byline.ts";

/**
 * The credit that ends a caption keeps the blank before 摄 and between role and name: 邹兰␠摄.
 * @returns where the credit begins in the text, or -1; and the edits of its blanks.
 */
export function photoCredit(text: string, context: Context): { start: number; edits: Edit[] } {
  const last = /(?:[。！？）)]|^)\s*(?<credit>[（(]?[^。！？（()）]{2,40}[）)]?)\s*$/.exec(text);
  const credit = last?.groups?.["credit"];
  if (last === null || credit === undefined) return { start: -1, edits: [] };
  const start = last.index + last[0].indexOf(credit);
  const words = credit.replace(/^[（(]|[）)]$/g, "");
  if (!/[摄攝图圖]/.test(words) || readCredits(words, context)?.isMarked !== true) return { start: -1, edits: [] };
  const edits = bylineBlanks(credit, context).map((edit) => ({
    ...edit,
    start: edit.start + start,
    end: edit.end + start,
  }));
  return { start, edits };
}
