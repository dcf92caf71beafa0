import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bridge } from "../src/lines/columns/bridge.ts";
import { readCells } from "../src/lines/columns/cells.ts";
import { readFragments } from "../src/lines/columns/fragments.ts";
import { measurePieces } from "../src/lines/columns/layout/piece.ts";
import { rejoin } from "../src/lines/columns/rejoin.ts";
import { kindOfShort } from "../src/lines/columns/short-piece.ts";
import { readStrands, type Strand } from "../src/lines/columns/strands.ts";
import { unweave } from "../src/lines/columns.ts";
import { recogniseDump } from "../src/lines/dump.ts";
import { readLines } from "../src/lines/lines.ts";
import type { Source } from "../src/text/source.ts";
import { SHARED } from "./helpers/folders.ts";
import { headline, personName, Writer } from "./helpers/generate-text.ts";
import { testLexicon } from "./helpers/lexicon.ts";
import { forSeeds, Random } from "./helpers/random.ts";

const DUMPS = join(SHARED, "devset/dumps");
/** No word of any paper: what is tested is the layout. */
const HAN = "春田水路山村河桥灯门风雨花树船车城镇学校书纸笔米茶糖布衣鞋帽桌椅床窗瓦砖木石铁铜金银";

function sourceOf(text: string): Source {
  return { file: "page.txt", text };
}

/** The lines as a reader sees them; `·` stands for one character of indent, an empty one for a blank line. */
function unwoven(text: string): string[] {
  const source = sourceOf(text);
  return unweave(source, readLines(source), testLexicon()).map((line) =>
    line.isBlank ? "" : "·".repeat(line.start - line.lineStart) + text.slice(line.start, line.end),
  );
}

/** Offsets of the characters that are not blank, each as often as a line holds it. */
function owned(text: string): number[] {
  const source = sourceOf(text);
  const offsets: number[] = [];
  for (const line of unweave(source, readLines(source), testLexicon())) {
    for (let i = line.start; i < line.end; i += 1) if (text.charAt(i).trim() !== "") offsets.push(i);
  }
  return offsets.sort((a, b) => a - b);
}

function visible(text: string): number[] {
  return Array.from(text, (_, i) => i).filter((i) => text.charAt(i).trim() !== "");
}

function words(random: Random, count: number): string {
  let out = "";
  for (let i = 0; i < count; i += 1) out += HAN.charAt(random.between(0, HAN.length - 1));
  return out;
}

interface Paper {
  /** Printed lines column after column; a first line carries its indent as two blanks. */
  readonly columns: readonly (readonly string[])[];
  /** What a reader reads, without indents. */
  readonly text: string;
}

/** An article of paragraphs that fill columns of `width` characters, all of one height but for the last. */
function setArticle(
  random: Random,
  { width, columns, rows = 9 }: { width: number; columns: number; rows?: number },
  write: () => string = () => `${words(random, random.between(width * 2, width * 5))}。`,
): Paper {
  const lines: string[] = [];
  const text: string[] = [];
  while (lines.length < columns * rows) {
    const paragraph = write();
    text.push(paragraph);
    for (const line of setLines(paragraph, width)) lines.push(line);
  }
  const height = Math.ceil(lines.length / columns);
  const out: string[][] = [];
  for (let i = 0; i < columns; i += 1) out.push(lines.slice(i * height, (i + 1) * height));
  return { columns: out, text: text.join("") };
}

/** A line may end a character early or late: no mark opens one. */
function setLines(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let rest = `  ${paragraph}`;
  while (rest.length > 0) {
    const end = /^[，。、；：！？”）]/u.test(rest.slice(width)) ? width - 1 : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return lines;
}

/** Every column at its own place, as `pdftotext -layout` has it where gutters are wide. */
function beside(columns: readonly (readonly string[])[], width: number, gutter: number): string[] {
  const rows = Math.max(...columns.map((column) => column.length));
  const out: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    out.push(
      columns
        .map((column) => (column[row] ?? "").padEnd(width + gutter))
        .join("")
        .trimEnd(),
    );
  }
  return out;
}

