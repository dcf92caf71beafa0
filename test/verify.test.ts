import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type VerifyFinding, verifyPage } from "../src/output/verify.ts";
import type { EditRecord, FieldMap, Page } from "../src/page.ts";
import { restorePage } from "../src/restore.ts";
import { folderWith, jianbao } from "./helpers/command.ts";

const SOURCE = "春耕\n\n4月15日,农民 忙春耕。\n摄影 王小明\n";

/** A page as `restorePage` would make it of SOURCE, with parts replaced. */
function pageWith(changes: {
  readonly paragraph?: string;
  readonly author?: string;
  readonly headline?: string | null;
  readonly fields?: readonly FieldMap[];
}): Page {
  const { paragraph = "4月15日，农民忙春耕。", author = "王小明", headline = "春耕", fields = FIELDS } = changes;
  return {
    schemaVersion: 1,
    generator: { name: "jianbao", version: "0.0.0", profile: "generic" },
    source: { file: "a.txt", sha256: "0".repeat(64), bytes: 0, encoding: "utf-8" },
    page: { newspaper: null, date: null, weekday: null, number: null, name: null, staff: [] },
    articles: [
      {
        id: "a-1",
        sectionLabel: null,
        kicker: null,
        headline,
        deck: null,
        titleLines: ["春耕"],
        subheads: [],
        byline: "摄影 王小明",
        dateline: null,
        authors: [{ role: "摄影", name: author }],
        paragraphs: [paragraph],
        captions: [],
        pullQuotes: [],
        jump: null,
        confidence: 1,
      },
    ],
    furniture: [],
    setAside: [],
    notices: [],
    map: { dump: { kind: "blocks", columnWidths: [] }, fields, edits: editsFor(fields), joins: [] },
  };
}

/** A record for every change that the fields have. */
function editsFor(fields: readonly FieldMap[]): EditRecord[] {
  return fields.flatMap(({ pieces }) =>
    pieces.flatMap(([start, end, after, rules = []]) =>
      after === undefined
        ? []
        : rules.map((rule) => {
            const before = SOURCE.slice(start, end);
            return { rule, start, end, before, after, line: 1, column: 1, evidence: null, confidence: 1 };
          }),
    ),
  );
}

const TITLE: FieldMap = { path: "/articles/0/titleLines/0", pieces: [[0, 2]] };
const CREDIT: FieldMap = { path: "/articles/0/byline", pieces: [[18, 24]] };
const PARAGRAPH: FieldMap = {
  path: "/articles/0/paragraphs/0",
  pieces: [
    [4, 9],
    [9, 10, "，", ["width/comma"]],
    [10, 12],
    [12, 13, "", ["space/between-han"]],
    [13, 16],
  ],
};
const FIELDS = [TITLE, PARAGRAPH, CREDIT];

function kinds(findings: readonly VerifyFinding[]): readonly string[] {
  return findings.map(({ kind, path }) => `${kind} ${path}`);
}

/** The fields with the paragraph's pieces replaced. */
function withPieces(pieces: FieldMap["pieces"]): readonly FieldMap[] {
  return [TITLE, { ...PARAGRAPH, pieces }, CREDIT];
}

