import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeReasons, paintOrNone, shown } from "../src/cli/explain-text.ts";
import { decode } from "../src/decode/decode.ts";
import { cellsOf, padEnd, padStart } from "../src/explain/cells.ts";
import { type History, historyAt } from "../src/explain/history.ts";
import { type Reason, reasonsOf } from "../src/explain/reasons.ts";
import { orderOf, RULE_IDS, summaryOf } from "../src/explain/rules.ts";
import { PLAIN_PAINT } from "../src/output/report.ts";
import type { Page, PageMap } from "../src/page.ts";
import { restorePage } from "../src/restore.ts";
import { PositionIndex } from "../src/text/position.ts";
import { folderWith, jianbao } from "./helpers/command.ts";
import { casesIn, PAGES } from "./helpers/folders.ts";

/** A blank at each line end of 16 cells, half-width marks, and a caption between two halves of a sentence. */
const DUMP = readFileSync(join(PAGES, "caption-splits-paragraph/raw.txt"), "utf8");

interface Explained {
  readonly text: string;
  readonly page: Page;
  readonly map: PageMap;
}

function restored(bytes: Uint8Array): Explained {
  const page = restorePage(bytes, { file: "A03.txt", map: true });
  if (page.map === undefined) throw new Error("restored with its map");
  return { text: decode(bytes).text, page, map: page.map };
}

const EXPLAINED = restored(Buffer.from(DUMP));

function historyOf(needle: string, inside = 0): History {
  const { text, page, map } = EXPLAINED;
  const { line, column } = new PositionIndex(text).at(text.indexOf(needle) + inside);
  const history = historyAt(text, page, map, line, column);
  if (history === undefined) throw new Error(`the dump has no “${needle}”`);
  return history;
}

describe("cells", () => {
  it.each([
    { text: "A03", cells: 3 },
    { text: "镇政府", cells: 6 },
    { text: "“镇”，", cells: 6 },
    { text: "␠⏎→", cells: 3 },
    { text: "𠮷", cells: 2 },
    { text: "e\u0301", cells: 1 },
  ])("gives $text $cells cells", ({ text, cells }) => {
    expect(cellsOf(text)).toBe(cells);
  });

  it("pads by cells and never cuts", () => {
    expect(padEnd("镇", 4)).toBe("镇  ");
    expect(padStart("镇", 4)).toBe("  镇");
    expect(padEnd("镇政府", 4)).toBe("镇政府");
  });
});

describe("what is shown of a dump", () => {
  it("makes blanks and line ends seen and escapes controls", () => {
    expect(shown("镇 府\u3000会\r\n议\t\u001b[31m")).toBe("镇␠府␠␠会⏎议⇥\\u001b[31m");
  });
});

