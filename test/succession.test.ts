import { describe, expect, it } from "vitest";
import { recogniseDump } from "../src/lines/dump.ts";
import { readLines } from "../src/lines/lines.ts";
import { Echoes } from "../src/lines/succession/echoes.ts";
import { bestPath } from "../src/lines/succession/path.ts";
import { followRows } from "../src/lines/succession.ts";
import { testLexicon } from "./helpers/lexicon.ts";
import { readColumns } from "./helpers/unwoven.ts";

const FERRY = [
  "柳湾渡口的老船工程万山今年七十一岁，撑了五十年渡船，从没有误过一个学生上学的时辰。",
  "去年冬天，柳湾大桥通车，渡口一天只剩十来个乘客。程万山把渡船刷了一遍桐油，照样每天清晨五点半到渡口生火烧水。",
  "他说，桥再近，也有人要到对岸的菜园去，绕桥要走六里路。只要还有一个人要过河，渡船就得有人撑。",
  "镇里把渡口的候船棚翻修一新，装上路灯和长椅，又给渡船配了十二件救生衣。程万山把救生衣一件一件挂好，像晾衣服。",
  "渡口的墙上挂着一块木牌，上面写着渡船的时刻。木牌换过三回，时刻没有改过。程万山说，坐渡船的人记的是他的钟点。",
  "今年春天，镇里的小学把渡口当作课堂。程万山教孩子们看水色、听风声，还教他们打救生用的绳结。",
];
const BEES = [
  "石盘村的养蜂人顾青禾把三百箱蜜蜂搬到了荞麦地头，荞麦花一开，蜜蜂早出晚归，蜂箱一天比一天沉。",
  "荞麦蜜颜色深，味道冲，从前卖不上价。顾青禾请来农校的老师，教村里人分批取蜜、低温过滤，荞麦蜜成了抢手货。",
  "今年，村里有二十六户跟着养蜂，合作社统一收购、统一装瓶，一瓶蜂蜜比去年多卖八块钱。",
  "蜜蜂多了，荞麦也跟着增产。农技员在地头数过，靠近蜂箱的荞麦，一亩要多收三十斤。",
  "养蜂人最怕的是农药。村里订了规矩，荞麦开花的日子不打农药，要打也在蜜蜂回箱以后。规矩写在合作社的墙上。",
  "入秋以后，顾青禾把蜂箱搬回屋后，给蜜蜂留足过冬的蜂蜜。他说，蜜蜂辛苦一年，不能只取不给。",
];

/** Paragraphs as printed lines of one column, first lines short by the indent, without blanks. */
function set(paragraphs: readonly string[], measure: number): string[] {
  return paragraphs.flatMap((text) => {
    const padded = `　　${text}`;
    const lines: string[] = [];
    for (let i = 0; i < padded.length; ) {
      let end = Math.min(padded.length, i + measure);
      while (end < padded.length && "，。、".includes(padded.charAt(end))) end -= 1;
      lines.push(padded.slice(i, end).trim());
      i = end;
    }
    return lines;
  });
}

function halves(lines: readonly string[]): string[][] {
  const half = Math.ceil(lines.length / 2);
  return [lines.slice(0, half), lines.slice(half)];
}

/** Line one of every column, then line two. */
function weave(columns: readonly (readonly string[])[]): string[] {
  const rows = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat();
}

/** As a dump gives rows: side by side on one line, but for what stands behind a short line or has an indent. */
function rowsOf(
  columns: readonly (readonly { readonly line: string; readonly y: number }[])[],
  measure: number,
): string[] {
  const out: string[] = [];
  const rows = Math.max(...columns.flat().map(({ y }) => y)) + 1;
  for (let row = 0; row < rows; row += 1) {
    let text = "";
    let isAfterHole = false;
    for (const column of columns) {
      const line = column.find(({ y }) => y === row)?.line ?? "";
      if (text !== "" && line !== "") {
        const isIndented = line.length < measure - 1 && !line.endsWith("。");
        if (isAfterHole || isIndented) {
          out.push(text);
          text = "";
        }
      }
      if (line !== "") text += text === "" ? line : ` ${line}`;
      isAfterHole = line.length < measure - 1;
    }
    if (text !== "") out.push(text);
  }
  return out;
}

