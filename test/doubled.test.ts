import { describe, expect, it } from "vitest";
import { doubledRuns } from "../src/doubt/doubled.ts";
import { Random } from "./helpers/random.ts";

describe("words that stand twice in a row", () => {
  it.each([
    { text: "岚山机械岚山机械举行了开工仪式", found: ["岚山机械"] },
    { text: "昨日，岚山机械岚山机械", found: ["岚山机械"] },
    { text: "参加活动的有青石巷社区居民青石巷社区居民。", found: ["青石巷社区居民"] },
    { text: "高高兴兴上班去，平平安安回家来", found: [] },
    { text: "研究研究再研究", found: [] },
    { text: "——————————", found: [] },
    { text: "12345678 12345678", found: [] },
  ])("$text", ({ text, found }) => {
    expect(doubledRuns(text).map(({ start, length }) => text.slice(start, start + length))).toEqual(found);
  });

  it("finds every doubled run, wherever it stands", () => {
    const random = new Random(20_261_122);
    const han = (count: number): string =>
      Array.from({ length: count }, () => String.fromCharCode(random.between(0x4e00, 0x5500))).join("");
    for (let i = 0; i < 300; i += 1) {
      const run = han(random.between(4, 10));
      const before = han(random.between(0, 30));
      const found = doubledRuns(before + run + run + han(random.between(0, 30)));
      // The run may begin earlier by as many characters as happen to agree there.
      expect(
        found.map(({ length }) => length),
        `${before}|${run}`,
      ).toEqual([run.length]);
    }
  });
});
