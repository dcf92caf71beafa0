/** Cheap looks that come before patterns: whatever a pattern finds in a text, its look must let pass. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mayOpen, PATTERNS } from "../src/blocks/furniture/running-line.ts";
import { FURNITURE_LOOK } from "../src/blocks/furniture.ts";
import { SCENE_CLUES } from "../src/blocks/neighbours/scene.ts";
import { RUNNING_LOOK } from "../src/lines/columns/running-line.ts";
import { tighten } from "../src/text/chars.ts";
import { testLexicon } from "./helpers/lexicon.ts";

const PAGES = new URL("../fixtures/pages/", import.meta.url);

/** Lines of every fixture page as printed, without blanks, and in simplified forms; and two lines that follow each other. */
function readTexts(): string[] {
  const texts = new Set<string>();
  for (const page of readdirSync(PAGES)) {
    const lines = readFileSync(new URL(`${page}/raw.txt`, PAGES), "utf8").split(/[\r\n\f]+/);
    for (const [i, line] of lines.entries()) {
      const tight = tighten(line);
      for (const text of [line.trim(), tight, tight + tighten(lines[i + 1] ?? "")]) {
        if (text !== "" && text.length < 300) texts.add(text).add(testLexicon().simplify(text));
      }
    }
  }
  return [...texts];
}

const TEXTS = readTexts();

/** Texts that the pattern finds and the look refuses; none, if the look is right. */
function refused(matches: (text: string) => boolean, mayMatch: (text: string) => boolean): string[] {
  return TEXTS.filter((text) => !mayMatch(text) && matches(text));
}

describe("a cheap look before a pattern", () => {
  it("lets furniture pass", () => {
    expect(refused(FURNITURE_LOOK.matches, FURNITURE_LOOK.mayMatch)).toEqual([]);
  });

  it("lets running lines among columns pass", () => {
    expect(refused(RUNNING_LOOK.matches, RUNNING_LOOK.mayMatch)).toEqual([]);
  });

  it.each(SCENE_CLUES)("lets a caption pass where one $reason", ({ pattern, needs = "", example }) => {
    const mayMatch = (text: string): boolean => needs === "" || [...text].some((char) => needs.includes(char));
    expect(mayMatch(example)).toBe(true);
    expect(refused((text) => pattern.test(text), mayMatch)).toEqual([]);
  });

  it.each(PATTERNS.map((one) => ({ ...one, one })))("lets $kind pass at its first character", ({ pattern, one }) => {
    const wrong = TEXTS.flatMap((text) => {
      for (let at = 0; at < text.length; at += 1) {
        pattern.lastIndex = at;
        if (pattern.test(text) && pattern.lastIndex > at && !mayOpen(one, text, at)) return [text.slice(at)];
      }
      return [];
    });
    expect(wrong).toEqual([]);
  });
});
