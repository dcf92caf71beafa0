import { describe, expect, it } from "vitest";
import { ifClearer } from "../src/lines/clearer.ts";
import type { Line } from "../src/lines/lines.ts";
import { testLexicon } from "./helpers/lexicon.ts";

/** Columns of one text, each of two lines, and what the dump makes of them. */
const COLUMNS = [
  ["柳湾渡口的老船工今年七十一岁，撑了五", "十年渡船，从没有误过一个学生上学的时"],
  ["辰。去年冬天大桥通车，渡口一天只剩十", "来个乘客。他把渡船刷了一遍桐油，照样"],
  ["每天清晨到渡口生火烧水。他说，桥再近", "也有人要到对岸的菜园去，只要还有一个"],
  ["人要过河，渡船就得有人撑。镇里把渡口", "的候船棚翻修一新，装上路灯和长椅，又"],
  ["给渡船配了救生衣。他把救生衣一件一件", "挂好，像晾衣服。渡口的墙上挂着一块木"],
  ["牌，上面写着渡船的时刻。木牌换过三回", "时刻没有改过。今年春天，镇里的小学把"],
  ["渡口当作课堂。他教孩子们看水色、听风", "声，还教他们打救生用的绳结。孩子们说"],
  ["上课就像坐船。秋天，石盘村的养蜂人把", "三百箱蜜蜂搬到荞麦地头，蜜蜂早出晚归"],
  ["蜂箱一天比一天沉。荞麦蜜颜色深，味道", "冲，从前卖不上价。今年全村都跟着养蜂"],
];
const IN_DISORDER = [0, 4, 2, 8, 1, 6, 3, 7, 5];

/** @returns what is read, by the columns in which the lines are. */
function read(end: string): number[] {
  const columns = COLUMNS.map((lines, i) => (i === 8 ? [lines[0] ?? "", `${lines[1]}${end}`] : lines));
  let text = "";
  const parts = IN_DISORDER.map((i) =>
    (columns[i] ?? []).map((words): Line => {
      const start = text.length;
      text += `${words}\n`;
      return { lineStart: start, start, end: start + words.length, headingLevel: 0, isBlank: false };
    }),
  );
  const ordered = (): Line[] => COLUMNS.flatMap((_, i) => parts[IN_DISORDER.indexOf(i)] ?? []);
  const source = { file: "page.txt", text };
  const found = ifClearer(source, parts.flat(), parts, testLexicon(), () => ({ woven: 0, ordered }));
  const columnOf = (line: Line): number => IN_DISORDER[parts.findIndex((part) => part.includes(line))] ?? -1;
  return found.map(columnOf).filter((_, i) => i % 2 === 0);
}

describe("another order of the lines", () => {
  it("is taken of a text layer where it reads a little better", () => {
    expect(read("。")).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("has to read much better where a mark shows that the page is a scan", () => {
    expect(read(".")).toEqual(IN_DISORDER);
  });
});
