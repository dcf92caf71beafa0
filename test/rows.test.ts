import { describe, expect, it } from "vitest";
import { readFragments } from "../src/lines/columns/fragments.ts";
import { readStretches } from "../src/lines/columns/rows.ts";
import { readLines } from "../src/lines/lines.ts";

/** How many cells each line is cut into. */
function cellCounts(rows: readonly string[]): number[] {
  const text = rows.join("\n");
  const source = { file: "page.txt", text };
  const stretches = readStretches(text, readFragments(source, readLines(source)));
  return stretches.flatMap(
    ({ first, last, cells }) => cells?.map((row) => row.length) ?? Array(last - first + 1).fill(1),
  );
}

describe("rows of columns", () => {
  it("are cut where the same width ends line after line", () => {
    const rows = [
      "柳湾渡口的老船工程万 通车，渡口一天只剩十",
      "山今年七十一岁，撑了 来个乘客。程万山把渡",
      "五十年渡船，从来没有 船刷了一遍桐油，照样",
    ];
    expect(cellCounts(rows)).toEqual([2, 2, 2]);
  });

  it("are none where lines of one column are set wide to fill it", () => {
    const rows = [
      "渡 口 的 墙 上 挂 着",
      "一 块 木 牌 ， 上 面 写",
      "着 渡 船 的 时 刻 ， 木",
      "牌 换 过 三 回 ， 时 刻",
      "没 有 改 过 ， 程 万 山",
      "也 没 有 改 过。",
    ];
    expect(cellCounts(rows)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
