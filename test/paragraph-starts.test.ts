import { expect, test } from "vitest";
import { readPlaces } from "../src/blocks/paragraph-starts.ts";
import { measurePrinted, type PrintedLine } from "../src/blocks/printed-line.ts";
import { readLines } from "../src/lines/lines.ts";

const FULL_LINE = "老街的灯每晚都亮到河边去，";

function linesOf(...page: readonly string[]): PrintedLine[] {
  const source = { file: "page.txt", text: [FULL_LINE, ...page].join("\n") };
  return measurePrinted(source, readLines(source));
}

/** The lines that begin a paragraph below the end of another one. */
function startsIn(...page: readonly string[]): string[] {
  const lines = linesOf(...page);
  const { starts } = readPlaces(
    lines,
    () => false,
    () => false,
    true,
  );
  return lines.filter((_, i) => starts[i] === 1).map((line) => line.text);
}

test("a paragraph begins with an indent below a last line that fills its column", () => {
  expect(
    startsIn(
      FULL_LINE,
      FULL_LINE,
      "一壶茶能坐到月亮才散场。",
      "文化站的人说，这条街",
      "从前只有三户人家点着灯，",
      "如今不同。",
    ),
  ).toEqual(["文化站的人说，这条街"]);
});

test("none begins where a line is short because a number did not fit in", () => {
  expect(
    startsIn(
      FULL_LINE,
      FULL_LINE,
      "一壶茶坐到月亮散场了。全",
      "镇有茶馆和小店一共",
      "12345678家，河边的灯一直",
      "都亮着。",
    ),
  ).toEqual([]);
});

test("what stands behind a closing mark on a line of its own is the rest of the line above", () => {
  expect(
    startsIn(FULL_LINE, FULL_LINE, "“灯亮。", "”他把茶壶添满，又", "去招呼河边来的客人们，也", "都坐着。"),
  ).toEqual([]);
});

test("a title in no column's measure, and the text below it, begin anew", () => {
  const page = [
    FULL_LINE,
    "一壶茶坐到月亮散场。",
    "灯下说书人",
    "文化站的人说，这条街",
    FULL_LINE,
    FULL_LINE,
    "都亮着。",
  ];
  expect(startsIn(...page)).toEqual(["灯下说书人", "文化站的人说，这条街"]);
});

test("lines of one column, the first one short by its indent, are of one paragraph", () => {
  const lines = linesOf(FULL_LINE, "一壶茶坐到月亮散场。", "文化站的人说，这条街", FULL_LINE, "都亮着。");
  const never = (): boolean => false;
  const { goesOn } = readPlaces(lines, never, never, true);
  expect([...goesOn]).toEqual([0, 1, 1, 0, 1, 1]);
});

test("a line that ends in a pause is no title", () => {
  const page = [FULL_LINE, "一壶茶坐到月亮散场。", "灯下，", "文化站的人说，这条街", FULL_LINE, FULL_LINE, "都亮着。"];
  expect(startsIn(...page)).not.toContain("文化站的人说，这条街");
});

test("what opens a bracket behind a sentence, and closes it on the next line, is the rest of the line above", () => {
  const lines = linesOf(FULL_LINE, FULL_LINE, "一壶茶坐到月亮才散。", "（青", "石日报）");
  expect(lines.filter(({ isCut }) => isCut).map(({ text }) => text)).toEqual(["一壶茶坐到月亮才散。"]);
});
