import { describe, expect, it } from "vitest";
import { readLines } from "../src/lines/lines.ts";
import { chainColumns } from "../src/lines/succession/chains.ts";
import { Echoes } from "../src/lines/succession/echoes.ts";
import { readStrips } from "../src/lines/succession/strip.ts";
import { testLexicon } from "./helpers/lexicon.ts";

const BROKEN_OFF =
  "去年秋天，柳湾通了车，渡\n口一天只剩十来个乘客。程\n万山照样每天清晨到渡口生\n起炉火，抬头望着远处的大";

/** @returns which columns one text runs through, by index. */
function chainsOf(...columns: readonly string[]): number[][] {
  const text = columns.join("\n\n");
  const source = { file: "page.txt", text };
  let at = 0;
  const read = columns.map((words) => {
    const strips = readStrips(source, readLines(source, { start: at, end: at + words.length }));
    at += words.length + 2;
    return { strips, words };
  });
  return chainColumns(read, testLexicon(), new Echoes(text, readLines(source)));
}

describe("a column that breaks off", () => {
  it("goes on in the next one", () => {
    expect(chainsOf(BROKEN_OFF, "桥，说桥再近，也有人要到\n对岸的菜园去，渡船就还得\n有人撑下去。")).toEqual([[0, 1]]);
  });

  it("goes on in the last line of its paragraph", () => {
    expect(chainsOf(BROKEN_OFF, "桥出神。")).toEqual([[0, 1]]);
  });

  it("does not go on in a title whose words would fit", () => {
    expect(chainsOf(BROKEN_OFF, "桥下渡口添新灯")).toEqual([[0], [1]]);
  });

  it("does not go on in a line that is longer than the column: a caption", () => {
    expect(chainsOf(BROKEN_OFF, "桥头的渡口今年春天种上了两排新的柳树。")).toEqual([[0], [1]]);
  });
});