/** Narrow gutters: a full line and the one beside it stand on one line with a single blank, or on lines of their own. */
function rowByRow(columns: readonly (readonly string[])[], width: number): string[] {
  const out: string[] = [];
  for (let row = 0; row < Math.max(...columns.map((column) => column.length)); row += 1) {
    let touches = false;
    for (const column of columns) {
      const line = column[row];
      const isIndented = line?.startsWith("  ") === true;
      if (line !== undefined && touches && !isIndented) out.push(`${out.pop()} ${line}`);
      else if (line !== undefined) out.push(line.trim());
      touches = line !== undefined && line.length === width;
    }
  }
  return out;
}

function strandsOf(lines: readonly string[]): Strand[] {
  const source = sourceOf(lines.join("\n"));
  return readStrands(source, readCells(source, readFragments(source, readLines(source))), testLexicon());
}

function plainText(lines: readonly string[]): string {
  return lines.join("").replaceAll("·", "");
}

describe("columns side by side", () => {
  it("are read one after the other", () => {
    forSeeds(20, (random) => {
      const width = random.between(11, 19);
      const { columns, text } = setArticle(random, { width, columns: random.between(2, 5) });
      const page = beside(columns, width, random.between(3, 6)).join("\n");
      expect(plainText(unwoven(page))).toBe(text);
    });
  });

  it("are told apart at a single blank where their neighbours break at the same place", () => {
    forSeeds(20, (random) => {
      const width = random.between(11, 19);
      const { columns, text } = setArticle(random, { width, columns: random.between(2, 4) });
      const page = beside(columns, width, 1).join("\n");
      // A column's last line of one mark, as 。, is no longer than what a full line may hang over.
      expect(sharedPairs(plainText(unwoven(page)), text)).toBeGreaterThan(0.9);
    });
  });

  it("do not part a caption from who took the picture", () => {
    const page = [
      "春田水路山村河桥灯门 花树船车城镇学校书纸笔米",
      "树船车城镇学校书纸笔 糖布衣鞋帽桌椅床窗瓦砖木",
      "渡口的新船靠岸了。 江边村村委会供图",
      "糖布衣鞋帽桌椅床窗瓦 春田水路山村河桥灯门风雨",
    ].join("\n");
    const source = sourceOf(page);
    const cells = readCells(source, readFragments(source, readLines(source)));
    expect(cells.map((row) => row.length)).toEqual([2, 2, 1, 2]);
  });

  it("keep their indents", () => {
    const { columns } = {
      columns: [
        ["  春田水路山村。", "  河桥灯门风雨花", "树船车城镇学校书", "纸笔米茶。"],
        ["  糖布衣鞋帽桌椅", "床窗瓦砖木石铁铜", "金银春田水路山村", "河桥灯门风雨。"],
      ],
    };
    const lines = unwoven(beside(columns, 8, 4).join("\n"));
    expect(lines).toContain("··春田水路山村。");
    expect(lines).toContain("··河桥灯门风雨花");
    expect(lines).toContain("··糖布衣鞋帽桌椅");
    expect(lines).toContain("树船车城镇学校书");
  });

  it("go on below a picture, whose caption comes after the text", () => {
    const left = [
      "  春田水路山村河桥",
      "灯门风雨花树船车城镇",
      "学校书纸笔米茶糖布衣",
      "",
      "",
      "",
      "",
      "茶糖布衣。 李山 摄",
      "",
      "鞋帽桌椅床窗瓦砖木石",
      "铁铜金银春田水路山村",
      "河桥灯门风雨花树船车",
    ];
    const right = [
      "城镇学校书纸笔米茶糖",
      "布衣鞋帽桌椅床窗瓦砖",
      "木石铁铜金银春田水路",
      "山村河桥灯门风雨花树",
      "船车城镇学校书纸笔米",
      "茶糖布衣鞋帽桌椅床窗",
      "瓦砖木石铁铜金银春田",
      "水路山村河桥灯门风雨",
      "花树船车城镇学校书纸",
      "笔米茶糖布衣鞋帽桌椅",
      "床窗瓦砖木石铁铜金银",
      "春田水路山村河桥。",
    ];
    const lines = unwoven(beside([left, right], 10, 4).join("\n")).filter((line) => line !== "");
    expect(lines.slice(2, 4)).toEqual(["学校书纸笔米茶糖布衣", "鞋帽桌椅床窗瓦砖木石"]);
    expect(lines[lines.length - 1]).toBe("茶糖布衣。 李山 摄");
  });

  it("go on below the rows of a headline that stands beside them", () => {
    const left = [
      "本报讯（记者 林望舒）",
      "",
      "",
      "",
      "五月的石桥镇，田里的",
      "早稻已经返青，渔民们",
      "一早就把船划到河心。",
      "镇上的图书馆也换了门",
      "窗，来借书的人比去年",
      "多了一倍。",
    ];
    const right = [
      "往年没有去处，今年图书",
      "",
      "",
      "",
      "馆就开在巷口，孩子们放",
      "学以后都到这里来。守馆",
      "的老人说，他等这一天已",
      "经等了二十年，总算不用",
      "再到县城去买书看了，连",
      "外乡的人也来。",
    ];
    const rows = beside([left, right], 12, 3);
    // Rows of the neighbour to the right, where a headline stands.
    const page = rows.map((row, i) => (i >= 1 && i <= 3 ? `${" ".repeat(34)}岚州市添了新水闸${i}` : row));
    const lines = unwoven(page.join("\n")).filter((line) => line !== "");
    const at = lines.indexOf("往年没有去处，今年图书");
    expect(lines[at + 1]).toBe("馆就开在巷口，孩子们放");
  });

  it("go on below a picture in one piece, where their words do", () => {
    const above = ["五月的石桥镇，田里的", "早稻已经返青，渔民们", "一早就把船划到河心。", "镇上还修了新的图书"];
    const below = ["馆，来借书的人比去年", "多了一倍，连外乡的孩", "子也坐船过来看书。"];
    const beside = ["往年没有去处，孩子们", ...Array.from({ length: 14 }, () => "放学以后只好回家去，"), "如今好了。"];
    const rows = beside.map((right, i) => `${(above[i] ?? below[i - 13] ?? "").padEnd(12)}   ${right}`);
    const source = sourceOf(rows.join("\n"));
    const cells = readCells(source, readFragments(source, readLines(source)));
    const strands = readStrands(source, cells, testLexicon());
    const left = (found: readonly Strand[]): number[] =>
      found.filter(({ x }) => x === 0).map((one) => one.cells.length);
    expect(left(strands)).toEqual([4, 3]);
    expect(left(rejoin(source, strands, testLexicon()))).toEqual([7]);
    // A headline stands between: the text below is another one.
    const headed = sourceOf(rows.map((row, i) => (i === 8 ? `桥头开了新茶馆${row.slice(7)}` : row)).join("\n"));
    const again = readStrands(headed, readCells(headed, readFragments(headed, readLines(headed))), testLexicon());
    expect(left(rejoin(headed, again, testLexicon()))).toEqual([4, 1, 3]);
  });

  it("go on in single lines, where their measure and their words say so", () => {
    const left = ["五月的石桥镇，田里的", "早稻已经返青，渔民们", "一早就把船划到河心。"];
    const lengths = (single: readonly string[]): { readonly cut: number[]; readonly bridged: number[] } => {
      const rows = [...left, ...single.flatMap((line) => ["", `${" ".repeat(15)}桥头开了新茶馆`, "", line])];
      const source = sourceOf(rows.join("\n"));
      const strands = readStrands(source, readCells(source, readFragments(source, readLines(source))), testLexicon());
      const ofLeft = (found: readonly Strand[]): number[] =>
        found.filter(({ x }) => x === 0).map(({ cells }) => cells.length);
      return { cut: ofLeft(strands), bridged: ofLeft(bridge(source, strands, testLexicon())) };
    };
    const paragraph = ["镇上还修了新的图书", "馆，来借书的人也比去", "年多了一倍。"];
    expect(lengths(paragraph)).toEqual({ cut: [3, 1, 1, 1], bridged: [3, 3] });
    // Titles have no marks, and nothing goes on in them.
    expect(lengths(["渡口末班船推迟", "石桥镇的茶客回来了"]).bridged).toEqual([3, 1, 1]);
  });

  it("go on over rows that only a neighbour fills, whose lines stand between theirs", () => {
    const left = ["五月的石桥镇，田里的", "早稻已经返青，渔民们", "一早就把船划到河心去"];
    const right = ["往年没有去处，今年图书", "馆就开在巷口，孩子们放", "学以后都到这里来看书了"];
    const rows = left.flatMap((line, i) => [line, `${" ".repeat(15)}${right[i]}`]);
    const source = sourceOf(rows.join("\n"));
    const strands = readStrands(source, readCells(source, readFragments(source, readLines(source))), testLexicon());
    expect(strands.map(({ x, cells }) => [x, cells.length])).toEqual([
      [0, 3],
      [15, 3],
    ]);
  });

  it("begin below a kicker that the dump gives after the headline it stands over", () => {
    const columns = beside(
      [
        [
          "　　五月的石桥镇，田",
          "里的早稻已经返青，渔",
          "民们一早就把船划到河",
          "心去撒网，傍晚再把船",
          "划回来。镇上的人都说",
          "，今年的鱼比往年多，",
        ],
        [
          "也比往年大。新修的码",
          "头可以停下四十条船，",
          "卖鱼的摊子一直摆到桥",
          "头，外乡的人也来买。",
          "　　老人说，河水清了",
          "，鱼就回来了。",
        ],
      ],
      10,
      4,
    );
    const page = (blank: number): string =>
      ["石桥镇开渔第一网", "    满舱鱼虾待客来", ...Array.from({ length: blank }, () => ""), ...columns].join("\n");
    const titles = (text: string): string[] =>
      unwoven(text)
        .filter((line) => line.trim() !== "")
        .slice(0, 2);
    expect(titles(page(3)).map((line) => line.trim())).toEqual(["满舱鱼虾待客来", "石桥镇开渔第一网"]);
    expect(titles(page(1)).map((line) => line.trim())).toEqual(["石桥镇开渔第一网", "满舱鱼虾待客来"]);
  });

  it("belong to the headline above them", () => {
    forSeeds(20, (random) => {
      const width = random.between(12, 16);
      const papers = [0, 1].map(() => setArticle(random, { width, columns: 2 }));
      const place = (width + 4) * 2;
      const titles = [words(random, 9), words(random, 8)];
      const rows = beside(
        papers.flatMap((paper) => paper.columns),
        width,
        4,
      );
      const page = [`   ${titles[0]}`.padEnd(place + 3) + titles[1], "", "", ...rows].join("\n");
      const read = plainText(unwoven(page));
      expect(read).toBe(papers.map((paper, i) => titles[i] + paper.text).join(""));
    });
  });

  it("are of one article where its byline stands over the last of them", () => {
    const width = 14;
    const papers = [41, 42].map((seed) => setArticle(new Random(seed), { width, columns: 1 }));
    const page = [
      ` ${words(new Random(13), 9)}`,
      `${"".padEnd((width + 4) * 2 - 6)}本报记者 李山`,
      "",
      ...beside(
        papers.flatMap((paper) => paper.columns),
        width,
        4,
      ),
    ];
    expect(plainText(unwoven(page.join("\n")))).toContain(papers.map(({ text }) => text).join(""));
  });

  it("of one article end where the next one begins below", () => {
    forSeeds(20, (random) => {
      const width = random.between(12, 16);
      const papers = [2, 3].map((columns) => setArticle(random, { width, columns }));
      const titles = [words(random, 9), words(random, 8)];
      const page = papers.flatMap((paper, i) => [
        `    ${titles[i]}`,
        "",
        "",
        ...beside(paper.columns, width, 4),
        "",
        "",
      ]);
      expect(plainText(unwoven(page.join("\n")))).toBe(papers.map((paper, i) => titles[i] + paper.text).join(""));
    });
  });

  it("are headed by a line that is centred over all of them", () => {
    const { columns, text } = setArticle(new Random(3), { width: 12, columns: 3 });
    const title = words(new Random(4), 9);
    const page = [`${" ".repeat(18)}${title}`, "", "", ...beside(columns, 12, 4)].join("\n");
    const source = sourceOf(page);
    const lines = unweave(source, readLines(source), testLexicon()).filter(({ isBlank }) => !isBlank);
    expect(lines.map(({ headsArticle }) => headsArticle)).toEqual(lines.map((_, i) => i === 0));
    expect(plainText(unwoven(page))).toBe(title + text);
  });

  it("are headed by a line that begins in the gutter before them", () => {
    const [left, right] = ["", "本报讯（记者 杜若兰）"].map((dateline, i) => {
      const random = new Random(i);
      return setArticle(random, { width: 12, columns: 1 }, () => `${dateline}${words(random, 130)}。`);
    });
    const [first, second] = [words(new Random(7), 9), words(new Random(8), 14)];
    const text = beside([left?.columns.flat() ?? [], right?.columns.flat() ?? []], 12, 8);
    const page = [first.padEnd(16) + second, "", ...text].join("\n");
    expect(plainText(unwoven(page))).toBe(first + left?.text + second + right?.text);
  });

  it("end above an indented headline, although in mid-sentence", () => {
    const width = 14;
    const column = setLines(words(new Random(9), width * 6 - 2), width);
    const title = words(new Random(10), width - 2);
    const strands = strandsOf([...column, `   ${title}`]);
    expect(strands.map(({ cells }) => cells.length)).toEqual([column.length, 1]);
  });

  it("end above a headline as long as their lines, rows below that only a neighbour fills", () => {
    const column = ["五月的石桥镇，田里的", "早稻已经返青，渔民们", "一早就把船划到河心。", "镇上还修了新的图书"];
    const rows = Array.from({ length: 9 }, (_, row) => {
      const left = column[row] ?? (row === 7 ? "桥头八座水闸换新门" : "");
      return `${left.padEnd(12)}   放学以后只好回家去，`;
    });
    const left = strandsOf(rows).filter(({ x }) => x === 0);
    expect(left.map(({ cells }) => cells.length)).toEqual([4, 1]);
  });

  it("begin with a question below its headline, which ends no sentence and stands right above", () => {
    const strands = strandsOf(["渡口的船还开不开怎么问", " 问：渡口的船停了，今年", "春天还开不开？"]);
    expect(strands.map(({ cells }) => cells.length)).toEqual([1, 2]);
  });

  it("go on with the short last line of a paragraph of two", () => {
    const page = ["  老人们站在桥边看，等渡", "船靠岸。", "  船工说，头三天不收船钱，", "只请大家坐一坐老船。"];
    expect(strandsOf(page).map(({ cells }) => cells.length)).toEqual([4]);
  });

  it("of one article go on below a short line between two paragraphs, and end where it has white above it", () => {
    const width = 14;
    const random = new Random(8);
    const paragraph = (): string[] => setLines(`${words(random, width * 5 - 6)}。`, width);
    const parts = Array.from({ length: 4 }, paragraph);
    const page = (white: number): string =>
      [
        "渡口的船停了四十年又开",
        "",
        "",
        ...beside(
          [0, 2].map((i) => [
            ...(parts[i] ?? []),
            ...Array.from({ length: white }, () => ""),
            "    船又开了",
            ...(parts[i + 1] ?? []),
          ]),
          width,
          4,
        ),
      ].join("\n");
    const order = (text: string): number[] =>
      parts.map((part) => plainText(unwoven(text)).indexOf(part.join("").trim()));
    expect(order(page(0))).toEqual([...order(page(0))].sort((a, b) => a - b));
    expect(order(page(4))).not.toEqual([...order(page(4))].sort((a, b) => a - b));
  });

  it("leave folio and imprint outside", () => {
    const { columns, text } = setArticle(new Random(7), { width: 12, columns: 3 });
    const page = [
      `${"A03 要闻".padEnd(30)}2024年3月29日 星期五`,
      "",
      "",
      ...beside(columns, 12, 4),
      "",
      "本版责编 李山",
    ];
    const lines = unwoven(page.join("\n"));
    expect(lines.slice(0, 3)).toEqual(["A03 要闻", "", "2024年3月29日 星期五"]);
    expect(lines[lines.length - 1]).toBe("本版责编 李山");
    expect(plainText(lines.slice(3, -1))).toBe(text);
  });
});