describe("verifyPage", () => {
  it("fits its own example", () => {
    expect(SOURCE.slice(4, 16)).toBe("4月15日,农民 忙春耕");
    expect(SOURCE.slice(18, 24)).toBe("摄影 王小明");
  });

  const cases: readonly { title: string; page: Page; expected: readonly string[] }[] = [
    {
      title: "proves a page in which everything has its place",
      page: pageWith({ fields: withPieces([...PARAGRAPH.pieces, [16, 17]]) }),
      expected: [],
    },
    {
      title: "finds a full stop that stands nowhere, and text that the map does not give",
      page: pageWith({}),
      expected: ["invented /articles/0/paragraphs/0", "lost "],
    },
    {
      title: "counts removed text outside any field as placed",
      page: pageWith({
        paragraph: "4月15日，农民忙春耕",
        fields: [...FIELDS, { path: "", pieces: [[16, 17, "", ["mark/residue"]]] }],
      }),
      expected: [],
    },
    {
      title: "finds removed Han outside any field",
      page: pageWith({
        paragraph: "4月15日，农民忙春",
        fields: [
          ...withPieces([...PARAGRAPH.pieces.slice(0, 4), [13, 15]]),
          { path: "", pieces: [[15, 17, "", ["mark/residue"]]] },
        ],
      }),
      expected: ["altered "],
    },
    {
      title: "finds text that stands twice",
      page: pageWith({
        paragraph: "4月15日，农民忙春耕。春耕",
        fields: withPieces([...PARAGRAPH.pieces, [16, 17], [0, 2]]),
      }),
      expected: ["doubled /articles/0/titleLines/0"],
    },
    {
      title: "finds a digit that a rule has changed",
      page: pageWith({
        paragraph: "4月16日，农民忙春耕。",
        fields: withPieces([[4, 7], [7, 8, "6", ["width/digit"]], [8, 9], ...PARAGRAPH.pieces.slice(1), [16, 17]]),
      }),
      expected: ["altered /articles/0/paragraphs/0"],
    },
    {
      title: "lets a correction change it",
      page: pageWith({
        paragraph: "4月16日，农民忙春耕。",
        fields: withPieces([[4, 7], [7, 8, "6", ["correct/digit"]], [8, 9], ...PARAGRAPH.pieces.slice(1), [16, 17]]),
      }),
      expected: [],
    },
    {
      title: "lets a rule put in a mark, and not a word",
      page: pageWith({
        paragraph: "4月15日，农民忙春耕。”了",
        fields: withPieces([
          ...PARAGRAPH.pieces,
          [16, 17],
          [17, 17, "”", ["quote/pair"]],
          [17, 17, "了", ["join/gap"]],
        ]),
      }),
      expected: ["invented /articles/0/paragraphs/0"],
    },
    {
      title: "finds a change that names no rule",
      page: pageWith({ fields: withPieces([[4, 9], [9, 10, "，", []], ...PARAGRAPH.pieces.slice(2), [16, 17]]) }),
      expected: ["map /articles/0/paragraphs/0"],
    },
    {
      title: "finds a name that is not printed",
      page: pageWith({ author: "李小明", fields: withPieces([...PARAGRAPH.pieces, [16, 17]]) }),
      expected: ["invented /articles/0/authors/0/name"],
    },
    {
      title: "finds a mark that a rule about blanks has taken away",
      page: pageWith({
        paragraph: "4月15日农民忙春耕。",
        fields: withPieces([[4, 9], [9, 10, "", ["space/edge"]], ...PARAGRAPH.pieces.slice(2), [16, 17]]),
      }),
      expected: ["altered /articles/0/paragraphs/0"],
    },
    {
      title: "finds a name that stands in the text and not in the byline",
      page: pageWith({ author: "农民", fields: withPieces([...PARAGRAPH.pieces, [16, 17]]) }),
      expected: ["invented /articles/0/authors/0/name"],
    },
    {
      title: "finds a headline that is another line of the dump",
      page: pageWith({ headline: "农民忙", fields: withPieces([...PARAGRAPH.pieces, [16, 17]]) }),
      expected: ["invented /articles/0/headline"],
    },
    {
      title: "finds a headline that was left out",
      page: pageWith({ headline: null, fields: withPieces([...PARAGRAPH.pieces, [16, 17]]) }),
      expected: ["invented /articles/0/headline"],
    },
    {
      title: "finds a paragraph that the map leaves out",
      page: pageWith({ fields: [TITLE, CREDIT] }),
      expected: ["lost ", "invented /articles/0/paragraphs/0"],
    },
  ];

  it("finds a change that no edit tells of", () => {
    const page = pageWith({ fields: withPieces([...PARAGRAPH.pieces, [16, 17]]) });
    const findings = verifyPage(SOURCE, page.map === undefined ? page : { ...page, map: { ...page.map, edits: [] } });
    expect(findings.map(({ message }) => message)).toEqual([
      "no edit of the map tells that width/comma changed this",
      "no edit of the map tells that space/between-han changed this",
    ]);
  });

  it.each(cases)("$title", ({ page, expected }) => {
    expect(kinds(verifyPage(SOURCE, page))).toEqual(expected);
  });

  it("counts a Markdown picture as markup, and its words as text", () => {
    const removed = (picture: string): readonly string[] => {
      const source = `${SOURCE}${picture}\n`;
      const pieces: FieldMap["pieces"] = [[SOURCE.length, SOURCE.length + picture.length, "", ["markup/picture"]]];
      const fields = [...withPieces([...PARAGRAPH.pieces, [16, 17]]), { path: "", pieces }];
      return kinds(verifyPage(source, pageWith({ fields })));
    };
    expect(removed("![](images/0_7507.jpg)")).toEqual([]);
    expect(removed("![开幕](images/0_7507.jpg)")).toEqual(["altered "]);
  });

  it("says where, in lines and columns, and shows the place", () => {
    const [, lost] = verifyPage(SOURCE, pageWith({}));
    expect(lost).toMatchObject({ line: 3, column: 13, offset: 16, message: "1 character stands in no field" });
    expect(lost?.excerpt).toContain("[。]");
  });

  it("reads a printed day in digits or in Han", () => {
    const fields = withPieces([...PARAGRAPH.pieces, [16, 17]]);
    const dated = (source: string): readonly string[] => {
      const page = {
        ...pageWith({ fields }),
        page: { newspaper: null, date: "2020-04-16", weekday: null, number: null, name: null, staff: [] },
      };
      return kinds(verifyPage(SOURCE + source, page)).filter((kind) => kind.endsWith("/page/date"));
    };
    expect(dated("2020年4月16日")).toEqual([]);
    expect(dated("二〇二〇年四月十六日")).toEqual([]);
    expect(dated("2020 年 04 月 16 日")).toEqual([]);
    expect(dated("2\u200d020年\u200d4月16日")).toEqual([]);
    expect(dated("20\ufe0f20年4月16日")).toEqual([]);
    expect(dated("2020年4月17日")).toEqual(["invented /page/date"]);
  });

  it("proves a break that went and the mark behind it that changed", () => {
    const source = "水渠通了，老窑村的稻田当天就灌上了水，守渠的人说<br/>: 今晚可以睡个好觉。\n";
    const page = restorePage(Buffer.from(source), { file: "a.txt", map: true });
    expect(page.articles.flatMap(({ paragraphs }) => paragraphs).join("")).toContain("守渠的人说：今晚");
    expect(verifyPage(source, page)).toEqual([]);
  });

  it("proves a name of the staff whose second character stood elsewhere", () => {
    const source = `棠\n${SOURCE}责编 钟小\n`;
    const at = source.indexOf("责编");
    const fields: FieldMap[] = [
      {
        path: "/furniture/0/text",
        pieces: [
          [at, at + 5],
          [0, 1],
        ],
      },
    ];
    const withName = (name: string): readonly string[] => {
      const page = pageWith({ fields });
      const staff = [{ role: "责编", name }];
      const furniture: Page["furniture"] = [{ kind: "staffCredit", text: "责编 钟小棠" }];
      return kinds(verifyPage(source, { ...page, page: { ...page.page, staff }, furniture })).filter((kind) =>
        kind.includes("/staff/"),
      );
    };
    expect(withName("钟小棠")).toEqual([]);
    expect(withName("钟大棠")).toEqual(["invented /page/staff/0/name"]);
  });

  it("proves what restorePage makes", () => {
    const page = restorePage(Buffer.from(SOURCE), { file: "a.txt", map: true });
    expect(verifyPage(SOURCE, page)).toEqual([]);
  });
});

