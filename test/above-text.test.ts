import { describe, expect, it } from "vitest";
import { readLines } from "../src/lines/lines.ts";
import { type Above, aboveText } from "../src/lines/succession/above.ts";
import { readStrips, wordsOf } from "../src/lines/succession/strip.ts";

const TEXT = "柳湾大桥今天通车，渡口的老\n船工程万山照样清晨五点半\n到渡口生火烧水。";

/** @returns what stands above the last run, which is a text. */
function above(...runs: readonly string[]): Above {
  const source = { file: "page.txt", text: runs.join("\n\n") };
  let at = 0;
  const read = runs.map((words) => {
    const strips = readStrips(source, readLines(source, { start: at, end: at + words.length }));
    at += words.length + 2;
    return strips;
  });
  return aboveText(source, read, read.length - 1, wordsOf(source, read[read.length - 1] ?? []));
}

describe("what stands above a text", () => {
  it("is its own title where the text takes up two pairs of its characters", () => {
    expect(above("柳湾大桥通车以后", TEXT)).toBe("own title");
  });

  it("is its own title above a deck that says something else", () => {
    expect(above("渡口老船工还在生火", "桥修好了，人还会来吗", TEXT)).toBe("own title");
  });

  it("is a title of another text, a byline, or text", () => {
    expect(above("荞麦蜜成了抢手货", TEXT)).toBe("title");
    expect(above("石埠晚报记者杜若兰", TEXT)).toBe("byline");
    expect(above("蜜蜂辛苦了一年。", TEXT)).toBe("text");
  });
});
