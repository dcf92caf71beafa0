import { describe, expect, it } from "vitest";
import { InvariantError } from "../src/errors.ts";
import { applyEdits, type Change, type Edit } from "../src/text/edit.ts";
import { PositionIndex } from "../src/text/position.ts";
import type { Source } from "../src/text/source.ts";
import {
  concat,
  fromSource,
  isUntouched,
  length,
  originOf,
  originsOf,
  type Piece,
  plain,
  type Sourced,
  slice,
} from "../src/text/sourced.ts";
import { isTableRow } from "../src/text/table-row.ts";
import { forSeeds, type Random } from "./helpers/random.ts";

function sourceOf(text: string): Source {
  return { file: "test.txt", text };
}

function textOf(words: string): Sourced {
  return fromSource(sourceOf(words));
}

/** Offsets of the source that the pieces cover, in order of the text. */
function coverage({ pieces }: Sourced): number[] {
  return pieces.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
}

/** Spans and texts, without the names of the rules. */
function shape({ pieces }: Sourced): (readonly [number, number, string])[] {
  return pieces.map(({ start, end, text }) => [start, end, text] as const);
}

describe("a text from a source", () => {
  it("is one untouched piece", () => {
    const source = sourceOf("春耕备耕");
    expect(fromSource(source, 1, 3)).toEqual({
      source,
      pieces: [{ start: 1, end: 3, text: "耕备", rules: [] }],
      words: null,
    });
  });

  it("has no piece where the range is empty", () => {
    expect(fromSource(sourceOf("春耕"), 1, 1).pieces).toEqual([]);
    expect(textOf("").pieces).toEqual([]);
    expect(plain(textOf(""))).toBe("");
  });

  it("counts UTF-16 code units", () => {
    expect(length(textOf("𠮷野家"))).toBe(4);
  });
});

describe("slice", () => {
  it("cuts an untouched piece and keeps its place in the source", () => {
    expect(shape(slice(textOf("青禾区春耕"), 1, 3))).toEqual([[1, 3, "禾区"]]);
  });

  it("takes the rest without an end, and nothing from an empty range", () => {
    expect(plain(slice(textOf("青禾区"), 1))).toBe("禾区");
    expect(slice(textOf("青禾区"), 1, 1).pieces).toEqual([]);
    expect(slice(textOf("青禾区"), 9).pieces).toEqual([]);
  });

  it("gives a removed range on the cut to the part after it", () => {
    const text = applyEdits(textOf("春 耕"), "space/test", [{ start: 1, end: 2, text: "" }]);
    expect(shape(slice(text, 0, 1))).toEqual([[0, 1, "春"]]);
    expect(shape(slice(text, 1))).toEqual([
      [1, 2, ""],
      [2, 3, "耕"],
    ]);
  });

  it("gives a removed range at the end to the last part that has text", () => {
    const text = applyEdits(textOf("春耕**"), "markup/test", [{ start: 2, end: 4, text: "" }]);
    expect(coverage(slice(text, 0, 1))).toEqual([0]);
    expect(coverage(slice(text, 1))).toEqual([1, 2, 3]);
  });

  it.each([0, 1, 2, 3, 4])("parts a text with removed ends at %i without losing or doubling one", (cut) => {
    const text = applyEdits(textOf("**春耕备耕**"), "markup/test", [
      { start: 0, end: 2, text: "" },
      { start: 6, end: 8, text: "" },
    ]);
    const parts = [slice(text, 0, cut), slice(text, cut)] as const;
    expect(coverage(concat(...parts))).toEqual(coverage(text));
    expect(plain(concat(...parts))).toBe("春耕备耕");
  });

  it("owns a text that was removed whole once, wherever it is cut", () => {
    const text = applyEdits(textOf("**"), "markup/test", [{ start: 0, end: 2, text: "" }]);
    expect(coverage(concat(slice(text, 0, 0), slice(text, 0)))).toEqual([0, 1]);
    expect(coverage(slice(text, 0))).toEqual([0, 1]);
  });

  it("keeps three parts whole when the middle one is empty or reaches the end", () => {
    const text = applyEdits(textOf("下转三版 "), "space/test", [{ start: 4, end: 5, text: "" }]);
    const parts = (from: number, to: number): Sourced =>
      concat(slice(text, 0, from), slice(text, from, to), slice(text, to));
    expect(coverage(parts(2, 2))).toEqual([0, 1, 2, 3, 4]);
    expect(coverage(parts(0, 4))).toEqual([0, 1, 2, 3, 4]);
    expect(coverage(parts(4, 4))).toEqual([0, 1, 2, 3, 4]);
  });

  it("cuts a changed piece of equal length, and refuses one of another length", () => {
    const wide = applyEdits(textOf("１２"), "width/test", [{ start: 0, end: 2, text: "12" }]);
    expect(shape(slice(wide, 1))).toEqual([[1, 2, "2"]]);
    const longer = applyEdits(textOf("甲…"), "mark/test", [{ start: 1, end: 2, text: "……" }]);
    expect(() => slice(longer, 0, 2)).toThrow(InvariantError);
    expect(plain(slice(longer, 1))).toBe("……");
  });

  it("does not part a surrogate pair by itself: offsets are code units, as in strings", () => {
    const text = textOf("甲𠮷乙");
    expect(plain(slice(text, 1, 3))).toBe("𠮷");
    expect(plain(concat(slice(text, 0, 2), slice(text, 2)))).toBe("甲𠮷乙");
  });
});

