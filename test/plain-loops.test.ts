/** What the build makes of loops: see build/plain-loops.mjs. That results stay the same, all tests of the program show. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asList, countable } from "../src/text/as-list.ts";

describe("loops of the built program", () => {
  const built = readFileSync(new URL("../dist/index.js", import.meta.url), "utf8");

  it("ask no iterator but those of matches", () => {
    const loops = [...built.matchAll(/\bfor\((?:let|const) (?:\w+|[[{][^;()]{1,200}) of (.{1,60})/g)].map(
      ([, over = ""]) => over,
    );
    expect(loops.filter((over) => !over.includes(".matchAll("))).toEqual([]);
  });

  it("go over what is no list once, before they begin", () => {
    const list = ["甲", "乙"];
    expect(asList(list)).toBe(list);
    expect(asList(new Set(list))).toEqual(list);
    expect(asList("甲𠮷")).toEqual(["甲", "𠮷"]);
  });

  it("count lists only", () => {
    expect(countable(new Uint8Array(2))).toHaveLength(2);
    expect(() => countable(new Map([["甲", 1]]) as unknown as string[])).toThrow(TypeError);
  });
});
