/** The same page in the coats that other converters give it: what is printed does not change. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { restorePage } from "../src/index.ts";

const PAGES = join(import.meta.dirname, "../fixtures/pages");

/** Fixtures with headings in Markdown and no other mark-up. */
const MARKDOWN = readdirSync(PAGES)
  .map((name) => ({ name, raw: readFileSync(join(PAGES, name, "raw.txt"), "utf8").replaceAll("\r\n", "\n") }))
  .filter(({ raw }) => /^#+ /m.test(raw) && !/[<&*!|]|^\s*[-_]{3,}/m.test(raw));

const COATS: readonly { readonly coat: string; readonly put: (raw: string) => string }[] = [
  { coat: "HTML", put: (raw) => blocksOf(raw).map(asHtml).join("\n") },
  { coat: "HTML on one line", put: (raw) => `<html><body>${blocksOf(raw).map(asHtml).join("")}</body></html>` },
  { coat: "Markdown with no-break blanks", put: (raw) => raw.replace(/^(#+) /gm, "$1\u00a0") },
  { coat: "Markdown in a fence", put: (raw) => `\`\`\`markdown\n${raw}\n\`\`\`\n` },
  { coat: "Markdown with entities", put: (raw) => raw.replaceAll("“", "&ldquo;").replaceAll("”", "&#8221;") },
  { coat: "CRLF", put: (raw) => raw.replaceAll("\n", "\r\n") },
  { coat: "doubled line ends", put: (raw) => raw.replaceAll("\n", "\r\r\n") },
  { coat: "blanks behind all lines", put: (raw) => raw.replaceAll("\n", "  \n") },
];

/** The hole of a removed picture is a picture. */
function blocksOf(raw: string): string[] {
  return raw
    .trim()
    .replace(/\n{4,}/g, "\n\n![](p.jpg)\n\n")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function asHtml(block: string): string {
  if (block.startsWith("![]")) return '<img src="p.jpg"/>';
  const [, marks = "", words = block] = /^(#+) (.*)$/.exec(block) ?? [];
  return marks === "" ? `<p>${words}</p>` : `<h${marks.length} class="t">${words}</h${marks.length}>`;
}

function printed(dump: string): unknown {
  const { articles } = restorePage(Buffer.from(dump), { file: "a.txt" });
  return articles.map(({ sectionLabel, titleLines, byline, paragraphs, captions }) => ({
    sectionLabel,
    titleLines,
    byline,
    paragraphs,
    captions,
  }));
}

it("has pages to dress", () => {
  expect(MARKDOWN.length).toBeGreaterThan(2);
});

describe.each(COATS)("a page as $coat", ({ put }) => {
  it.each(MARKDOWN)("holds what it prints: $name", ({ raw }) => {
    expect(printed(put(raw))).toEqual(printed(raw));
  });
});
