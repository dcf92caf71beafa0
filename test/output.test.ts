import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import * as library from "../src/index.ts";
import { characterDiff } from "../src/output/character-diff.ts";
import { compareValues } from "../src/output/compare.ts";
import { pageToJson } from "../src/output/json.ts";
import { describeDifference, PLAIN_PAINT } from "../src/output/report.ts";
import { readSchemaText } from "../src/output/schema.ts";
import { ANNOTATIONS, CHECKS, schemaFaults } from "../src/output/validate.ts";
import type { Page } from "../src/page.ts";

/** Every key of the format, each with something in it. */
const PAGE: Page = {
  schemaVersion: 1,
  generator: { name: "jianbao", version: "0.1.0", profile: "generic" },
  source: { file: "A03.txt", sha256: "0".repeat(64), bytes: 12, encoding: "utf-8" },
  page: { newspaper: "星城报", date: "2020-04-16", weekday: "星期四", number: "A03", name: null, staff: [] },
  articles: [
    {
      id: "A03-1",
      sectionLabel: null,
      kicker: null,
      headline: "株洲 开展活动",
      deck: null,
      titleLines: ["株洲 开展活动"],
      subheads: [{ text: "小标题", beforeParagraph: 0 }],
      byline: "本报讯（记者 何雅清）",
      dateline: { agency: "本报", kind: "讯", place: null, date: null },
      authors: [{ role: "记者", name: "何雅清" }],
      paragraphs: ["第一段。", "第二段。"],
      captions: [{ text: "图。褚兰 摄", credit: "褚兰 摄" }],
      pullQuotes: [],
      jump: { to: "A05", from: null, text: "（下转A05版）" },
      confidence: 0.97,
    },
  ],
  furniture: [{ kind: "staffCredit", text: "责编 范知秋" }],
  setAside: [{ text: "残段", reason: "no article claims it" }],
  notices: [{ rule: "join/gap", level: "warning", line: 1, column: 2, message: "words seem to be missing" }],
  map: {
    dump: { kind: "blocks", columnWidths: [26] },
    fields: [
      {
        path: "/articles/0/headline",
        pieces: [
          [0, 2],
          [2, 3, "", ["space/between-han"]],
        ],
      },
    ],
    edits: [
      {
        rule: "space/between-han",
        start: 2,
        end: 3,
        before: " ",
        after: "",
        line: 1,
        column: 3,
        evidence: null,
        confidence: 1,
      },
    ],
    joins: [
      {
        rule: "join/open-tail",
        tail: 1,
        head: 5,
        line: 1,
        column: 2,
        confidence: 0.9,
        evidence: [{ clue: "wordAcross", weight: 2, reason: "休息" }],
      },
    ],
  },
};

const { map: _, ...PLAIN_PAGE } = PAGE;

