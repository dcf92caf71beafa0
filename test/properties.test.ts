import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decode } from "../src/decode/decode.ts";
import { pageToJson } from "../src/output/json.ts";
import { verifyPage } from "../src/output/verify.ts";
import type { Page } from "../src/page.ts";
import { restorePage } from "../src/restore.ts";
import { cleanText } from "./helpers/clean-text.ts";
import { brokenFacts, describeFacts } from "./helpers/facts.ts";
import { type Case, casesIn, HOSTILE, PAGES } from "./helpers/folders.ts";
import { FORMS, type Form, type GeneratedPage, generatePage } from "./helpers/generate-page.ts";
import { Random } from "./helpers/random.ts";

/** Pages of each form; the joins are counted on more of them, which costs little. */
const GENERATED = 40;
const GENERATED_FOR_JOINS = 150;
/** Restoring the clean text of a page may not touch its words again. */
const REPAIRS = /^(?:space|width|quote|mark)\//;

/** Share of made joins that are right, and of true column ends that are joined; on the generated pages of this file. */
const JOIN_FLOORS: readonly { readonly form: Form; readonly precision: number; readonly recall: number }[] = [
  { form: "blocks", precision: 0.97, recall: 0.93 },
  { form: "markdown", precision: 0.97, recall: 0.82 },
];

interface Restored {
  readonly name: string;
  readonly text: string;
  readonly page: Page;
}

const FIXTURES = [...casesIn(PAGES), ...casesIn(HOSTILE).filter(isReadable)];

function isReadable({ folder }: Case): boolean {
  return JSON.parse(readFileSync(join(folder, "outcome.json"), "utf8")).exit === 0;
}

function restore(name: string, bytes: Uint8Array): Restored {
  return { name, text: decode(bytes).text, page: restorePage(bytes, { file: `${name}.txt`, map: true }) };
}

/** Generated pages, restored; the seed stands in the name. */
const RESTORED = new Map<string, Restored & { readonly generated: GeneratedPage }>();

function generated(form: Form, count = GENERATED): readonly (Restored & { readonly generated: GeneratedPage })[] {
  const only = process.env.JIANBAO_SEED;
  const seeds = only === undefined ? Array.from({ length: count }, (_, i) => i + 1) : [Number(only)];
  return seeds.map((seed) => {
    const name = `${form}-seed-${seed}`;
    const known = RESTORED.get(name);
    if (known !== undefined) return known;
    const page = generatePage(new Random(seed), form);
    const made = { ...restore(name, Buffer.from(page.text)), generated: page };
    RESTORED.set(name, made);
    return made;
  });
}

function faultsOf({ text, page }: Restored): string {
  return describeFacts(brokenFacts(text, page));
}

describe("every fixture", () => {
  it.each(FIXTURES)("$slug: owns each character once, keeps it, invents none", ({ slug, bytes }) => {
    const restored = restore(slug, bytes);
    expect(faultsOf(restored)).toBe("");
    expect(verifyPage(restored.text, restored.page)).toEqual([]);
  });

  it.each(FIXTURES)("$slug: gives the same bytes twice", ({ slug, bytes }) => {
    expect(pageToJson(restore(slug, bytes).page)).toBe(pageToJson(restore(slug, bytes).page));
  });

  it.each(casesIn(PAGES))("$slug: leaves its own clean text alone", ({ slug, bytes }) => {
    expect(secondPass(restore(slug, bytes))).toEqual([]);
  });

  it.each(casesIn(PAGES))("$slug: reads its own clean text as the same paragraphs", ({ slug, bytes }) => {
    const { page } = restore(slug, bytes);
    const again = restorePage(Buffer.from(cleanText(page)), { file: `${slug}.txt` });
    const paragraphs = (of: Page): unknown => of.articles.map((article) => article.paragraphs);
    expect(paragraphs(again)).toEqual(paragraphs(page));
  });

  it.each([
    { what: "a picture with words of the paper", text: "青石县开工\n\n![开工仪式](images/1.jpg)\n\n今天,新桥开工了。" },
    { what: "a tag with words of the paper", text: "青石县开工\n\n[image: 开工仪式]\n\n今天,新桥开工了。" },
    { what: "figures cut by a column end", text: "青石县开工\n\n今天,新桥开工了,总投资１２\n\n００万元,明年完工。" },
    {
      what: "a mark on a line of its own, below a letter",
      text: "桥 R\n\n\u0301\n\n开工\n\n□ 石小舟\n\n今天,新桥开工了。",
    },
    {
      what: "marks of two lines that would change places if they stood together",
      text: "桥 Õ>\n\n?\u0318新桥今日开工\n\n□ 石小舟\n\n今天,新桥开工了。",
    },
    {
      what: "bold marks between a headline and its dateline",
      text: "灯台夜里不熄灯**青石晚报讯**(记者 石小舟)今天,新桥开工了。",
    },
    {
      what: "bold marks around a column end",
      text: "青石县开工\n\n今天,新桥**开工了,总投资**\n\n１２００万元,明年完工。",
    },
  ])("$what: owns each character once, keeps it, invents none", ({ what, text }) => {
    const restored = restore(what, Buffer.from(text));
    expect(faultsOf(restored)).toBe("");
    expect(verifyPage(restored.text, restored.page)).toEqual([]);
  });
});

