import { describe, expect, it } from "vitest";
import type { Page } from "../src/page.ts";
import { restorePage } from "../src/restore.ts";

/** Printed lines as Tesseract gives them: half-width brackets and semicolons, full-width commas. */
const FERRY = [
  "夜航船今晚开通",
  "本报记者 尹长河",
  "从今晚起，渡口到对岸加开两班\n夜航船，末班船晚上十一点开; 方便\n下夜班的工人和看戏的市民回家，票\n价不变。",
  " 轮渡公司说如果坐船的人还要多\n周末就再加一班，码头的灯也一直亮\n到末班船靠岸。",
];
const STATION = [
  " 青石镇的老车站建于上世纪三十\n年代，昨天开始拆除，许多老人赶来\n合影; 镇里说站前的钟楼会原样留\n下，钟面请县城的师傅重新描过。",
  " 站长老韩在这里值了二十年的班\n他把最后一张硬座票夹进日记本，说\n往后要到新站去看孙女卖票。",
];

function restore(...blocks: readonly string[]): Page {
  return restorePage(Buffer.from(`2019年5月7日 星期二\n\n${blocks.join("\n\n")}\n`), { file: "page.txt" });
}

describe("a text whose headline the dump has lost", () => {
  it("begins an article below a signature in brackets", () => {
    const signed = FERRY.toSpliced(-1, 1, `${FERRY.at(-1)} (市民 石小\n舟)`);
    const page = restore(...signed, ...STATION);
    expect(page.articles.map(({ headline }) => headline)).toEqual(["夜航船今晚开通", null]);
    expect(page.articles[1]?.paragraphs[0]).toMatch(/^青石镇的老车站/);
    expect(page.notices.map(({ rule }) => rule)).toContain("join/no-headline");
  });

  it("begins one below a source whose name the line end cuts", () => {
    const signed = FERRY.toSpliced(-1, 1, `${FERRY.at(-1)} (云\n溪晚报)`);
    expect(restore(...signed, ...STATION).articles).toHaveLength(2);
  });

  it("begins none where it points back at the text above", () => {
    const page = restore(...FERRY, ` 该${STATION[0]?.trim()}`, ...STATION.slice(1));
    expect(page.articles).toHaveLength(1);
  });

  it("begins none in mid-sentence", () => {
    const page = restore(
      ...FERRY,
      " 轮渡公司还说他们正在请县城的\n师傅来看码头的灯; 并且要在渡口的",
      ...STATION.slice(1),
    );
    expect(page.articles).toHaveLength(1);
  });
});
