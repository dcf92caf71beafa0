import { describe, expect, it } from "vitest";
import { restorePage } from "../src/index.ts";

/** Full lines of the column, in characters; a first line is shorter by an indent, which text layers have lost. */
const COLUMN = 15;
const INDENT = 2;

/** Printed lines of a paragraph; no line begins with a mark that closes. */
function linesOf(paragraph: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < paragraph.length; ) {
    let end = at + COLUMN - (at === 0 ? INDENT : 0);
    while ("，。、）".includes(paragraph.charAt(end) || "x")) end += 1;
    lines.push(paragraph.slice(at, end));
    at = end;
  }
  return lines;
}

const PARAGRAPHS = [
  "本报讯（记者 柏映川）石鼓镇渡口昨日恢复摆渡，沿江三个村的村民过江赶集不必再绕行二十公里。",
  "这几天，摆渡的老船工告诉大家，江水已经回落到警戒水位以下，码头的石阶也清洗干净，乘客可以放心上船。",
  "镇里为渡船添置了救生衣和灭火器，每天早晨开船以前由安全员检查一遍，并在登记簿上签字留存。",
  "眼下村民们最关心的是夜里能不能过江。镇政府的回答是，遇到急病需要送医院，船工随叫随到不收费用。",
  "昨天，渡口旁边的候船室也重新粉刷一新，里面摆放着长椅和开水桶，墙上贴着开船时间和天气预报两张表。",
  "往后，镇里还打算修建一座可以通行农用车辆的小桥，勘测工作预计在今年冬天枯水季节全面展开。",
  "据了解，县交通局的工程师介绍，桥址初步选定在渡口上游三百米的地方，那里河床稳定，两岸的地势也比较平缓。",
  "今年在大桥建成以前，渡口将继续为两岸群众服务，学生和老人乘船一律免费，其他乘客每人收取一元钱。",
  "有着三十年驾龄的老船工表示，只要乡亲们还需要，他就会一直把船开下去，直到大桥通车的那一天。",
  "记者离开的时候，江面上升起了薄雾，最后一班渡船正载着放学回家的孩子们慢慢地驶向对岸的村庄。",
];

const TITLE = "石鼓渡口恢复摆渡";

/** As a program does that takes what begins at one edge for one block. */
function inBlocks(): string {
  return [TITLE, "", ...PARAGRAPHS.flatMap((text) => [linesOf(text)[0], "", ...linesOf(text).slice(1), ""])].join("\n");
}

function articlesOf(dump: string) {
  return restorePage(Buffer.from(dump), { file: "a.txt" }).articles;
}

describe("blank lines of a text layer", () => {
  it("part no sentence below the indented first line of a paragraph", () => {
    const [article] = articlesOf(inBlocks());
    expect(article?.headline).toBe(TITLE);
    expect(article?.byline).toBe("本报讯（记者 柏映川）");
    expect(article?.paragraphs.slice(1)).toEqual(PARAGRAPHS.slice(1));
  });

  it("stand where a title does, and where a paragraph ends", () => {
    const articles = articlesOf(`${inBlocks()}\n\n青梨村晒秋节开幕\n\n${inBlocks().split("\n").slice(2).join("\n")}`);
    expect(articles.map(({ headline }) => headline)).toEqual([TITLE, "青梨村晒秋节开幕"]);
  });
});