describe("jianbao verify", () => {
  const files = { "scans/a/b.txt": SOURCE, "scans/c.md": SOURCE };

  it.each([{ options: [] }, { options: ["--map"] }])("proves a folder written with $options", async ({ options }) => {
    const cwd = folderWith(files);
    await jianbao(["scans", "-o", "json", ...options], { cwd });
    const { code, stdout } = await jianbao(["verify", "json", "--source", "scans"], { cwd });
    expect(stdout).toMatch(/^2 pages: 2 proved, \d+ characters accounted for, 0 findings\n$/);
    expect(code).toBe(0);
  });

  it.each([{ options: [] }, { options: ["--map"] }])(
    "finds a tampered page written with $options",
    async ({ options }) => {
      const cwd = folderWith(files);
      await jianbao(["scans", "-o", "json", ...options], { cwd });
      const path = join(cwd, "json/a/b.json");
      writeFileSync(path, readFileSync(path, "utf8").replace("农民", "市民"));
      const { code, stdout } = await jianbao(["verify", "json", "--source", "scans"], { cwd });
      expect(code).toBe(1);
      expect(stdout).toMatch(/^json\/a\/b\.json (?:invented|differs) \/articles\/0\//);
    },
  );

  it("finds pages without dump, dumps without page, and changed dumps", async () => {
    const cwd = folderWith({ ...files, "scans/d.txt": SOURCE });
    await jianbao(["scans", "-o", "json"], { cwd });
    rmSync(join(cwd, "scans/d.txt"));
    rmSync(join(cwd, "json/c.json"));
    writeFileSync(join(cwd, "scans/a/b.txt"), `${SOURCE}又一行\n`);
    const { code, stdout } = await jianbao(["verify", "json", "--source", "scans", "--json"], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      summary: { pages: 2, proved: 0, findings: 3 },
      findings: [
        { kind: "source", json: "json/a/b.json", source: "scans/a/b.txt" },
        { kind: "missing", json: "json/d.json", source: null },
        { kind: "missing", json: null, source: "scans/c.md" },
      ],
    });
  });

  it("finds a file that is no page, and exits 2 for one that is no JSON", async () => {
    const cwd = folderWith({ "a.txt": SOURCE, "a.json": '{"schemaVersion": 1}', "b.json": "{" });
    const other = await jianbao(["verify", "a.json", "--source", "a.txt"], { cwd });
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('schema: "generator" is missing');
    const broken = await jianbao(["verify", "b.json", "--source", "a.txt"], { cwd });
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain("b.json is not valid JSON");
  });
});
