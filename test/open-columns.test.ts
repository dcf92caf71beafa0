import { describe, expect, it } from "vitest";
import { Echoes } from "../src/lines/succession/echoes.ts";
import { readOpenColumns } from "../src/lines/succession/open-columns.ts";
import { readStrips } from "../src/lines/succession/strip.ts";
import { followRows } from "../src/lines/succession.ts";
import { testLexicon } from "./helpers/lexicon.ts";

/** Lines of the dump, cells parted by blanks; texts as the cells of each. */
function textsOf(rows: readonly string[], width: number): string[][] {
  const text = rows.join("\n");
  const cells = [...text.matchAll(/\S+/gu)].map(({ index, 0: cell }) => {
    return { lineStart: index, start: index, end: index + cell.length, headingLevel: 0, isBlank: false };
  });
  const source = { file: "page.txt", text };
  const widths = cells.map(() => width);
  const found = followRows(source, cells, widths, testLexicon(), new Echoes(text, cells));
  return found.map((lines) => lines.map(({ start, end }) => text.slice(start, end)));
}

describe("columns that a dump gives row by row", () => {
  it("are followed past a short last line, behind which the dump begins a line", () => {
    const found = textsOf(
      [
        "柳湾渡口的老船工程万 通车，渡口一天只剩十",
        "山今年七十一岁，撑了 来个乘客。程万山把渡",
        "五十年渡船。",
        "船刷了一遍桐油，照样",
        "去年冬天，柳湾大 每天清晨到渡口生火烧",
        "桥建成以后，两岸的人 水，等人过河。",
      ],
      10,
    );
    expect(found).toEqual([
      [
        "柳湾渡口的老船工程万",
        "山今年七十一岁，撑了",
        "五十年渡船。",
        "去年冬天，柳湾大",
        "桥建成以后，两岸的人",
        "通车，渡口一天只剩十",
        "来个乘客。程万山把渡",
        "船刷了一遍桐油，照样",
        "每天清晨到渡口生火烧",
        "水，等人过河。",
      ],
    ]);
  });

  it("are of another article where one is reported", () => {
    const found = textsOf(
      [
        "渡口的墙上挂着一块木 晚报讯（记者杜若兰）",
        "牌，上面写着渡船的时 石盘村的养蜂人顾青禾",
        "刻，木牌换过三回，时 把三百箱蜜蜂搬到了荞",
        "刻没有改过。",
        "麦地头。",
      ],
      10,
    );
    expect(found).toHaveLength(2);
    expect(found[1]?.[0]).toBe("晚报讯（记者杜若兰）");
  });

  it.each([
    ["goes on at the head of the next", 3, 1],
    ["does not", -1.5, 0],
  ])("end above a picture where what breaks off at their foot %s", (_, turn, column) => {
    // Five rows of two columns, then lines of one of them: nothing but the turn tells of which.
    const text = `${"甲乙丙丁戊己庚辛 子丑寅卯辰巳午未\n".repeat(5)}${"天地玄黄宇宙洪荒\n".repeat(3)}`;
    const lines = [...text.matchAll(/\S+/gu)].map(({ index, 0: cell }) => {
      return { lineStart: index, start: index, end: index + cell.length, headingLevel: 0, isBlank: false };
    });
    const cells = readStrips({ file: "page.txt", text }, lines);
    const [foot, head] = [8, 1];
    const pieces = readOpenColumns(
      cells,
      cells.map(() => 8),
      (from, to) => (cells[from]?.row === cells[to]?.row ? -9 : from === foot && to === head ? turn : 0),
    );
    const last = pieces.find((piece) => piece.cells.includes(cells.length - 1));
    expect(last?.column).toBe(column);
  });
});
