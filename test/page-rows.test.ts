import { describe, expect, it } from "vitest";
import { readLines } from "../src/lines/lines.ts";
import { findPageRows } from "../src/lines/page-rows.ts";
import { testLexicon } from "./helpers/lexicon.ts";

/** Three columns of invented texts; a full line has twelve characters. */
const COLUMNS = [
  [
    "渡口的船停了四十年，今年",
    "春天又开了。",
    "老人们站在桥边看，孩子们",
    "跑到船上去，船工说，头三",
    "天不收船钱。",
    "两岸的灯又亮了起来，桥边",
  ],
  [
    "青石巷的修表匠今年八十岁",
    "了，铺子还是那间铺子，门",
    "口的招牌换过三次。",
    "他说，表走得准不准，要看",
    "人心静不静。",
    "学徒有三个，最小的十九岁",
  ],
  [
    "县里的粮站要拆了，库里的",
    "老秤送进了展馆。",
    "这杆秤称过全县的第一车公",
    "粮，也称过修水库时运来的",
    "石头，秤杆上的星都磨平了",
    "还看得清。",
  ],
];

function found(join: string, wraps = false): string[] {
  const rows = Array.from({ length: 24 }, (_, i) => COLUMNS.map((column) => column[i % 6] ?? ""));
  const lines = wraps
    ? COLUMNS.flatMap((column) => [column.join(join), column.join(join)])
    : rows.map((row) => row.join(join));
  const source = { file: "page.txt", text: lines.join("\n") };
  return findPageRows(source, readLines(source), "side-by-side", testLexicon()).map(({ rule }) => rule);
}

describe("a page given row by row", () => {
  it("is said, whether a blank or a tab stands for the gutters", () => {
    expect(found(" ")).toEqual(["lines/page-rows"]);
    expect(found("\t")).toEqual(["lines/page-rows"]);
  });

  it("is none where wide gutters tell the columns apart, nor where blanks are line ends", () => {
    expect(found("      ")).toEqual([]);
    expect(found(" ", true)).toEqual([]);
  });
});