describe("concat", () => {
  it("merges untouched neighbours that touch in the source", () => {
    const text = textOf("青禾区春耕");
    expect(shape(concat(slice(text, 0, 2), slice(text, 2)))).toEqual([[0, 5, "青禾区春耕"]]);
  });

  it("keeps moved pieces in their new order, each with its own place", () => {
    const text = textOf("青禾区春耕");
    const moved = concat(slice(text, 3), slice(text, 0, 3));
    expect(plain(moved)).toBe("春耕青禾区");
    expect(coverage(moved)).toEqual([3, 4, 0, 1, 2]);
  });

  it("does not merge touched pieces", () => {
    const text = applyEdits(textOf("甲,乙"), "width/test", [{ start: 1, end: 2, text: "，" }]);
    expect(concat(slice(text, 0, 1), slice(text, 1)).pieces).toHaveLength(3);
  });

  it("refuses to join nothing", () => {
    expect(() => concat()).toThrow(InvariantError);
  });
});

describe("originOf", () => {
  const source = sourceOf("青禾区, 春耕");
  const text = applyEdits(fromSource(source), "test/edit", [
    { start: 3, end: 4, text: "，" },
    { start: 4, end: 5, text: "" },
    { start: 7, end: 7, text: "。" },
  ]);

  it("names the source offset of untouched and of changed characters", () => {
    expect(plain(text)).toBe("青禾区，春耕。");
    expect([0, 2, 3, 4, 5].map((index) => originOf(text, index))).toEqual([0, 2, 3, 5, 6]);
  });

  it("names the place where text was put in", () => {
    expect(originOf(text, 6)).toBe(7);
  });

  it("gives the end past the end, and 0 for an empty text", () => {
    expect(originOf(text, 99)).toBe(7);
    expect(originOf(textOf(""), 0)).toBe(0);
  });

  it("stays inside a piece that grew", () => {
    const grown = applyEdits(textOf("甲…乙"), "mark/test", [{ start: 1, end: 2, text: "……" }]);
    expect([0, 1, 2, 3].map((index) => originOf(grown, index))).toEqual([0, 1, 1, 2]);
    expect([0, 1, 2, 3, 99].map(originsOf(grown))).toEqual([0, 1, 2, 3, 99].map((index) => originOf(grown, index)));
  });
});

