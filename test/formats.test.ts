/**
 * The formats beside JSON. `fixtures/formats/page.json` is one page with everything a page can have; beside it lies what
 * each format makes of it. `UPDATE=1 npx vitest run test/formats.test.ts` writes those anew.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { FORMATS, type Page, restorePage, writePage } from "../src/index.ts";
import { extensionOf, formatNamedBy } from "../src/output/formats/format.ts";
import { articleInOrder } from "../src/output/json.ts";
import { schemaFaults } from "../src/output/validate.ts";
import { filesIn, folderWith, jianbao } from "./helpers/command.ts";
import { attributesNamed, elementsNamed, readXml, structureFaults, textOf } from "./helpers/tei.ts";

const FOLDER = fileURLToPath(new URL("../fixtures/formats/", import.meta.url));
const PAGES = fileURLToPath(new URL("../fixtures/pages/", import.meta.url));

const PAGE: Page = JSON.parse(readFileSync(`${FOLDER}page.json`, "utf8"));
const EMPTY: Page = {
  ...PAGE,
  page: { newspaper: null, date: null, weekday: null, number: null, name: null, staff: [] },
  articles: [],
  furniture: [],
  setAside: [],
};
const RESTORED: readonly Page[] = readdirSync(PAGES).map((name) =>
  restorePage(readFileSync(`${PAGES}${name}/raw.txt`), { file: `${name}.txt` }),
);

/** Every text that was printed, as the page has it. */
function printedTexts({ articles, furniture, setAside }: Page): readonly string[] {
  return [
    ...articles.flatMap((article) => [
      article.sectionLabel,
      article.kicker,
      article.headline,
      article.deck,
      article.byline,
      ...article.subheads.map(({ text }) => text),
      ...article.paragraphs,
      ...article.captions.map(({ text }) => text),
      ...article.pullQuotes,
      article.jump?.text ?? null,
    ]),
    ...furniture.map(({ text }) => text),
    ...setAside.map(({ text }) => text),
  ].filter((text) => text !== null);
}

/** What a terminal would obey or XML refuse. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu;

describe("every format", () => {
  it("has a page to show that is one", () => {
    expect(schemaFaults(PAGE)).toEqual([]);
  });

  it.each(FORMATS)("writes %s as accepted", (format) => {
    const golden = `${FOLDER}page${extensionOf(format)}`;
    const text = writePage(PAGE, format);
    if (process.env.UPDATE === "1" && format !== "json") writeFileSync(golden, text);
    if (format === "json") expect(JSON.parse(text)).toEqual(PAGE);
    else expect(text, "run UPDATE=1 npx vitest run test/formats.test.ts").toBe(readFileSync(golden, "utf8"));
  });

  it.each(FORMATS)("ends %s with a line end and holds nothing that a terminal obeys", (format) => {
    for (const page of [PAGE, EMPTY, ...RESTORED]) {
      const text = writePage(page, format);
      if (text !== "") expect(text.endsWith("\n")).toBe(true);
      expect(text.match(UNPRINTABLE)).toBeNull();
    }
  });
});

describe("txt and md", () => {
  it("keep every printed text", () => {
    for (const page of [PAGE, ...RESTORED]) {
      const plain = writePage(page, "txt");
      const markdown = writePage(page, "md").replace(/\\(?=[!-/:-@[-`{-~])/g, "");
      for (const printed of printedTexts(page)) {
        const shown = printed.replace(UNPRINTABLE, "\ufffd").replace(/\s*\n\s*/g, " ");
        expect(plain).toContain(shown);
        expect(markdown).toContain(shown.trim());
      }
    }
  });

  const marks = [
    { text: "*星*与_线_", shown: "\\*星\\*与\\_线\\_" },
    { text: "# 号开头", shown: "\\# 号开头" },
    { text: "1. 第一条", shown: "1\\. 第一条" },
    { text: "1.5倍", shown: "1.5倍" },
    { text: "- 减号", shown: "\\- 减号" },
    { text: "<b>不是标签</b>", shown: "\\<b\\>不是标签\\</b\\>" },
    { text: "A&amp;B与A&B", shown: "A\\&amp;B与A&B" },
    { text: "||表||", shown: "\\|\\|表\\|\\|" },
    { text: "第一行\n第二行", shown: "第一行 第二行" },
  ];
  it.each(marks)("takes $text for text in Markdown", ({ text, shown }) => {
    const page: Page = { ...EMPTY, articles: [{ ...ARTICLE, paragraphs: [text] }] };
    expect(writePage(page, "md")).toBe(`${shown}\n`);
  });
});

/** An article of which nothing is known. */
const ARTICLE: Page["articles"][number] = {
  id: "x-1",
  sectionLabel: null,
  kicker: null,
  headline: null,
  deck: null,
  titleLines: [],
  subheads: [],
  byline: null,
  dateline: null,
  authors: [],
  paragraphs: [],
  captions: [],
  pullQuotes: [],
  jump: null,
  confidence: 0.5,
};

