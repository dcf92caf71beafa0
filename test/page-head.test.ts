import { describe, expect, it } from "vitest";
import { readLines } from "../src/lines/lines.ts";
import { aroundArticles, withEndsApart } from "../src/lines/succession/page-head.ts";

function partsOf(text: string): string[] {
  const source = { file: "raw.txt", text };
  const lines = readLines(source).filter(({ isBlank }) => !isBlank);
  const wordsOf = (part: readonly { start: number; end: number }[]) =>
    part.map(({ start, end }) => text.slice(start, end)).join("|");
  return withEndsApart(lines, aroundArticles(source, lines)).map(wordsOf);
}

describe("what stands around the articles", () => {
  it.each([
    [
      "a page number and the name beside it",
      "A04\n民生\n渡口换上新船\n两岸的学生不用绕路",
      ["A04|民生", "渡口换上新船|两岸的学生不用绕路"],
    ],
    ["the date", "渡口换上新船\n2031年4月9日 星期三", ["渡口换上新船", "2031年4月9日 星期三"]],
    ["no short line by itself", "民生\n渡口换上新船", ["民生|渡口换上新船"]],
    ["nothing in the midst", "渡口换上新船\n12\n两岸的学生不用绕路", ["渡口换上新船|12|两岸的学生不用绕路"]],
  ])("%s", (_, text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });
});