describe("applyEdits", () => {
  it("returns the same text where there is nothing to do", () => {
    const text = textOf("春耕");
    expect(applyEdits(text, "test/edit", [])).toBe(text);
  });

  it("changes, removes and puts in, and names the rule on nothing else", () => {
    const text = applyEdits(textOf("甲,乙 丙丁"), "test/edit", [
      { start: 1, end: 2, text: "，" },
      { start: 3, end: 4, text: "" },
      { start: 5, end: 5, text: "、" },
    ]);
    expect(text.pieces).toEqual([
      { start: 0, end: 1, text: "甲", rules: [] },
      { start: 1, end: 2, text: "，", rules: ["test/edit"] },
      { start: 2, end: 3, text: "乙", rules: [] },
      { start: 3, end: 4, text: "", rules: ["test/edit"] },
      { start: 4, end: 5, text: "丙", rules: [] },
      { start: 5, end: 5, text: "、", rules: ["test/edit"] },
      { start: 5, end: 6, text: "丁", rules: [] },
    ]);
  });

  it("adds the second rule to a piece that the first has changed", () => {
    const once = applyEdits(textOf("甲-乙"), "first/rule", [{ start: 1, end: 2, text: "—" }]);
    const twice = applyEdits(once, "second/rule", [{ start: 1, end: 2, text: "——" }]);
    expect(twice.pieces[1]).toEqual({ start: 1, end: 2, text: "——", rules: ["first/rule", "second/rule"] });
  });

  it("keeps a removed range outside the edits beside it", () => {
    const tight = applyEdits(textOf("甲 ,乙"), "space/test", [{ start: 1, end: 2, text: "" }]);
    const before = applyEdits(tight, "test/edit", [{ start: 0, end: 1, text: "申" }]);
    expect(shape(before)).toEqual([
      [0, 1, "申"],
      [1, 2, ""],
      [2, 4, ",乙"],
    ]);
  });

  it("keeps the cover of a removed range at either end of the text", () => {
    const bare = applyEdits(textOf("**甲**"), "markup/test", [
      { start: 0, end: 2, text: "" },
      { start: 3, end: 5, text: "" },
    ]);
    const edited = applyEdits(bare, "test/edit", [{ start: 0, end: 1, text: "申" }]);
    expect(plain(edited)).toBe("申");
    expect(coverage(edited)).toEqual([0, 1, 2, 3, 4]);
    const extended = applyEdits(bare, "test/edit", [{ start: 1, end: 1, text: "。" }]);
    expect(plain(extended)).toBe("甲。");
    expect(coverage(extended)).toEqual([0, 1, 2, 3, 4]);
  });

  it("covers pieces from different places with one piece for each place", () => {
    const source = sourceOf("乙丙。甲");
    const moved = concat(fromSource(source, 3, 4), fromSource(source, 0, 2));
    const edited = applyEdits(moved, "test/edit", [{ start: 0, end: 3, text: "" }]);
    expect(shape(edited)).toEqual([
      [3, 4, ""],
      [0, 2, ""],
    ]);
  });

  it("gives each place its own characters when the length stays: figures cut by a column end", () => {
    const source = sourceOf("３００元。共１２");
    const joined = concat(fromSource(source, 5, 8), fromSource(source, 0, 4));
    const edited = applyEdits(joined, "width/test", [{ start: 1, end: 6, text: "12300" }]);
    expect(shape(edited)).toEqual([
      [5, 6, "共"],
      [6, 8, "12"],
      [0, 3, "300"],
      [3, 4, "元"],
    ]);
  });

  it("does not put new text on a removed range from another place", () => {
    const source = sourceOf("１２元。共**");
    const tail = applyEdits(fromSource(source, 4, 7), "markup/test", [{ start: 1, end: 3, text: "" }]);
    const edited = applyEdits(concat(tail, fromSource(source, 0, 3)), "width/test", [{ start: 1, end: 3, text: "12" }]);
    expect(shape(edited)).toEqual([
      [4, 5, "共"],
      [5, 7, ""],
      [0, 2, "12"],
      [2, 3, "元"],
    ]);
  });

  it("gives a mark that grows over a seam to the first place that had text", () => {
    const source = sourceOf("—丙。甲—");
    const joined = concat(fromSource(source, 3, 5), fromSource(source, 0, 2));
    const edited = applyEdits(joined, "mark/test", [{ start: 1, end: 3, text: "……!" }]);
    expect(shape(edited)).toEqual([
      [3, 4, "甲"],
      [4, 5, "……!"],
      [0, 1, ""],
      [1, 2, "丙"],
    ]);
  });

  it("refuses edits that overlap, run backwards, leave the text or cut a changed piece", () => {
    const text = textOf("春耕备耕");
    const edit =
      (...edits: Edit[]) =>
      () =>
        applyEdits(text, "test/edit", edits);
    expect(edit({ start: 0, end: 2, text: "" }, { start: 1, end: 3, text: "" })).toThrow(/overlap/);
    expect(edit({ start: 2, end: 3, text: "" }, { start: 0, end: 1, text: "" })).toThrow(/overlap/);
    expect(edit({ start: 2, end: 1, text: "" })).toThrow(InvariantError);
    expect(edit({ start: 3, end: 9, text: "" })).toThrow(/leaves the text/);
    const grown = applyEdits(text, "test/edit", [{ start: 1, end: 2, text: "耕耕" }]);
    expect(() => applyEdits(grown, "test/edit", [{ start: 2, end: 3, text: "" }])).toThrow(/inside a changed piece/);
  });

  it("allows edits that touch, and an insertion right after a change", () => {
    const text = applyEdits(textOf("甲乙丙"), "test/edit", [
      { start: 0, end: 1, text: "一" },
      { start: 1, end: 2, text: "二" },
      { start: 2, end: 2, text: "，" },
    ]);
    expect(plain(text)).toBe("一二，丙");
  });

  it("replaces a surrogate pair whole", () => {
    const text = applyEdits(textOf("甲😀乙"), "test/edit", [{ start: 1, end: 3, text: "" }]);
    expect(plain(text)).toBe("甲乙");
    expect(coverage(text)).toEqual([0, 1, 2, 3]);
  });

  it("logs each change with its place in the source, also after a move", () => {
    const log: Change[] = [];
    const source = sourceOf("乙,丙。甲");
    const moved = concat(fromSource(source, 4, 5), fromSource(source, 0, 3));
    applyEdits(moved, "width/test", [{ start: 2, end: 3, text: "，", why: "beside Han", confidence: 0.9 }], log);
    expect(log).toEqual([
      { rule: "width/test", start: 1, end: 2, before: ",", after: "，", why: "beside Han", confidence: 0.9 },
    ]);
  });

  it("logs an edit over a seam once for each place", () => {
    const log: Change[] = [];
    const source = sourceOf("…丙。甲…");
    const joined = concat(fromSource(source, 3, 5), fromSource(source, 0, 2));
    applyEdits(joined, "mark/test", [{ start: 1, end: 3, text: "。。" }], log);
    expect(log.map(({ start, end, before, after }) => ({ start, end, before, after }))).toEqual([
      { start: 4, end: 5, before: "…", after: "。" },
      { start: 0, end: 1, before: "…", after: "。" },
    ]);
  });

  it("logs nothing for a removed range that an edit only steps over", () => {
    const log: Change[] = [];
    const source = sourceOf("乙丙。甲*");
    const bare = applyEdits(fromSource(source, 3, 5), "markup/test", [{ start: 1, end: 2, text: "" }]);
    applyEdits(concat(bare, fromSource(source, 0, 2)), "test/edit", [{ start: 1, end: 2, text: "已" }], log);
    expect(log.map(({ start, end, after }) => ({ start, end, after }))).toEqual([{ start: 0, end: 1, after: "已" }]);
  });

  it("logs an insertion with an empty range", () => {
    const log: Change[] = [];
    applyEdits(textOf("甲乙"), "test/edit", [{ start: 1, end: 1, text: " " }], log);
    expect(log).toEqual([{ rule: "test/edit", start: 1, end: 1, before: "", after: " ", why: null, confidence: 1 }]);
  });
});

