/** `--link`: jump lines followed over the pages of an issue. All papers, people and places are invented. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { type Page, restorePage } from "../src/index.ts";
import { filePage, groupPages } from "../src/issue/group.ts";
import type { Issue } from "../src/issue/issue.ts";
import { issueFile, makeIssue } from "../src/issue/make.ts";
import { pagesMeant, readPageNumber } from "../src/issue/page-number.ts";
import { type PlacePattern, parsePattern, USUAL_PLACE } from "../src/issue/place.ts";
import { loadLexicon } from "../src/lexicon/load.ts";
import { readIssueSchemaText, readSchemaText } from "../src/output/schema.ts";
import { filesIn, folderWith, jianbao, readJson } from "./helpers/command.ts";

const ISSUE = fileURLToPath(new URL("../fixtures/issues/four-pages/", import.meta.url));
const lexicon = loadLexicon();

function dumpOf(name: string): string {
  return readFileSync(join(ISSUE, `${name}.txt`), "utf8");
}

/** Pages by the names of their files, as one issue. */
function link(pages: Readonly<Record<string, Page>>, pattern: PlacePattern = USUAL_PLACE): Issue {
  const groups = groupPages(Object.entries(pages).map(([name, page]) => filePage(`${name}.json`, page, pattern)));
  expect(groups).toHaveLength(1);
  const [group] = groups;
  if (group === undefined) throw new Error("no group");
  return makeIssue(group, ({ json }) => pages[json.replace(/\.json$/, "")] as Page, lexicon);
}

interface Printed {
  readonly headline: string;
  readonly text: string;
  readonly from?: string;
  readonly to?: string;
}

const BLANK = restorePage(Buffer.from(dumpOf("A04")), { file: "A04.txt" });
const NOTHING = { newspaper: null, date: null, number: null, name: null };

/** A page of articles with one paragraph each, and what is known of their jump lines. */
function page(name: string, ...articles: readonly Printed[]): Page {
  const [pattern] = BLANK.articles;
  if (pattern === undefined) throw new Error("no article");
  return {
    ...BLANK,
    page: { ...BLANK.page, ...NOTHING },
    source: { ...BLANK.source, file: `${name}.txt` },
    articles: articles.map(({ headline, text, from, to }, i) => ({
      ...pattern,
      byline: null,
      dateline: null,
      authors: [],
      id: `${name}-${i + 1}`,
      headline,
      titleLines: [headline],
      paragraphs: [text],
      jump:
        from === undefined && to === undefined
          ? null
          : {
              to: to ?? null,
              from: from ?? null,
              text: [from && `（上接${from}版）`, to && `（下转${to}版）`].filter(Boolean).join(" "),
            },
    })),
  };
}

const linksOf = ({ links }: Issue) => links.map(({ from, to }) => `${from.article} ${to.article}`);
const noticesOf = ({ notices }: Issue) => notices.map(({ rule, article }) => `${rule} ${article}`);

describe("the fixture issue", () => {
  const names = ["A01", "A02", "A03", "A04"];
  const pages = names.map((name) => restorePage(Buffer.from(dumpOf(name)), { file: `${name}.txt` }));
  const issue = link(Object.fromEntries(pages.map((page, i) => [names[i], page])));

  it("is as accepted", () => {
    const path = join(ISSUE, "expected.issue.json");
    if (process.env.UPDATE === "1") writeFileSync(path, `${JSON.stringify(issue, null, 2)}\n`);
    expect(issue, "run UPDATE=1 npx vitest run test/link.test.ts").toEqual(JSON.parse(readFileSync(path, "utf8")));
  });

  it("has every paragraph of every page, joined only where a part left one open", () => {
    const printed = pages.flatMap(({ articles }) => articles.flatMap(({ paragraphs }) => paragraphs));
    const whole = issue.articles.map(({ paragraphs }) => paragraphs.join("")).join("");
    expect([...whole].sort().join("")).toBe([...printed.join("")].sort().join(""));
    const open = issue.articles.flatMap(({ parts }) => parts.filter(({ continuesParagraph }) => continuesParagraph));
    const count = issue.articles.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
    expect(count).toBe(printed.length - open.length);
  });
});

