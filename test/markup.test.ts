import { describe, expect, it } from "vitest";
import { restorePage } from "../src/index.ts";
import { verifyPage } from "../src/output/verify.ts";
import { readEntity } from "../src/text/entities.ts";

function restored(source: string) {
  const page = restorePage(Buffer.from(source), { file: "a.txt", map: true });
  expect(verifyPage(source, page)).toEqual([]);
  return page;
}

const PARAGRAPH = "榆岭县的挑夫把三百担新茶送下山，走的还是祖辈踩出来的那条石板路，一天一个来回。";

const SECOND = "挑夫里年纪最大的六十八岁，他说路陡的地方要横着走，茶篓子才不会磕在石头上。";

describe("mark-up of HTML", () => {
  const TITLE = "<h1>新茶下山</h1>\n<p>榆岭日报记者 祝青禾</p>\n";
  const cases = [
    { what: "tags of paragraphs on lines of their own", dump: `${TITLE}<div>\n<p>\n${PARAGRAPH}\n</p>\n</div>\n` },
    { what: "two paragraphs on a line", dump: `${TITLE}<p>${PARAGRAPH}</p><p>${SECOND}</p>` },
    { what: "tags inside words", dump: `${TITLE}<p>${PARAGRAPH.replace("三百担", "<b>三百</b>担")}</p>` },
    { what: "a fence", dump: `\`\`\`html\n${TITLE}<p>${PARAGRAPH}</p>\n\`\`\`\n` },
    { what: "a comment for a picture", dump: `${TITLE}<p>${PARAGRAPH}</p>\n<!-- image -->\n` },
    {
      what: "rules between all blocks",
      dump: `# 新茶下山\n\n---\n\n榆岭日报记者 祝青禾\n\n---\n\n${PARAGRAPH}\n\n***\n\n${SECOND}\n`,
    },
  ];

  it.each(cases)("is no text: $what", ({ dump }) => {
    const page = restored(dump);
    expect(page.articles).toHaveLength(1);
    const [article] = page.articles;
    expect(article).toMatchObject({ headline: "新茶下山", byline: "榆岭日报记者 祝青禾" });
    expect(article?.paragraphs[0]).toBe(PARAGRAPH);
    expect(page.setAside).toEqual([]);
  });

  it("has one headline where a line end parts it", () => {
    const [article] = restored(
      `<h1>新茶<br>下山</h1><p>榆岭日报记者 祝青禾</p><p>${PARAGRAPH}<br>${SECOND}</p>`,
    ).articles;
    expect(article?.headline).toBe("新茶 下山");
    expect(article?.paragraphs).toEqual([PARAGRAPH, SECOND]);
  });

  it("leaves no strokes around a text that has a table to itself", () => {
    const page = restored(`<h1>新茶下山</h1><table><tr><td>${PARAGRAPH}</td></tr><tr><td>${SECOND}</td></tr></table>`);
    expect(page.articles[0]?.paragraphs).toEqual([PARAGRAPH, SECOND]);
  });

  it.each([`<p>${PARAGRAPH}<<b>p>`, `<p>${PARAGRAPH}<p class="a`, `<table><td>${PARAGRAPH}</h1><p>`])(
    "keeps the promises where tags are broken: %s",
    (dump) => {
      expect(JSON.stringify(restored(dump))).toContain(PARAGRAPH);
    },
  );

  it("gives the level of a heading, whatever blank stands behind a hash", () => {
    for (const dump of [
      `<h2>榆岭茶路</h2>\n<h1>新茶下山</h1>\n<p>榆岭日报记者 祝青禾</p>\n<p>${PARAGRAPH}</p>\n`,
      `##\u00a0榆岭茶路\n\n#\u2003新茶下山\n\n榆岭日报记者 祝青禾\n\n${PARAGRAPH}\n`,
    ]) {
      const [article] = restored(dump).articles;
      expect(article).toMatchObject({ kicker: "榆岭茶路", headline: "新茶下山", byline: "榆岭日报记者 祝青禾" });
    }
  });

  it.each([
    "| 3月5日 | 东巷口 |\n| --- | :--: |\n| 3月7日 | 西桥头 |\n",
    "<table><tr><th>3月5日</th><th>东巷口</th></tr><tr><td>3月7日</td><td>西桥头</td></tr></table>",
  ])("keeps the cells of a table apart: %s", (table) => {
    const page = restored(`# 茶路\n\n榆岭日报记者 祝青禾\n\n${PARAGRAPH}\n\n${table}\n\n${SECOND}\n`);
    expect(page.articles[0]?.paragraphs.slice(1, 3)).toEqual(["3月5日　东巷口", "3月7日　西桥头"]);
  });

  it("leaves the mark between two pages of a file, however many there are", () => {
    const page = restored(["第一页", "--- Page 2 ---", "第二页", "--- Page 3 ---", "第三页"].join("\n\n"));
    expect(JSON.stringify(page.furniture)).toContain("Page 3");
  });

  it("leaves alone what may be printed", () => {
    const text = "课题组发表了<茶路>一文，文中称a<b时结论成立，R&D投入翻了一番，#1号窑今年重新点火烧制。";
    expect(restored(`# 茶路\n\n${text}\n`).articles[0]?.paragraphs).toEqual([text]);
  });
});

