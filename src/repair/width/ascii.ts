import { ranges } from "../needs.ts";
import { ALL, type DumpRule } from "../rule.ts";

/** Full-width digits, letters and the signs that go with them: `１９４９年`, `ＧＤＰ`, `５％`. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ％＋＝＆＠＃]+|(?<=[\d０-９])．(?=[\d０-９])/g;

const ANY_WIDE = `${ranges("０９", "ＡＺ", "ａｚ")}％＋＝＆＠＃．`;

export const asciiFigures: DumpRule = {
  id: "width/ascii",
  summary: "Full-width figures and Latin letters become half-width.",
  roles: ALL,
  examples: [
    { before: "１９４９年ＧＤＰ增长５．２％", after: "1949年GDP增长5.2%" },
    { before: "1949年", after: "1949年" },
  ],
  needs: ANY_WIDE,
  find: (text) =>
    [...text.matchAll(WIDE)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0].replace(/./g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
    })),
};
