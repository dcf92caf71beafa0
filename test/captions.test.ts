import { describe, expect, it } from "vitest";
import { newBlock } from "../src/blocks/block.ts";
import { canBeTitle } from "../src/blocks/neighbours/can-be-title.ts";
import { look } from "../src/blocks/neighbours/question.ts";
import { LIKELY_SCENE, SCENE_CLUES, SURE_SCENE, sceneOdds } from "../src/blocks/neighbours/scene.ts";
import type { Page } from "../src/page.ts";
import { loadProfile } from "../src/profiles/load.ts";
import { restorePage } from "../src/restore.ts";
import { fromSource } from "../src/text/sourced.ts";
import { testLexicon } from "./helpers/lexicon.ts";

const context = { lexicon: testLexicon(), profile: loadProfile("generic") };

function captionsOf(page: Page): string[] {
  return page.articles.flatMap(({ captions }) => captions.map(({ text }) => text));
}

describe("a caption between title and dateline", () => {
  it.each(["演员在旧粮仓的戏台上谢幕。", "←演员在台上谢幕", "贺青（右二）在戏台上谢幕", "▲演员在双渡镇的戏台上谢幕。"])(
    "is no text of the article: %s",
    (caption) => {
      const page = restorePage(
        Buffer.from(
          [
            "双渡镇旧粮仓变戏台",
            caption,
            "本报双渡5月7日讯（记者 贺青）昨晚，旧粮仓里响起锣鼓，三百多位村民看了首演。",
          ].join("\n\n"),
        ),
      );
      expect(captionsOf(page)).toEqual([caption]);
      expect(page.articles.map(({ headline }) => headline)).toEqual(["双渡镇旧粮仓变戏台"]);
    },
  );
});

describe("a photo credit", () => {
  it("goes on with the agency that has the picture", () => {
    const dump =
      "双渡镇旧粮仓变戏台\n\n本报记者 贺青\n\n昨晚，旧粮仓里响起锣鼓。\n\n演员在戏台上谢幕。　褚兰摄/晨光图片";
    const [article] = restorePage(Buffer.from(dump)).articles;
    expect(article?.captions).toEqual([{ text: "演员在戏台上谢幕。 褚兰 摄/晨光图片", credit: "褚兰 摄/晨光图片" }]);
  });
});

describe("a full stop inside a line", () => {
  it.each([
    "荷塘站揭牌现场。尹长河 摄影展",
    "荷塘站把停送电的步骤画成一张大图，挂在每台开关柜的门上，新",
    "荷 塘 站 揭 牌 现 场 。 尹 长 河",
  ])("says that it is no title: %s", (words) => {
    const source = { file: "line", text: words };
    expect(canBeTitle(look(newBlock(fromSource(source, 0, words.length), 1, [])))).toBe(false);
  });
});

describe("a quotation in a title", () => {
  const canBe = (words: string): boolean =>
    canBeTitle(look(newBlock(fromSource({ file: "line", text: words }, 0, words.length), 1, [])));

  it("may end in a straight mark", () => {
    expect(canBe('皮影戏走进“田间课堂"')).toBe(true);
    expect(canBe('皮影戏走进"田间课堂')).toBe(false);
    expect(canBe("皮影戏走进“田间课堂")).toBe(false);
  });
});

describe("a list behind two commas", () => {
  const canBe = (words: string): boolean =>
    canBeTitle(look(newBlock(fromSource({ file: "line", text: words }, 0, words.length), 1, [])));

  it("is a sentence of the text and no title", () => {
    expect(canBe("入冬以来，镇里请来农技员，手把手教剪枝、施肥、涂白、修")).toBe(false);
    expect(canBe("修一条渠，引一河水，富一方人")).toBe(true);
    expect(canBe("种梨、酿酒、开店，老窑村人不再出远门")).toBe(true);
  });
});

describe("the words of a caption", () => {
  it.each(SCENE_CLUES)("are weighed where one $reason", ({ pattern, example }) => {
    expect(pattern.test(example)).toBe(true);
  });

  it.each([
    "插秧比赛现场。",
    "青石镇茶叶交易市场一角。",
    "话剧《山那边》剧照。",
    "杜若兰(左二)查看秧苗。",
    "杜若蘭（右）在晒場上。",
  ])("say so by themselves: %s", (words) => {
    expect(sceneOdds(words, context)).toBeGreaterThanOrEqual(SURE_SCENE);
  });

  it.each(["护鸟队员在观测棚里记录。", "村民正在分拣鲜叶。", "茶社内，工作人员正在分拣鲜叶。"])(
    "are likely where one is expected: %s",
    (words) => {
      const odds = sceneOdds(words, context);
      expect(odds).toBeGreaterThanOrEqual(LIKELY_SCENE);
      expect(odds).toBeLessThan(SURE_SCENE);
    },
  );

  it.each([
    "二十分钟后民警赶到事发现场。",
    "他正在晒场上，头也不抬。",
    "今年全镇还将新建茶园千亩。",
    "工期缩短了一半，费用省下三成。",
    "目前案件正在审理中，结果将另行公布。",
    "桥面修复工程正在推进。",
  ])("are not those of the text: %s", (words) => {
    expect(sceneOdds(words, context)).toBeLessThan(LIKELY_SCENE);
  });
});

/** A page of printed lines, fourteen characters to a line. */
const WRAPPED = [
  "青禾区开展春耕服务",
  "本报讯（记者 苏见山）2月21日，",
  "青禾区召开春耕备耕现场会，对今",
  "年的早稻育秧、水利检修和农机调",
  "度作出安排。区农业农村局的技术",
  "员到会讲课，十七个乡镇的农技站",
  "长参加了会议。",
  "会议要求，各地要抢在雨季之前把",
  "渠道清一遍，把闸门修一遍，把种",
];
const NEXT_ARTICLE = [
  "石桥镇修复百年石桥",
  "本报讯（记者 姜见山）9月5日，",
  "石桥镇百年石桥修复完工，桥面的",
  "石板全部照原样铺回，桥头的碑文",
  "也请人重新描过。",
];