describe("pictures with words of the paper", () => {
  it.each([
    { what: "in Markdown", picture: "![挑夫过桥](images/3.jpg)" },
    { what: "in HTML", picture: '<p><img src="images/3.jpg" alt="挑夫过桥"/></p>' },
    { what: "within a line", picture: `${SECOND}![挑夫过桥](images/3.jpg)` },
  ])("$what: have them as a caption", ({ picture }) => {
    const { articles } = restored(`# 新茶下山\n\n${PARAGRAPH}\n\n${picture}\n\n第二天，他们又上了山。\n`);
    expect(articles[0]?.captions).toEqual([{ text: "挑夫过桥", credit: null }]);
    expect(articles[0]?.paragraphs.at(-1)).toBe("第二天，他们又上了山。");
  });
});

it("a picture of LaTeX is no text", () => {
  const picture = "\\includegraphics[max width=\\textwidth]{2024_03_05_3ca5-1}";
  const { articles } = restored(`\\section*{新茶下山}\n\n${PARAGRAPH}\n\n${picture}\n\n${SECOND}\n`);
  expect(articles[0]?.paragraphs.join("")).not.toMatch(/graphics|3ca5/);
});

describe("entities", () => {
  it.each([
    ["&ldquo;", "“"],
    ["&amp;ldquo;", "“"],
    ["&amp;amp;", "&"],
    ["&#8212;", "—"],
    ["&#x5c71;", "山"],
  ])("%s is %s", (entity, character) => {
    expect(readEntity(entity)).toBe(character);
    expect(restored(`# 茶路\n\n挑夫${entity}${PARAGRAPH}\n`).articles).toHaveLength(1);
  });

  it.each(["&#xd800;", "&foo;", "&#0;", "&#x9b;"])("%s stays", (entity) => {
    expect(readEntity(entity)).toBeNull();
  });

  it("are brackets where no tag can come of them", () => {
    const { articles } = restored(`# 茶路\n\n文中称a&lt;b时结论成立，&#60;茶路&#62;一文不长。${PARAGRAPH}\n`);
    expect(articles[0]?.paragraphs[0]).toContain("a&lt;b时结论成立，<茶路>一文不长。");
  });

  it("of tags in a page that was written as a text are tags", () => {
    const page =
      "&lt;h2&gt;茶路&lt;/h2&gt;&lt;p class=&quot;t&quot;&gt;挑夫上山。&lt;/p&gt;&amp;lt;p&amp;gt;茶路不长。&amp;lt;/p&amp;gt;";
    const { articles } = restored(page);
    expect(articles.map(({ headline, paragraphs }) => [headline, ...paragraphs])).toEqual([
      ["茶路", "挑夫上山。", "茶路不长。"],
    ]);
  });
});
