import { isLatinCode } from "../../text/chars.ts";
import { ALL, type TextRule } from "../rule.ts";
import { BLANKS, type Gap, gapsOf, isMarkCode } from "./gap.ts";

/** Chinese marks carry their own white; a scan adds a blank where it read one as half-width. */
export const besideMark: TextRule = {
  id: "space/beside-mark",
  summary: "A blank beside a punctuation mark is taken out.",
  roles: ALL.filter((role) => role !== "byline" && role !== "folio" && role !== "staffCredit"),
  examples: [
    { before: "精准对接,␠确保到户", after: "精准对接,确保到户" },
    { before: "据了解:␠“今年␠”", after: "据了解:“今年”" },
    { before: "微光␠·␠大义", after: "微光·大义" },
    { before: "這幾天␠‧␠還有很多人", after: "這幾天‧還有很多人", note: "what Tesseract makes of a comma in mid-cell" },
    {
      before: "“绿色工厂”␠一年省电三成",
      after: "“绿色工厂”␠一年省电三成",
      role: "title",
      note: "the halves of a headline",
    },
    { before: "Dr.␠Li", after: "Dr.␠Li", note: "Latin text" },
  ],
  needs: BLANKS,
  find: (text, view) =>
    gapsOf(text)
      .filter((gap) => {
        if (view.role === "title" && view.dump !== "spaced" && isBetweenHalves(gap)) return false;
        if (!isMarkCode(gap.left) && !isMarkCode(gap.right)) return false;
        const before = isMarkCode(gap.left) ? text.charCodeAt(gap.start - 2) : gap.left;
        const after = isMarkCode(gap.right) ? text.charCodeAt(gap.end + 1) : gap.right;
        return !(isLatinCode(before) && isLatinCode(after));
      })
      .map((gap) => ({ start: gap.start, end: gap.end, text: "", confidence: 0.99 })),
};

/** In a title a blank after a closing quote, bracket or full mark parts two halves, as between two Han characters. */
function isBetweenHalves(gap: Gap): boolean {
  const left = String.fromCharCode(gap.left);
  const right = String.fromCharCode(gap.right);
  return (
    (/[”’》」』！？!?"]/.test(left) && /[〇㐀-鿿\d“「《]/.test(right)) ||
    (/[〇㐀-鿿]/.test(left) && /[“「《]/.test(right))
  );
}
