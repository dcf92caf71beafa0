import { describe, expect, it } from "vitest";
import { align, type HeadingLine } from "../src/articles/align.ts";
import type { TextPart } from "../src/articles/text-borders.ts";
import { restorePage } from "../src/restore.ts";

const BRIDGE = {
  title: "石桥镇修复百年石桥",
  lead: "本报讯（记者 姜见山）9月5日，石桥镇百年石桥修复完工，桥面的石板全部照原样铺回，桥头的碑文也请人重新描过。",
  rest: "这座石桥修于清末，十七年前被洪水冲断，镇上的老人年年盼着它修复。",
};
const SPRING = {
  title: "青禾区开展春耕服务",
  lead: "本报讯（记者 苏见山）2月21日，青禾区召开春耕备耕现场会，十七个乡镇的农技站长参加，各地开展春耕服务。",
  rest: "会议要求，各地要抢在雨季之前把渠道清一遍，把闸门修一遍，不误农时。",
};
const LIBRARY = {
  title: "云溪图书馆搬进地铁站",
  lead: "本报讯（记者 尹长河）10月8日，云溪图书馆的新馆在地铁站里开门，早上借书，下班还书，不用多走一步。",
  rest: "馆里有三千册图书，地铁站的值班员也学会了办借书证。",
};

function headlinesOf(...blocks: readonly string[]): (string | null)[] {
  const page = restorePage(Buffer.from(`${blocks.join("\n\n")}\n`), { file: "page.txt" });
  return page.articles.map(({ headline, paragraphs }) => `${headline}: ${paragraphs[0]?.slice(-12)}`);
}

const EACH_WITH_ITS_OWN = [BRIDGE, SPRING, LIBRARY].map(({ title, lead }) => `${title}: ${lead.slice(-12)}`);

describe("headlines and their texts", () => {
  it("stay together where the headlines stand above", () => {
    expect(headlinesOf(...[BRIDGE, SPRING, LIBRARY].flatMap(({ title, lead, rest }) => [title, lead, rest]))).toEqual(
      EACH_WITH_ITS_OWN,
    );
  });

  it("come together where the headlines stand below, and a subhead within a text stays there", () => {
    const subhead = "碑文认出三百二十个字";
    const about = "碑文由县里的老先生重新辨认，一共认出三百二十个字，还有十一个字留着空。";
    const page = restorePage(
      Buffer.from(
        `${[BRIDGE.lead, BRIDGE.rest, subhead, about, BRIDGE.title, ...[SPRING, LIBRARY].flatMap(({ title, lead, rest }) => [lead, rest, title])].join("\n\n")}\n`,
      ),
      { file: "page.txt" },
    );
    expect(page.articles.map(({ headline, subheads }) => [headline, subheads.map(({ text }) => text)])).toEqual([
      [BRIDGE.title, [subhead]],
      [SPRING.title, []],
      [LIBRARY.title, []],
    ]);
  });

  it("come together where the headlines stand below", () => {
    expect(headlinesOf(...[BRIDGE, SPRING, LIBRARY].flatMap(({ title, lead, rest }) => [lead, rest, title]))).toEqual(
      EACH_WITH_ITS_OWN,
    );
  });

  it("come together where the last text has lost its headline", () => {
    const blocks = [BRIDGE.lead, BRIDGE.rest, BRIDGE.title, SPRING.lead, SPRING.rest, SPRING.title, LIBRARY.lead];
    expect(headlinesOf(...blocks).slice(0, 2)).toEqual(EACH_WITH_ITS_OWN.slice(0, 2));
  });

  it("stay together where the first text has lost its headline and the page ends with one", () => {
    const blocks = [BRIDGE.rest, SPRING.title, SPRING.lead, SPRING.rest, LIBRARY.title, LIBRARY.lead, LIBRARY.rest];
    expect(headlinesOf(...blocks, BRIDGE.title).slice(1, 3)).toEqual(EACH_WITH_ITS_OWN.slice(1));
  });
});

describe("headings and texts that stand apart", () => {
  const line: HeadingLine = { kind: "title", isRest: false, pairs: new Set([1]) };
  const part = (canOpen: boolean): TextPart => ({
    pairs: new Set([1]),
    length: 60,
    isLead: false,
    isSigned: false,
    canOpen,
    endsAbove: false,
  });

  it("are paired as a whole or not at all", () => {
    const parts = Array.from({ length: 60 }, (_, i) => part(i === 0));
    expect(align([line, line], parts)).toEqual([]);
    expect(align([line, line], parts.slice(0, 8)).at(-1)).toMatchObject({ lines: { end: 2 }, parts: { end: 8 } });
  });

  it("are two articles where six lines would head one", () => {
    const lines = [1, 8, 9, 2, 10, 11].map((word) => ({ ...line, pairs: new Set([word]) }));
    const parts = [1, 2].map((word) => ({ ...part(true), pairs: new Set([word, word + 20]) }));
    expect(align(lines, parts).map(({ parts }) => parts.end)).toEqual([1, 2]);
  });
});
