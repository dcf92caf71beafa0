import { describe, expect, it } from "vitest";
import { partsOf, rejoined } from "../src/articles/heading-parts.ts";
import { changed, newBlock } from "../src/blocks/block.ts";
import { NO_SHAPE } from "../src/lines/geometry.ts";
import { readLines } from "../src/lines/lines.ts";
import { concatAll, fromSource, plain } from "../src/text/sourced.ts";

/** A title of these lines, as the repairs leave it: without line ends. */
function titleOf(...lines: readonly string[]) {
  const source = { file: "page.txt", text: lines.join("\n") };
  const read = readLines(source);
  const text = concatAll(read.map(({ start, end }) => fromSource(source, start, end)));
  return { block: changed(newBlock(text, 0, read, NO_SHAPE), { role: "title" }), joins: [] };
}

describe("lines of headings apart from their texts", () => {
  it("are cut where three stand in one block, and put together again", () => {
    const parts = partsOf(titleOf("水库提前蓄水", "渠水流到村口", "登山队下山"));
    expect(parts.map(({ unit, isRest }) => [plain(unit.block.text), isRest])).toEqual([
      ["水库提前蓄水", false],
      ["渠水流到村口", true],
      ["登山队下山", true],
    ]);
    const titles = rejoined(parts.slice(0, 2)).map(({ block }) => [plain(block.text), block.lines.length]);
    expect(titles).toEqual([["水库提前蓄水渠水流到村口", 2]]);
  });

  it("stay whole where a title is set in two lines", () => {
    expect(partsOf(titleOf("水库提前", "蓄水八天"))).toHaveLength(1);
  });

  it("are cut at a blank between two frames", () => {
    expect(partsOf(titleOf("水库提前蓄水 登山队下山了")).map(({ isRest }) => isRest)).toEqual([false, true]);
  });
});
