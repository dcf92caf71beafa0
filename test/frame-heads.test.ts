import { describe, expect, test } from "vitest";
import { restorePage } from "../src/restore.ts";

const restore = (text: string) => restorePage(Buffer.from(text), { file: "A01.txt" });
const titles = (text: string) => restore(text).articles.map(({ headline }) => headline);

/** Three frames of two paragraphs each, which are enough to see what blank lines and indents of the page mean. */
function pageWith(frame: string): string {
  const text = (first: string, second: string): string =>
    `　　${first}，种子工程系的二十\n名学生来到柳溪乡的晒谷场上。\n　　${second}，乡亲们把自家留\n的稻种一袋一袋背了过来。\n`;
  return [
    `岚州农机学院报\n二〇〇四年五月十二日 第三版\n`,
    `晒谷场上开出一间教室\n本报记者 尹知秋\n${text("上个星期", "第二天一早")}`,
    frame,
    `北门苗圃卖出第一批树\n本报记者 杜若兰\n${text("去年冬天", "到了秋天里")}`,
    `老水渠通水的那天早晨\n本报记者 石小舟\n${text("前几年里", "等到春天里")}`,
  ].join("\n");
}

describe("the first lines of a frame, where blank lines part frames and indents begin paragraphs", () => {
  test("are a headline and no subhead", () => {
    const page = pageWith("南门食堂延长开饭时间\n　　从本周起，南门食堂晚饭开到七\n点半，方便下实习课的同学。\n");
    expect(titles(page)).toContain("南门食堂延长开饭时间");
  });

  test("are label, headline and writer", () => {
    const page = pageWith(
      "书边草\n一张旧课桌\n农经系2001级 杜若兰\n　　这张课桌比我大十岁，桌面上有\n四个不同的名字，刻得深浅不一。\n",
    );
    const article = restore(page).articles.find(({ headline }) => headline === "一张旧课桌");
    expect(article).toMatchObject({ sectionLabel: "书边草", authors: [{ role: null, name: "杜若兰" }] });
  });

  test("are the rest of a paragraph where they end a sentence", () => {
    const page = pageWith("了一袋又一袋。\n　　从本周起，南门食堂晚饭开到七\n点半，方便下实习课的同学。\n");
    expect(titles(page)).not.toContain("了一袋又一袋。");
    expect(titles(page)).toHaveLength(3);
  });

  test("are not asked where blank lines stand between paragraphs, too", () => {
    const page = pageWith("修好了水渠\n　　从本周起，南门食堂晚饭开到七\n点半，方便下实习课的同学。\n").replaceAll(
      "。\n　　",
      "。\n\n　　",
    );
    expect(titles(page)).not.toContain("修好了水渠");
  });
});
