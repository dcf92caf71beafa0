import { describe, expect, it } from "vitest";
import { orderByHeights } from "../src/blocks/frames/column-heights.ts";

describe("paragraphs by the heights of their columns", () => {
  it("puts between two column ends what fills a column", () => {
    // Columns of 12 lines: 4 + 5 + 3, 6 + 6, 2 + 8 + 2.
    const order = orderByHeights([[4], [8], [6, 2], [5], [2, 5], [3, 6]], 1);
    expect(order).toEqual([0, 3, 5, 2, 1, 4]);
  });

  it("leaves what no column end tells", () => {
    expect(orderByHeights([[4], [8], [5]], 0)).toEqual([0, 1, 2]);
    expect(orderByHeights([[4], [8, 3], [5]], 0)).toEqual([0, 1, 2]);
  });

  it("does not move what comes first", () => {
    expect(orderByHeights([[7], [3, 9], [5, 2], [4]], 1)[0]).toBe(0);
  });
});
