import { describe, expect, it } from "vitest";
import { restorePage } from "../src/restore.ts";

/** Label, headline, deck, byline, paragraphs, subheads and captions of each article of a page of blocks. */
function articlesOf(...blocks: readonly string[]): string[] {
  const { articles } = restorePage(Buffer.from(blocks.join("\n\n")), { file: "page.txt" });
  return articles.map(({ sectionLabel, headline, deck, byline, paragraphs, subheads, captions }) =>
    [
      sectionLabel,
      headline,
      deck,
      byline,
      paragraphs.length,
      subheads.length,
      captions.map(({ text }) => text).join("/"),
    ]
      .map((part) => part ?? "-")
      .join(" | "),
  );
}

const FERRY = "从今晚起，渡口到对岸加开两班夜航船，末班船晚上十一点开，方便下夜班的工人和看戏的市民回家，票价不变。";
const STATION = "青石镇的老车站建于上世纪三十年代，昨天开始拆除，许多老人赶来合影，镇里说站前的钟楼会原样留下。";
const FLOWERS = "春水涨了，石桥边的人一天天多了起来，渡口的灯也亮得更早了，卖花的船一只接一只靠岸。";

describe("a short line is part of the text", () => {
  it("where lines count", () => {
    const lines = ["1.夜航船票怎么买？", FERRY, "2.老人坐船要钱吗？", FLOWERS];
    expect(articlesOf("# 夜航问答", ...lines, "（镇渡口供稿）")[0]).toBe(
      "- | 夜航问答 | - | （镇渡口供稿） | 3 | 1 | ",
    );
    expect(articlesOf("# 夜航问答", "1.4亿人次", FERRY)[0]).toBe("- | 夜航问答 | 1.4亿人次 | - | 1 | 0 | ");
  });

  it("where it signs a question", () => {
    expect(articlesOf("# 夜航问答", "问：夜航船票怎么买？", "（青石镇　贺青）", `答：${FERRY}`)[0]).toBe(
      "- | 夜航问答 | - | - | 3 | 0 | ",
    );
  });

  it("where it is a row of a table whose cells wide blanks part", () => {
    const rows = ["云溪　十二～十六度　阴有雨", "双渡　十四～二十度　多云", "石桥　十七～二十四度　晴"];
    expect(articlesOf("# 今日各地气温", ...rows, "# 渡口加开夜航", "本报记者 贺青", FERRY)).toEqual([
      "- | 今日各地气温 | - | - | 3 | 0 | ",
      "- | 渡口加开夜航 | - | 本报记者 贺青 | 1 | 0 | ",
    ]);
  });

  it("where the column end has cut half a sentence", () => {
    expect(
      articlesOf(
        "渡口加开夜航",
        `${FERRY}（贺青）`,
        "老车站拆除",
        "老车站昨天开始拆除，许多老人赶来合",
        "影，镇里说钟楼留下。",
      ),
    ).toEqual(["- | 渡口加开夜航 | - | （贺青） | 1 | 0 | ", "- | 老车站拆除 | - | - | 1 | 0 | "]);
  });
});

describe("a line of a title", () => {
  it("is what a notice calls itself, above a list, and not the note behind it", () => {
    const list = ["贺青为渡口管理所所长；", "杜若兰为车站管理所所长。"];
    expect(
      articlesOf(
        "渡口加开夜航",
        "本报记者 贺青",
        FERRY,
        FLOWERS,
        "任免名单（2009年3月2日镇人大第九次会议通过）",
        "一、任命：",
        ...list,
      ).map((article) => article.split(" | ")[1]),
    ).toEqual(["渡口加开夜航", "任免名单（2009年3月2日镇人大第九次会议通过）"]);
  });

  it("is the bracket below it", () => {
    expect(articlesOf("## 任免名单", "（2009年3月2日镇人大第九次会议通过）", FERRY)[0]).toBe(
      "- | 任免名单 | （2009年3月2日镇人大第九次会议通过） | - | 1 | 0 | ",
    );
  });

  it("is the name of a notice, and nothing more", () => {
    expect(articlesOf("# 渡口加开夜航", FERRY, "小启", `${FLOWERS}请读者来稿。`, "# 老车站拆除", STATION)[1]).toBe(
      "- | 小启 | - | - | 1 | 0 | ",
    );
  });

  it("has a mark, below a label that has another one", () => {
    const brief = ["老车站昨天上午开始拆除，许多老人赶来合影，镇里说钟楼", "会留下。（镇文化中心）"];
    expect(articlesOf("◇ 青石短波 ◇", "▲老车站开始拆除", ...brief)[0]).toBe(
      "青石短波 | ▲老车站开始拆除 | - | （镇文化中心） | 1 | 0 | ",
    );
    expect(articlesOf("◇ 青石短波 ◇", "▲老车站开始拆除", STATION)[0]).toBe(
      "青石短波 | ▲老车站开始拆除 | - | - | 1 | 0 | ",
    );
  });
});

describe("a poem of four lines", () => {
  it("has a line a paragraph, below a name and where it belongs", () => {
    const lines = ["渡口只有一盏灯", "船夫只有一支桨", "我把伞放在船头", "雨就停在桥上"];
    expect(articlesOf("## 夜渡", "中文系　2019级　孟知秋", ...lines)[0]).toBe(
      "- | 夜渡 | - | 中文系2019级 孟知秋 | 4 | 0 | ",
    );
  });
});

describe("a caption", () => {
  it.each([
    { why: "Markdown sets it in italics", caption: "*村民们为船夫送行。*", text: "村民们为船夫送行。" },
    { why: "a model says so", caption: "[图片：村民们为船夫送行。]", text: "[图片：村民们为船夫送行。]" },
  ])("stands where $why", ({ caption, text }) => {
    expect(articlesOf("# 渡口加开夜航", FERRY, caption, FLOWERS)[0]).toBe(`- | 渡口加开夜航 | - | - | 2 | 0 | ${text}`);
  });

  it("stands alone below a signature", () => {
    expect(articlesOf("渡口加开夜航", `${FERRY}（贺青）`, "船夫在码头上检修缆绳。")[0]).toBe(
      "- | 渡口加开夜航 | - | （贺青） | 1 | 0 | 船夫在码头上检修缆绳。",
    );
  });
});