describe("a jump", () => {
  const BRIDGE = "石桥修好了";
  const head = (to: string): Printed => ({ headline: BRIDGE, text: "石桥镇的老桥昨天通车，镇上的人都来看热闹。", to });
  const tail = (from: string): Printed => ({
    headline: BRIDGE,
    text: "桥头的小店也开了门，店主说生意好了三成。",
    from,
  });
  const other: Printed = { headline: "稻田里的音乐会", text: "云头村的稻田音乐会昨晚开场，三千人坐在草垛上。" };

  it.each([
    { to: "A03", from: "A01", one: "A01", two: "A03" },
    { to: "03", from: "01", one: "01", two: "03" },
    { to: "三", from: "一", one: "01", two: "03" },
    { to: "三", from: "1", one: "A01", two: "A03" },
    { to: "A3", from: "A1", one: "20240305_A01", two: "20240305_A03" },
  ])("from $from to $to is followed between $one and $two", ({ to, from, one, two }) => {
    const issue = link({ [one]: page(one, head(to), other), [two]: page(two, other, tail(from)) });
    expect(linksOf(issue)).toEqual([`${one}-1 ${two}-2`]);
    expect(issue.links[0]?.confidence).toBe(0.98);
    expect(issue.notices).toEqual([]);
    expect(issue.articles[0]).toMatchObject({
      headline: BRIDGE,
      jump: null,
      paragraphs: [head(to).text, tail(from).text],
      parts: [
        { json: `${one}.json`, article: `${one}-1`, firstParagraph: 0, paragraphCount: 1, jump: `（下转${to}版）` },
        { json: `${two}.json`, article: `${two}-2`, firstParagraph: 1, paragraphCount: 1, continuesParagraph: false },
      ],
    });
    expect(issue.articles).toHaveLength(3);
  });

  it("in mid-sentence is one paragraph", () => {
    const issue = link({
      A01: page("A01", { headline: BRIDGE, text: "老桥昨天通车，镇上的人都来看热", to: "A03" }),
      A03: page("A03", { headline: BRIDGE, text: "闹，桥头的小店也开了门。", from: "A01" }),
    });
    expect(issue.articles[0]?.paragraphs).toEqual(["老桥昨天通车，镇上的人都来看热闹，桥头的小店也开了门。"]);
    expect(issue.articles[0]?.parts[1]).toMatchObject({ continuesParagraph: true, firstParagraph: 0 });
    expect(issue.links[0]?.evidence.map(({ clue }) => clue)).toEqual(["numbers", "title", "seam"]);
  });

  it("goes on over three pages", () => {
    const issue = link({
      A01: page("A01", head("A02")),
      A02: page("A02", { headline: BRIDGE, text: "桥头的小店也开了门。", from: "A01", to: "A03" }),
      A03: page("A03", { headline: BRIDGE, text: "店主说生意好了三成。", from: "A02" }),
    });
    expect(issue.articles.map(({ parts }) => parts.map(({ article }) => article))).toEqual([
      ["A01-1", "A02-1", "A03-1"],
    ]);
    expect(issue.articles[0]).toMatchObject({ jump: null, paragraphs: [{}, {}, {}].map(() => expect.any(String)) });
  });

  it("that is followed only on one side keeps the other", () => {
    const issue = link({
      A01: page("A01", head("A02")),
      A02: page("A02", { headline: BRIDGE, text: "桥头的小店也开了门。", from: "A01", to: "A03" }),
      A03: page("A03", other),
    });
    expect(issue.articles[0]?.jump).toMatchObject({ from: null, to: "A03" });
    expect(noticesOf(issue)).toEqual(["link/missing A02-1"]);
  });

  it("adds up subheads, authors and captions, each in its place", () => {
    const first = page("A01", head("A03"));
    const second = page("A03", tail("A01"));
    const [one] = first.articles;
    const [two] = second.articles;
    if (one === undefined || two === undefined) throw new Error("no article");
    const authors = [{ role: "记者", name: "褚宁" }];
    const issue = link({
      A01: { ...first, articles: [{ ...one, authors, subheads: [{ text: "先修路", beforeParagraph: 0 }] }] },
      A03: {
        ...second,
        articles: [
          {
            ...two,
            authors: [...authors, { role: "通讯员", name: "石婉" }],
            paragraphs: ["桥头的小店也开了门。", "店主说生意好了三成。"],
            subheads: [{ text: "再开店", beforeParagraph: 1 }],
            captions: [{ text: "老桥。褚宁 摄", credit: "褚宁 摄" }],
          },
        ],
      },
    });
    expect(issue.articles[0]).toMatchObject({
      authors: [{ name: "褚宁" }, { name: "石婉" }],
      subheads: [
        { text: "先修路", beforeParagraph: 0 },
        { text: "再开店", beforeParagraph: 2 },
      ],
      captions: [{ credit: "褚宁 摄" }],
    });
  });

  const missing = [
    {
      title: "to a page where nothing says so",
      pages: { A01: page("A01", head("A03")), A03: page("A03", { headline: BRIDGE, text: "桥头的小店也开了门。" }) },
      says: ["（下转A03版）: no article on page A03 says that it comes from here"],
    },
    {
      title: "to a page that is not there",
      pages: { A01: page("A01", head("A07")), A02: page("A02", other) },
      says: ["（下转A07版）: no page A07 in this issue"],
    },
    {
      title: "from a page without the first half",
      pages: { A01: page("A01", other), A02: page("A02", tail("A01")) },
      says: ["（上接A01版）: no article on page A01 says that it goes on here"],
    },
    {
      title: "from a page that names another one",
      pages: { A01: page("A01", head("A03")), A02: page("A02", other), A03: page("A03", tail("A02")) },
      says: ["no article on page A03 says that it comes from here", "no article on page A02 says that it goes on here"],
    },
    {
      title: "to a number that two pages have",
      pages: {
        "x-A01": page("x-A01", head("A03")),
        "x-A03": page("x-A03", tail("A01")),
        "y-A03": page("y-A03", other),
      },
      says: ["x-A03.json and y-A03.json are both page A03", "no article on page A01 says that it goes on here"],
    },
    {
      title: "on a page without a number",
      pages: { front: page("front", head("三")), back: page("back", tail("一")) },
      says: ["this page has no number either", "this page has no number either"],
    },
  ];
  it.each(missing)("$title is reported, and nothing is guessed", ({ pages, says }) => {
    const issue = link(pages as Readonly<Record<string, Page>>);
    expect(linksOf(issue)).toEqual([]);
    expect(issue.notices).toHaveLength(says.length);
    for (const [i, { rule, message }] of issue.notices.entries()) {
      expect(rule).toBe("link/missing");
      expect(message).toContain(says[i]);
    }
    expect(issue.articles.every(({ parts }) => parts.length === 1)).toBe(true);
  });

  const MUSIC = "稻田里的音乐会";
  const two = page(
    "A01",
    { headline: BRIDGE, text: "石桥镇的老桥昨天通车，镇长池长庚第一个走了过去。", to: "A03" },
    { headline: MUSIC, text: "云头村的音乐会昨晚开场，歌手郁青禾唱了三首歌。", to: "A03" },
  );

  it("of several between the same pages is told by the title", () => {
    const issue = link({
      A01: two,
      A03: page(
        "A03",
        { headline: "音乐会", text: "散场的时候，露水已经下来了。", from: "A01" },
        { headline: BRIDGE, text: "桥头的小店也开了门。", from: "A01" },
      ),
    });
    expect(linksOf(issue).sort()).toEqual(["A01-1 A03-2", "A01-2 A03-1"]);
    expect(issue.notices).toEqual([]);
  });

  it("of several is told by the words of their texts", () => {
    const issue = link({
      A01: two,
      A03: page(
        "A03",
        { headline: "尾声", text: "散场的时候，郁青禾收到一捧稻穗，云头村的孩子都认识她。", from: "A01" },
        { headline: "说法", text: "池长庚说，老桥还要再走一百年。石桥镇的人点头。", from: "A01" },
      ),
    });
    expect(linksOf(issue).sort()).toEqual(["A01-1 A03-2", "A01-2 A03-1"]);
  });

  it("of several over three pages is told by names that all parts have", () => {
    const rest = (name: string, from: string, to?: string): Printed => ({
      headline: "续",
      text: `大家都说，${name}想得周到。`,
      from,
      ...(to === undefined ? {} : { to }),
    });
    const issue = link({
      A01: {
        ...two,
        articles: two.articles.map((one) => ({ ...one, jump: { to: "A02", from: null, text: "（下转A02版）" } })),
      },
      A02: page("A02", rest("云头村的歌手郁青禾", "A01", "A03"), rest("石桥镇镇长池长庚", "A01", "A03")),
      A03: page("A03", rest("石桥镇镇长池长庚", "A02"), rest("云头村的歌手郁青禾", "A02")),
    });
    expect(issue.articles.map(({ parts }) => parts.map(({ article }) => article))).toEqual([
      ["A01-1", "A02-2", "A03-1"],
      ["A01-2", "A02-1", "A03-2"],
    ]);
  });

  it("of several that nothing tells apart is left undone and reported", () => {
    const issue = link({
      A01: two,
      A03: page(
        "A03",
        { headline: "甲", text: "大家都说很好。", from: "A01" },
        { headline: "乙", text: "明年还要再办一回。", from: "A01" },
      ),
    });
    expect(linksOf(issue)).toEqual([]);
    expect(noticesOf(issue)).toEqual(["A01-1", "A01-2", "A03-1", "A03-2"].map((id) => `link/ambiguous ${id}`));
  });

  it("of two leaves the last pair to each other", () => {
    const issue = link({
      A01: two,
      A03: page(
        "A03",
        { headline: BRIDGE, text: "桥头的小店也开了门。", from: "A01" },
        { headline: "尾声", text: "明年还要再办一回。", from: "A01" },
      ),
    });
    expect(linksOf(issue).sort()).toEqual(["A01-1 A03-1", "A01-2 A03-2"]);
    expect(issue.links.map(({ confidence }) => confidence).sort()).toEqual([0.8, 0.9]);
  });

  it("of two to one half goes to the likelier one, and the other is reported", () => {
    const issue = link({
      A01: two,
      A03: page("A03", { headline: MUSIC, text: "散场的时候，露水已经下来了。", from: "A01" }),
    });
    expect(linksOf(issue)).toEqual(["A01-2 A03-1"]);
    expect(noticesOf(issue)).toEqual(["link/missing A01-1"]);
  });
});

