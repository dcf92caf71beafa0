import { describe, expect, it } from "vitest";
import { restorePage } from "../src/index.ts";

/** An interview in columns of twelve characters; one piece ends with what stands behind a speaker's name. */
const page = (cut: string): string =>
  [
    "在老码头听水",
    "本报讯(记者 宁知远)闻人歌在老码头住了三十年, 写了二十本笔记,记的全 是水声和船号。昨天我们在 他家门口坐了一个下午。",
    "记者:为什么要记这些?",
    "闻人歌:船走了,声音就 没有了,总得有人记下来。",
    cut,
    "认得几条船不算, 隔着雾也能叫出船名来,才 算是在水边长大,这话是我 父亲说的。",
    "记者:以后还记吗?",
    "闻人歌:记,只要还听得 见。",
  ].join("\n\n");

describe("a short line between two paragraphs", () => {
  it.each([
    { cut: "闻人歌:(笑)", subheads: [] },
    { cut: "一本笔记", subheads: ["一本笔记"] },
  ])("is a subhead, unless somebody speaks: $cut", ({ cut, subheads }) => {
    const articles = restorePage(Buffer.from(page(cut))).articles;
    expect(articles.flatMap((article) => article.subheads.map(({ text }) => text))).toEqual(subheads);
  });
});
