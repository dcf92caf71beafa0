import { describe, expect, it } from "vitest";
import { restorePage } from "../src/restore.ts";

function headlinesOf(...lines: readonly string[]): (string | null)[] {
  return restorePage(Buffer.from(lines.join("\n")), { file: "page.txt" }).articles.map(({ headline }) => headline);
}

const BRIDGE = [
  "青石桥护栏修好了",
  "本报记者 闻一舟",
  "青石桥两侧的护栏昨天全部换",
  "成新的，施工队比原定日期早收工",
  "三天，夜里桥上亮起了灯。",
] as const;

describe("titles of notices in printed lines", () => {
  it("open an item of their own below an article, however short they are", () => {
    const words = ["本报三月二日第二版所载船价应", "为每人两角，特此更正，并向读者", "致歉。"];
    expect(headlinesOf(...BRIDGE, "更　正", ...words)).toEqual(["青石桥护栏修好了", "更正"]);
  });

  it("are other short lines not", () => {
    const words = ["护栏用的是本地青石，石匠凿了", "两个月，桥头的石狮也补上了一只", "耳朵。"];
    expect(headlinesOf(...BRIDGE, "石　狮", ...words)).toEqual(["青石桥护栏修好了"]);
  });
});

describe("a notice among articles", () => {
  const furnitureOf = (...lines: readonly string[]): string[] =>
    restorePage(Buffer.from(lines.join("\n")), { file: "page.txt" }).furniture.map(({ text }) => text);
  const TEXT = "因更换闸刀，本周六8时至16时青石桥以东停电，请相互转告。";

  it.each(["咨询电话：95500", "报修电话：0799-3300110"])("has all between its title and its number: %s", (number) => {
    expect(furnitureOf(...BRIDGE, "停电公告", TEXT, number)).toEqual(["停电公告", TEXT, number]);
    expect(headlinesOf(...BRIDGE, "停电公告", TEXT, number)).toEqual(["青石桥护栏修好了"]);
  });

  it("leaves a number to the article that tells whom to ring, where it heads nothing", () => {
    expect(headlinesOf(...BRIDGE, "咨询电话：95500")).toEqual(["青石桥护栏修好了"]);
    expect(furnitureOf(...BRIDGE, "咨询电话：95500")).toEqual([]);
  });
});