describe("a line by itself", () => {
  it.each([
    ["（下转A08版）", "caption"],
    ["下转4版", "caption"],
    ["展柜里的残片（资料图片）", "caption"],
    ["青石桥明日通车", "title"],
    ["老城旅游迎来爆发", "title"],
    ["停在桥边的新船。新华社发", "caption"],
    ["便走。他回头看了一眼", "text"],
    ["本报讯（记者 杜若兰）昨天", "text"],
    ["本报讯（记者 杜若兰）", "title"],
    ["老街改版", "title"],
  ])("is named by what it says: %s", (line, kind) => {
    const source = sourceOf(line);
    const cell = { row: 0, x: 0, ems: line.length, start: 0, end: line.length, isExact: true };
    const piece = { x: 0, width: line.length, top: 0, bottom: 0, cells: [cell] };
    const around = { source, lexicon: testLexicon(), texts: [], hole: 0, isRowMate: false, isRest: false };
    expect(kindOfShort(piece, around)).toBe(kind);
  });
});

describe("three lines of a few characters", () => {
  it.each([
    ["are a title where rows of the dump stand between them", 2, "title"],
    ["are text where none does", 1, "text"],
  ])("%s", (_, rows, kind) => {
    const lines = ["老城的桥", "又通了新", "船和新车"];
    const source = sourceOf(lines.join(""));
    const cells = lines.map((__, i) => ({ row: i * rows, x: 0, ems: 4, start: i * 4, end: i * 4 + 4, isExact: true }));
    const piece = { x: 0, width: 4, top: 0, bottom: 2 * rows, cells };
    const around = { source, lexicon: testLexicon(), texts: [], hole: 0, isRowMate: false, isRest: false };
    expect(kindOfShort(piece, around)).toBe(kind);
  });
});

