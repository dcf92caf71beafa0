import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../src/context.ts";
import { learnProfile } from "../src/profiles/learn/learn.ts";
import { observePage } from "../src/profiles/learn/observe.ts";
import { Tally } from "../src/profiles/learn/tally.ts";
import { loadProfile } from "../src/profiles/load.ts";
import { entryText, type Profile, type ProfileFile, type WordList } from "../src/profiles/schema.ts";
import { profileToJson } from "../src/profiles/text.ts";
import { restorePage } from "../src/restore.ts";
import { addCounts, type Measures, measure } from "../src/score/counts.ts";
import { fold } from "../src/score/fold.ts";
import { readArticles } from "../src/score/read.ts";
import { scorePage } from "../src/score/score.ts";
import { folderWith, jianbao } from "./helpers/command.ts";
import {
  generatePaperPage,
  LABELS,
  MARK,
  OUTLET,
  PAPER,
  type PaperPage,
  ROLE,
  SMALL_PRINT,
} from "./helpers/generate-paper.ts";
import { Writer } from "./helpers/generate-text.ts";
import { testLexicon } from "./helpers/lexicon.ts";
import { Random } from "./helpers/random.ts";

const GENERIC = loadProfile("generic");
const CONTEXT: Context = { profile: GENERIC, lexicon: testLexicon() };

function paperPages(count: number): PaperPage[] {
  return Array.from({ length: count }, (_, i) => generatePaperPage(new Random(i + 1), i));
}

function learnFrom(pages: readonly { readonly file: string; readonly text: string }[]): ProfileFile {
  const tally = new Tally();
  for (const { file, text } of pages) tally.addPage(file, observePage(Buffer.from(text), file, CONTEXT));
  return learnProfile(tally, CONTEXT, { id: "learned" });
}

/** As a person would use it: written to a file and loaded. */
function asLoaded(file: ProfileFile): Profile {
  return loadProfile(join(folderWith({ "learned.json": profileToJson(file) }), "learned.json"));
}

function texts(file: ProfileFile, list: WordList): string[] {
  return (file[list] ?? []).map(entryText);
}

interface Result {
  readonly measures: Measures;
  /** Share of the articles that have the label that is true of them, none included. */
  readonly labels: number;
  /** Lines of small print left in articles. */
  readonly smallPrint: number;
}

function scoreWith(pages: readonly PaperPage[], profile: Profile): Result {
  let labelled = 0;
  let all = 0;
  let smallPrint = 0;
  const counts = pages.map(({ file, text, articles }) => {
    const page = restorePage(Buffer.from(text), { file, profile });
    const bodies = page.articles.map(({ paragraphs, sectionLabel }) => ({
      words: fold(paragraphs.join("")),
      sectionLabel,
    }));
    for (const { section, paragraphs } of articles) {
      const last = fold((paragraphs[paragraphs.length - 1] ?? "").slice(-16));
      all += 1;
      if (bodies.find(({ words }) => words.includes(last))?.sectionLabel === section) labelled += 1;
    }
    smallPrint += SMALL_PRINT.filter((line) => bodies.some(({ words }) => words.includes(fold(line)))).length;
    return scorePage(readArticles({ articles }) ?? [], readArticles(page) ?? []).counts;
  });
  return { measures: measure(addCounts(counts)), labels: labelled / all, smallPrint };
}