describe("reasons", () => {
  it("has every edit and join of the map, in the order of the dump", () => {
    const { text, map } = EXPLAINED;
    const reasons = reasonsOf(text, map);
    expect(reasons.filter(({ kind }) => kind === "join")).toHaveLength(map.joins.length);
    expect(reasons.filter(({ kind }) => kind === "edit").length).toBeGreaterThanOrEqual(map.edits.length);
    const places = reasons.map(({ kind, start, end }) => (kind === "join" ? end : start));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("shows an edit among the characters read beside it", () => {
    const { text, map } = EXPLAINED;
    const comma = reasonsOf(text, map).find(({ rule }) => rule === "width/comma");
    expect(comma).toMatchObject({ before: ",", after: "，", left: " 清早", right: "岚州市" });
  });

  it("shows both sides of a seam without the caption between them", () => {
    const { text, map } = EXPLAINED;
    const join = reasonsOf(text, map).find(({ kind }) => kind === "join");
    expect(join).toMatchObject({ before: "停。三年", after: "前,岚州" });
  });

  it("tells of marks that no edit was recorded for", () => {
    const { text, map } = restored(
      Buffer.from("# 青石开展送书活动\n\n5月16日，青石县召开春耕现场会，部署下一步工作。\n"),
    );
    expect(reasonsOf(text, map)).toMatchObject([
      { rule: "markup/heading", before: "# ", after: "", line: 1, column: 1 },
    ]);
  });

  it("has a sentence on every rule that the fixtures meet", () => {
    const met = casesIn(PAGES).flatMap(({ bytes }) => {
      const { text, map } = restored(bytes);
      return reasonsOf(text, map).map(({ rule }) => rule);
    });
    expect([...new Set(met)].filter((rule) => summaryOf(rule) === undefined)).toEqual([]);
    expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
  });
});

describe("the list", () => {
  it("aligns the columns of a group although Han is two cells wide", () => {
    const { text, map } = EXPLAINED;
    const paint = paintOrNone(PLAIN_PAINT);
    const list = describeReasons("A03.txt", reasonsOf(text, map), paint);
    for (const group of list.split("\n\n")) {
      const arrows = group.split("\n").filter((line) => line.includes('" → "'));
      const cells = arrows.map((line) => cellsOf(line.slice(0, line.indexOf('→ "'))));
      // The column is as wide as its widest cell.
      expect(new Set(cells).size).toBeLessThanOrEqual(1);
    }
  });

  it("groups by rule in the order of work", () => {
    const { text, map } = EXPLAINED;
    const list = describeReasons("A03.txt", reasonsOf(text, map), paintOrNone(PLAIN_PAINT));
    const headings = [...list.matchAll(/^([a-z]+\/[a-z-]+) {2}\d+/gm)].map(([, rule = ""]) => rule);
    expect(headings).toEqual([...headings].sort((a, b) => orderOf(a) - orderOf(b)));
    expect(headings.length).toBeGreaterThan(3);
  });

  it("leaves the middle of a long change out", () => {
    const before = "字".repeat(90);
    const reason: Reason = {
      kind: "edit",
      rule: "markup/bold",
      ...{
        line: 1,
        column: 1,
        start: 0,
        end: 90,
        before,
        after: "",
        left: "",
        right: "",
        evidence: null,
        confidence: 1,
      },
    };
    expect(describeReasons("a.txt", [reason], paintOrNone(PLAIN_PAINT))).toContain(
      `"${"字".repeat(10)}…${"字".repeat(10)}"`,
    );
  });
});

describe("the history of a character", () => {
  it("names the rule that changed it, and where it is now", () => {
    const { page } = EXPLAINED;
    const history = historyOf("清早,岚州", 2);
    expect(history).toMatchObject({ character: ",", codePoint: "U+002C", removedBy: null });
    expect(history.edits.map(({ rule }) => rule)).toEqual(["width/comma"]);
    const { path, offset } = history.output ?? {};
    expect(path).toBe("/articles/0/paragraphs/0");
    expect(page.articles[0]?.paragraphs[0]?.charAt(offset ?? -1)).toBe("，");
  });

  it("names the rule that took it out, with its reason", () => {
    const history = historyOf("日 清早", 1);
    expect(history).toMatchObject({ output: null, removedBy: "space/line-end" });
    expect(history.edits[0]?.evidence).toMatch(/width 28/);
  });

  it("follows a character over a seam and shows the join", () => {
    const history = historyOf("前,岚州");
    expect(history.output?.path).toBe("/articles/0/paragraphs/1");
    expect(history.joins.map(({ before, after }) => before + after)).toContain("停。三年前,岚州");
    expect(history.edits).toEqual([]);
  });

  it("names the fields that repeat a title line", () => {
    const history = historyOf("白鹭湾迎来");
    expect(history.output).toMatchObject({
      path: "/articles/0/titleLines/0",
      repeatedIn: ["/articles/0/headline"],
      offset: 0,
    });
  });

  it("puts every printed character of the fixtures where the page has it", () => {
    for (const { slug, bytes } of casesIn(PAGES)) {
      const { text, page, map } = restored(bytes);
      const positions = new PositionIndex(text);
      // Every hundredth is enough to see each kind of field.
      for (let at = 0; at < text.length; at += 97) {
        const { line, column } = positions.at(at);
        const output = historyAt(text, page, map, line, column)?.output;
        if (output === null || output === undefined) continue;
        const found = output.value.slice(output.offset, output.offset + output.text.length);
        expect(found, `${slug} ${line}:${column}`).toBe(output.text);
        expect(valueAt(page, output.path), `${slug} ${output.path}`).toBe(output.value);
      }
    }
  });

  it("knows places that are none", () => {
    const { text, page, map } = EXPLAINED;
    for (const [line, column] of [
      [0, 1],
      [1, 0],
      [999, 1],
      [1, 999],
    ] as const) {
      expect(historyAt(text, page, map, line, column)).toBeUndefined();
    }
  });
});

function valueAt(page: Page, path: string): unknown {
  let value: unknown = page;
  for (const key of path.split("/").slice(1)) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value;
}

describe("jianbao explain", () => {
  const cwd = folderWith({ "A03.txt": DUMP });

  it("prints places as the user named the file, and how much there is", async () => {
    const { code, stdout, stderr } = await jianbao(["explain", "A03.txt"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^ {2}A03\.txt:3:30 {2}.*"月9日␠清早," +→ "月9日清早,"/m);
    expect(stdout).toMatch(/^\d+ edits and 3 joins by \d+ rules$/m);
    expect(stdout).not.toContain("\u001b");
  });

  it("reads stdin, filters by the beginning of a rule and prints JSON", async () => {
    const args = ["explain", "-", "--rule", "join", "--format", "json"];
    const { stdout } = await jianbao(args, { stdin: DUMP });
    const records: Reason[] = JSON.parse(stdout);
    expect(records).toHaveLength(3);
    expect(records[0]).toMatchObject({ kind: "join", line: 11, column: 1, before: "停。三年", after: "前,岚州" });
  });

  it("shows the line with a caret under the place", async () => {
    const { stdout } = await jianbao(["explain", "A03.txt", "5:1"], { cwd });
    expect(stdout).toContain("A03.txt:5:1  白  U+767D\n  5 | 白鹭湾");
    expect(stdout).toContain("\n    | ^^\n");
  });

  it.each([
    { args: ["99:1"], says: "no place 99:1" },
    { args: ["12"], says: "give LINE:COLUMN" },
    { args: ["--rule", "spase"], says: "did you mean space?" },
    { args: ["--format", "xml"], says: "give text or json" },
  ])("exits 2 for $args", async ({ args, says }) => {
    const { code, stdout, stderr } = await jianbao(["explain", "A03.txt", ...args], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
  });
});
