import { describe, expect, it } from "vitest";
import { findMisreadings } from "../src/doubt/misread.ts";
import { testLexicon } from "./helpers/lexicon.ts";

const lexicon = testLexicon();
const misreadings = (text: string) => findMisreadings(text, lexicon).map(({ found, candidate }) => found + candidate);

describe("findMisreadings", () => {
  it.each([
    ["把自已的事情办好", ["已己"]],
    ["他们谈到了末来", ["末未"]],
    ["三名土兵在河边站岗", ["土士"]],
    ["这是他们的日标", ["日目"]],
  ])("names a candidate in %s", (text, expected) => {
    expect(misreadings(text)).toEqual(expected);
  });

  it.each([
    ["自己的事情已经办好"],
    ["未来三天，周末有雨"],
    ["士兵在黄土坡上种树"],
    ["日前，这个目标提前完成"],
    ["入口处人来人往"],
    ["夏天复习，名列各组之首"],
  ])("leaves %s alone", (text) => {
    expect(misreadings(text)).toEqual([]);
  });
});
