import { describe, expect, it } from "vitest";
import type { Item, Kind } from "../src/lines/columns/kinds.ts";
import { asArticle } from "../src/lines/columns/layout/article.ts";
import { partition } from "../src/lines/columns/layout/partition.ts";
import { measurePieces } from "../src/lines/columns/layout/piece.ts";
import { Succession } from "../src/lines/columns/layout/succession.ts";
import { testLexicon } from "./helpers/lexicon.ts";

interface Set {
  readonly kind: Kind;
  readonly x: number;
  readonly top: number;
  readonly lines: readonly string[];
}

function measured(pieces: readonly Set[]) {
  let text = "";
  const items = pieces.map(({ kind, x, top, lines }): Item => {
    const cells = lines.map((line, i) => {
      const start = text.length;
      text += `${line}\n`;
      return { row: top + i, x, ems: line.length, start, end: start + line.length, isExact: true };
    });
    const width = Math.max(...lines.map((line) => line.length));
    const bottom = top + lines.length - 1;
    const endsSentence = (lines.at(-1) ?? "").endsWith("。");
    return { kind, x, width, right: x + width, top, bottom, cells, startsIndented: false, endsSentence };
  });
  const measured = measurePieces({ file: "a.txt", text }, items);
  const wordsOf = (list: readonly Item[] = []): string[] =>
    list.map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end)).join(""));
  return { measured, wordsOf, succession: new Succession(measured, testLexicon()) };
}

/** The pieces as one article: the words of its titles, its text and what stands beside it. */
function laid(pieces: readonly Set[]) {
  const { measured: page, wordsOf, succession } = measured(pieces);
  const { articles, score } = asArticle(page, succession);
  const [article] = articles;
  return { titles: wordsOf(article?.titles), flow: wordsOf(article?.flow), beside: wordsOf(article?.captions), score };
}

const LEFT = ["渡口的船停了四十年，今", "年春天又开了，老人们站", "在桥边看，孩子们跑到船"];
const RIGHT = ["上去，船工说，头三天不", "收船钱，只请大家坐一坐", "老船，看一看两岸的灯。"];

describe("a headline over the second column", () => {
  const text: Set = { kind: "text", x: 0, top: 4, lines: LEFT };
  const rest: Set = { kind: "text", x: 14, top: 12, lines: RIGHT };

  it("stands over a text that begins beside its upper edge, with all its lines and its label", () => {
    const label: Set = { kind: "title", x: 14, top: 5, lines: ["两岸"] };
    const first: Set = { kind: "title", x: 20, top: 5, lines: ["停了四十年"] };
    const second: Set = { kind: "title", x: 20, top: 9, lines: ["渡船又开了"] };
    expect(laid([text, label, first, second, rest]).titles).toEqual(["两岸", "停了四十年", "渡船又开了"]);
  });

  it("is a subhead of a text that has another one over it", () => {
    const headline: Set = { kind: "title", x: 0, top: 2, lines: ["渡船又开了"] };
    const subhead: Set = { kind: "title", x: 16, top: 4, lines: ["两岸的灯"] };
    expect(laid([headline, text, subhead, rest]).titles).toEqual(["渡船又开了"]);
  });

  it("heads another text where the first began rows above", () => {
    const title: Set = { kind: "title", x: 14, top: 9, lines: ["渡船又开了"] };
    expect(laid([text, title, rest]).titles).toEqual([]);
  });
});

describe("a line in large type within a text", () => {
  it.each([
    ["船工说头三天不收船钱", "has words of no column", ["船工说头三天不收船钱"], []],
    ["船工说，头三天不收船钱", "repeats the text, as a pull quote does", [], ["船工说，头三天不收船钱"]],
  ])("%s %s", (line, _, flow, beside) => {
    const text: Set = { kind: "text", x: 0, top: 2, lines: LEFT };
    const quote: Set = { kind: "title", x: 0, top: 9, lines: [line] };
    const rest: Set = { kind: "text", x: 0, top: 12, lines: RIGHT };
    const article = laid([text, quote, rest]);
    expect(article.beside).toEqual(beside);
    expect(article.flow).toEqual([LEFT.join(""), ...flow, RIGHT.join("")]);
  });
});

describe("lines without a text", () => {
  it("are rather an article where they are an advert", () => {
    const score = (line: string): number => laid([{ kind: "title", x: 0, top: 0, lines: [line] }]).score;
    expect(score("广告热线：0700-81234567")).toBeGreaterThan(score("渡口的船停了四十年"));
  });
});

describe("a list beside an article", () => {
  const kicker: Set = { kind: "title", x: 16, top: 0, lines: ["停了四十年"] };
  const title: Set = { kind: "title", x: 16, top: 2, lines: ["渡船又开了"] };
  const text: Set = { kind: "text", x: 16, top: 4, lines: [...LEFT, ...RIGHT] };
  const list = ["光荣榜", "船工：白露", "桥工：孟帆", "灯塔：云开"];
  const lines = list.map((line, i): Set => ({ kind: "title", x: 0, top: 2 * i, lines: [line] }));

  it("is cut off where white runs from top to bottom between them", () => {
    const { measured: page, wordsOf, succession } = measured([kicker, title, text, ...lines]);
    const articles = partition(page, succession).map(({ titles, flow }) => [...wordsOf(titles), ...wordsOf(flow)]);
    expect(articles).toContainEqual(list);
  });
});