describe("a line over a text", () => {
  it.each([
    ["本报讯（记者 杜若兰", "title"],
    ["春田水路山村河桥灯门", "text"],
  ])("is its headline where that opens an article: %s", (first, kind) => {
    const words = ["一河两岸，灯火可亲", first, "花树船车城镇学校书纸", "糖布衣鞋帽桌椅床窗瓦"];
    const source = sourceOf(words.join("\n"));
    const starts = words.map((_, i) => words.slice(0, i).reduce((sum, word) => sum + word.length + 1, 0));
    const cells = words.map((word, i) => {
      const start = starts[i] ?? 0;
      return { row: i * 2, x: 0, ems: 10, start, end: start + word.length, isExact: true };
    });
    const piece = { x: 0, width: 9, top: 0, bottom: 0, cells: cells.slice(0, 1) };
    const below = { x: 0, width: 10, top: 2, bottom: 6, cells: cells.slice(1) };
    const texts = [{ ...below, head: first.slice(0, 2), tail: "窗瓦", endsSentence: false }];
    const around = { source, lexicon: testLexicon(), texts, hole: 0, isRowMate: true, isRest: false };
    expect(kindOfShort(piece, around)).toBe(kind);
  });
});

describe("the first line of a column", () => {
  it.each([
    ["goes on from another column where the page has indents", true, "on"],
    ["says nothing where it has none", false, "one"],
  ])("%s", (_, startsIndented, head) => {
    const line = "春田水路山村河桥灯门";
    const source = sourceOf(line);
    const cells = [0, 1, 2].map((row) => ({ row, x: 0, ems: 10, start: 0, end: line.length, isExact: true }));
    const column = { x: 0, width: 10, right: 10, top: 0, bottom: 2, cells, endsSentence: false, kind: "text" } as const;
    const items = [
      { ...column, startsIndented: false },
      { ...column, startsIndented },
    ];
    expect(measurePieces(source, items)[0]?.head).toBe(head);
  });
});

