/** Several pages in one dump, parted by form feeds. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { pageToJson, restorePage, restorePages, verifyPage } from "../src/index.ts";
import { partsOf } from "../src/lines/pages.ts";
import { readSchemaText } from "../src/output/schema.ts";
import { filesIn, folderWith, jianbao, readJson } from "./helpers/command.ts";
import { generatePage } from "./helpers/generate-page.ts";
import { forSeeds } from "./helpers/random.ts";

const ONE = "青石开展送书活动\n\n5月16日,青石县召开春耕现场会,部署下一步工作。会议要求 各地认真落实。\n";
const OTHER = "柳溪举办读书会\n\n4月16日,柳溪县图书馆举办读书会,来自各乡镇的 读者到场。\n";
const THIRD = "石阶坊修好了路灯\n\n昨天,石阶坊社区的路灯全部修好,居民出门 不再摸黑。\n";
const THREE = `${ONE}\f${OTHER}\f${THIRD}\f`;

describe("the pages of a dump", () => {
  const cases = [
    { title: "no form feed", text: ONE, numbers: [] },
    { title: "one at the end, as pdftotext writes it", text: `${ONE}\f`, numbers: [] },
    { title: "one at the end and blanks behind", text: `${ONE}\f\n \u3000\n`, numbers: [] },
    { title: "one at the start", text: `\f${ONE}`, numbers: [] },
    { title: "nothing but form feeds", text: "\f\f\f", numbers: [] },
    { title: "nothing", text: "", numbers: [] },
    { title: "two pages, the second without its end", text: `${ONE}\f${OTHER}`, numbers: ["1/2", "2/2"] },
    { title: "two pages", text: `${ONE}\f${OTHER}\f`, numbers: ["1/2", "2/2"] },
    { title: "a blank page between two", text: `${ONE}\f\n\f${OTHER}\f`, numbers: ["1/3", "3/3"] },
    { title: "a blank page before two and one behind", text: `\f${ONE}\f${OTHER}\f\f`, numbers: ["2/4", "3/4"] },
  ];

  it.each(cases)("are counted with $title", ({ text, numbers }) => {
    const parts = partsOf(text);
    expect(parts.map(({ number, of }) => `${number}/${of}`)).toEqual(numbers);
    for (const { start, end } of parts) expect(text.slice(start, end).trim()).not.toBe("");
    const pages = restorePages(Buffer.from(text), { file: "a.txt" });
    expect(pages).toHaveLength(Math.max(1, numbers.length));
    if (numbers.length === 0) expect(pages[0]).toEqual(restorePage(Buffer.from(text), { file: "a.txt" }));
  });

  it("have the articles that each of them has alone, with ids and places of the whole dump", () => {
    const pages = restorePages(Buffer.from(THREE), { file: "A03.txt", map: true });
    const alone = [ONE, OTHER, THIRD].map((text) => restorePage(Buffer.from(text), { file: "A03.txt", map: true }));
    for (const [i, page] of pages.entries()) {
      const articles = alone[i]?.articles.map((article, k) => ({ ...article, id: `A03.p${i + 1}-${k + 1}` }));
      expect(page.articles).toEqual(articles);
      expect(page.map?.joins.length).toBe(alone[i]?.map?.joins.length);
    }
    const [edit] = pages[1]?.map?.edits ?? [];
    expect(edit?.line).toBeGreaterThan(ONE.split("\n").length - 1);
    expect(THREE.slice(edit?.start, edit?.end)).toBe(edit?.before);
  });

  it("follow the schema and are proved, each with its own range", () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readSchemaText()));
    const pages = restorePages(Buffer.from(THREE), { file: "A03.txt", map: true });
    for (const page of pages) {
      const read = JSON.parse(pageToJson(page));
      expect(validate(read), JSON.stringify(validate.errors)).toBe(true);
      expect(verifyPage(THREE, read)).toEqual([]);
    }
    const [first, second] = pages;
    if (first === undefined || second === undefined) throw new Error("no pages");
    const swapped = { ...first, source: second.source };
    expect(verifyPage(THREE, swapped).map(({ kind }) => kind)).toContain("lost");
  });

  it("own every character once between them", () => {
    forSeeds(30, (random) => {
      const text = Array.from({ length: random.between(2, 5) }, () =>
        random.isLucky(0.2) ? "\n" : generatePage(random, random.isLucky(0.5) ? "blocks" : "markdown").text,
      ).join("\f");
      for (const page of restorePages(Buffer.from(text), { map: true })) expect(verifyPage(text, page)).toEqual([]);
    });
  });
});

describe("the command", () => {
  it("prints one JSON document after another, or an article a line", async () => {
    const cwd = folderWith({ "A03.txt": THREE });
    const { code, stdout } = await jianbao(["A03.txt"], { cwd });
    expect(code).toBe(0);
    const pages = stdout.split(/(?<=^\}\n)/m).map((text) => JSON.parse(text));
    expect(pages.map(({ source }) => source.part.number)).toEqual([1, 2, 3]);
    const lines = (await jianbao(["A03.txt", "--format", "ndjson"], { cwd })).stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(["A03.p1-1", "A03.p2-1", "A03.p3-1"]);
  });

  it("gives each page a file of its own in a folder, which verify proves", async () => {
    const cwd = folderWith({ "scans/A03.txt": THREE, "scans/A04.txt": `${ONE}\f` });
    expect((await jianbao(["scans", "-o", "json"], { cwd })).code).toBe(0);
    expect(filesIn(join(cwd, "json"))).toEqual(["A03.p1.json", "A03.p2.json", "A03.p3.json", "A04.json"]);
    expect(readJson(join(cwd, "json/A04.json"))).not.toHaveProperty("source.part");
    const proof = await jianbao(["verify", "json", "--source", "scans"], { cwd });
    expect(proof).toMatchObject({ code: 0, stderr: "" });
    expect(proof.stdout).toContain("4 pages: 4 proved");
    expect((await jianbao(["scans", "-o", "json"], { cwd })).stderr).toContain("2 done before");
    expect((await jianbao(["scans", "-o", "mapped", "--map"], { cwd })).code).toBe(0);
    expect((await jianbao(["verify", "mapped", "--source", "scans"], { cwd })).code).toBe(0);
    expect((await jianbao(["verify", "json/A03.p2.json", "--source", "scans"], { cwd })).code).toBe(0);
  });

  it("finds a page of the dump that is missing, and one that is another's", async () => {
    const cwd = folderWith({ "scans/A03.txt": THREE });
    await jianbao(["scans", "-o", "json"], { cwd });
    const [first, second] = ["json/A03.p1.json", "json/A03.p2.json"].map((name) => join(cwd, name));
    writeFileSync(first ?? "", readFileSync(second ?? ""));
    const { code, stdout } = await jianbao(["verify", "json", "--source", "scans"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("no page was made from page 1 of this dump");
  });

  it("takes away pages that the dump no longer has, unless somebody has changed them", async () => {
    const cwd = folderWith({ "scans/A03.txt": THREE });
    await jianbao(["scans", "-o", "json"], { cwd });
    writeFileSync(join(cwd, "json/A03.p2.json"), "mine");
    writeFileSync(join(cwd, "scans/A03.txt"), ONE);
    await jianbao(["scans", "-o", "json"], { cwd });
    expect(filesIn(join(cwd, "json"))).toEqual(["A03.json", "A03.p2.json"]);
  });

  it("refuses to put several pages into one file, or over the page of another dump", async () => {
    const cwd = folderWith({ "A03.txt": THREE, "scans/A03.txt": THREE, "scans/A03.p2.txt": ONE });
    const single = await jianbao(["A03.txt", "-o", "A03.json"], { cwd });
    expect(single.code).toBe(2);
    expect(single.stderr).toContain("3 pages, which do not fit into one file");
    const many = await jianbao(["scans", "-o", "json"], { cwd });
    expect(many.code).toBe(2);
    expect(many.stderr).toContain("may belong to another input");
    expect(filesIn(join(cwd, "json"))).toEqual(["A03.p2.json"]);
  });

  it("explains places of every page in lines of the dump", async () => {
    const cwd = folderWith({ "A03.txt": THREE });
    const line = ONE.split("\n").length + OTHER.split("\n").length + 1;
    const { code, stdout } = await jianbao(["explain", "A03.txt", `${line}:3`], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("output, page 3");
    expect(stdout).toContain("/articles/0/paragraphs/0");
    const all = await jianbao(["explain", "A03.txt"], { cwd });
    expect(all.stdout).toContain(`${line}:`);
  });
});
