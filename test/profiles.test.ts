import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "../src/errors.ts";
import { builtInProfiles, loadProfile } from "../src/profiles/load.ts";
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
    expect(() => loadProfile("./nowhere.json")).toThrow("cannot read profile ./nowhere.json (no such file)");
  });
});
