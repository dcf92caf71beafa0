import { describe, expect, it } from "vitest";
import type { Page } from "../src/page.ts";
import { restorePage } from "../src/restore.ts";

/** Printed lines as Tesseract gives them. */
const STATION =
  "老车站昨天开始拆除\n\n本报记者 孟帆\n\n  青石镇的老车站建于上世纪三十\n年代，昨天开始拆除，许多老人赶来\n合影; 镇里说站前的钟楼会原样留\n下，钟面请县城的师傅重新描过。";
const FERRY_HEAD = "夜航船今晚开通\n\n本报记者 尹长河";
const FERRY = "  从今晚起，渡口到对岸加开两班\n夜航船; 轮渡公司说末班船晚上十一\n点开，方便下夜班的工人和看戏的市";
const REST = "民回家，票价不变。轮渡公司的夜航\n船还要在渡口添两盏灯，方便市民夜\n里上船。";

function restore(...blocks: readonly string[]): Page {
  return restorePage(Buffer.from(`2019年5月7日 星期二\n\n${blocks.join("\n\n")}\n`), { file: "page.txt" });
}

describe("text that was read inside another article", () => {
  it("comes back from above, too", () => {
    const page = restore(STATION, REST, FERRY_HEAD, FERRY);
    expect(page.articles.map(({ paragraphs }) => paragraphs.join(""))).toEqual([
      expect.stringMatching(/^青石镇.*描过。$/),
      expect.stringMatching(/看戏的市民回家.*夜里上船。$/),
    ]);
    expect(page.notices.map(({ rule }) => rule)).toContain("join/resumed");
  });

  it("stays where a paragraph begins", () => {
    const page = restore(STATION, `  ${REST}`, FERRY_HEAD, FERRY);
    expect(page.notices.map(({ rule }) => rule)).not.toContain("join/resumed");
  });
});

describe("a paragraph that was read above its headline", () => {
  it("comes below it where the text there goes on from it", () => {
    const page = restore(STATION, FERRY, FERRY_HEAD, REST);
    expect(page.articles.map(({ headline }) => headline)).toEqual(["老车站昨天开始拆除", "夜航船今晚开通"]);
    expect(page.articles[1]?.paragraphs.join("")).toMatch(/^从今晚起.*看戏的市民回家.*夜里上船。$/);
  });
});
