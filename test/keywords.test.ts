/** `--keywords`: with the addon nodejieba, where it could be built, and without it everywhere. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { keywordsOf } from "../src/articles/keywords.ts";
import { UserError } from "../src/errors.ts";
import { type Article, FORMATS, type Page, restorePage, verifyPage, writePage } from "../src/index.ts";
import { type Extract, loadFrom, loadKeywords } from "../src/lexicon/keywords.ts";
import { loadLexicon } from "../src/lexicon/load.ts";
import { pageToJson } from "../src/output/json.ts";
import { provePage } from "../src/output/prove.ts";
import { schemaFaults } from "../src/output/validate.ts";
import { filesIn, folderWith, jianbao, run } from "./helpers/command.ts";

const DUMP = `荒坡变成了果园

岚州晚报讯(记者 褚宁)3月4日,柳溪县石桥镇的梨树开花了。梨树是三年前种下的,一共十万棵,梨树下还种了药材。

镇上修了路,外地人开车来看梨花。
`;

const lexicon = loadLexicon();
const [PRINTED] = restorePage(Buffer.from(DUMP)).articles;

function hasAddon(): boolean {
  try {
    loadKeywords();
    return true;
  } catch {
    return false;
  }
}

/** Says that every text is about these words. */
function saying(words: Readonly<Record<string, number>>): Extract {
  return () => Object.entries(words).map(([word, weight]) => ({ word, weight }));
}

function article(changes: Partial<Article> = {}): Article {
  if (PRINTED === undefined) throw new Error("no article");
  return { ...PRINTED, ...changes };
}

describe("keywords", () => {
  it("are the heaviest words, and of equal ones the first in the text", () => {
    const extract = saying({ 药材: 5, 梨树: 20.456, 石桥镇: 5, 果园: 5 });
    expect(keywordsOf(article(), 3, extract, lexicon)).toEqual([
      { word: "梨树", weight: 20.46 },
      { word: "果园", weight: 5 },
      { word: "石桥镇", weight: 5 },
    ]);
  });

  it("hold no figures, and no word that the article has not", () => {
    expect(keywordsOf(article(), 9, saying({ "2024": 9, "95%": 8, 苹果: 7, 梨树: 6 }), lexicon)).toEqual([
      { word: "梨树", weight: 6 },
    ]);
  });

  it("of a traditional article stand in its own characters", () => {
    const seen: string[] = [];
    const extract: Extract = (text) => {
      seen.push(text);
      return [{ word: "梨树", weight: 6 }];
    };
    const traditional = article({ titleLines: ["荒坡變成了果園"], paragraphs: ["鎮上的梨樹開花了。"] });
    expect(keywordsOf(traditional, 1, extract, lexicon)).toEqual([{ word: "梨樹", weight: 6 }]);
    expect(seen).toEqual(["荒坡变成了果园\n镇上的梨树开花了。"]);
  });

  it("are in no page that nobody asked them for", () => {
    expect(pageToJson(restorePage(Buffer.from(DUMP)))).not.toContain("keywords");
  });

  it("are part of the schema", () => {
    const page = restorePage(Buffer.from(DUMP));
    const withKeywords = (keywords: unknown): unknown => ({
      ...page,
      articles: page.articles.map((one) => ({ ...one, keywords })),
    });
    expect(schemaFaults(withKeywords([{ word: "梨树", weight: 1.5 }]))).toEqual([]);
    expect(schemaFaults(withKeywords(["梨树"]))).not.toEqual([]);
  });

  it("are proved to be words of the article", () => {
    const page = restorePage(Buffer.from(DUMP), { file: "a.txt" });
    const withKeyword = (word: string): Page => ({
      ...page,
      articles: page.articles.map((one) => ({ ...one, keywords: [{ word, weight: 1 }] })),
    });
    expect(provePage(withKeyword("梨树"), Buffer.from(DUMP)).findings).toEqual([]);
    expect(provePage(withKeyword("苹果"), Buffer.from(DUMP)).findings).toMatchObject([
      { kind: "invented", path: "/articles/0/keywords/0/word" },
    ]);
  });
});

