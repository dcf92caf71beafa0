import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "../src/errors.ts";
import { builtInProfiles, loadProfile } from "../src/profiles/load.ts";
import { restorePage } from "../src/restore.ts";
import { folderWith } from "./helpers/command.ts";

/** Path of a profile file with this content. */
function fileWith(content: unknown): string {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return join(folderWith({ "paper.json": text }), "paper.json");
}

describe("built-in profiles", () => {
  it("loads every file of the folder, sorted by id", () => {
    const files = readdirSync(new URL("../src/profiles", import.meta.url)).filter((name) => name.endsWith(".json"));
    expect(builtInProfiles().map(({ id }) => `${id}.json`)).toEqual(files.sort());
    expect(files).toEqual(expect.arrayContaining(["generic.json", "jinri-nvbao.json"]));
  });

  it("puts the paper's own words before the general ones, each once", () => {
    const generic = loadProfile("generic");
    const paper = loadProfile("jinri-nvbao");
    expect(paper.name).toBe("今日女报");
    expect(paper.sectionLabels[0]).toBe("妇联星空");
    for (const list of ["datelines", "creditRoles", "sectionLabels", "sectionMarks", "staffCredits"] as const) {
      expect(paper[list]).toEqual(expect.arrayContaining([...generic[list]]));
      expect(new Set(paper[list]).size).toBe(paper[list].length);
    }
  });

  it("names the built-in ones when asked for another", () => {
    expect(() => loadProfile("nobody")).toThrow(UserError);
    expect(() => loadProfile("nobody")).toThrow(
      expect.objectContaining({ advice: expect.stringContaining("generic") }),
    );
  });
});

describe("a profile of one's own", () => {
  it("needs no more than id and name", () => {
    expect(loadProfile(fileWith({ id: "my", name: "我的报" }))).toEqual({
      ...loadProfile("generic"),
      id: "my",
      name: "我的报",
    });
  });

  it("may say of an entry how often and where it was seen", () => {
    const entry = { text: "乡音", count: 4, seen: ["A03.txt:12", "A05.txt:3"] };
    const content = { id: "my", name: null, sectionLabels: [entry, "家门口"], columnWidths: [{ cells: 26 }, 36] };
    const { sectionLabels, columnWidths } = loadProfile(fileWith(content));
    expect(sectionLabels.slice(0, 2)).toEqual(["乡音", "家门口"]);
    expect(columnWidths).toEqual([26, 36]);
  });

  it("may list words in traditional forms, and marks and lines of its own", () => {
    const content = {
      id: "my",
      name: "瀾州日報",
      sectionLabels: ["鄉親鄰里"],
      sectionMarks: ["★"],
      furnitureLines: ["來稿一經採用，即付稿酬。"],
    };
    const profile = loadProfile(fileWith(content));
    const text = [
      "★鄉親鄰里",
      "# 青石巷修錶匠守著一盞燈",
      "本報訊（記者 何雅清）九月十三日，青石巷的修錶匠照常開門。",
      "來稿 一經採用，即付稿酬。",
    ].join("\n\n");
    const page = restorePage(Buffer.from(text), { profile });
    expect(page.articles.map(({ sectionLabel }) => sectionLabel)).toEqual(["鄉親鄰里"]);
    expect(page.furniture).toEqual([{ kind: "notice", text: "來稿 一經採用，即付稿酬。" }]);
  });

  it("may start with a byte order mark", () => {
    expect(loadProfile(fileWith(`\ufeff${JSON.stringify({ id: "my", name: null })}`)).id).toBe("my");
  });

  const cases = [
    {
      title: "a misspelt key",
      content: { id: "my", name: "报", sectionLabel: [] },
      says: 'unknown key "sectionLabel"',
    },
    { title: "a missing id", content: { name: "报" }, says: '"id" must' },
    { title: "an empty id", content: { id: " ", name: "报" }, says: '"id" must' },
    { title: "a missing name", content: { id: "my" }, says: '"name" must' },
    {
      title: "a list that is a text",
      content: { id: "my", name: "报", datelines: "本报讯" },
      says: '"datelines" must be a list',
    },
    {
      title: "an empty entry",
      content: { id: "my", name: "报", creditRoles: ["记者", ""] },
      says: '"creditRoles" entry 2',
    },
    {
      title: "an entry that is no text",
      content: { id: "my", name: "报", staffCredits: [1] },
      says: '"staffCredits" entry 1',
    },
    {
      title: "an entry with an unknown key",
      content: { id: "my", name: "报", datelines: [{ text: "本报讯", pages: 3 }] },
      says: 'unknown key "pages" in "datelines" entry 1',
    },
    {
      title: "a width that is none",
      content: { id: "my", name: "报", columnWidths: [0] },
      says: '"columnWidths" entry 1',
    },
    { title: "a list instead of an object", content: [], says: "expected an object" },
    { title: "broken JSON", content: "{ broken", says: "not valid JSON" },
  ];

  it.each(cases)("is refused with file and key: $title", ({ content, says }) => {
    const path = fileWith(content);
    expect(() => loadProfile(path)).toThrow(UserError);
    expect(() => loadProfile(path)).toThrow(says);
    expect(() => loadProfile(path)).toThrow(path);
  });

  it("is refused if it is not there", () => {
    expect(() => loadProfile("./nowhere.json")).toThrow("cannot read profile ./nowhere.json (no such file or folder)");
  });
});
