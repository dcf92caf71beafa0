import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { restorePage } from "../src/index.ts";
import { closeUp } from "../src/lines/double-spaced.ts";
import { readLines } from "../src/lines/lines.ts";

const PAGES = join(import.meta.dirname, "../fixtures/pages");

function articlesOf(dump: string) {
  return restorePage(Buffer.from(dump), { file: "a.txt" }).articles;
}

/** The dump with a blank line for `-`, another line for each other character. */
function gaps(pattern: string): string {
  const source = { file: "a.txt", text: [...pattern].map((line) => (line === "-" ? "" : line)).join("\n") };
  return closeUp(source, readLines(source))
    .map(({ start, end }) => source.text.slice(start, end) || "-")
    .join("");
}

describe("a dump with doubled line ends", () => {
  it.each(readdirSync(PAGES))("is read as if it had single ones, CR CR LF: %s", (name) => {
    const raw = readFileSync(join(PAGES, name, "raw.txt"), "utf8").replaceAll("\r\n", "\n");
    expect(articlesOf(raw.replaceAll("\n", "\r\r\n"))).toEqual(articlesOf(raw));
  });

  it.each([
    { dump: "a---b---c-----d---e", closed: "a-b-c--d-e" },
    { dump: "a-b-c---d-e-f", closed: "a-b-c---d-e-f", why: "blocks" },
    { dump: "a---b", closed: "a---b", why: "too few" },
  ])("loses half of its blank lines: $dump", ({ dump, closed }) => {
    expect(gaps(dump)).toBe(closed);
  });

  it("of columns side by side has none either, however long its lines are", () => {
    const row = "渡口的老船工把缆绳系在木桩上，".repeat(5);
    const lines = Array.from({ length: 60 }, () => `${row}      ${row}`);
    const source = { file: "a.txt", text: lines.join("\n\n") };
    expect(closeUp(source, readLines(source))).toHaveLength(60);
  });

  it("of printed lines has no blank line left between most of them", () => {
    const lines = Array.from({ length: 60 }, (_, i) => `渡口的老船工把缆绳系在第${i + 10}根木桩`);
    const source = { file: "a.txt", text: lines.join("\n\n") };
    expect(closeUp(source, readLines(source)).every(({ isBlank }) => !isBlank)).toBe(true);
  });

  it("of printed lines may have lines of headlines that stand close", () => {
    const lines = Array.from(
      { length: 60 },
      (_, i) => `渡口的老船工把缆绳系在第${i + 10}根木桩${i % 9 === 4 ? "" : "\n"}`,
    );
    const source = { file: "a.txt", text: lines.join("\n").trimEnd() };
    expect(closeUp(source, readLines(source)).every(({ isBlank }) => !isBlank)).toBe(true);
  });
});