describe("without the addon", () => {
  it("the library says what is missing and how to get it", () => {
    const missing = (): never => {
      throw new Error("Cannot find module 'nodejieba'\nRequire stack:\n- somewhere");
    };
    expect(() => loadFrom(missing)).toThrow(UserError);
    expect(() => loadFrom(missing)).toThrow("needs the addon nodejieba");
    try {
      loadFrom(missing);
    } catch (error) {
      expect(error).toMatchObject({ advice: expect.stringContaining("npm install nodejieba") });
      expect(String(error)).not.toContain("Require stack");
    }
  });

  it("an addon that was not built is as good as none", () => {
    const unbuilt = {
      load: () => {
        throw new Error("nodejieba native binding was not found");
      },
      extract: () => [],
    };
    expect(() => loadFrom(() => unbuilt)).toThrow("native binding was not found");
  });

  // The program alone, away from every node_modules.
  const home = mkdtempSync(join(tmpdir(), "jianbao-alone-"));
  for (const part of ["bin", "dist", "package.json"]) {
    cpSync(fileURLToPath(new URL(`../${part}`, import.meta.url)), join(home, part), { recursive: true });
  }
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const alone = (args: readonly string[], cwd?: string) =>
    run(join(home, "bin/jianbao.js"), args, {
      stdin: DUMP,
      env: { NODE_PATH: "" },
      ...(cwd === undefined ? {} : { cwd }),
    });

  it("the command says so in one line, before anything is written", async () => {
    const cwd = folderWith({ "scans/a.txt": DUMP, "scans/b.txt": DUMP });
    const { code, stdout, stderr } = await alone(["scans", "-o", "out", "--keywords", "5"], cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain("npm install nodejieba");
    expect(filesIn(join(cwd, "out"))).toEqual([]);
  });

  it("everything else works", async () => {
    const { code, stdout } = await alone(["--script", "hk", "--format", "txt"]);
    expect(code).toBe(0);
    expect(stdout).toContain("荒坡變成了果園");
  });
});

describe("the command", () => {
  it.each(["0", "-1", "1.5", "many", "1001"])("refuses --keywords %s", async (count) => {
    const { code, stderr } = await jianbao([`--keywords=${count}`], { stdin: DUMP });
    expect(code).toBe(2);
    expect(stderr).toContain("from 1 to 1000");
  });
});

describe.skipIf(!hasAddon())("with the addon (skipped where nodejieba is not built)", () => {
  it("finds what the article is about", () => {
    const page = restorePage(Buffer.from(DUMP), { keywords: 3, map: true });
    const words = page.articles[0]?.keywords?.map(({ word }) => word);
    expect(words).toHaveLength(3);
    expect(words?.[0]).toBe("梨树");
    expect(schemaFaults(page)).toEqual([]);
    expect(verifyPage(DUMP, page)).toEqual([]);
    expect(page.articles[0]?.keywords?.map(({ weight }) => weight)).toEqual(
      page.articles[0]?.keywords?.map(({ weight }) => weight).toSorted((one, other) => other - one),
    );
  });

  it("finds the same in the same article in traditional characters", () => {
    const words = (script: "simplified" | "traditional") =>
      restorePage(Buffer.from(DUMP), { keywords: 3, script }).articles[0]?.keywords?.map(({ word }) => word);
    expect(words("traditional")?.map((word) => lexicon.simplify(word))).toEqual(words("simplified"));
    expect(words("traditional")?.[0]).toBe("梨樹");
  });

  it("prints them, and every format names them", async () => {
    const { code, stdout } = await jianbao(["--keywords", "2"], { stdin: DUMP });
    expect(code).toBe(0);
    const page = restorePage(Buffer.from(DUMP), { keywords: 2 });
    expect(stdout).toBe(pageToJson(page));
    expect(page.articles[0]?.keywords).toHaveLength(2);
    for (const format of FORMATS) expect(writePage(page, format)).toMatch(/keywords|关键词/);
  });
});
