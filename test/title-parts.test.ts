import { describe, expect, it } from "vitest";
import { readLines } from "../src/lines/lines.ts";
import { readStrips, wordsOf } from "../src/lines/succession/strip.ts";
import { isTitle } from "../src/lines/succession/title.ts";

function read(text: string): boolean {
  const source = { file: "page.txt", text };
  const strips = readStrips(source, readLines(source));
  return isTitle(strips, wordsOf(source, strips));
}

describe("the titles of a text", () => {
  it.each([
    { words: "柳湾大桥通车以后", why: "one line without a mark" },
    { words: "柳湾大桥通车\n渡口老船工还在生火", why: "two lines of their own lengths" },
    {
      words: "柳湾大桥通车\n桥修好了，人还会来吗，船还会开吗\n石埠晚报记者 杜若兰",
      why: "a deck with marks above a byline",
    },
  ])("are $why", ({ words }) => {
    expect(read(words)).toBe(true);
  });

  it.each([
    { words: "万山照样清晨五点半到渡口，\n生火烧水，等第一班船靠岸", why: "full lines with marks" },
    { words: "柳湾大桥今天通车，渡口的\n老船工万山照样五点半生火\n烧水。", why: "the end of a sentence" },
    { words: "柳湾大桥\n渡口船工\n石埠茶路\n清溪河岸\n荞麦蜂蜜", why: "more lines than titles have" },
  ])("are not $why", ({ words }) => {
    expect(read(words)).toBe(false);
  });
});
