import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { readSchemaText } from "../src/output/schema.ts";
import type { Page } from "../src/page.ts";
import { type Case, casesIn, PAGES } from "./helpers/folders.ts";
import { restoreCase } from "./helpers/restore.ts";

const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readSchemaText()));

describe.each(casesIn(PAGES))("page $slug", (page) => {
  // A page that is not done yet says why in its pending.md; the test complains when it comes out right.
  const isPending = existsSync(join(page.folder, "pending.md"));
  const test = isPending ? it.fails : it;

  test(`comes out as expected.json says${isPending ? " (pending)" : ""}`, () => {
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

/** The page without what is not compared: the version, and the parts named above. */
function compared(page: Page): unknown {
  const { generator, notices, articles, ...rest } = page;
  return {
    ...rest,
    profile: generator.profile,
    articles,
    notices,
  };
}

/** Writes actual.json beside a page that differs, and takes an old one away from a page that does not. */
function keepActual({ folder }: Case, actual: Page, expected: Page): void {
  const path = join(folder, "actual.json");
  const isSame = JSON.stringify(compared(actual)) === JSON.stringify(compared(expected));
  if (isSame) rmSync(path, { force: true });
  else writeFileSync(path, `${JSON.stringify(actual, null, 2)}\n`);
}
