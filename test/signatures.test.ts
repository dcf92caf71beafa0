import { describe, expect, it } from "vitest";
import { restorePage } from "../src/restore.ts";

/** Two short articles of a page, `signature` standing below the first. */
function page(signature: string) {
  const first = "老窑村的水渠修了三个月，昨天下午四点放水，守渠的人跟着水头一路走到村口，天黑才回家。";
  const second = "双渡镇的早市改到河堤上，菜农不用再抢占路口，买菜的人也能推车慢慢走，两边都说方便。";
  return restorePage(
    Buffer.from(["水头到了村口", first, signature, "早市搬上河堤", "本报记者 贺青", second].join("\n\n")),
  );
}

describe("a padded name below a text", () => {
  it.each([
    ["冉 舟", "冉舟"],
    ["（一 禾）", "一禾"],
  ])("signs it: %s", (signature, name) => {
    const [first, second] = page(signature).articles;
    expect(first?.authors.map((author) => author.name)).toEqual([name]);
    expect(second?.headline).toBe("早市搬上河堤");
  });

  it.each(["要 闻", "文 苑", "（图 略）"])("may be something else: %s", (words) => {
    expect(page(words).articles[0]?.authors).toEqual([]);
  });

  it("may stand in the last line of a column", () => {
    const lines = [
      "渠水到村",
      "老窑村修渠，守渠的人跟着",
      "水头走到村口，天黑才回家，",
      "夜里梦见稻田。（一 禾）",
      "问事处",
    ];
    const lower = ["早市何时搬家", "读者来信问，早市几时搬上河", "堤。现答复如下：下月初就搬，", "路口不再设摊。"];
    const { articles } = restorePage(Buffer.from([...lines, ...lower].join("\n")));
    expect(articles[0]?.byline).toBe("（一禾）");
    expect(articles[0]?.paragraphs.join("")).not.toContain("问事处");
  });
});

describe("a line about the author", () => {
  it("is part of the byline and names nobody", () => {
    const [first, second] = page("（作者系双渡镇小学教师，爱好种菜）").articles;
    expect(first?.byline).toBe("（作者系双渡镇小学教师，爱好种菜）");
    expect(first?.authors).toEqual([]);
    expect(second?.headline).toBe("早市搬上河堤");
  });
});
