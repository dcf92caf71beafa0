/** The same page in the coats that other converters give it: what is printed does not change. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { restorePage, restorePages } from "../src/index.ts";
import { verifyPage } from "../src/output/verify.ts";
import { COATS, dressLines, LINE_COATS } from "./helpers/coats.ts";

const PAGES = join(import.meta.dirname, "../fixtures/pages");

/** Fixtures with headings in Markdown and no other mark-up. */
const MARKDOWN = readdirSync(PAGES)
  .map((name) => ({ name, raw: readFileSync(join(PAGES, name, "raw.txt"), "utf8").replaceAll("\r\n", "\n") }))
  .filter(({ raw }) => /^#+ /m.test(raw) && !/[<&*!|]|^\s*[-_]{3,}/m.test(raw));

/** Fixtures of printed lines, one below the other. */
const PRINTED = readdirSync(PAGES)
  .map((name) => ({ name, raw: readFileSync(join(PAGES, name, "raw.txt"), "utf8").replaceAll("\r\n", "\n") }))
  .filter(({ raw }) => /^(?:[^#<>\n]{2,30}\n+){12}/.test(raw) && !/[<>\f ]{2}/.test(raw));

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

describe.each(LINE_COATS)("a page of printed lines as $coat", (coat) => {
  it.each(PRINTED)("holds what it prints, and is proved: $name", ({ raw }) => {
    const dump = dressLines(raw, coat);
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
    {
      over: "tags up to the end of the data",
      dump: JSON.stringify({
        text: `<html><body>${texts.map((text) => `<p>${text}</p>`).join("")}</body></html>`,
        s: 0.9,
      }),
    },
    {
      over: "a frame within a string whose line ends are written out",
      dump: JSON.stringify([...texts, ...texts, ...texts].map((text, i) => `${text}\t0.9${i}`).join("\n")),
    },
    {
      over: "a frame before a string whose line ends are written out",
      dump: JSON.stringify(
        [...texts, ...texts, ...texts].map((text, i) => `[[1, ${i}], [9, ${i}.5]] ${text}`).join("\n"),
      ),
    },
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

describe("data that says its texts twice", () => {
  const lines = [
    "渡口停了八年重新开船",
    "本报讯（记者 石小舟）青石渡口昨",
    "天重新开船。两岸的人都来看船，",
    "渡工解缆的时候有人放了鞭炮。",
  ];
  const words = lines.flatMap((line) => line.match(/.{1,3}/gs) ?? []);
  const whole = lines.join("\n");
  const texts = [lines[0] ?? "", lines.slice(1).join("")];
  const paragraph = "青石渡口昨天重新开船。两岸的人都来看船，渡工解缆的时候有人放了鞭炮。";
  const cases = [
    {
      what: "a page, its words and its characters",
      data: {
        textAnnotations: [
          { description: whole },
          ...words.map((description) => ({ description, boundingPoly: { x: 1 } })),
        ],
        fullTextAnnotation: { pages: [...whole.replaceAll("\n", "")].map((text) => ({ text })), text: whole },
      },
    },
    {
      what: "each text as it was and as it is",
      data: { texts: [...texts, "渡口的水位还在涨。"].map((text) => ({ label: "text", orig: text, text })) },
    },
  ];
  it.each(cases)("$what: has them once, and is proved", ({ data }) => {
    const dump = JSON.stringify(data);
    const page = restorePage(Buffer.from(dump), { file: "a.txt", map: true });
    expect(page.articles).toHaveLength(1);
    expect(page.articles[0]?.titleLines).toEqual([lines[0]]);
    expect(page.articles[0]?.paragraphs.join("")).toMatch(new RegExp(`^${paragraph}(?:渡口的水位还在涨。)?$`));
    expect(verifyPage(dump, page)).toEqual([]);
  });

  it("is not data in which something stands once only", () => {
    const dump = JSON.stringify([{ text: whole }, ...words.slice(1).map((text) => ({ text }))]);
    const page = restorePage(Buffer.from(dump), { file: "a.txt", map: true });
    expect(JSON.stringify(page.articles).length).toBeGreaterThan(whole.length * 2);
    expect(verifyPage(dump, page)).toEqual([]);
  });

  it("is not proved where a text that went stands nowhere else", () => {
    const dump = JSON.stringify([{ text: texts[0] }, { text: texts[1] }]);
    const page = restorePage(Buffer.from(dump), { file: "a.txt", map: true });
    const { map } = page;
    if (map === undefined) throw new Error("no map");
    const fields = map.fields.map((field) => ({
      ...field,
      pieces: field.pieces.map((piece): (typeof field.pieces)[number] =>
        dump.slice(piece[0], piece[1]).includes("鞭炮") ? [piece[0], piece[1], "", ["markup/json"]] : piece,
      ),
    }));
    const findings = verifyPage(dump, { ...page, map: { ...map, fields } });
    expect(findings.map(({ message }) => message)).toContain("markup/json removed it, and the page has it nowhere");
  });
});
