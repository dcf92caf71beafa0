import { describe, expect, it } from "vitest";
import { headingsFirst, type Run } from "../src/lines/succession/headings.ts";

const FERRY = "柳湾渡口的老船工程万山今年七十一岁，撑了五十年渡船，从没有误过一个学生上学的时辰。";
const BEES = "石盘村的养蜂人顾青禾把三百箱蜜蜂搬到了荞麦地头，荞麦花一开，蜜蜂早出晚归。";

function run(words: string, kind: "text" | "title" | "byline" | "label", at: number): Run {
  return {
    at,
    words,
    lineCount: kind === "text" ? 6 : 1,
    isClosed: kind === "text",
    isAlone: kind === "byline",
    isLabel: kind === "label",
    isTitle: kind !== "text",
  };
}

function orderOf(runs: readonly (readonly [string, "text" | "title" | "byline" | "label"])[]): string[] {
  const known = runs.map(([words, kind], at) => run(words, kind, at));
  return headingsFirst(known).order.map((i) => known[i]?.words ?? "");
}

describe("headlines of a page that is given row by row", () => {
  it("puts a label above the headline and a byline of several people below it", () => {
    const byline = "本报记者 杜若兰 实习生 石埠 通讯员 孟帆远";
    expect(
      orderOf([
        ["柳湾渡口老船工撑了五十年渡船", "title"],
        ["■县域", "label"],
        [byline, "byline"],
        [FERRY, "text"],
        [BEES, "text"],
      ]),
    ).toEqual(["■县域", "柳湾渡口老船工撑了五十年渡船", byline, FERRY, BEES]);
  });

  it("leaves a headline above the text that stands next unless another one has much more of its words", () => {
    const more = "程万山说，坐渡船的人记的是他的钟点。渡口的老船工把渡船刷了一遍桐油。";
    expect(
      orderOf([
        [BEES, "text"],
        ["渡口的老船工", "title"],
        [FERRY, "text"],
        [more, "text"],
      ]),
    ).toEqual([BEES, "渡口的老船工", FERRY, more]);
    expect(
      orderOf([
        ["石盘村的养蜂人把蜜蜂搬到荞麦地头", "title"],
        [FERRY, "text"],
        [BEES, "text"],
      ]),
    ).toEqual([FERRY, "石盘村的养蜂人把蜜蜂搬到荞麦地头", BEES]);
  });

  it("takes a sentence of the text for a quotation, but not where it stands among the titles", () => {
    const kindsOf = (...given: readonly (readonly [string, "text" | "title"])[]) => {
      const known = given.map(([words, kind], at) => run(words, kind, at));
      const { titles, quotes } = headingsFirst(known).kinds;
      const wordsOf = (found: ReadonlySet<number>) => [...found].map((i) => known[i]?.words).sort();
      return { titles: wordsOf(titles), quotes: wordsOf(quotes) };
    };
    const headline = "柳湾渡口老船工撑了五十年渡船";
    const quote = "从没有误过一个学生上学的时辰";
    expect(kindsOf([headline, "title"], [FERRY, "text"], [quote, "title"], [BEES, "text"])).toEqual({
      titles: [headline],
      quotes: [quote],
    });
    expect(kindsOf([quote, "title"], [headline, "title"], [FERRY, "text"], [BEES, "text"])).toEqual({
      titles: [quote, headline].sort(),
      quotes: [],
    });
    expect(kindsOf([quote, "title"], [FERRY, "text"], [BEES, "text"])).toEqual({ titles: [quote], quotes: [] });
  });
});