describe("the order of printed lines", () => {
  const ferry = set(FERRY, 11);
  const bees = set(BEES, 10);

  it("is found where two articles stand beside each other and their columns take turns", () => {
    const columns = [...halves(ferry), ...halves(bees)];
    const woven = ["渡口老船工还在撑船", "荞麦蜜成了抢手货", ...weave(columns)];
    const found = readColumns(woven);
    expect([...found].sort()).toEqual([...woven].sort());
    for (const column of columns) expect(found.join("\n")).toContain(column.join("\n"));
  });

  it("is found for nearly all lines where blank lines stand between and a column once has two turns", () => {
    const columns = [...halves(ferry), ...halves(bees)];
    const left = columns.map((lines) => [...lines]);
    const woven: string[] = [];
    for (let row = 0; left.some((lines) => lines.length > 0); row += 1)
      for (const [i, lines] of left.entries())
        woven.push(...lines.splice(0, row === 6 && i === 1 ? 2 : 1).flatMap((line) => [line, ""]));
    const found = readColumns(woven).join("\n");
    const pairs = columns.flatMap((lines) => lines.slice(1).map((line, i) => `${lines[i]}\n${line}`));
    expect(pairs.filter((pair) => found.includes(pair)).length / pairs.length).toBeGreaterThan(0.8);
  });

  it("is that of the columns of a band, from left to right, where rows are given", () => {
    const third = Math.floor(ferry.length / 3);
    const columns = [0, 1, 2].map((x) => ferry.slice(x * third, (x + 1) * third));
    const places = columns.map((lines) => lines.map((line, y) => ({ line, y })));
    const text = rowsOf(places, 11).join("\n");
    const cells = [...text.matchAll(/\S+/gu)].map(({ index, 0: cell }) => {
      return { lineStart: index, start: index, end: index + cell.length, headingLevel: 0, isBlank: false };
    });
    const source = { file: "page.txt", text };
    const widths = cells.map(() => 11);
    const found = followRows(source, cells, widths, testLexicon(), new Echoes(text, cells));
    expect(found.map((lines) => lines.map(({ start, end }) => text.slice(start, end)))).toEqual([columns.flat()]);
  });

  it("is left as it is where it is right", () => {
    const page = ["渡口老船工还在撑船", "", ...ferry, "", "荞麦蜜成了抢手货", "", ...bees];
    expect(readColumns(page)).toEqual(page.filter((line) => line !== ""));
  });
});

describe("lines that stand far apart", () => {
  const kindOf = (lines: readonly string[]): string => {
    const source = { file: "page.txt", text: lines.join("\n\n") };
    return recogniseDump(source, readLines(source));
  };

  it("are printed lines where most of them break off", () => {
    expect(kindOf([...set(FERRY, 16), ...set(BEES, 16)])).toBe("wrapped");
  });

  it("are paragraphs where they are whole", () => {
    expect(kindOf([...FERRY, ...BEES].flatMap((text) => text.split(/(?<=。)/u)))).toBe("blocks");
  });
});

describe("echoes", () => {
  it("are triples across a seam that stand within a line of the page", () => {
    const text = "柳湾渡口的水鸟\n去年的柳湾渡\n口上建起";
    const echoes = new Echoes(text, readLines({ file: "page.txt", text }));
    expect(echoes.count("湾渡", "口上")).toBe(1);
    expect(echoes.count("柳湾", "渡口")).toBe(2);
    expect(echoes.count("水鸟", "去年")).toBe(0);
  });
});

describe("the best path", () => {
  it("passes each thing once", () => {
    const links = [
      [0, 1, 5],
      [9, 0, 1],
      [1, 3, 0],
    ];
    expect(bestPath([0, 0, 0], links)).toEqual([1, 0, 2]);
    expect(bestPath([9, 0, 0], links)).toEqual([0, 2, 1]);
    expect(bestPath([1], [[0]])).toEqual([0]);
  });
});
