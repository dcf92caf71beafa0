import { describe, expect, it } from "vitest";
import { restorePage } from "../src/index.ts";

interface Article {
  readonly title: readonly string[];
  readonly paragraphs: readonly string[];
}

const COLUMN = 14;

/** As pdftotext gives a column: no indent where a paragraph begins, no blank line where it ends; no line begins with a mark. */
function set(paragraph: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < paragraph.length; ) {
    const room = at === 0 ? COLUMN - 2 : COLUMN;
    const end = /^[，。、）]/.test(paragraph.slice(at + room)) ? at + room - 1 : at + room;
    lines.push(paragraph.slice(at, end));
    at = end;
  }
  return lines;
}

const BRIDGE: Article = {
  title: ["石桥镇修复", "百年石桥"],
  paragraphs: [
    "本报讯（记者 姜见山）昨日，石桥镇的百年石桥修复完工，桥面的石板全部照着原样铺了回去。",
    "这座石桥修于清末，十七年前被洪水冲断，石桥镇的老人年年盼着百年石桥修复，如今都来看桥。",
  ],
};
const SPRING: Article = {
  title: ["青禾区开展", "春耕服务"],
  paragraphs: [
    "雨水一过，青禾区的十七个乡镇忙着春耕，农技站的站长们分头下村，把春耕服务送到田头地边。",
    "青禾区各地抢在雨季之前把渠道清了一遍，闸门也修了一遍，服务春耕，不误农时，种子也已备足。",
  ],
};
const LIBRARY: Article = {
  title: ["云溪图书馆", "搬进地铁站"],
  paragraphs: [
    "云溪图书馆的新馆在地铁站里开了门，早上借书，下班还书，来往的乘客都说不用再多走一步路。",
    "馆里有三千册图书，地铁站的值班员学会了办理借书证，云溪图书馆每个月还要换一次新书上架。",
  ],
};
const FERRY: Article = {
  title: ["渡口老船工退休"],
  paragraphs: [
    "本报讯（记者 苏见山）前日，清溪渡口的老船工摇完了最后一趟船，退休回家，两岸的乡亲都来送他。",
    "老船工在渡口摇了四十年的船，退休那天把船桨交给了徒弟，嘱咐他雾天慢行，涨水的时候不开船。",
  ],
};

function headlines(...lines: readonly string[]): (readonly [string | null, number])[] {
  const page = restorePage(Buffer.from(`${lines.join("\n")}\n`), { file: "page.txt" });
  return page.articles.map(({ headline, paragraphs }) => [headline?.replaceAll(" ", "") ?? null, paragraphs.length]);
}

describe("headlines in the measure of no column", () => {
  it("belong to the text above where the headlines of the page do, though no byline stands between them and the next text", () => {
    const articles = [BRIDGE, SPRING, LIBRARY, FERRY];
    const lines = articles.flatMap(({ title, paragraphs }) => [...paragraphs.flatMap(set), ...title]);
    expect(headlines(...lines)).toEqual(articles.map(({ title }) => [title.join(""), 2]));
  });

  it("leave a subhead where the text below it speaks of it", () => {
    const articles = [BRIDGE, FERRY, LIBRARY].map(({ title, paragraphs }) => [...paragraphs.flatMap(set), ...title]);
    const [first, second] = SPRING.paragraphs;
    const page = restorePage(
      Buffer.from(
        `${[...articles.flat(), ...set(first ?? ""), "清渠修闸门", ...set(second ?? ""), ...SPRING.title].join("\n")}\n`,
      ),
      { file: "page.txt" },
    );
    expect(page.articles.map(({ headline }) => headline)).toHaveLength(4);
    expect(page.articles[3]?.subheads.map(({ text }) => text)).toEqual(["清渠修闸门"]);
  });
});
