import { describe, expect, it } from "vitest";
import { restorePage } from "../src/restore.ts";

function articlesOf(...lines: readonly string[]) {
  return restorePage(Buffer.from(lines.join("\n\n")), { file: "page.txt" }).articles;
}

const FERRY = "从今晚起，渡口到对岸加开两班夜航船，末班船晚上十一点开，方便下夜班的工人和看戏的市民回家，票价不变。";
const STATION = "青石镇的老车站建于上世纪三十年代，昨天开始拆除，许多老人赶来合影，镇里说站前的钟楼会原样留下。";
const FLOWERS = "春水涨了，石桥边的人一天天多了起来，渡口的灯也亮得更早了，卖花的船一只接一只靠岸。";

describe("short lines of a dump of blocks", () => {
  it("are a poem below a poet's name, up to the label and the title of the next text", () => {
    const verse = ["渡船把灯", "一盏一盏还给岸", "水不说话", "只把名字", "轻轻叠好"];
    const found = articlesOf(
      "石桥边",
      "记者 石小舟",
      FLOWERS,
      "晚渡",
      "作者 孟知秋",
      ...verse,
      "青石诗社",
      "夜航",
      FERRY,
    );
    expect(found.map(({ headline, sectionLabel }) => [sectionLabel, headline])).toEqual([
      [null, "石桥边"],
      [null, "晚渡"],
      ["青石诗社", "夜航"],
    ]);
    expect(found[1]?.paragraphs).toEqual(verse);
  });

  it("are the title of a notice below a poem, and nobody's name", () => {
    const verse = ["渡船把灯", "一盏一盏还给岸", "水不说话", "只把名字", "轻轻叠好"];
    const note = "上期本栏《渡口的灯》一文中，作者应为孟知秋，特此更正，并向读者和作者致歉。";
    const found = articlesOf("石桥边", "记者 石小舟", FLOWERS, "晚渡", "作者 孟知秋", ...verse, "更正", note);
    expect(found.map(({ headline, authors }) => [headline, authors.length])).toEqual([
      ["石桥边", 1],
      ["晚渡", 1],
      ["更正", 0],
    ]);
  });

  it("close a letter, and are no label and no title", () => {
    const [first, second] = articlesOf("盼修渡口", "编辑同志：", FERRY, "此致", "敬礼", "老车站昨天拆除", STATION);
    expect(first?.paragraphs.slice(-2)).toEqual(["此致", "敬礼"]);
    expect(second?.headline).toBe("老车站昨天拆除");
  });

  it("sign a question or an answer behind a dash", () => {
    const [first, second] = articlesOf(
      "渡口几时加班",
      `问：${FERRY}`,
      "——青石县 石小舟",
      `答：${STATION}`,
      "——县航运站 孟知秋",
      "老车站昨天拆除",
      STATION,
    );
    expect(first?.paragraphs).toHaveLength(3);
    expect(first?.byline).toBe("——县航运站 孟知秋");
    expect(second?.headline).toBe("老车站昨天拆除");
  });

  it("stand over several questions of an interview, and a title over one of a mailbox", () => {
    const ask = ["问：船还开吗？", `答：${FERRY}`];
    const parts = articlesOf("老船工", "记者 石小舟", FLOWERS, "雾里认船", ...ask, ...ask, "灯下记账", ...ask, ...ask);
    expect(parts.map(({ subheads }) => subheads.map(({ text }) => text))).toEqual([["雾里认船", "灯下记账"]]);
  });

  it("name a view below a closed paragraph", () => {
    const [first] = articlesOf("老车站昨天拆除", "记者 石小舟", STATION, "老人们在钟楼前合影", FLOWERS);
    expect(first?.captions.map(({ text }) => text)).toEqual(["老人们在钟楼前合影"]);
  });

  it("tell the price of a book", () => {
    const [first] = articlesOf("《渡口的灯》", "记者 石小舟", "定价：36.00元", FLOWERS);
    expect(first?.paragraphs).toContain("定价：36.00元");
  });

  it("keep the blanks between names, which running text has not", () => {
    const names = "机械系：祁青山 铁木尔格 江小舟 明月";
    const [first] = articlesOf(
      "获奖名单",
      "记者 石小舟",
      FERRY + STATION + FLOWERS + STATION + FERRY + STATION + FLOWERS,
      names,
    );
    expect(first?.paragraphs.at(-1)).toBe(names);
  });

  it("sign an article below an indented line as below any other", () => {
    const found = articlesOf(
      "　　我家的船",
      `　　${FLOWERS}`,
      "　　指导老师：石小舟",
      "　　老车站昨天拆除",
      `　　${STATION}`,
    );
    expect(found.map(({ headline }) => headline)).toEqual(["我家的船", "老车站昨天拆除"]);
    expect(found[0]?.authors).toEqual([{ role: "指导老师", name: "石小舟" }]);
  });
});