describe("the last lines of a column", () => {
  it.each([
    [["新船明天开。（读者 杜若兰）"], "signed"],
    [["新船明天开。（首席记者 杜若兰 实习生", "孟帆 通讯员 尹长河）"], "signed"],
    [["新船明天开（首航）", "的消息传开了"], "open"],
    [["他说，老街（连同新街里所有的店铺与", "院子里的人家）"], "open"],
  ])("sign it or not: %s", (lines, tail) => {
    const source = sourceOf(lines.join("\n"));
    let at = 0;
    const cells = lines.map((line, row) => {
      const start = at;
      at += line.length + 1;
      return { row, x: 0, ems: line.length, start, end: start + line.length, isExact: true };
    });
    const item = { x: 0, width: 17, right: 17, top: 0, bottom: lines.length - 1, cells };
    const items = [{ ...item, startsIndented: false, endsSentence: false, kind: "text" } as const];
    expect(measurePieces(source, items)[0]?.tail).toBe(tail);
  });
});

describe("columns given row by row", () => {
  it("are recognised and read one after the other, by what the lines say", () => {
    const shares: number[] = [];
    forSeeds(20, (random) => {
      const width = random.between(12, 18);
      const writer = new Writer(random);
      const shape = { width, columns: random.between(2, 4), rows: 20 };
      const { columns, text } = setArticle(random, shape, () => writer.paragraph());
      const page = rowByRow(columns, width).join("\n");
      const source = sourceOf(page);
      expect(recogniseDump(source, readLines(source))).toBe("side-by-side");
      shares.push(sharedPairs(plainText(unwoven(page)), text));
    });
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.95);
  });

  it("come below their own headline, wherever the dump gives it", () => {
    let right = 0;
    forSeeds(20, (random) => {
      const width = random.between(13, 17);
      const writer = new Writer(random);
      const papers = [0, 1].map(() => {
        const title = headline(random);
        const paper = setArticle(random, { width, columns: 2, rows: 14 }, () => writer.paragraph());
        const first = paper.columns[0] ?? [];
        // The text takes its headline up, and begins with a dateline.
        const opening = setLines(
          `本报讯（记者 ${personName(random)}）近日，${title.replace(" ", "")}，记者到现场走访。`,
          width,
        );
        return { title, columns: [[...opening, ...first], ...paper.columns.slice(1)] };
      });
      const rows = rowByRow(
        papers.flatMap((paper) => paper.columns),
        width,
      );
      const lines = unwoven([...papers.flatMap(({ title }) => [title, ""]), ...rows].join("\n"));
      const isAbove = papers.map(({ title }) =>
        /记者/u.test(lines.slice(lines.indexOf(title) + 1).find((line) => line !== "") ?? ""),
      );
      if (isAbove.every(Boolean)) right += 1;
    });
    // These papers share their few words; where the dump's own order is kept, none is right.
    expect(right).toBeGreaterThanOrEqual(10);
  });
});