describe("a profile learned from fifty pages of one paper", () => {
  const pages = paperPages(50);
  let learned: ProfileFile;
  beforeAll(() => {
    learned = learnFrom(pages);
  });

  it("holds what is particular to the paper, and nothing else", () => {
    expect(learned.name).toBe(PAPER);
    expect(texts(learned, "datelines")).toEqual([`${OUTLET}讯`]);
    const frequent = LABELS.filter((label) => pages.filter(({ text }) => text.includes(`${label}\n`)).length >= 3);
    expect(frequent.length).toBeGreaterThan(4);
    expect(texts(learned, "sectionLabels").sort()).toEqual(frequent.sort());
    expect(texts(learned, "sectionMarks")).toEqual([MARK]);
    expect(texts(learned, "creditRoles")).toEqual([ROLE]);
    expect(texts(learned, "furnitureLines").sort()).toEqual([...SMALL_PRINT].sort());
    expect(learned.columnWidths?.map((width) => (typeof width === "number" ? width : width.cells))).toContain(34);
  });

  it("gives each entry its count and two places where it stands", () => {
    for (const entry of learned.sectionLabels ?? []) {
      if (typeof entry === "string") throw new Error(`${entry} has no evidence`);
      expect(entry.count).toBeGreaterThanOrEqual(3);
      expect(entry.seen).toHaveLength(2);
      for (const place of entry.seen ?? []) {
        const [file = "", line = ""] = place.split(":");
        const page = pages.find((one) => one.file === file);
        expect(page?.text.split("\n")[Number(line) - 1]).toContain(entry.text);
      }
    }
  });

  it("scores no worse than generic on any measure, and better on labels, roles and small print", () => {
    const generic = scoreWith(pages, GENERIC);
    const own = scoreWith(pages, asLoaded(learned));
    for (const key of [
      "articles",
      "found",
      "precision",
      "headlines",
      "titles",
      "authors",
      "roles",
      "paragraphs",
      "captions",
    ] as const) {
      expect(own.measures[key], key).toBeGreaterThanOrEqual(generic.measures[key] ?? 0);
    }
    for (const key of ["words", "folded", "printed", "blanks"] as const) {
      expect(own.measures.cer[key], key).toBeLessThanOrEqual(generic.measures.cer[key] ?? 0);
    }
    expect(own.labels).toBeGreaterThan(generic.labels + 0.1);
    expect(own.labels).toBeGreaterThan(0.95);
    expect(own.measures.roles).toBeGreaterThan(generic.measures.roles ?? 1);
    expect(own.smallPrint).toBe(0);
  });

  it("serves pages it was not learned from", () => {
    const others = Array.from({ length: 20 }, (_, i) => generatePaperPage(new Random(1000 + i), i));
    const generic = scoreWith(others, GENERIC);
    const own = scoreWith(others, asLoaded(learned));
    expect(own.labels).toBeGreaterThan(0.95);
    expect(own.measures.articles).toBeGreaterThanOrEqual(generic.measures.articles ?? 0);
  });
});

describe("what is learned", () => {
  it("is the same whenever it is learned", () => {
    expect(profileToJson(learnFrom(paperPages(8)))).toBe(profileToJson(learnFrom(paperPages(8))));
  });

  it("does not recur because a page lies there twice", () => {
    const [page] = paperPages(1);
    if (page === undefined) throw new Error("no page");
    const copies = Array.from({ length: 6 }, (_, i) => ({ file: `${i}.txt`, text: `${page.text}\n${"\n".repeat(i)}` }));
    const { sectionLabels, furnitureLines } = learnFrom(copies);
    expect([...(sectionLabels ?? []), ...(furnitureLines ?? [])]).toEqual([]);
  });

  it("takes no kicker for a label that stands over one article printed twice", () => {
    const pages = [1, 2, 3].map((i) => ({
      file: `${i}.txt`,
      text: ["乡里乡亲", "打工妹回乡办起育婴班", `本报讯（记者 陈望舒）${new Writer(new Random(i)).paragraph()}`].join(
        "\n\n",
      ),
    }));
    expect(learnFrom(pages).sectionLabels).toEqual([]);
  });
});

