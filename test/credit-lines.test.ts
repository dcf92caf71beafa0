import { describe, expect, it } from "vitest";
import type { Cell } from "../src/lines/columns/cells.ts";
import { withCreditLines } from "../src/lines/columns/credit-lines.ts";
import type { Strand } from "../src/lines/columns/strands.ts";

/** Strands of one line each, at a place and on a row. */
function page(...lines: readonly (readonly [words: string, x: number, row: number])[]): string[][] {
  const text = lines.map(([words]) => words).join("\n");
  let start = 0;
  const strands = lines.map(([words, x, row]): Strand => {
    const end = start + words.length;
    const cell: Cell = { row, x, ems: words.length, start, end, isExact: true };
    start = end + 1;
    return { x, width: words.length, top: row, bottom: row, cells: [cell] };
  });
  const out = withCreditLines({ file: "page.txt", text }, strands);
  return out.map(({ cells }) => cells.map((cell) => text.slice(cell.start, cell.end)));
}

describe("who took a picture", () => {
  it.each([
    { why: "below the caption", credit: "尘 摄", x: 20, row: 6 },
    { why: "in the middle below it", credit: "尘 摄）", x: 27, row: 6 },
    { why: "two rows below, where a neighbour has a line between", credit: "尘供图", x: 20, row: 7 },
  ])("ends its caption: $why", ({ credit, x, row }) => {
    expect(page(["茶农在晒场上翻晒新茶。贺", 20, 5], [credit, x, row])).toEqual([["茶农在晒场上翻晒新茶。贺", credit]]);
  });

  it("ends none where another column stands, or under a caption with a credit of its own", () => {
    expect(page(["茶农在晒场上翻晒新茶。贺", 20, 5], ["尘 摄", 36, 6])).toHaveLength(2);
    expect(page(["茶农翻晒新茶。贺尘 摄", 20, 5], ["杜若兰 摄", 20, 6])).toHaveLength(2);
  });

  it("is no byline with who wrote and who took", () => {
    expect(page(["柳溪湿地领到户口本", 20, 5], ["本报记者 文/图", 20, 6])).toHaveLength(2);
  });
});
