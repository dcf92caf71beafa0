/** The same page in the coats that other converters give it: what is printed does not change. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { restorePage, restorePages } from "../src/index.ts";
import { verifyPage } from "../src/output/verify.ts";

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
  {
    coat: "an array of JSON",
    put: (raw) =>
      JSON.stringify(
        blocksOf(raw).map((text) => ({ box: [1], text })),
        null,
        2,
      ),
  },
  { coat: "a record of JSON with all of it", put: (raw) => JSON.stringify({ file: "a.png", markdown: raw }) },
  { coat: "a string with its line ends written out", put: (raw) => JSON.stringify(raw) },
  {
    coat: "records of JSON with the labels of a layout model",
    put: (raw) =>
      JSON.stringify({
        blocks: blocksOf(raw).map((block) => ({ ...labelled(block), bbox: { l: 60, t: 10, r: 90, b: 40 } })),
        boxes: [{ label: "doc_title", score: 0.9 }],
      }),
  },
  { coat: "records as Python prints them", put: (raw) => `[${blocksOf(raw).map(asPython).join(", ")}]` },
  { coat: "blocks as PaddleOCR-VL prints them", put: (raw) => `[\n${blocksOf(raw).map(asRecord).join(", ")}]\n` },
  { coat: "blocks with their places", put: (raw) => blocksOf(raw).map(asBlock).join("\n") },
  {
    coat: "LaTeX",
    put: (raw) =>
      raw.replace(/^(#+) (.*)$/gm, (_, marks: string, words: string) =>
        marks.length === 1 ? `\\title{\n${words}\n}` : `\\${"sub".repeat(marks.length - 2)}section*{${words}}`,
      ),
  },
  { coat: "headings closed by hashes", put: (raw) => raw.replace(/^(#+) (.*)$/gm, "$1 $2 $1") },
  { coat: "Markdown with escaped marks", put: (raw) => raw.replace(/(?<!^#*)(?=[-.*_(])/gm, "\\") },
  { coat: "Markdown behind front matter", put: (raw) => `---\nlanguage: zh\nrotation: 0\n---\n${raw}` },
  { coat: "Markdown of a page with its number", put: (raw) => `## Page 3\n\n${raw}` },
  { coat: "CRLF", put: (raw) => raw.replaceAll("\n", "\r\n") },
  { coat: "doubled line ends", put: (raw) => raw.replaceAll("\n", "\r\r\n") },
  { coat: "blanks behind all lines", put: (raw) => raw.replaceAll("\n", "  \n") },
];

/** Fixtures of printed lines, one below the other. */
const PRINTED = readdirSync(PAGES)
  .map((name) => ({ name, raw: readFileSync(join(PAGES, name, "raw.txt"), "utf8").replaceAll("\r\n", "\n") }))
  .filter(({ raw }) => /^(?:[^#<>\n]{2,30}\n+){12}/.test(raw) && !/[<>\f ]{2}/.test(raw));

const LINE_COATS: readonly { readonly coat: string; readonly put: (line: string, number: number) => string }[] = [
  { coat: "numbered lines", put: (line, number) => `${number}: ${line}` },
  { coat: "numbers set right", put: (line, number) => `${String(number).padStart(6)}\t${line}` },
  { coat: "quoted lines", put: (line) => `> ${line}` },
  { coat: "a list", put: (line) => `- ${line}` },
  { coat: "lines with their boxes", put: (line, number) => `[[40, ${number}], [290.5, ${number + 9}]] ${line}` },
  { coat: "lines with a score", put: (line, number) => `${line}\t0.9${number}` },
  { coat: "lines of JSON", put: (line, number) => JSON.stringify({ box: [1, number], text: line, score: 0.97 }) },
  { coat: "rows of CSV", put: (line, number) => `${number},40,9.5,"${line.replaceAll('"', '\\"')}"` },
  { coat: "lines with a tag at their ends", put: (line) => `${line}<br/>` },
  { coat: "lines in tags", put: (line) => `<span class='ocr_line'>${line}</span>` },
  { coat: "lines with entities", put: (line) => line.replaceAll("“", "&ldquo;").replaceAll("”", "&#8221;") },
  { coat: "lines with a stroke at their ends", put: (line) => `${line}\\` },
  { coat: "radicals for characters", put: (line) => line.replaceAll("人", "⼈").replaceAll("长", "⻓") },
  { coat: "blanks of no width", put: (line) => line.replace(/(?<=[一-鿿])(?=[一-鿿])/g, "\u200b") },
  { coat: "soft hyphens", put: (line) => `${line}\u00ad` },
  { coat: "marks of small form", put: (line) => line.replaceAll("，", "﹐").replaceAll("。", "﹒") },
  {
    coat: "full-width figures",
    put: (line) => line.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  },
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

function asBlock(block: string, i: number): string {
  return `<|ref|>${/^#/.test(block) ? "title" : "text"}<|/ref|><|det|>[[${i}, 20, 900, ${i + 40}]]<|/det|>\n${block}\n`;
}

/** Headings of two levels have names; a deeper one keeps its marks. */
function labelled(block: string): { readonly label: string; readonly text: string } {
  const [, marks = "", words = block] = /^(##?) (.*)$/.exec(block) ?? [];
  return { label: marks === "#" ? "doc_title" : marks === "##" ? "paragraph_title" : "text", text: words };
}

function asPython(block: string): string {
  const { label, text } = labelled(block);
  return text.includes("'") ? `{'label': '${label}', 'text': "${text}"}` : `{'label': '${label}', 'text': '${text}'}`;
}

function asRecord(block: string): string {
  const { label, text } = labelled(block);
  const row = "#".repeat(17);
  return `\n${row}\nlabel:\t${label}\nbbox:\t[60, 40, 400, 70]\ncontent:\t${text}\n${row}`;
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
  expect(PRINTED.length).toBeGreaterThan(2);
});

describe.each(COATS)("a page as $coat", ({ put }) => {
  it.each(MARKDOWN)("holds what it prints, and is proved: $name", ({ raw }) => {
    expect(printed(put(raw))).toEqual(printed(raw));
    expect(verifyPage(put(raw), restorePage(Buffer.from(put(raw)), { file: "a.txt", map: true }))).toEqual([]);
  });
});

describe.each(LINE_COATS)("a page of printed lines as $coat", ({ put }) => {
  it.each(PRINTED)("holds what it prints, and is proved: $name", ({ raw }) => {
    const dump = raw
      .split("\n")
      .map((line, i) => (line.trim() === "" ? line : put(line, i + 1)))
      .join("\n");
    expect(printed(dump)).toEqual(printed(raw));
    expect(verifyPage(dump, restorePage(Buffer.from(dump), { file: "a.txt", map: true }))).toEqual([]);
  });
});

it("says once, where it begins, that it took a frame off, and nothing of a page without one", () => {
  const [page] = PRINTED;
  const lines = page?.raw.trim().split("\n") ?? [];
  const framesSaid = (dump: string): readonly unknown[] =>
    restorePage(Buffer.from(dump)).notices.flatMap(({ rule, line, column, message }) =>
      rule === "markup/frame" ? [{ line, column, names: message.includes("“7:”") }] : [],
    );
  expect(framesSaid(lines.map((line, i) => `${i + 7}: ${line}`).join("\n"))).toEqual([
    { line: 1, column: 1, names: true },
  ]);
  expect(framesSaid(lines.join("\n"))).toEqual([]);
});

it("reads a heading that two steps make and unmake: a tag is its mark, and a page mark none", () => {
  const dump = "渡口停了八年。<br>#<h2>Page 3</h2><p>青石渡口昨天重新开船。</p>\n";
  const page = restorePage(Buffer.from(dump), { file: "a.txt", map: true });
  expect(page.articles.flatMap(({ paragraphs }) => paragraphs)).toEqual(["渡口停了八年。", "青石渡口昨天重新开船。"]);
  expect(verifyPage(dump, page)).toEqual([]);
});

describe("a coat over another one is proved", () => {
  const texts = ["青禾县召开春耕会", "本报讯 三月一日，青禾县在石桥镇召开了春耕会，各乡的人都来了。", "石桥镇修通新路"];
  const records = (strings: readonly string[]): string =>
    strings.map((text) => JSON.stringify({ text, s: 0.98 })).join(",\n");
  it.each([
    { over: "form feeds between records", dump: `[${records(texts)},\f\f\n${records(texts)}\f]` },
    { over: "tags in strings", dump: `[${records(texts.map((text) => `<span class="ocr_line">${text}</span>`))}]` },
    { over: "blanks of no width in strings", dump: `[${records(texts.map((text) => `${text}\u200b`))}]\ufe0f` },
    { over: "escaped line ends in strings", dump: `[${records([texts.join("\\n\\n\\n")])}]` },
    { over: "a string without a comma behind it", dump: `[${records(texts).replace(',"s"', '"","s"')}]` },
    {
      over: "frames in strings",
      dump: `[${records(Array.from({ length: 9 }, (_, i) => `> ${texts[i % 3]}`))}]`,
    },
  ])("$over", ({ dump }) => {
    const [first, ...rest] = restorePages(Buffer.from(dump), { file: "a.txt", map: true });
    for (const page of first === undefined ? [] : [first, ...rest]) expect(verifyPage(dump, page)).toEqual([]);
    expect(first?.articles[0]?.headline).toBe(texts[0]);
  });
});
