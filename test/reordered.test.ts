import { describe, expect, it } from "vitest";
import { findReordered } from "../src/lines/reordered.ts";

describe("another order of the printed lines", () => {
  it("is said where lines go back again and again", () => {
    const found = findReordered([0, 40, 10, 50, 20, 60, 30]);
    expect(found.map(({ rule, level, offset }) => [rule, level, offset])).toEqual([
      ["lines/out-of-order", "warning", 0],
    ]);
  });

  it("is not said of a piece that was put back", () => {
    expect(findReordered([0, 10, 40, 20, 30])).toEqual([]);
    expect(findReordered([])).toEqual([]);
  });
});
