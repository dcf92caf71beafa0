import { describe, expect, it } from "vitest";
import { recogniseDump } from "../src/lines/dump.ts";
import { readLines } from "../src/lines/lines.ts";
import { keepsPlaces } from "../src/lines/straight.ts";

/** Rows of two columns; the second starts at the given places. */
function rowsAt(places: readonly number[], mark: string): string {
  const left = `渡口的船停了${mark}老船工走了`;
  return places.map((place) => `${left}${" ".repeat(place - left.length)}戏台的锣响了${mark}孩子来了`).join("\n");
}

function areKept(text: string): boolean {
  const source = { file: "a.txt", text };
  return keepsPlaces(source, readLines(source));
}

describe("places of columns", () => {
  const straight = [24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24];
  const few = [24, 21, 27, 19, 25, 29, 20, 26, 22, 28, 23, 18];
  const strewn = [...few, ...few];
  const oneInFour = [24, 24, 24, 21, 27, 19, 25, 29, 20, 26, 22, 28];

  it.each([
    { what: "stand straight below each other", places: straight, mark: "；", kept: true },
    { what: "stand straight, half-width marks or not", places: straight, mark: ";", kept: true },
    { what: "are strewn", places: strewn, mark: "；", kept: false },
    { what: "are few, with the marks of print", places: few, mark: "；", kept: true },
    { what: "are few, with the marks of a scan", places: few, mark: ";", kept: false },
    { what: "are strewn but for a quarter, with the marks of print", places: oneInFour, mark: "；", kept: true },
    { what: "are strewn but for a quarter, with the marks of a scan", places: oneInFour, mark: ";", kept: false },
  ])("are kept or not where they $what", ({ places, mark, kept }) => {
    expect(areKept(rowsAt(places, mark))).toBe(kept);
  });

  it("are kept where they count cells, of which a Han has two", () => {
    const lefts = ["渡口的船停了，老船工走", "渡口3条船停了，船工都走", "渡口2023年停了船"];
    const cells = (left: string): number => [...left].reduce((sum, char) => sum + (char < "\u2000" ? 1 : 2), 0);
    const rows = Array.from({ length: 24 }, (_, i) => lefts[i % 3] ?? "");
    expect(areKept(rows.map((left) => `${left}${" ".repeat(30 - cells(left))}戏台的锣响了`).join("\n"))).toBe(true);
  });
});

describe("a page with hardly a gutter", () => {
  const column = Array.from({ length: 12 }, () => "渡口的船停了：老船工走了");
  const beside = ["渡口的船停", "孩子来看戏台上的锣鼓"].map((left) => `${left}      戏台的锣响了`);
  const kindOf = (lines: readonly string[]): string => {
    const source = { file: "a.txt", text: lines.join("\n") };
    return recogniseDump(source, readLines(source));
  };

  it("has columns beside each other where it keeps the white on the left", () => {
    expect(kindOf(["        渡口停船", "        老人上岸", ...column, ...beside])).toBe("side-by-side");
  });

  it("has none where its lines all begin at the margin, or its marks are those of a scan", () => {
    expect(kindOf(["渡口停船", "老人上岸", ...column, ...beside])).toBe("wrapped");
    expect(kindOf(["        渡口停船", "        老人上岸;", ...column, ...beside])).toBe("wrapped");
  });
});
