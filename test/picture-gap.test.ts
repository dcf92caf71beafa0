import { describe, expect, it } from "vitest";
import { pictureGapOf } from "../src/blocks/picture-gap.ts";

describe("the white that a picture leaves", () => {
  it.each([
    { what: "is three blank lines", gaps: [0, 1, 1, 0, 2, 1, 3, 1, 1], from: 3 },
    { what: "is three, where hardly anything stands apart", gaps: [0, 0, 3, 0, 3, 0], from: 3 },
    { what: "is more than all parts have between them", gaps: [3, 0, 3, 3, 0, 3, 7, 3, 3], from: 4 },
    { what: "is three in a page without white", gaps: [0, 0, 0], from: 3 },
  ])("$what", ({ gaps, from }) => {
    expect(pictureGapOf(gaps)).toBe(from);
  });
});
