import { countOf, isHanCode, isWordCode } from "../../text/chars.ts";
import type { Edit } from "../../text/edit.ts";
import { ALL, type DumpRule } from "../rule.ts";

const POINT = "．";
/** So many show a habit, and so many for each full stop: a page of few may have the points of foreign names, 约翰．史密斯. */
const LEAST_POINTS = 3;
const POINTS_RATIO = 4;
/** Marks that close, behind which a sentence ends. */
const CLOSING = "”’」』）》";

/** Points that a page writes for its full stops throughout, as some engines and papers of science do. */
export const wideStop: DumpRule = {
  id: "width/wide-stop",
  summary: "Full-width points become full stops where a page writes its full stops so throughout.",
  roles: ALL,
  examples: [
    { before: "春耕开始了．各村备耕．种子到户．", after: "春耕开始了。各村备耕。种子到户。" },
    { before: "他说：“种子到户了．”各村备耕．春耕开始了．", after: "他说：“种子到户了。”各村备耕。春耕开始了。" },
    { before: "约翰．史密斯来到镇上。", after: "约翰．史密斯来到镇上。", note: "a name" },
    { before: "1．备耕 2．春耕 3．育秧 4．插秧", after: "1．备耕 2．春耕 3．育秧 4．插秧", note: "numbers" },
  ],
  needs: POINT,
  find: (text) => {
    const edits: Edit[] = [];
    for (let at = text.indexOf(POINT); at >= 0; at = text.indexOf(POINT, at + 1)) {
      if (isStop(text, at)) edits.push({ start: at, end: at + 1, text: "。" });
    }
    return edits.length >= LEAST_POINTS && edits.length >= countOf(text, "。") * POINTS_RATIO ? edits : [];
  },
};

function isStop(text: string, at: number): boolean {
  if (isWordCode(text.charCodeAt(at + 1))) return false;
  return isHanCode(text.charCodeAt(at - 1)) || CLOSING.includes(text.charAt(at - 1) || "x");
}
