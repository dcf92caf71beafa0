/** Jump lines as papers print them. All texts are invented. */

import { describe, expect, it } from "vitest";
import { readJump } from "../src/blocks/jump.ts";

describe("a jump line", () => {
  it.each([
    { text: "（下转A02版）", to: "A02", from: null },
    { text: "下轉第三版", to: "三", from: null },
    { text: "(上接 1 版)", to: null, from: "1" },
    { text: "［下转第十二版］", to: "十二", from: null },
    { text: "（下转Ａ０３版·综合）", to: "A03", from: null },
    { text: "（上接第01版①）", to: null, from: "01" },
    { text: "（下转今日三版）", to: "三", from: null },
    { text: "《下 转 第 6 版 )", to: "6", from: null },
    { text: "▶▶下转A03版", to: "A03", from: null },
    { text: "→下转 A3", to: "A3", from: null },
    { text: "(上接A1)", to: null, from: "A1" },
    { text: "（紧接第二版）", to: "二", from: null },
    { text: "（紧接第一版）", to: null, from: "一" },
    { text: "農戶春耕忙（緊接第4版）", to: "4", from: null },
    { text: "（紧接第3版）代种的面积比去年多一成", to: null, from: "3" },
  ])("$text", ({ text, to, from }) => {
    expect(readJump(text)).toMatchObject({ to, from });
  });

  it("has what stands in its brackets, and nothing of the text", () => {
    const text = "农户代耕（下转A03版·综合）";
    expect(readJump(text)).toMatchObject({ start: 4, end: text.length });
    expect(readJump("上接第一版 农技员说）今年")).toMatchObject({ start: 0, end: 5, from: "一" });
  });

  it.each(["企业下转型的决心", "下转A3的说法", "紧接着开工", "详见A03版", "全省上接天线"])("is not %s", (text) => {
    expect(readJump(text)).toBeNull();
  });
});
