import { describe, expect, it } from "vitest";
import { readLines } from "../src/lines/lines.ts";
import { fitColumns } from "../src/lines/woven/fit-columns.ts";
import { TextRow } from "../src/lines/woven/gaps.ts";
import { unweaveRows } from "../src/lines/woven.ts";
import { testLexicon } from "./helpers/lexicon.ts";

function unwoven(rows: readonly string[]): string {
  const text = rows.join("\n");
  const source = { file: "page.txt", text };
  return unweaveRows(source, readLines(source), testLexicon())
    .map(({ start, end }) => text.slice(start, end))
    .join("");
}

describe("rows of columns", () => {
  it("have the widths with which all of them are cut best", () => {
    const rows = [
      "春田水路山村河桥 灯门风雨花树船车",
      "城镇学校。          米茶糖布衣鞋帽桌",
      "床窗瓦砖木石铁铜 ”金银春田水路山村",
    ];
    const text = rows.join("\n");
    const lines = readLines({ file: "page.txt", text });
    const cut = fitColumns(
      lines.map((line) => new TextRow(text, line)),
      () => 0,
    );
    expect(cut.rows.map((cells) => cells.length)).toEqual([2, 2, 2]);
    const firsts = cut.rows.map(([first], i) => text.slice(lines[i]?.start, first?.gap?.from));
    expect(firsts).toEqual(["春田水路山村河桥", "城镇学校", "床窗瓦砖木石铁铜"]);
  });

  it("may lack cells: a line alone goes on in the column that it continues", () => {
    const page = unwoven([
      "今年春天以来，县水利局组织   改造后的渠道全长十二公里， ”村民代表说，过去浇一次地",
      "技术人员对全县的灌溉渠道 ”可以灌溉三千多亩农田，每   要等上三天，现在打开闸门",
      "进行了全面检查，发现部分",
      "渠道年久失修，漏水严重， ”亩地每年能够节约用水两百 ”就行，省下来的时间可以到",
      "于是筹集资金进行改造。    多立方米。              镇上的工厂里做工。",
    ]);
    expect(page).toContain("技术人员对全县的灌溉渠道进行了全面检查，发现部分渠道年久失修");
    expect(page).toContain("可以灌溉三千多亩农田，每亩地每年能够节约用水两百多立方米。");
    expect(page).toContain("现在打开闸门就行，省下来的时间可以到镇上的工厂里做工。");
  });

  it("are left as they are where the lines go on beside each other", () => {
    const rows = ["他说：“今年的收成” 比去年好，村里“人人” 都高兴。", "大家把粮食“晒干” 以后送到镇上的“粮站” 去卖。"];
    expect(unwoven(rows)).toBe(rows.join(""));
  });
});