describe("page numbers", () => {
  it.each([
    ["A03", "A", 3],
    ["a3", "A", 3],
    ["Ａ０３", "A", 3],
    ["03", "", 3],
    ["第三版", "", 3],
    ["十二", "", 12],
    ["二十", "", 20],
    ["三十一版", "", 31],
    ["A 03 版", "A", 3],
  ])("%s", (text, section, number) => {
    expect(readPageNumber(text)).toEqual({ section, number });
  });

  it.each(["", "要闻", "版", "A1234", "三三", "AB03"])("%s is none", (text) => {
    expect(readPageNumber(text)).toBeNull();
  });

  it("without a section mean the section they stand in", () => {
    const pages = ["A03", "B03", "A04"].map((name) => ({ name, number: readPageNumber(name) }));
    const meant = (target: string, from: string) =>
      pagesMeant(readPageNumber(target) ?? { section: "", number: 0 }, readPageNumber(from), pages).map(
        ({ name }) => name,
      );
    expect(meant("3", "B01")).toEqual(["B03"]);
    expect(meant("3", "C01")).toEqual(["A03", "B03"]);
    expect(meant("A3", "B01")).toEqual(["A03"]);
    expect(meant("B4", "A01")).toEqual([]);
  });
});

describe("places", () => {
  const usual = [
    { path: "A03", date: null, page: "A03" },
    { path: "2024-03-05/A03", date: "2024-03-05", page: "A03" },
    { path: "20240305_03", date: "2024-03-05", page: "03" },
    { path: "lzwb_20240305A03", date: "2024-03-05", page: "A03" },
    { path: "2024/2024-03-05/lzwb-A03", date: "2024-03-05", page: "A03" },
    { path: "2024年3月5日/第03版", date: "2024-03-05", page: "03" },
    { path: "p003", date: null, page: "003" },
    { path: "scan20249999", date: null, page: null },
    { path: "front", date: null, page: null },
  ];
  it.each(usual)("of $path", ({ path, date, page: number }) => {
    expect(USUAL_PLACE.read(path)).toMatchObject({ date, page: number });
  });

  const patterns = [
    {
      pattern: "{paper}/{date}/{page}",
      path: "archive/岚州晚报/2024-03-05/A03",
      paper: "岚州晚报",
      date: "2024-03-05",
      page: "A03",
      root: "archive/",
    },
    { pattern: "{date}_*_{page}", path: "x/20240305_lzwb_3", paper: null, date: "2024-03-05", page: "3", root: "x/" },
    { pattern: "{paper}.{page}+", path: "lz.7+", paper: "lz", date: null, page: "7", root: "" },
  ];
  it.each(patterns)("by $pattern", ({ pattern, path, ...place }) => {
    expect(parsePattern(pattern).read(path)).toEqual(place);
  });

  it("that a pattern does not fit say nothing", () => {
    expect(parsePattern("{date}/{page}").read("A03")).toBeNull();
  });

  it.each([
    { pattern: "{date}", says: "no {page}" },
    { pattern: "{page}{year}", says: "knows no {year}" },
    { pattern: "{page}/{page}", says: "{page} twice" },
  ])("refuse the pattern $pattern", ({ pattern, says }) => {
    expect(() => parsePattern(pattern)).toThrow(says);
  });
});

