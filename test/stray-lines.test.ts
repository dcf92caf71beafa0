import { describe, expect, it } from "vitest";
import type { Page } from "../src/page.ts";
import { restorePage } from "../src/restore.ts";

/** An article of two columns of 28 cells, with the line that its last column end was read as. */
const BEFORE =
  "青禾区开展春耕服务\n\n本报讯(记者 苏见山)2月21日,青禾区召开春 耕备耕现场会,对今年的早稻育 秧、水利检修和农机调度作出安 排。区农业农村局的技术员到会 讲课,十七个乡镇的农技站长参";
const LINE = "加了会议。会议要求,各地要抢";
const AFTER =
  "在雨季之前把渠道清一遍,把闸 门修一遍,再把种子、薄膜和肥 料备足,不误农时。石桥镇今年 把散在各村的秧田并成五个育秧 工厂。";
const NEXT =
  "石桥镇修复百年石桥\n\n本报讯(记者 姜见山)9月5日,石桥 镇百年石桥修复完工,桥面的石板全部 照原样铺回,桥头的碑文也请人重新描 过。";

function restoreBlocks(...blocks: readonly string[]): Page {
  return restorePage(Buffer.from(`${blocks.join("\n\n")}\n`), { file: "page.txt" });
}

const WHOLE = "农技站长参加了会议。会议要求，各地要抢在雨季之前";

describe("a line of text that was read among the titles", () => {
  it("goes back to its sentence from above the next headline", () => {
    const page = restoreBlocks(BEFORE, AFTER, LINE, NEXT);
    expect(page.articles.map(({ headline, deck }) => [headline, deck])).toEqual([
      ["青禾区开展春耕服务", null],
      ["石桥镇修复百年石桥", null],
    ]);
    expect(page.articles[0]?.paragraphs.join("")).toContain(WHOLE);
  });

  it("is no headline where the label of the next article follows", () => {
    const page = restoreBlocks(BEFORE, AFTER, LINE, "■民生", NEXT);
    expect(page.articles.map(({ headline }) => headline)).toEqual(["青禾区开展春耕服务", "石桥镇修复百年石桥"]);
    expect(page.articles[0]?.paragraphs.join("")).toContain(WHOLE);
  });

  it.each(["百年石桥两岸盼了十七年", "桥面的石板照原样一块块铺回", "村里的老人摸着碑文掉了泪"])(
    "is no kicker: %s",
    (kicker) => {
      const page = restoreBlocks(BEFORE, AFTER, kicker, NEXT);
      expect(page.articles).toHaveLength(2);
      expect(page.articles[1]?.titleLines).toEqual([kicker, "石桥镇修复百年石桥"]);
    },
  );
});
