import { describe, expect, it } from "vitest";
import { restorePage } from "../src/index.ts";

/** An interview in two columns: the first one ends in the middle of what is said. */
const page = (cut: string, rest: string): string =>
  [
    "在老码头听水",
    "本报讯(记者 宁知远)闻人歌在老码头住了三十年,写了二十本笔记,记的全是水声和船号。昨天我们在他家门口坐了一个下午。",
    "记者:为什么要记这些?",
    "闻人歌:船走了,声音就没有了,总得有人记下来。",
    cut,
    rest,
    "记者:以后还记吗?",
    "闻人歌:记,只要还听得见。",
  ].join("\n\n");

describe("what is said in an interview", () => {
  it.each([
    ["闻人歌:那年桥下的人", "都认得这几条船,隔着雾也能叫出船名来,我就一条一条写下来。"],
    ["记者:您家门口的", "石阶是哪一年修的?听说原来比现在要高出好几级,船可以靠到门边。"],
  ])("is no subhead where a column cuts it: %s", (cut, rest) => {
    const [article, ...others] = restorePage(Buffer.from(page(cut, rest))).articles;
    expect(others).toEqual([]);
    expect(article?.subheads).toEqual([]);
    expect(article?.paragraphs.join("")).toContain(cut.replace(":", "："));
  });
});