function restoreLines(...lines: readonly string[]): Page {
  return restorePage(Buffer.from(`${lines.join("\n")}\n`), { file: "page.txt" });
}

describe("a caption among printed lines", () => {
  it("stands behind the last paragraph of its article", () => {
    const page = restoreLines(...WRAPPED, "子备足。", "村民正在田里插秧。", ...NEXT_ARTICLE);
    expect(captionsOf(page)).toEqual(["村民正在田里插秧。"]);
    expect(page.articles[0]?.paragraphs.at(-1)).toBe(
      "会议要求，各地要抢在雨季之前把渠道清一遍，把闸门修一遍，把种子备足。",
    );
  });

  it("is one with the credit on the line below it, which is no byline", () => {
    const page = restoreLines(...WRAPPED, "子备足。", "春耕现场会一角。", "尹长河 摄", ...NEXT_ARTICLE);
    expect(page.articles[0]?.captions).toEqual([{ text: "春耕现场会一角。 尹长河 摄", credit: "尹长河 摄" }]);
    expect(page.articles.map(({ authors }) => authors.map(({ name }) => name))).toEqual([["苏见山"], ["姜见山"]]);
  });

  it("is taken out of the paragraph whose line it follows, and the paragraph goes on below", () => {
    const page = restoreLines(...WRAPPED, "春耕现场会一角。", "子、薄膜和肥料备足，不误农时。", ...NEXT_ARTICLE);
    expect(captionsOf(page)).toEqual(["春耕现场会一角。"]);
    expect(page.articles[0]?.paragraphs.at(-1)).toContain("把种子、薄膜和肥料备足");
  });

  it("ends with its credit: the headline on the next line is no part of it", () => {
    const page = restoreLines(...WRAPPED, "子备足。", "春耕现场会一角。 尹长河 摄", ...NEXT_ARTICLE);
    expect(captionsOf(page)).toEqual(["春耕现场会一角。 尹长河 摄"]);
    expect(page.articles[1]?.headline).toBe("石桥镇修复百年石桥");
  });

  it("is one when it is set in a measure of its own, narrower than the column", () => {
    const narrow = ["图为农技站长在", "田边查看秧苗。", "尹长河 摄"];
    const page = restoreLines(...WRAPPED, "", "", "", ...narrow, "", "", "", "子备足。", ...NEXT_ARTICLE);
    expect(page.articles[0]?.captions).toEqual([
      { text: "图为农技站长在田边查看秧苗。 尹长河 摄", credit: "尹长河 摄" },
    ]);
    expect(page.articles[0]?.paragraphs.at(-1)).toContain("把种子备足。");
  });

  it("is no last line of a paragraph, though that may name a scene", () => {
    const page = restoreLines(...WRAPPED.slice(0, -1), "渠道清一遍，农技站长都赶到事", "故发生现场。", ...NEXT_ARTICLE);
    expect(captionsOf(page)).toEqual([]);
    expect(page.articles[0]?.paragraphs.at(-1)).toContain("赶到事故发生现场。");
  });

  const MORE = ["会后，技术员下到田头，看了早稻的", "苗情和墒情。"];

  it("stands between blank lines inside its article", () => {
    const page = restoreLines(...WRAPPED, "子备足。", "", "农机手在机库里检修犁铧。", "", ...MORE, ...NEXT_ARTICLE);
    expect(captionsOf(page)).toEqual(["农机手在机库里检修犁铧。"]);
  });

  it.each(["会议开到中午才散。", "他们还要去下一个镇。"])("is no short paragraph between blank lines: %s", (words) => {
    const page = restoreLines(...WRAPPED, "子备足。", "", words, "", ...MORE, ...NEXT_ARTICLE);
    expect(captionsOf(page)).toEqual([]);
  });

  it.each(["天气。", "路灯。"])("is no short end of a sentence: %s", (end) => {
    const page = restoreLines(...WRAPPED, "子备足。", "", end, "", ...NEXT_ARTICLE);
    expect(captionsOf(page)).toEqual([]);
  });
});

describe("the last words of a caption and its credit", () => {
  const captionsOf = (lines: readonly string[]): readonly string[] => {
    const text = [
      "渡口的老船工把缆绳系在木桩",
      "上，回头看了一眼江面，说这",
      "条江他走了四十年，闭着眼也",
      "知道哪里水深哪里水浅。",
      "",
      ...lines,
      "",
      "书屋里的孩子放下书跑出来，",
      "围着他问江底有没有大鱼，他",
      "笑着说，有，都在你们的书里",
      "等着呢。",
    ].join("\n");
    const page = restorePage(Buffer.from(`渡口没有停\n\n石埠晚报记者 晏小棠\n\n${text}\n`), { file: "a.txt" });
    return page.articles.flatMap(({ captions }) => captions.map((caption) => caption.text));
  };

  it("get back the line above, whose last word the line end has cut", () => {
    expect(captionsOf(["艄公在老柳树下给孩子们讲水", "路。彭卓 摄"])).toEqual([
      "艄公在老柳树下给孩子们讲水路。彭卓 摄",
    ]);
  });

  it("are a caption by themselves where they name a view", () => {
    expect(captionsOf(["石埠大桥建成以后渡口怎么办", "放生现场。彭卓 摄"])).toContain("放生现场。彭卓 摄");
  });
});
