/** `--script`: characters by OpenCC, quotation marks in pairs, names of people as they were printed. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Page, restorePage, SCRIPTS, type Script, verifyPage } from "../src/index.ts";
import { loadLexicon } from "../src/lexicon/load.ts";
import { openCC, toScript } from "../src/lexicon/scripts.ts";
import { provePage } from "../src/output/prove.ts";
import { schemaFaults } from "../src/output/validate.ts";
import { findNames } from "../src/script/names.ts";
import { convertQuotes } from "../src/script/quotes.ts";
import { changedRuns, replaced, wholePieces } from "../src/script/runs.ts";
import { applyEdits } from "../src/text/edit.ts";
import { fromSource, plain } from "../src/text/sourced.ts";
import { jianbao } from "./helpers/command.ts";

const PAGES = fileURLToPath(new URL("../fixtures/pages/", import.meta.url));
const lexicon = loadLexicon();

const DUMP = `岚州晚报 2024年3月5日 星期二 A03 要闻

钟楼下的面馆

本报讯(记者 范云 通讯员 余秋里)3月4日,"一碗面里有乡愁",钟楼面馆店主于谷说。后来,面馆主任范云芳和于谷一起修复了钟表。

范云芳说,'干活'要趁早,里面的发条头发丝一样细。

面馆里的钟表。 后干 摄

责编 叶松 美编 郁征
`;

function restore(script: Script, dump = DUMP): Page {
  return restorePage(Buffer.from(dump), { file: "A03.txt", script, map: true });
}

describe("a page in another script", () => {
  it("is written in traditional characters, its quotes in pairs", () => {
    const [article] = restore("tw").articles;
    expect(article?.headline).toBe("鐘樓下的麵館");
    expect(article?.paragraphs[0]).toContain("「一碗麵裡有鄉愁」，鐘樓麵館店主于谷說。後來，");
    expect(article?.paragraphs[1]).toContain("『干活』".replace("干", "幹"));
    expect(article?.paragraphs[1]).toContain("裡面的發條頭髮絲一樣細");
  });

  it("keeps the names of people, wherever they stand", () => {
    const [article] = restore("traditional").articles;
    expect(article?.authors).toEqual([
      { role: "記者", name: "范云" },
      { role: "通訊員", name: "余秋里" },
    ]);
    expect(article?.byline).toBe("本報訊（記者 范云 通訊員 余秋里）");
    expect(article?.paragraphs[0]).toMatch(/主任范云芳和于谷一起修復了鐘錶。$/);
    expect(article?.paragraphs[1]).toMatch(/^范云芳說，/);
    expect(JSON.stringify(restore("traditional").furniture)).toMatch(/責編 叶松 美編 郁征/);
  });

  it("says so, and is a page by the schema", () => {
    for (const script of SCRIPTS) {
      const page = restore(script);
      expect(page.generator.script).toBe(script);
      expect(schemaFaults(page)).toEqual([]);
    }
    expect(restorePage(Buffer.from(DUMP)).generator).not.toHaveProperty("script");
  });

  it("converts the name of the paper, and leaves ids and numbers", () => {
    const { page, articles } = restore("traditional");
    expect(page).toMatchObject({ newspaper: "嵐州晚報", date: "2024-03-05", number: "A03" });
    expect(articles[0]?.id).toBe("A03-1");
  });

  it("does nothing but name itself where the page is in that script already", () => {
    const { generator, ...simplified } = restore("simplified");
    const { generator: _, ...asPrinted } = restorePage(Buffer.from(DUMP), { file: "A03.txt", map: true });
    expect(generator.script).toBe("simplified");
    expect(simplified).toEqual(asPrinted);
  });

  it("reads traditional pages of either coast", () => {
    const dump =
      "衞生署開放公園\n\n本報訊（記者 鍾里）昨日，衞生署著手整理公園，遊人看著裏面的羣鳥説：「真好，『鳥島』回來了。」鍾里攝\n";
    const [article] = restore("simplified", dump).articles;
    expect(article?.headline).toBe("卫生署开放公园");
    expect(article?.authors).toEqual([{ role: "记者", name: "鍾里" }]);
    expect(article?.paragraphs[0]).toContain("卫生署着手整理公园，游人看着里面的群鸟说：“真好，‘鸟岛’回来了。”");
  });
});

describe("the proof", () => {
  const dumps = readdirSync(PAGES).map((name) => ({ name, bytes: readFileSync(`${PAGES}${name}/raw.txt`) }));

  it.each(SCRIPTS)("holds for every fixture in %s, with and without the map", (script) => {
    for (const { name, bytes } of dumps) {
      const page = restorePage(bytes, { file: "raw.txt", script, map: true });
      expect(verifyPage(bytes.toString("utf8").replace(/\r\n?/g, "\n"), page), name).toEqual([]);
      const { map: _, ...withoutMap } = page;
      expect(provePage(withoutMap, bytes).findings, name).toEqual([]);
    }
  });

  it("changes some of them", () => {
    const changed = dumps.filter(({ bytes }) =>
      restorePage(bytes, { script: "hk", map: true }).map?.edits.some(({ rule }) => rule === "script/hk"),
    );
    expect(changed.length).toBeGreaterThan(dumps.length / 2);
  });

  it("finds a character that no script writes for another", () => {
    const page = restore("traditional");
    const forged: Page = JSON.parse(JSON.stringify(page).replaceAll("鐘樓", "鐘塔"));
    expect(verifyPage(DUMP, forged).map(({ kind }) => kind)).toContain("altered");
  });

  it("knows forms of one character from other characters", () => {
    const { areForms } = openCC();
    for (const pair of ["为爲", "為爲", "为為", "卫衞", "里裡", "着著", "后後"]) {
      expect(areForms(pair.charAt(0), pair.charAt(1)), pair).toBe(true);
    }
    for (const pair of ["为后", "楼塔", "己已", "日目", "a", "山〇"]) {
      expect(areForms(pair.charAt(0), pair.charAt(1)), pair).toBe(false);
    }
  });
});

describe("OpenCC", () => {
  it("gives as many characters as it takes, from any script to any", () => {
    const texts = readdirSync(PAGES).map((name) => readFileSync(`${PAGES}${name}/raw.txt`, "utf8"));
    for (const text of [...texts, "𠮷野家的鲃䲁鱼与㑮", "软件和鼠标", "U盘"]) {
      for (const script of SCRIPTS) {
        for (const isTraditional of [true, false]) {
          expect([...toScript(text, script, isTraditional)]).toHaveLength([...text].length);
        }
      }
    }
  });

  it("exchanges no words", () => {
    expect(toScript("软件里的鼠标", "tw", false)).toBe("軟件裡的鼠標");
    expect(toScript("軟體裡的滑鼠", "simplified", true)).toBe("软体里的滑鼠");
  });
});

describe("names", () => {
  const people = [
    { text: "记者范云从县里获悉", names: ["范云"] },
    { text: "主任于谷松表示，年内完成", names: ["于谷松"] },
    { text: "主任于斗山带着三个人赶到渡口", names: ["于斗山"] },
    { text: "昨天，于斗山主任也到了渡口", names: ["于斗山"] },
    { text: "主任于会上说，年内完成", names: [] },
    { text: "主任于青石镇召开会议", names: [] },
    { text: "县长范里、书记沈云到了渡口", names: ["范里", "沈云"] },
    { text: "工程师叶升台，医生余谷", names: ["叶升台", "余谷"] },
    { text: "“好。”郁征先生说", names: ["郁征"] },
    { text: "钟老师和叶医生都来了", names: ["钟", "叶"] },
    { text: "欧阳征校长介绍", names: ["欧阳征"] },
    { text: "書記鍾里出席", names: ["鍾里"] },
    { text: "村民余后来自邻县。余后种了三亩地", names: ["余后", "余后"] },
    { text: "队员程干踩着水过河", names: ["程干"] },
    { text: "局长叶嵩、书记范里出席", names: ["叶嵩", "范里"] },
    { text: "运动员：钟里、阿古拉、叶征和余后；教练", names: ["钟里", "阿古拉", "叶征"] },
    { text: "书记范里、副市长出席", names: ["范里"] },
    { text: "记者范云、市环保局", names: ["范云"] },
    { text: "记者于5月6日从县里获悉", names: [] },
    { text: "记者于近日获悉", names: [] },
    { text: "医生应及时赶到", names: [] },
    { text: "书记高度重视", names: [] },
    { text: "对于主任来说", names: [] },
    { text: "行业主管部门", names: [] },
    { text: "妇女儿童发展基金会", names: [] },
    { text: "文化馆馆长和县委书记", names: [] },
    { text: "95后队员和武警官兵", names: [] },
    { text: "常务副市长", names: [] },
    { text: "居民区里种满了树", names: [] },
  ];

  it.each(people)("in $text: $names", ({ text, names }) => {
    expect(
      findNames([text], [], lexicon)
        .in(text)
        .map(({ start, end }) => text.slice(start, end)),
    ).toEqual(names);
  });

  it("of authors are names everywhere, but a name that is a word only where it stands alone", () => {
    const texts = ["记者 黄河 叶松", "黄河 摄", "叶松沿着黄河走"];
    const names = findNames(texts, ["黄河", "叶松"], lexicon);
    expect(texts.map((text) => names.in(text).map(({ start, end }) => text.slice(start, end)))).toEqual([
      ["黄河", "叶松"],
      ["黄河"],
      ["叶松"],
    ]);
  });
});

describe("quotation marks", () => {
  const texts = [
    { before: "“甲‘乙’丙”", after: "「甲『乙』丙」" },
    { before: "‘甲’", after: "『甲』" },
    { before: "it’s “甲”", after: "it’s 「甲」" },
    { before: "“甲", after: "“甲" },
    { before: "甲”乙“丙”", after: "甲”乙「丙」" },
    { before: "“甲‘乙”丙’", after: "「甲‘乙」丙’" },
  ];
  it.each(texts)("become $after", ({ before, after }) => {
    expect(replaced(before, convertQuotes(before, true))).toBe(after);
  });

  it("come back as they were", () => {
    const text = "“甲‘乙’丙”，“丁”";
    expect(replaced(replaced(text, convertQuotes(text, true)), convertQuotes("「甲『乙』丙」，「丁」", false))).toBe(
      text,
    );
  });
});

describe("edits", () => {
  it("are one a run, in offsets of code units", () => {
    expect(changedRuns("𠮷发头发", "𠮷發頭髮", 10)).toEqual([{ start: 12, end: 15, text: "發頭髮" }]);
    expect(changedRuns("干部在里面", "幹部在裏面", 0)).toEqual([
      { start: 0, end: 1, text: "幹" },
      { start: 3, end: 4, text: "裏" },
    ]);
  });

  it("take a piece that was changed in length whole", () => {
    const source = { file: "a", text: "里x面" };
    const changed = applyEdits(fromSource(source), "a/b", [{ start: 1, end: 2, text: "发头" }]);
    const edits = wholePieces(changed, changedRuns("里发头面", "裏發頭麪", 0));
    expect(plain(applyEdits(changed, "script/traditional", edits))).toBe("裏發頭麪");
    const parted = wholePieces(changed, [{ start: 2, end: 3, text: "頭" }]);
    expect(parted).toEqual([{ start: 1, end: 3, text: "发頭" }]);
  });
});

describe("the command", () => {
  it("converts with --script, and verify proves it", async () => {
    const { code, stdout } = await jianbao(["--script", "hk"], { stdin: DUMP });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ generator: { script: "hk" }, articles: [{ headline: "鐘樓下的麪館" }] });
  });

  it("refuses a script it does not know", async () => {
    const { code, stderr } = await jianbao(["--script", "latin"], { stdin: DUMP });
    expect(code).toBe(2);
    expect(stderr).toContain("simplified, traditional, hk, tw");
  });
});

describe("explain", () => {
  it("gives the reason of a converted character", async () => {
    const { code, stdout } = await jianbao(["explain", "-", "3:1", "--script", "tw"], { stdin: DUMP });
    expect(code).toBe(0);
    expect(stdout).toContain("script/tw");
    const { stdout: all } = await jianbao(["explain", "-", "--script", "tw", "--rule", "script"], { stdin: DUMP });
    expect(all).toContain("script/quotes");
    expect(all).toMatch(/钟楼.*鐘樓|鐘樓/);
  });
});