describe("ndjson", () => {
  it("gives each article a line that stands alone", () => {
    for (const page of [PAGE, EMPTY, ...RESTORED]) {
      const lines = writePage(page, "ndjson").split("\n").slice(0, -1);
      expect(lines).toHaveLength(page.articles.length);
      for (const [i, line] of lines.entries()) {
        const { schemaVersion, generator, source, page: identity, position, ...article } = JSON.parse(line);
        expect(article).toEqual(page.articles[i]);
        expect(Object.keys(article).filter((key) => key !== "keywords")).toEqual(Object.keys(articleInOrder(ARTICLE)));
        expect({ schemaVersion, position, identity }).toEqual({
          schemaVersion: 1,
          position: i + 1,
          identity: page.page,
        });
        expect(source).toEqual({ file: page.source.file, sha256: page.source.sha256 });
        expect(generator).toEqual(page.generator);
      }
    }
  });

  it("has no line end inside a line, whoever reads it", () => {
    const page: Page = { ...EMPTY, articles: [{ ...ARTICLE, paragraphs: ["一\u2028二\u2029三\u0085四\n五"] }] };
    const text = writePage(page, "ndjson");
    expect(text.split(/[\r\n\u0085\u2028\u2029]/)).toHaveLength(2);
    expect(JSON.parse(text).paragraphs).toEqual(page.articles[0]?.paragraphs);
  });
});

describe("jsonld", () => {
  interface Node {
    readonly "@id": string;
    readonly "@type": string;
    readonly [property: string]: unknown;
  }
  const graphOf = (page: Page): readonly Node[] => JSON.parse(writePage(page, "jsonld"))["@graph"];

  it("gives a page as a graph whose references all lead somewhere", () => {
    for (const page of [PAGE, EMPTY, ...RESTORED]) {
      const graph = graphOf(page);
      const ids = graph.map((node) => node["@id"]);
      expect(new Set(ids).size).toBe(ids.length);
      const references = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id]) => id);
      expect(references.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
      expect(graph.filter((node) => node["@type"] === "NewsArticle")).toHaveLength(page.articles.length);
    }
  });

  it("leaves out what is not known, and lists with nothing in them", () => {
    const [, article] = graphOf({ ...EMPTY, articles: [ARTICLE] });
    expect(article).toEqual({
      "@id": "#x-1",
      "@type": "NewsArticle",
      inLanguage: "zh",
      position: 1,
      isPartOf: { "@id": "#page" },
    });
  });

  it("makes an address of any file name", () => {
    const id = "第 3 版#<\ud800>-1";
    const [, article] = graphOf({ ...EMPTY, articles: [{ ...ARTICLE, id }] });
    expect(() => new URL(article?.["@id"] ?? "", "file:///page.jsonld")).not.toThrow();
    expect(article?.["@id"]).toMatch(/^#[\w%.-]+$/);
  });
});

describe("tei", () => {
  it("is well-formed, and every element stands where TEI P5 allows it", () => {
    for (const page of [PAGE, EMPTY, { ...EMPTY, articles: [ARTICLE] }, ...RESTORED]) {
      expect(structureFaults(readXml(writePage(page, "tei")))).toEqual([]);
    }
  });

  it("holds every printed text", () => {
    for (const page of [PAGE, ...RESTORED]) {
      const text = textOf(readXml(writePage(page, "tei")));
      for (const printed of printedTexts(page)) {
        expect(text).toContain(printed.replace(XML_REFUSES, "\ufffd"));
      }
    }
  });

  it("marks in the byline what was read from it, where it stands", () => {
    const [byline] = elementsNamed(readXml(writePage(PAGE, "tei")), "byline");
    if (byline === undefined) throw new Error("no byline");
    const marked = ["orgName", "placeName", "date", "persName"].map((name) => elementsNamed(byline, name).map(textOf));
    expect(marked).toEqual([["岚州晚报"], ["柳溪"], ["3月4日"], ["褚宁", "阿依古丽·买买提"]]);
    expect(attributesNamed(byline, "role")).toEqual(["记者", "通讯员"]);
  });

  it("leaves out what is not known", () => {
    const xml = writePage(EMPTY, "tei");
    expect(xml).not.toMatch(/<date|<biblScope|level="j"| n="/);
  });
});

const XML_REFUSES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

describe("the command", () => {
  const DUMP = "青石开展送书活动\n\n5月16日,青石县召开春耕现场会,部署下一步工作。会议要求各地认真落实。\n";

  it.each(FORMATS)("prints %s of one page as the library writes it", async (format) => {
    const { code, stdout, stderr } = await jianbao(["--format", format], { stdin: DUMP });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(writePage(restorePage(Buffer.from(DUMP)), format));
  });

  it.each(FORMATS)("writes a folder of %s files", async (format) => {
    const cwd = folderWith({ "scans/a.txt": DUMP, "scans/b/c.md": DUMP });
    const { code } = await jianbao(["scans", "-o", "out", "--format", format], { cwd });
    expect(code).toBe(0);
    const extension = extensionOf(format);
    expect(filesIn(`${cwd}/out`)).toEqual([`a${extension}`, `b/c${extension}`]);
  });

  it("writes the format that the output is called by", async () => {
    const cwd = folderWith({ "a.txt": DUMP });
    expect((await jianbao(["a.txt", "-o", "a.md"], { cwd })).code).toBe(0);
    expect(readFileSync(`${cwd}/a.md`, "utf8")).toMatch(/^## 青石开展送书活动\n/);
  });

  it("never replaces a page by its text", async () => {
    const cwd = folderWith({ "scans/a.txt": DUMP });
    const { code, stderr } = await jianbao(["scans", "-o", "scans", "--format", "txt"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("would replace the input");
    expect(readFileSync(`${cwd}/scans/a.txt`, "utf8")).toBe(DUMP);
  });

  it("refuses a map that the format cannot hold", async () => {
    const { code, stdout, stderr } = await jianbao(["--format", "tei", "--map"], { stdin: DUMP });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--map belongs to the page JSON");
  });
});

it("knows a format by the name of its file", () => {
  expect(FORMATS.map((format) => formatNamedBy(`out/A03${extensionOf(format).toUpperCase()}`))).toEqual(FORMATS);
  expect(formatNamedBy("out/json")).toBeUndefined();
});