describe("groups", () => {
  const filed = (json: string, identity: Partial<Page["page"]> = {}) =>
    filePage(json, { ...BLANK, page: { ...BLANK.page, ...NOTHING, ...identity } }, USUAL_PLACE);

  it("are made of one folder, one day and one paper", () => {
    const groups = groupPages([
      filed("2024-03-05/A01.json"),
      filed("2024-03-05/A02.json"),
      filed("2024-03-06/A01.json"),
      filed("mixed/20240305-01.json", { newspaper: "岚州晚报" }),
      filed("mixed/20240305-02.json", { newspaper: "柳溪日报" }),
      filed("mixed/20240306-01.json"),
    ]);
    expect(groups.map((group) => [issueFile(group, groups), group.pages.length])).toEqual([
      ["2024-03-05/2024-03-05.issue.json", 2],
      ["2024-03-06/2024-03-06.issue.json", 1],
      ["mixed/岚州晚报-2024-03-05.issue.json", 1],
      ["mixed/柳溪日报-2024-03-05.issue.json", 1],
      ["mixed/2024-03-06.issue.json", 1],
    ]);
  });

  it("take in pages that do not say what the others say alike", () => {
    const groups = groupPages([
      filed("a/A02.json"),
      filed("a/A01.json", { date: "2024-03-05", newspaper: "岚州晚报" }),
      filed("a/back.json"),
    ]);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ date: "2024-03-05", newspaper: "岚州晚报" });
    expect(groups[0]?.pages.map(({ json }) => json)).toEqual(["a/A01.json", "a/A02.json", "a/back.json"]);
  });

  it("believe the page before its name", () => {
    expect(filed("20240305-07.json", { date: "2024-03-06", number: "A08" })).toMatchObject({
      date: "2024-03-06",
      shownNumber: "A08",
    });
  });
});

