import { describe, expect, it } from "vitest";
import type { Page } from "../src/page.ts";
import { restorePage } from "../src/restore.ts";

const TITLE = "青禾区开展春耕服务";
const BYLINE = "本报讯(记者 苏见山)";
const OTHER_ARTICLE = [
  "石桥镇修复百年石桥",
  "本报讯(记者 姜见山)9月5日,石桥 镇百年石桥修复完工,桥面的石板全部 照原样铺回,桥头的碑文也请人重新描 过。",
];
/** Four columns of one article, each cut in mid-sentence. */
const COLUMNS = [
  "2月21日,青禾区召开春 耕备耕现场会,对今年的早稻育 秧、水利检修和农机调度作出安 排。区农业农村局的技术员到会 讲课,十七个乡镇的农技站长参",
  "加了会议。会议要求,各地要抢 在雨季之前把渠道清一遍,把闸 门修一遍,再把种子、薄膜和肥",
  "料备足,不误农时。石桥镇今年 把散在各村的秧田并成五个育秧 工厂,农户下单以后由配送车送",
  "到田边,比自家育秧省下一半人 工。",
];

function restoreBlocks(...blocks: readonly string[]): Page {
  return restorePage(Buffer.from(`${blocks.join("\n\n")}\n`), { file: "page.txt" });
}

function swapsOf(page: Page): number {
  return page.notices.filter(({ rule }) => rule === "join/swapped").length;
}

const [FIRST = "", SECOND = "", THIRD = "", FOURTH = ""] = COLUMNS;

describe("columns that were read in the wrong order", () => {
  it("stay as they are where they were read in order", () => {
    const page = restoreBlocks(TITLE, `${BYLINE}${FIRST}`, SECOND, THIRD, FOURTH, ...OTHER_ARTICLE);
    expect(swapsOf(page)).toBe(0);
    expect(page.articles[0]?.paragraphs).toHaveLength(1);
  });

  it("go back behind the one that they go on from, and it is said", () => {
    const page = restoreBlocks(TITLE, `${BYLINE}${FIRST}`, THIRD, FOURTH, SECOND, ...OTHER_ARTICLE);
    expect(page.articles[0]?.paragraphs.join("")).toContain("农技站长参加了会议");
    expect(page.articles[0]?.paragraphs.join("")).toContain("再把种子、薄膜和肥料备足");
    expect(page.articles[0]?.paragraphs.join("")).toMatch(/省下一半人工。$/u);
    expect(swapsOf(page)).toBe(1);
  });

  it("go back behind the byline, whose title is the line above them", () => {
    const page = restoreBlocks(...OTHER_ARTICLE, TITLE, SECOND, THIRD, FOURTH, `${BYLINE}${FIRST}`);
    expect(page.articles.map(({ headline }) => headline)).toEqual(["石桥镇修复百年石桥", TITLE]);
    expect(page.articles[1]?.paragraphs.join("")).toContain("农技站长参加了会议");
    expect(swapsOf(page)).toBe(1);
  });

  it("never cross a title", () => {
    const page = restoreBlocks(TITLE, `${BYLINE}${FIRST}`, THIRD, FOURTH, ...OTHER_ARTICLE, SECOND);
    expect(swapsOf(page)).toBe(0);
  });

  it("stay where a jump says that the text goes on elsewhere", () => {
    const page = restoreBlocks(TITLE, `${BYLINE}${FIRST}`, "(下转A08版)", ...OTHER_ARTICLE);
    expect(swapsOf(page)).toBe(0);
  });
});