/** The value with its keys in the opposite order, at every depth. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, reversed(child)] as const);
  return Object.fromEntries(entries.reverse());
}

describe("pageToJson", () => {
  it("keeps every value", () => {
    expect(JSON.parse(pageToJson(PAGE))).toEqual(PAGE);
    expect(JSON.parse(pageToJson(PLAIN_PAGE))).toEqual(PLAIN_PAGE);
  });

  it("writes keys in one order, whatever order they were made in", () => {
    expect(pageToJson(reversed(PAGE) as Page)).toBe(pageToJson(PAGE));
  });

  it("follows the order of the schema", () => {
    const { properties } = JSON.parse(readSchemaText());
    expect(Object.keys(JSON.parse(pageToJson(PAGE)))).toEqual(Object.keys(properties));
  });

  it("is what JSON.stringify gives, with one final newline, while there is no map", () => {
    expect(pageToJson(PLAIN_PAGE)).toBe(`${JSON.stringify(PLAIN_PAGE, null, 2)}\n`);
  });

  it("gives each record of the map one line", () => {
    expect(pageToJson(PAGE).split("\n")).toContain(
      '      {"path":"/articles/0/headline","pieces":[[0,2],[2,3,"",["space/between-han"]]]}',
    );
  });

  it("writes control characters and lone surrogates as escapes", () => {
    const text = pageToJson({ ...PLAIN_PAGE, setAside: [{ text: "\u001b\u009b\u007f\ud800山", reason: "x" }] });
    expect(text).toContain('"\\u001b\\u009b\\u007f\\ud800山"');
    expect(JSON.parse(text)).toHaveProperty("setAside.0.text", "\u001b\u009b\u007f\ud800山");
  });
});

describe("schema.json", () => {
  const schema: Record<string, unknown> = JSON.parse(readSchemaText());
  const byAjv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

  it("accepts a page with and without map", () => {
    for (const page of [PAGE, PLAIN_PAGE]) {
      expect(byAjv(page), JSON.stringify(byAjv.errors)).toBe(true);
      expect(schemaFaults(page)).toEqual([]);
    }
  });

  it("describes every field and gives an example of every value", () => {
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null || "$ref" in node) return;
      const { type, properties, items, prefixItems } = node as Record<string, unknown>;
      expect(node, path).toHaveProperty("description");
      if (type !== "object" && type !== "array" && !("anyOf" in node)) expect(node, path).toHaveProperty("examples");
      for (const [key, child] of Object.entries(properties ?? {})) visit(child, `${path}/${key}`);
      visit(items, `${path}/items`);
      for (const child of Array.isArray(prefixItems) ? prefixItems : []) visit(child, `${path}/prefixItems`);
    };
    visit(schema, "");
    const definitions = schema.$defs as Record<string, unknown>;
    for (const [name, definition] of Object.entries(definitions)) visit(definition, name);
  });

  it("closes every object, so that a misspelt key is found", () => {
    const objects = readSchemaText().match(/"type": "object"/g)?.length;
    expect(readSchemaText().match(/"additionalProperties": false/g)?.length).toBe(objects);
  });

  it("uses only keywords that our own check knows", () => {
    const known = new Set([...ANNOTATIONS, ...Object.keys(CHECKS)]);
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      for (const [keyword, operand] of Object.entries(node)) {
        expect(known).toContain(keyword);
        if (keyword === "properties" || keyword === "$defs") for (const child of Object.values(operand)) visit(child);
        else if (keyword === "anyOf" || keyword === "prefixItems") for (const child of operand) visit(child);
        else if (keyword === "items") visit(operand);
      }
    };
    visit(schema);
  });

  it("is judged alike by ajv and by our own check, whatever is taken out or put in", () => {
    let judged = 0;
    const variants = (node: unknown, put: (value: unknown) => unknown): void => {
      const surplus =
        typeof node === "object" && node !== null && !Array.isArray(node) ? [{ ...node, surplus: 1 }] : [];
      for (const value of [null, 7, -1, 1.5, "", "x", [], {}, undefined, ...surplus]) {
        const page: unknown = JSON.parse(JSON.stringify(put(value)) ?? "null");
        const isValid = byAjv(page);
        expect(schemaFaults(page).length === 0, JSON.stringify(byAjv.errors)).toBe(isValid);
        judged += 1;
      }
      if (Array.isArray(node)) {
        node.forEach((child, i) => {
          variants(child, (value) => put(node.map((other, k) => (i === k ? value : other))));
        });
      } else if (typeof node === "object" && node !== null) {
        for (const [key, child] of Object.entries(node)) variants(child, (value) => put({ ...node, [key]: value }));
      }
    };
    variants(PAGE, (value) => value);
    expect(judged).toBeGreaterThan(500);
  });

  it("names the place of a fault", () => {
    const page = { ...PLAIN_PAGE, articles: [{ ...PLAIN_PAGE.articles[0], headline: 3, extra: true }] };
    expect(schemaFaults(page)).toEqual([
      { path: "/articles/0/headline", message: "expected string or null" },
      { path: "/articles/0", message: '"extra" is not a key of this object' },
    ]);
  });
});

describe("compareValues", () => {
  const cases = [
    {
      title: "nothing for equals, whatever the order of keys",
      expected: { a: 1, b: [] },
      actual: { b: [], a: 1 },
      paths: [],
    },
    { title: "a changed leaf", expected: { a: { b: null } }, actual: { a: { b: "x" } }, paths: ["changed /a/b"] },
    { title: "keys that came and went", expected: { a: 1 }, actual: { b: 1 }, paths: ["missing /a", "added /b"] },
    {
      title: "an entry put in, and not all that follow",
      expected: ["第一段。", "第二段。", "第三段。"],
      actual: ["第一段。", "新的一句话", "第二段。", "第三段。"],
      paths: ["added /1"],
    },
    {
      title: "an entry that changed beside one that went",
      expected: ["四月十五日召开视频会议", "完全不同", "四月十六日举办读书会"],
      actual: ["四月十五日召开电话会议", "四月十六日举办读书会"],
      paths: ["changed /0", "missing /1"],
    },
  ];

  it.each(cases)("gives $title", ({ expected, actual, paths }) => {
    expect(compareValues(expected, actual).map(({ kind, path }) => `${kind} ${path}`)).toEqual(paths);
  });

  it("holds long lists against each other place by place, in little memory", () => {
    const one = Array.from({ length: 30_000 }, (_, i) => ({ line: i, message: "甲" }));
    const other = one.map(({ line }) => ({ line, message: "乙" }));
    expect(compareValues(one, one)).toEqual([]);
    expect(compareValues(one, [...other, { line: 0, message: "丙" }])).toHaveLength(30_001);
  });
});

describe("characterDiff", () => {
  const cases = [
    { before: "", after: "" },
    { before: "", after: "山" },
    { before: "来到云溪岚山集团", after: "来到云溪云岫集团" },
    { before: "两 癌 检查", after: "“两癌”检查" },
    { before: "𠮷野家abc", after: "吉野家ac" },
    { before: "一二三四五六七八九十", after: "十九八七六五四三二一" },
    { before: "天".repeat(3000), after: "地".repeat(3000) },
  ];

  it.each(cases)("loses nothing between “$before” and “$after”", ({ before, after }) => {
    const segments = characterDiff(before, after);
    const without = (kind: string): string =>
      segments.flatMap((part) => (part.kind === kind ? [] : [part.text])).join("");
    expect(without("added")).toBe(before);
    expect(without("removed")).toBe(after);
  });

  it("shows a change in its context, and blanks so that they can be seen", () => {
    const difference = {
      path: "/articles/0/paragraphs/0",
      kind: "changed",
      expected: "在株洲 开会",
      actual: "在株洲开会",
    } as const;
    expect(describeDifference(difference, PAGE, PLAIN_PAINT)).toEqual([
      "/articles/0/paragraphs/0 (A03-1)",
      "  在株洲[-␠-]开会",
    ]);
  });
});

describe("the library", () => {
  it("offers this and no more", () => {
    expect(Object.keys(library).sort()).toEqual([
      "FORMATS",
      "InvariantError",
      "SCRIPTS",
      "UserError",
      "builtInProfiles",
      "decode",
      "loadProfile",
      "pageToJson",
      "restorePage",
      "restorePages",
      "verifyPage",
      "writePage",
    ]);
  });

  it("is the same when built", async () => {
    const built: object = await import(new URL("../dist/index.js", import.meta.url).href);
    expect(Object.keys(built).sort()).toEqual(Object.keys(library).sort());
  });

  it("ships the schema it validates with", () => {
    const built = readFileSync(new URL("../dist/schema.json", import.meta.url), "utf8");
    expect(built).toBe(readSchemaText());
  });
});
