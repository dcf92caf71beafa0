import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Page } from "../src/page.ts";
import { readColumns } from "./helpers/unwoven.ts";

const PAGES = join(import.meta.dirname, "../fixtures/pages");
const MEASURE = 13;
const INDENT = 2;
const COLUMNS = 3;

/** Paragraphs of the fixtures as the printed lines of one long column, the first of each short by its indent. */
function printedLines(): string[] {
  const pages = readdirSync(PAGES).map(
    (slug): Page => JSON.parse(readFileSync(join(PAGES, slug, "expected.json"), "utf8")),
  );
  const paragraphs = pages
    .flatMap(({ articles }) => articles.flatMap((article) => article.paragraphs))
    .filter((text) => text.length > 40 && /^[〇㐀-鿿，。、“”]+$/.test(text));
  return paragraphs.flatMap((text) => [
    text.slice(0, MEASURE - INDENT),
    ...(text.slice(MEASURE - INDENT).match(new RegExp(`.{1,${MEASURE}}`, "gu")) ?? []),
  ]);
}

describe("columns that take turns line by line", () => {
  const printed = printedLines();
  const rows = Math.floor(printed.length / COLUMNS);
  const woven = (rowCount: number): string[] =>
    Array.from({ length: rowCount * COLUMNS }, (_, i) => {
      const row = Math.floor(i / COLUMNS);
      return printed[(i % COLUMNS) * rowCount + row] ?? "";
    });

  it("are read one after the other", () => {
    const interleaved = woven(rows);
    const found = readColumns(interleaved);
    expect([...found].sort()).toEqual([...interleaved].sort());
    const right = found.filter((line, i) => i > 0 && printed.indexOf(line) === printed.indexOf(found[i - 1] ?? "") + 1);
    expect(right.length / found.length).toBeGreaterThan(0.9);
  });

  it("are read so on a small page, too", () => {
    const found = readColumns(woven(12)).join("\n");
    expect(found).toContain(printed.slice(1, 9).join("\n"));
  });

  it("are left alone where an engine that reads a picture sets parts apart by blank lines", () => {
    const scan = woven(12).map((line) => line.replace(/，/gu, ","));
    const apart = scan.flatMap((line, i) => (i % 6 === 5 ? [line, ""] : [line]));
    expect(readColumns(apart)).toEqual(scan);
  });

  it("are left alone where one stands below the other", () => {
    expect(readColumns(printed)).toEqual(printed);
  });
});