describe("the schema", () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  ajv.addSchema(JSON.parse(readSchemaText()));
  const validate = ajv.compile(JSON.parse(readIssueSchemaText()));

  it("accepts an issue, and refuses what is no key of it", () => {
    const issue = JSON.parse(readFileSync(join(ISSUE, "expected.issue.json"), "utf8"));
    expect(validate(issue), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...issue, surplus: 1 })).toBe(false);
    expect(validate({ ...issue, articles: [{ ...issue.articles[0], parts: undefined }] })).toBe(false);
  });

  it("lists the keys in the order in which they are written", () => {
    const { properties, $defs } = JSON.parse(readIssueSchemaText());
    const issue = JSON.parse(readFileSync(join(ISSUE, "expected.issue.json"), "utf8"));
    expect(Object.keys(issue)).toEqual(Object.keys(properties));
    expect(Object.keys(issue.articles[0])).toEqual(Object.keys($defs.article.properties));
    expect(Object.keys(issue.articles[0].parts[0])).toEqual(Object.keys($defs.part.properties));
  });
});

describe("the command", () => {
  const scans = Object.fromEntries(
    ["A01", "A02", "A03", "A04"].map((name) => [`scans/2024-03-05/${name}.txt`, dumpOf(name)]),
  );

  it("writes the issue beside its pages, and again the same", async () => {
    const cwd = folderWith(scans);
    const args = ["scans", "-o", "json", "--link"];
    const { code, stdout, stderr } = await jianbao(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/1 issue: \d articles over several pages, \d jump lines? without the other half/);
    expect(filesIn(join(cwd, "json"))).toContain("2024-03-05/2024-03-05.issue.json");
    const file = join(cwd, "json/2024-03-05/2024-03-05.issue.json");
    expect(readJson(file)).toEqual(readJson(join(ISSUE, "expected.issue.json")));
    const before = readFileSync(file, "utf8");
    expect((await jianbao(args, { cwd })).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(before);
    // Other commands pass the issue file by.
    expect((await jianbao(["verify", "json", "--source", "scans"], { cwd })).code).toBe(0);
  });

  it("links what an earlier run has written", async () => {
    const cwd = folderWith(scans);
    for (const name of ["A01", "A02"]) {
      await jianbao([`scans/2024-03-05/${name}.txt`, "-o", `json/2024-03-05/${name}.json`], { cwd });
    }
    await jianbao(["scans/2024-03-05/A0[34].txt", "-o", "json/2024-03-05", "--link", "-q"], { cwd });
    expect(readJson(join(cwd, "json/2024-03-05/2024-03-05.issue.json"))).toEqual(
      readJson(join(ISSUE, "expected.issue.json")),
    );
  });

  it("prints the schema of issues", async () => {
    const { stdout } = await jianbao(["schema", "--issue"]);
    expect(JSON.parse(stdout)).toMatchObject(JSON.parse(readIssueSchemaText()));
    // It stands alone: that of the page is in it.
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(stdout));
    const issue = JSON.parse(readFileSync(join(ISSUE, "expected.issue.json"), "utf8"));
    expect(validate(issue), JSON.stringify(validate.errors)).toBe(true);
  });

  it("exits 1 with --strict where a half is missing", async () => {
    const cwd = folderWith(scans);
    const { code, stderr } = await jianbao(["scans", "-o", "json", "--link", "--strict"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^json\/2024-03-05\/A0\d\.json A0\d-\d warning link\/missing /m);
  });

  it.each([
    { title: "one page", args: ["a.txt", "--link"], says: "--link" },
    { title: "another format", args: ["scans", "-o", "out", "--link", "--format", "md"], says: "--link" },
    {
      title: "a pattern without a page",
      args: ["scans", "-o", "out", "--link", "--issue-pattern", "{date}"],
      says: "no {page}",
    },
    { title: "a pattern for nothing", args: ["scans", "-o", "out", "--issue-pattern", "{page}"], says: "--link" },
  ])("refuses $title before anything is written", async ({ args, says }) => {
    const cwd = folderWith({ ...scans, "a.txt": "山\n" });
    const { code, stderr } = await jianbao(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(filesIn(join(cwd, "out"))).toEqual([]);
  });
});