describe("the length of a line", () => {
  it("is that of print where a program has folded its marks", () => {
    const [full, folded] = ["渡口：船停了，老人走了（天晴）", "渡口:船停了,老人走了(天晴)"].map((text) => {
      const source = sourceOf(text);
      return readFragments(source, readLines(source))[0]?.[0]?.ems;
    });
    expect(folded).toBe(full);
    const time = sourceOf("早上9:30开船");
    expect(readFragments(time, readLines(time))[0]?.[0]?.ems).toBe(6);
  });
});

describe("a page without columns", () => {
  it("stays as it is", () => {
    forSeeds(10, (random) => {
      const { columns } = setArticle(random, { width: 20, columns: 1 });
      const text = `${words(random, 9)}\n\n${(columns[0] ?? []).join("\n")}\n`;
      const source = sourceOf(text);
      const lines = readLines(source);
      expect(unweave(source, lines, testLexicon())).toEqual(lines);
    });
  });

  it("may be empty", () => {
    expect(unwoven("")).toEqual([""]);
    expect(unwoven("\n \n")).toEqual(["", "", ""]);
  });
});

describe("every character", () => {
  it("is in one line, whatever stands on the page", () => {
    forSeeds(60, (random) => {
      const rows: string[] = [];
      for (let i = random.between(1, 60); i > 0; i -= 1) {
        let row = "";
        for (let k = random.between(0, 6); k > 0; k -= 1) {
          const piece = random.isLucky(0.2) ? "A10 2024年3月29日 星期五" : words(random, random.between(1, 22));
          row += " ".repeat(random.between(0, 9)) + (random.isLucky(0.1) ? [...piece].join(" ") : piece);
        }
        rows.push(row);
      }
      const text = rows.join(random.isLucky(0.3) ? "\r\n" : "\n");
      expect(owned(text)).toEqual(visible(text));
    });
  });

  it.skipIf(!existsSync(DUMPS))("is in one line on every dump of the devset", () => {
    for (const kind of ["pdf-layout", "pdf-default", "pdf-raw", "tess-psm3"]) {
      for (const name of readdirSync(join(DUMPS, kind))) {
        const text = readFileSync(join(DUMPS, kind, name), "utf8");
        expect(owned(text), `${kind}/${name}`).toEqual(visible(text));
      }
    }
  });
});

/** Share of the truth's neighbours that are neighbours in what was read. */
function sharedPairs(read: string, truth: string): number {
  const STEP = 6;
  let found = 0;
  let all = 0;
  for (let i = 0; i + STEP <= truth.length; i += 1) {
    all += 1;
    if (read.includes(truth.slice(i, i + STEP))) found += 1;
  }
  return found / all;
}