describe("PositionIndex", () => {
  it("counts lines after LF, CRLF and CR, each once", () => {
    const places = new PositionIndex("甲\n乙\r\n丙\r丁");
    expect([0, 2, 5, 7].map((offset) => places.at(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
  });

  it("counts columns in code points", () => {
    const places = new PositionIndex("𠮷😀乙");
    expect(places.at(4)).toEqual({ line: 1, column: 3 });
    expect(places.offsetOf(1, 3)).toBe(4);
    expect(places.offsetOf(1, 2)).toBe(2);
  });

  it("places the end of the text after its last character, or on a new line after a line end", () => {
    expect(new PositionIndex("甲乙").at(2)).toEqual({ line: 1, column: 3 });
    expect(new PositionIndex("甲\n").at(2)).toEqual({ line: 2, column: 1 });
    expect(new PositionIndex("").at(0)).toEqual({ line: 1, column: 1 });
  });

  it("has no place past a line's end, before the first column or on a line that is not there", () => {
    const places = new PositionIndex("甲乙\n丙");
    expect(places.offsetOf(1, 3)).toBe(2);
    expect(places.offsetOf(1, 4)).toBeUndefined();
    expect(places.offsetOf(1, 0)).toBeUndefined();
    expect(places.offsetOf(3, 1)).toBeUndefined();
    expect(places.offsetOf(2, 2)).toBe(4);
    expect(places.offsetOf(2, 3)).toBeUndefined();
  });

  it("comes back to the same offset from every character of a random text", () => {
    forSeeds(200, (random) => {
      const words = randomWords(random, 40, ["甲", "a", " ", "\n", "\r", "\r\n", "𠮷", "😀"]);
      const places = new PositionIndex(words);
      for (let offset = 0; offset < words.length; offset += (words.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1) {
        if (words[offset] === "\n" && words[offset - 1] === "\r") continue;
        const { line, column } = places.at(offset);
        expect(places.offsetOf(line, column), JSON.stringify({ words, offset })).toBe(offset);
      }
    });
  });
});

describe("any edits, cuts and moves", () => {
  it("keep untouched pieces equal to their source and own every source character once", () => {
    forSeeds(1500, (random) => {
      const source = sourceOf(randomWords(random, random.between(0, 30), LETTERS));
      const all = source.text.length;
      // Start from a text that was cut out of the source in some order, as displaced fragments are.
      const marks = [0, all, ...Array.from({ length: random.between(0, 3) }, () => random.between(0, all))].sort(
        (a, b) => a - b,
      );
      const parts = marks.slice(1).map((end, i) => fromSource(source, marks[i] ?? 0, end));
      let text = concat(fromSource(source, 0, 0), ...shuffled(parts, random));
      const owned = [...coverage(text)].sort((a, b) => a - b);
      for (let step = 0; step < 6; step += 1) {
        const before = plain(text);
        if (random.isLucky(0.6)) {
          const edits = randomEdits(text, random);
          text = applyEdits(text, `test/${step}`, edits);
          expect(plain(text)).toBe(edited(before, edits));
        } else {
          const cut = random.pick(seams(text));
          const tail = slice(text, 0, cut);
          const head = slice(text, cut);
          expect(plain(concat(tail, head))).toBe(before);
          expect(coverage(concat(tail, head))).toEqual(coverage(text));
          if (random.isLucky(0.5)) text = concat(head, tail);
        }
        for (const piece of text.pieces) expectKept(piece, source);
        expect([...coverage(text)].sort((a, b) => a - b)).toEqual(owned);
      }
    });
  });

  it("send every kept character back to where it stands in the source", () => {
    forSeeds(300, (random) => {
      const source = sourceOf(randomWords(random, 25, LETTERS));
      const text = applyEdits(fromSource(source), "test/edit", randomEdits(fromSource(source), random));
      let at = 0;
      for (const piece of text.pieces) {
        for (let i = 0; i < piece.text.length; i += 1) {
          if (isUntouched(piece)) expect(source.text[originOf(text, at + i)]).toBe(piece.text[i]);
        }
        at += piece.text.length;
      }
    });
  });
});

const LETTERS = ["春", "耕", "，", ",", " ", "3", '"', "\n", "𠮷", "a", "*"];

function randomWords(random: Random, count: number, letters: readonly string[]): string {
  return Array.from({ length: count }, () => random.pick(letters)).join("");
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, rank: random.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Offsets where a cut is allowed: anywhere but inside a piece that changed its length. */
function seams(text: Sourced): number[] {
  const found = new Set([0]);
  let at = 0;
  for (const piece of text.pieces) {
    const isCuttable = piece.end - piece.start === piece.text.length;
    for (let i = 1; i <= piece.text.length; i += 1) if (isCuttable || i === piece.text.length) found.add(at + i);
    at += piece.text.length;
  }
  return [...found];
}

function randomEdits(text: Sourced, random: Random): Edit[] {
  const places = seams(text);
  const edits: Edit[] = [];
  for (let i = 0; i < places.length; i += 1) {
    if (!random.isLucky(0.25)) continue;
    const start = places[i] ?? 0;
    i = Math.min(places.length - 1, i + random.between(0, 3));
    edits.push({ start, end: places[i] ?? start, text: random.pick(["", "，", "……", " ", "abc"]) });
  }
  return edits;
}

/** What the edits make of a plain string. */
function edited(words: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const edit of edits) {
    out += words.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + words.slice(at);
}

function expectKept(piece: Piece, source: Source): void {
  if (isUntouched(piece)) expect(piece.text).toBe(source.text.slice(piece.start, piece.end));
}

describe("a row of a table", () => {
  it.each([
    "6月20日 上午 语文 8:30-11:00",
    "红球：03 08 15 19 24 31 蓝球：07",
    "8月5日 岚州队 海滨队 3:1",
    "7:30　云溪新闻（重播）",
    "晚7:00 《渡口》",
  ])("is %s", (text) => expect(isTableRow(text)).toBe(true));

  it.each([
    "10 月 22 日 至 11 月 5 日",
    "新闻热线 : 0731-55550000",
    "记者 何雅清 通讯员 孟帆",
    "安排：6月20日至22日进行，全市共有3.2万名考生参加",
    "芳 通讯员 石青) 2月23日",
    "2 4 0 0 多 人 次",
    "8:30 开门，9:00 第一拨客人来了",
    "11:10 险胜",
    "",
  ])("is not %s", (text) => expect(isTableRow(text)).toBe(false));
});
