/** Cheap looks that come before patterns: whatever a pattern finds in a text, its look must let pass. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mayOpen, PATTERNS, patternsFor } from "../src/blocks/furniture/items.ts";
import { PAID_LOOKS } from "../src/blocks/furniture/small-print.ts";
import { FURNITURE_LOOK } from "../src/blocks/furniture.ts";
import { SCENE_CLUES } from "../src/blocks/neighbours/scene.ts";
import { RUNNING_LOOK } from "../src/lines/columns/running-line.ts";
import { tighten } from "../src/text/chars.ts";
import { testLexicon } from "./helpers/lexicon.ts";
import { Random } from "./helpers/random.ts";
import { samplePattern } from "./helpers/sample-pattern.ts";

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
const SAMPLES = 1200;

/** Texts of pages, and texts made from the patterns, that are found and yet refused; none, if the look is right. */
function refused(
  patterns: readonly RegExp[],
  matches: (text: string) => boolean,
  mayMatch: (text: string) => boolean,
): string[] {
  const random = new Random(1);
  const made = patterns.flatMap((pattern) =>
    Array.from({ length: SAMPLES }, () => samplePattern(pattern, random)).flatMap((text) => [text, `${text}。`]),
  );
  return [...TEXTS, ...made].filter((text) => !mayMatch(text) && matches(text));
}

describe("a cheap look before a pattern", () => {
  it("lets furniture pass", () => {
    const { patterns, matches, mayMatch } = FURNITURE_LOOK;
    expect(refused(patterns, matches, mayMatch)).toEqual([]);
  });

  it("lets small print pass", () => {
    const { classesOf, ...looks } = PAID_LOOKS;
    for (const { pattern, needs } of Object.values(looks)) {
      const mayMatch = (text: string): boolean => (classesOf(text) & needs) !== 0;
      expect(refused([pattern], (text) => pattern.test(text), mayMatch)).toEqual([]);
    }
  });

  it("lets running lines among columns pass", () => {
    const { patterns, matches, mayMatch } = RUNNING_LOOK;
    expect(refused(patterns, matches, mayMatch)).toEqual([]);
  });

  it.each(SCENE_CLUES)("lets a caption pass where one $reason", ({ pattern, needs = "", example }) => {
    const mayMatch = (text: string): boolean => needs === "" || [...text].some((char) => needs.includes(char));
    expect(mayMatch(example)).toBe(true);
    expect(refused([pattern], (text) => pattern.test(text), mayMatch)).toEqual([]);
  });

  it.each(PATTERNS.map((one) => ({ ...one, one })))(
    "lets $kind pass by its line and its first character",
    ({ pattern, one }) => {
      const random = new Random(1);
      const made = Array.from({ length: SAMPLES }, () => samplePattern(pattern, random));
      const wrong = [...TEXTS, ...made].flatMap((text) => {
        for (let at = 0; at < text.length; at += 1) {
          pattern.lastIndex = at;
          if (
            pattern.test(text) &&
            pattern.lastIndex > at &&
            !(patternsFor(text).includes(one) && mayOpen(one, text, at))
          )
            return [text.slice(at)];
        }
        return [];
      });
      expect(wrong).toEqual([]);
    },
  );

  it("is held against texts that its patterns do find", () => {
    const random = new Random(1);
    for (const { pattern } of [...PATTERNS, ...SCENE_CLUES]) {
      const made = Array.from({ length: SAMPLES }, () => samplePattern(pattern, random));
      const found = made.filter((text) => {
        pattern.lastIndex = 0;
        return pattern.test(text);
      });
      expect(found.length, pattern.source).toBeGreaterThan(SAMPLES / 100);
    }
  });
});
