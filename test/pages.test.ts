import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { readSchemaText } from "../src/output/schema.ts";
import type { Page } from "../src/page.ts";
import { type Case, casesIn, PAGES } from "./helpers/folders.ts";
import { restoreCase } from "./helpers/restore.ts";

/**
 * Parts of expected.json that were not yet read by a person. Empty: the whole page is compared.
 * `generator` is left out but for its profile, because the version changes with every release.
 */
const NOT_YET_COMPARED: readonly ("notices" | "confidence")[] = [];

/** Pages that come out wrong for a known reason; the test complains when one comes out right. */
const KNOWN_TO_FAIL: readonly { readonly slug: string; readonly reason: string }[] = [
  // The other kinds of dump are the work of the issue after the main job.
  { slug: "pdf-raw-hard-wrapped", reason: "a paragraph that ends with a full line, before one whose indent the dump has lost" },
  { slug: "side-by-side-columns", reason: "side by side: columns are not yet unwoven" },
];

const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readSchemaText()));

describe.each(casesIn(PAGES))("page $slug", (page) => {
  const known = KNOWN_TO_FAIL.find(({ slug }) => slug === page.slug);
  const test = known === undefined ? it : it.fails;

  test(`comes out as expected.json says${known === undefined ? "" : ` (not yet: ${known.reason})`}`, () => {
    const actual = restoreCase(page, page.bytes);
    const expected: Page = JSON.parse(readFileSync(join(page.folder, "expected.json"), "utf8"));
    keepActual(page, actual, expected);
    expect(compared(actual)).toEqual(compared(expected));
  });

  it("gives JSON that the schema allows", () => {
    expect(validate(restoreCase(page, page.bytes)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(restoreCase(page, page.bytes, true)), JSON.stringify(validate.errors)).toBe(true);
  });

  it("says in notes.md where it came from", () => {
    expect(existsSync(join(page.folder, "notes.md"))).toBe(true);
  });
});

it("knows only pages that are there, each once", () => {
  const slugs = casesIn(PAGES).map(({ slug }) => slug);
  const known = KNOWN_TO_FAIL.map(({ slug }) => slug);
  expect(known.filter((slug) => !slugs.includes(slug))).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
});

/** The page without what is not compared: the version, and the parts named above. */
function compared(page: Page): unknown {
  const { generator, notices, articles, ...rest } = page;
  return {
    ...rest,
    profile: generator.profile,
    articles: NOT_YET_COMPARED.includes("confidence")
      ? articles.map(({ confidence: _, ...article }) => article)
      : articles,
    ...(NOT_YET_COMPARED.includes("notices") ? {} : { notices }),
  };
}

/** Writes actual.json beside a page that differs, and takes an old one away from a page that does not. */
function keepActual({ folder }: Case, actual: Page, expected: Page): void {
  const path = join(folder, "actual.json");
  const isSame = JSON.stringify(compared(actual)) === JSON.stringify(compared(expected));
  if (isSame) rmSync(path, { force: true });
  else writeFileSync(path, `${JSON.stringify(actual, null, 2)}\n`);
}
