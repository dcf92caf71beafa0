import { describe, expect, it } from "vitest";
import { NO_SHAPE } from "../src/lines/geometry.ts";
import { BLOCK_RULES, RULES, TEXT_RULES } from "../src/repair/index.ts";
import { tabulate } from "../src/repair/needs.ts";
import { BLANKS } from "../src/repair/space/gap.ts";
import { isBlankCode } from "../src/text/chars.ts";
import { testLexicon } from "./helpers/lexicon.ts";
import { forSeeds } from "./helpers/random.ts";

/** Every kind of character that a rule looks at, and some that none does. */
const LETTERS = [
  ...`春和日水的 \t\n\u00a0\u3000\u2003\u200b\u0085\ufeff|｜¦~_*/／—―-－…..。。·•・‧∙･,:;!?()"＂'＇“”‘’％＋＝＆＠＃．０９ＡＺａｚ09AZaz，：；！？（）%`,
  "\u0000",
  "\u001b",
  "\u007f",
  "\u0081",
  "\u200d",
  "\u202b",
  "\u2060",
  "\u{e0001}",
  "𠮷",
];

describe("the characters that a rule needs", () => {
  it.each(RULES.map((rule) => ({ id: rule.id, rule })))("$id finds nothing where none of them stands", ({ rule }) => {
    const others = LETTERS.filter((letter) => ![...letter].some((char) => rule.needs.includes(char.charAt(0))));
    forSeeds(200, (random) => {
      const text = Array.from({ length: random.between(1, 24) }, () => random.pick(others)).join("");
      for (const role of rule.roles) {
        const view = { role, dump: random.pick(["blocks", "spaced"] as const), lexicon: testLexicon() };
        expect(rule.find(text, { ...view, shape: NO_SHAPE, wantsReasons: true }), JSON.stringify(text)).toEqual([]);
      }
    });
  });

  it("are all the blanks for the rules about blanks", () => {
    const blanks = Array.from({ length: 0x10000 }, (_, code) => code).filter(isBlankCode);
    expect([...BLANKS].map((char) => char.charCodeAt(0)).sort((a, b) => a - b)).toEqual(blanks);
  });

  it("are found by the table", () => {
    for (const table of [BLOCK_RULES, TEXT_RULES].map(tabulate)) {
      for (const { rule, bit } of table.rulesFor("body")) {
        for (const char of rule.needs) expect(table.wantedIn(`春${char}日`) & bit, `${rule.id} ${char}`).not.toBe(0);
      }
      expect(table.wantedIn("春和日水")).toBe(0);
    }
  });
});
