import { ALL, type TextRule } from "../rule.ts";
import { BLANKS, gapsOf, isSetWide, WIDE } from "./gap.ts";

/** Blanks at the ends of a text, and runs of blanks or odd ones inside it, say nothing that one blank does not. */
export const edgeBlanks: TextRule = {
  id: "space/edge",
  summary:
    "Blanks at the ends of a text go; a run of blanks, a tab or a wide blank becomes one blank; between Han of running text a wide one stays.",
  roles: ALL,
  examples: [
    { before: "␠本报讯␠", after: "本报讯" },
    { before: "责编␠␠余国", after: "责编␠余国" },
    { before: "责编␠余国", after: "责编␠余国" },
    { before: "程爱　　史钰", after: "程爱　史钰" },
  ],
  needs: BLANKS,
  find: (text, view) =>
    gapsOf(text)
      .map((gap) => {
        const isEdge = gap.start === 0 || gap.end === text.length;
        return { start: gap.start, end: gap.end, text: isEdge ? "" : isSetWide(text, gap, view) ? WIDE : " " };
      })
      .filter((edit) => text.slice(edit.start, edit.end) !== edit.text),
};
