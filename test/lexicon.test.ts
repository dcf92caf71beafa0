import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "../src/errors.ts";
import { packSections, viewSections } from "../src/lexicon/binary.ts";
import { compileLexicon } from "../src/lexicon/compile.ts";
import { RARE_WORD } from "../src/lexicon/lexicon.ts";
import { loadLexicon } from "../src/lexicon/load.ts";
import { buildPairMap, findPair } from "../src/lexicon/pair-map.ts";
import { CHECKSUMS, LEXICON_DATA, sha256, testLexicon } from "./helpers/lexicon.ts";

const lexicon = testLexicon();

describe("lexicon binaries", () => {
  it("come out the same on every run and as checksums.json says", () => {
    for (let run = 0; run < 2; run += 1) {
      const made = compileLexicon(LEXICON_DATA).map(({ name, bytes }) => [name, sha256(bytes)]);
      expect(Object.fromEntries(made)).toEqual(CHECKSUMS);
    }
  });

  it("name a missing file and the way to make it", () => {
    const directory = mkdtempSync(join(tmpdir(), "jianbao-lexicon-"));
    try {
      expect(() => loadLexicon(directory)).toThrow(/characters\.bin is missing/);
      writeFileSync(join(directory, "characters.bin"), "of another version");
      const error = thrownBy(() => loadLexicon(directory));
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ advice: expect.stringContaining("npm run build") });
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it("give back their sections wherever the bytes lie in memory", () => {
    const sections = [Uint8Array.of(1, 2, 3), Uint16Array.of(65535), Uint32Array.of(4294967295, 7)];
    const packed = packSections(sections);
    const shifted = new Uint8Array(packed.length + 1);
    shifted.set(packed, 1);
    expect(viewSections(packed)).toEqual(sections);
    expect(viewSections(shifted.subarray(1))).toEqual(sections);
    expect(viewSections(packed.subarray(0, packed.length - 4))).toBeUndefined();
  });

  it("find each pair under its own id and no other pair", () => {
    const lefts = Array.from({ length: 3000 }, (_, i) => (i * 7919) % 5000);
    const rights = Array.from({ length: 3000 }, (_, i) => (i * 31) % 16384);
    const { map, order } = buildPairMap(lefts, rights);
    order.forEach((from, id) => {
      expect(findPair(map, lefts[from] ?? 0, rights[from] ?? 0)).toBe(id);
    });
    const known = new Set(lefts.map((left, i) => `${left} ${rights[i]}`));
    for (let left = 0; left < 5000; left += 17) {
      const right = (left * 13) % 16384;
      if (!known.has(`${left} ${right}`)) expect(findPair(map, left, right)).toBe(-1);
    }
  });
});

describe("pairAffinity", () => {
  it.each([
    ["精", "准"],
    ["休", "息"],
    ["记", "者"],
  ])("is high for %s|%s", (left, right) => {
    expect(lexicon.pairAffinity(left, right)).toBeGreaterThan(3);
  });

  it.each([
    ["休", "据"],
    ["的", "的"],
  ])("is low for %s|%s", (left, right) => {
    expect(lexicon.pairAffinity(left, right)).toBeLessThan(-1);
  });

  it("says less against an unseen pair of rare characters than of common ones", () => {
    expect(lexicon.pairAffinity("龑", "懿")).toBeGreaterThan(-0.5);
    expect(lexicon.pairAffinity("的", "的")).toBeLessThan(lexicon.pairAffinity("休", "据"));
  });

  it.each([
    ["4", "月"],
    ["，", "休"],
    ["a", "b"],
    ["", "休"],
    ["休", ""],
    ["\u{20BB7}", "野"],
    ["吉", "\u{20BB7}"],
  ])("is 0 for %j|%j, where a side is no Han character we know", (left, right) => {
    expect(lexicon.pairAffinity(left, right)).toBe(0);
  });

  it("is the same for traditional forms and for code units", () => {
    const simplified = lexicon.pairAffinity("发", "现");
    expect(lexicon.pairAffinity("發", "現")).toBe(simplified);
    expect(lexicon.pairAffinityCode("发".charCodeAt(0), "现".charCodeAt(0))).toBe(simplified);
  });
});

describe("seam", () => {
  it("prefers the true continuation of the displaced pieces of seed 000", () => {
    expect(lexicon.seam("工作的精", "准度，")).toBeGreaterThan(3);
    expect(lexicon.seam("只要休", "息，周")).toBeGreaterThan(3);
    expect(lexicon.seam("工作的精", "息，周")).toBeLessThan(0);
    expect(lexicon.seam("只要休", "准度，")).toBeLessThan(0);
  });

  it("is 0 where the seam has no Han character on one side", () => {
    for (const [tail, head] of [
      ["", ""],
      ["休", ""],
      ["", "息"],
      ["休，", "息"],
      ["到4", "月"],
      ["\u{20BB7}", "野"],
    ]) {
      expect(lexicon.seam(tail ?? "", head ?? "")).toBe(0);
    }
  });

  it("gives the same at an offset of one text", () => {
    const text = "工作的精准度";
    for (let i = 1; i < text.length; i += 1) {
      expect(lexicon.seamAt(text, i)).toBe(lexicon.seam(text.slice(0, i), text.slice(i)));
    }
    expect(lexicon.seamAt(text, 0)).toBe(0);
    expect(lexicon.seamAt(text, text.length)).toBe(0);
  });
});

describe("words", () => {
  it.each(["精准度", "特色产业", "习近平", "習近平", "中华人民共和国"])("lists %s", (word) => {
    expect(lexicon.isWord(word)).toBe(true);
    expect(lexicon.wordFrequency(word)).toBeTypeOf("number");
  });

  it.each(["", "休", "休据", "精准度的", "中华人民共和", "4月", "\u{20BB7}野"])("does not list %j", (word) => {
    expect(lexicon.isWord(word)).toBe(false);
    expect(lexicon.wordFrequency(word)).toBeUndefined();
  });

  it("ranks words by frequency, and calls rare what was counted three times or fewer", () => {
    expect(lexicon.wordFrequency("中国")).toBeGreaterThan(lexicon.wordFrequency("精准") ?? Number.NaN);
    // 精准度 stands in the list with the count three.
    expect(lexicon.wordFrequency("精准度")).toBeCloseTo(Math.log((3 / 60.1e6) * 1e6), 1);
    expect(lexicon.wordFrequency("精准度")).toBeLessThan(RARE_WORD);
    expect(Math.log((4 / 60.1e6) * 1e6)).toBeGreaterThan(RARE_WORD);
  });

  it.each([
    ["工作的精", "准度，特色", "精准度"],
    ["只要休", "息，周知秋", "休息"],
    ["发展特", "色产业", "特色产业"],
    ["發展特", "色產業", "特色產業"],
    ["工作的精", "息，周", null],
    ["发展", "特色产业", null],
    ["到4", "月", null],
    ["休，", "息", null],
    ["", "", null],
    ["\u{20BB7}", "\u{20BB7}", null],
  ])("puts across the seam of %s|%s: %s", (tail, head, word) => {
    expect(lexicon.wordAcross(tail, head)).toBe(word);
  });

  it.each([
    ["青石开展送书下乡公益活动", "青石/开展/送/书/下乡/公益活动"],
    ["发放40瓶84消毒液，", "发放/40/瓶/84/消毒液/，"],
    // 为 is listed in both scripts; with one of its counts lost this became 为主/题.
    ["以保护文物为主题", "以/保护/文物/为/主题"],
    ["用GB2312或UTF-8", "用/GB2312/或/UTF/-/8"],
    ["\u{20BB7}野家a\u{20BB7}", "\u{20BB7}/野/家/a/\u{20BB7}"],
    ["", ""],
  ])("cuts %s into %s", (text, words) => {
    expect(lexicon.cut(text).join("/")).toBe(words);
    expect(lexicon.cut(text).join("")).toBe(text);
  });
});

describe("toSimplified", () => {
  it.each([
    ["龍", "龙"],
    ["發", "发"],
    ["乾", "干"],
    ["龙", "龙"],
    ["著", "著"],
    ["A", "A"],
    ["", ""],
    ["\u{20BB7}", "\u{20BB7}"],
  ])("turns %j into %j", (from, to) => {
    expect(lexicon.toSimplified(from)).toBe(to);
  });

  it("leaves a traditional form that simplified news itself uses its own neighbours", () => {
    expect(lexicon.pairAffinity("乾", "隆")).toBeGreaterThan(lexicon.pairAffinity("干", "隆"));
  });
});

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}