describe("jianbao profile", () => {
  const pages = Object.fromEntries(paperPages(12).map(({ file, text }) => [`scans/${file}`, text]));

  it("learn writes a profile that check calls good and that restores pages", async () => {
    const cwd = folderWith(pages);
    const learned = await jianbao(["profile", "learn", "scans", "-o", "yunling.json"], { cwd });
    expect(learned).toMatchObject({ code: 0, stdout: "" });
    expect(learned.stderr).toMatch(/^12 pages: 云岭晨报; 1 dateline, /);
    const profile = JSON.parse(readFileSync(join(cwd, "yunling.json"), "utf8"));
    expect(profile).toMatchObject({ id: "yunling", name: PAPER });
    const checked = await jianbao(["profile", "check", "yunling.json"], { cwd });
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    expect(checked.stdout).toMatch(/^yunling\.json: good, 1 dateline, /);
    const restored = await jianbao(["scans/00.txt", "--profile", "./yunling.json"], { cwd });
    expect(JSON.parse(restored.stdout).generator.profile).toBe("yunling");
  });

  it("learn prints without -o, and names the profile after the folder", async () => {
    const outcome = await jianbao(["profile", "learn", "scans", "--quiet", "--least", "1"], { cwd: folderWith(pages) });
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(outcome.stdout).id).toBe("scans");
  });

  it("learn reports a page that it cannot read, and goes on", async () => {
    const cwd = folderWith({ ...pages, "scans/zz.txt": "\u0000\u0001\u0002" });
    const outcome = await jianbao(["profile", "learn", "scans"], { cwd });
    expect(JSON.parse(outcome.stdout).name).toBe(PAPER);
  });

  it("learn says what a wrong --least is", async () => {
    const outcome = await jianbao(["profile", "learn", "scans", "--least", "many"], { cwd: folderWith(pages) });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain("--least many is no number of pages");
  });

  it("check names file and key of every fault", async () => {
    const profile = {
      id: "my",
      name: "",
      sectionLabel: [],
      datelines: "本报讯",
      sectionLabels: ["乡音", { text: "", count: 2 }, { text: "家门口", counts: 2, seen: "A03.txt" }, 7],
      columnWidths: [26, { cells: 28, count: 1.5 }, "30"],
    };
    const cwd = folderWith({ "a.json": JSON.stringify(profile), "b.json": '{"id":"b","name":null}', "c.json": "{" });
    const outcome = await jianbao(["profile", "check", "a.json", "b.json"], { cwd });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout.split("\n").map((line) => line.split("; ")[0])).toEqual([
      'a.json: sectionLabel: unknown key "sectionLabel"',
      'a.json: name: "name" must be the name of the paper, or null',
      'a.json: datelines: "datelines" must be a list of texts',
      'a.json: sectionLabels[1].text: "sectionLabels" entry 2 has no "text" that can be used',
      'a.json: sectionLabels[2].counts: unknown key "counts" in "sectionLabels" entry 3',
      'a.json: sectionLabels[2].seen: "seen" of "sectionLabels" entry 3 must be a list of places',
      'a.json: sectionLabels[3]: "sectionLabels" entry 4 is empty or no text',
      'a.json: columnWidths[1].count: "count" of "columnWidths" entry 2 must be a whole number',
      'a.json: columnWidths[2]: "columnWidths" entry 3 is no width in cells',
      "b.json: good, no entries",
      "",
    ]);
    const broken = await jianbao(["profile", "check", "c.json", "d.json"], { cwd });
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain("c.json is not valid JSON");
    expect(broken.stderr).toContain("d.json (no such file or folder)");
  });

  it("list and show say what is built in", async () => {
    const list = await jianbao(["profile", "list"]);
    expect(list.stdout).toMatch(/^generic\t-\t17 datelines, /);
    expect(list.stdout).toContain("jinri-nvbao\t今日女报\t1 dateline, 1 byline prefix, ");
    const show = await jianbao(["profile", "show", "jinri-nvbao"]);
    expect(JSON.parse(show.stdout)).toEqual({ ...loadProfile("jinri-nvbao") });
    const nobody = await jianbao(["profile", "show", "nobody"]);
    expect(nobody.code).toBe(2);
    expect(nobody.stderr).toContain("generic, jinri-nvbao");
  });

  it("explains itself", async () => {
    const help = await jianbao(["profile", "learn", "--help"]);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain("--least <pages>");
  });
});
