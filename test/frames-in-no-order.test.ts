import { describe, expect, it } from "vitest";
import { shuffledFrames } from "../src/articles/shuffled-frames.ts";
import { changed, newBlock } from "../src/blocks/block.ts";
import type { Role } from "../src/blocks/role.ts";
import type { Unit } from "../src/join/join.ts";
import { readLines } from "../src/lines/lines.ts";
import { fromSource } from "../src/text/sourced.ts";

/** First paragraph, title and writer, second paragraph. */
const ARTICLES: readonly (readonly [string, readonly [string, string], string])[] = [
  [
    "昨日，石桥镇的百年石桥修复完工，桥面的石板全部照着原样铺了回去，桥头的碑文也请人重新描过。",
    ["石桥镇修复百年石桥", "本报记者 姜见山"],
    "这座石桥修于清末，十七年前被洪水冲断，石桥镇的老人年年盼着百年石桥修复，如今都来看桥。",
  ],
  [
    "雨水一过，青禾区的十七个乡镇忙着春耕，农技站的站长们分头下村，把春耕服务送到田头地边。",
    ["青禾区开展春耕服务", "本报记者 苏见山"],
    "青禾区各地抢在雨季之前把渠道清了一遍，闸门也修了一遍，服务春耕，不误农时，种子也已备足。",
  ],
  [
    "云溪图书馆的新馆在地铁站里开了门，早上借书，下班还书，来往的乘客都说不用再多走一步路。",
    ["云溪图书馆搬进地铁站", "本报记者 尹长河"],
    "馆里有三千册图书，地铁站的值班员学会了办理借书证，云溪图书馆每个月还要换一次新书上架。",
  ],
  [
    "前日，清溪渡口的老船工摇完了最后一趟船，退休回家，两岸的乡亲都到渡口来送他，还送了锦旗。",
    ["渡口老船工退休回家", "本报记者 石小舟"],
    "老船工在渡口摇了四十年的船，退休那天把船桨交给了徒弟，嘱咐他雾天慢行，涨水的时候不开船。",
  ],
];

const ROLES: readonly Role[] = ["body", "title", "byline", "body"];

function unitsOf(articles: typeof ARTICLES): Unit[] {
  const words = articles.flatMap(([first, heading, second]) => [first, ...heading, second]);
  const source = { file: "page.txt", text: words.join("\n") };
  return readLines(source).map((line, i) => {
    const block = newBlock(fromSource(source, line.start, line.end), 0, [line]);
    return { block: changed(block, { role: ROLES[i % ROLES.length] ?? "body" }), joins: [] };
  });
}

describe("a page whose headings stand in the midst of their texts, and no dateline below one", () => {
  it("has its frames in no order where many do", () => {
    const units = unitsOf(ARTICLES);
    expect(shuffledFrames(units, true)?.starts).toEqual([0, 4, 8, 12].map((i) => units[i]?.block.lines[0]?.start));
  });

  it("is in order where few do, or where an engine may have read it so", () => {
    expect(shuffledFrames(unitsOf(ARTICLES.slice(0, 3)), true)).toBeNull();
    expect(shuffledFrames(unitsOf(ARTICLES), false)).toBeNull();
  });
});