describe.each(FORMS)("generated pages as %s", (form) => {
  it("own each character once, keep it and invent none", () => {
    const broken = generated(form).filter((restored) => brokenFacts(restored.text, restored.page).length > 0);
    expect(broken.map((restored) => `${restored.name}\n${faultsOf(restored)}`)).toEqual([]);
    const unproved = generated(form).filter(({ text, page }) => verifyPage(text, page).length > 0);
    expect(unproved.map(({ name }) => name)).toEqual([]);
  });

  it("give the same bytes twice", () => {
    const differing = generated(form).filter(
      ({ name, text, page }) => pageToJson(restore(name, Buffer.from(text)).page) !== pageToJson(page),
    );
    expect(differing.map(({ name }) => name)).toEqual([]);
  });

  it("leave their own clean text alone", () => {
    const touched = generated(form).flatMap((restored) =>
      secondPass(restored).map((edit) => `${restored.name}: ${edit}`),
    );
    expect(touched).toEqual([]);
  });
});

describe.each(JOIN_FLOORS)("joins of generated pages as $form", ({ form, precision, recall }) => {
  it(`are right in ${precision * 100} and found in ${recall * 100} of 100 cases`, () => {
    const counts = { made: 0, right: 0, true: 0, found: 0 };
    const wrong: string[] = [];
    for (const { name, text, page, generated: truth } of generated(form, GENERATED_FOR_JOINS)) {
      const joins = page.map?.joins ?? [];
      for (const { tail, head } of joins) {
        counts.made += 1;
        if (truth.follows.get(tail) === head) counts.right += 1;
        else wrong.push(`${name}: ${text.slice(Math.max(0, tail - 12), tail + 1)} | ${text.slice(head, head + 12)}`);
      }
      counts.true += truth.seams.length;
      counts.found += truth.seams.filter((seam) =>
        joins.some((join) => join.tail === seam.tail && join.head === seam.head),
      ).length;
    }
    const shares = { precision: counts.right / counts.made, recall: counts.found / counts.true };
    console.log(
      `${form}: ${counts.made} joins made, ${counts.right} right (${(shares.precision * 100).toFixed(1)} %); ` +
        `${counts.found} of ${counts.true} true ones found (${(shares.recall * 100).toFixed(1)} %)`,
    );
    expect(shares.precision, wrong.join("\n")).toBeGreaterThanOrEqual(precision);
    expect(shares.recall).toBeGreaterThanOrEqual(recall);
  });
});

describe("a generated page", () => {
  it("is the same for the same seed, and another for another", () => {
    const page = (seed: number): string => generatePage(new Random(seed), "blocks").text;
    expect(page(7)).toBe(page(7));
    expect(page(7)).not.toBe(page(8));
  });

  it("holds what it says: seams, moved pieces, empty columns, rare characters, lone quotes", () => {
    const pages = Array.from({ length: 200 }, (_, i) => generatePage(new Random(i + 1), "blocks"));
    expect(pages.some(({ seams }) => seams.length > 0)).toBe(true);
    expect(pages.some(({ isDisplaced }) => isDisplaced)).toBe(true);
    expect(pages.some(({ text }) => /\n\u3000\n/u.test(text))).toBe(true);
    expect(pages.some(({ text }) => /[\ud800-\udbff]/.test(text))).toBe(true);
    expect(
      pages.some(({ paragraphs }) => paragraphs.some((words) => words.split("“").length !== words.split("”").length)),
    ).toBe(true);
    for (const { text, seams } of pages) {
      for (const { tail, head } of seams) {
        expect(text.charAt(tail)).toMatch(/\S/u);
        expect(text.charAt(head)).toMatch(/\S/u);
      }
    }
  });
});

/** Edits that a second pass over the clean text of a page makes to its words. */
function secondPass({ name, page }: Restored): string[] {
  const again = restorePage(Buffer.from(cleanText(page)), { file: `${name}.txt`, map: true });
  return (again.map?.edits ?? [])
    .filter(({ rule }) => REPAIRS.test(rule))
    .map(
      ({ rule, before, after, line, column }) =>
        `${rule} ${line}:${column} ${JSON.stringify(before)} → ${JSON.stringify(after)}`,
    );
}
