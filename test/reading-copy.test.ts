import { describe, expect, it } from "vitest";
import { readingCopies } from "../src/blocks/reading-copy.ts";
import { restorePage } from "../src/index.ts";

function copiesOf(dump: string): string {
  let blankLines = 0;
  const lines = dump.split("\n").flatMap((text) => {
    const line = { text, blankLines };
    blankLines = text === "" ? blankLines + 1 : 0;
    return text === "" ? [] : [line];
  });
  return readingCopies(lines).join("\n");
}

describe("printed lines are read", () => {
  it.each([
    {
      what: "straight quotes by what stands beside them, and in turn",
      dump: '艄公说:"船停了,渡口\n没有停。"\n"孩子们来借书。"他\n指着墙上的"账本"说',
      copies: "艄公说:“船停了,渡口\n没有停。”\n“孩子们来借书。”他\n指着墙上的“账本”说",
    },
    {
      what: "a quote behind a lost one as opening, where a paragraph begins",
      dump: '他把书屋叫作"船舱。\n\n"门不上锁。"艄公说',
      copies: "他把书屋叫作“船舱。\n“门不上锁。”艄公说",
    },
    {
      what: "dots behind Han as full stops",
      dump: "渡口停了.书屋开了.\n用电3.5度.门开着",
      copies: "渡口停了。书屋开了。\n用电3.5度。门开着",
    },
    {
      what: "as they are where the page has both kinds",
      dump: '他说:“好.”\n又说"行。"\n天晴了。风停了。',
      copies: '他说:“好.”\n又说"行。"\n天晴了。风停了。',
    },
  ])("with $what", ({ dump, copies }) => {
    expect(copiesOf(dump)).toBe(copies);
  });

  it("so that a quote that closes begins no paragraph", () => {
    const lines = [
      "渡口的老船工把缆绳系在第一",
      '根木桩上,回头对我说:"从前',
      "这里一天要过三百多人,现在桥",
      "通了,就剩下我和这条老船了。",
      '"他的话不多,手里的活儿却没',
      "有停下来,一根缆绳绕了三圈,",
      '打了一个"渔家结",拍了拍手',
      "上的水,算是收工。",
    ];
    const page = restorePage(Buffer.from(`渡口\n\n${lines.join("\n")}\n`), { file: "a.txt" });
    expect(page.articles.flatMap(({ paragraphs }) => paragraphs)).toHaveLength(1);
  });
});
