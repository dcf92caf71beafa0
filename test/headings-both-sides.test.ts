import { describe, expect, it } from "vitest";
import { restorePage } from "../src/index.ts";

interface Article {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const BRIDGE: Article = {
  title: "石桥镇修复百年石桥",
  paragraphs: [
    "本报讯（记者 姜见山）9月5日，石桥镇百年石桥修复完工，桥面的石板全部照原样铺回，桥头的碑文也请人重新描过。",
    "这座石桥修于清末，十七年前被洪水冲断，石桥镇的老人年年盼着石桥修复。",
  ],
};
const SPRING: Article = {
  title: "青禾区开展春耕服务",
  paragraphs: [
    "本报讯（记者 苏见山）2月1日，青禾区召开春耕备耕现场会，十七个乡镇的农技站长参加，各地开展春耕服务。",
    "会议要求，青禾区各地要抢在雨季之前把渠道清一遍，把闸门修一遍，春耕不误农时。",
  ],
};
const LIBRARY: Article = {
  title: "云溪图书馆搬进地铁站",
  paragraphs: [
    "本报讯（记者 尹长河）10月8日，云溪图书馆的新馆在地铁站里开门，早上借书，下班还书，不用多走一步。",
    "馆里有三千册图书，地铁站的值班员也学会了办借书证，图书馆每月换一次书。",
  ],
};
const FERRY: Article = {
  title: "枫渡码头夜航恢复",
  paragraphs: [
    "本报讯（记者 柏映川）11月3日，枫渡码头恢复夜航，最后一班船改到晚上十点，码头装上了新的航标灯。",
    "枫渡码头的夜航停了四年，对岸的村民看夜诊要绕行二十公里，如今夜航船只要一刻钟。",
  ],
};

const COLUMN = 16;

/** Printed lines, first ones short by their indent; no line begins with a mark that closes. */
function printed(paragraph: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < paragraph.length; ) {
    let end = at + COLUMN - (at === 0 ? 2 : 0);
    while ("，。）".includes(paragraph.charAt(end) || "x")) end += 1;
    lines.push(paragraph.slice(at, end));
    at = end;
  }
  return lines;
}

const above = ({ title, paragraphs }: Article): string[] => [title, ...paragraphs.flatMap(printed)];
const below = ({ title, paragraphs }: Article): string[] => [...paragraphs.flatMap(printed), title];

function articlesOf(lines: readonly string[]): [string | null, string | undefined][] {
  const page = restorePage(Buffer.from(`${lines.join("\n")}\n`), { file: "page.txt" });
  return page.articles.map(({ headline, paragraphs }) => [headline, paragraphs.at(-1)]);
}

describe("headlines of a text layer", () => {
  it("come to their texts where some stand above and some below", () => {
    const lines = [...above(BRIDGE), ...below(SPRING), ...above(LIBRARY), ...below(FERRY)];
    expect(articlesOf(lines)).toEqual(
      [BRIDGE, SPRING, LIBRARY, FERRY].map(({ title, paragraphs }) => [title, paragraphs.at(-1)]),
    );
  });
});
