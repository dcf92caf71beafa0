import { expect, test } from "vitest";
import { restorePage } from "../src/index.ts";

const restore = (text: string) => restorePage(new TextEncoder().encode(text));
const TEXT = "城南旧书集市本周日在文庙广场开张，头一天有六十三个摊位，旧课本一律五角，来的人比去年多了一倍。";
const MORE = "豆腐坊的掌柜说，水还是后山那一口井的水，磨还是祖上传下来的那一盘磨，只有买豆腐的人换了几代。";

test("a label between two articles that ends as names of papers do is a label", () => {
  const page = restore(
    `旧书集市开张\n\n记者 闻一鹤\n\n${TEXT}\n\n热线快报\n\n老井旁的豆腐坊\n\n记者 贺青\n\n${MORE}\n`,
  );
  expect(page.articles.map(({ sectionLabel, headline }) => [sectionLabel, headline])).toEqual([
    [null, "旧书集市开张"],
    ["热线快报", "老井旁的豆腐坊"],
  ]);
});

test("a caption between a label and its title belongs to the article below", () => {
  const page = restore(
    `旧书集市开张\n\n记者 闻一鹤\n\n${TEXT}\n\n图片新闻\n\n图为老井旁的豆腐坊。贺青 摄\n\n老井旁的豆腐坊\n\n记者 贺青\n\n${MORE}\n`,
  );
  expect(page.articles.map(({ captions }) => captions.length)).toEqual([0, 1]);
});

test("rows of a table keep to themselves, without the strokes between their cells", () => {
  const page = restore(
    `# 拟聘人员公示\n\n${TEXT}\n\n| 姓名 | 岗位 |\n| --- | --- |\n| 荀青 | 水管员 |\n\n公示期为七天，有异议的请到文庙西廊反映。\n`,
  );
  expect(page.articles[0]?.paragraphs.slice(1)).toEqual([
    "姓名　岗位",
    "荀青　水管员",
    "公示期为七天，有异议的请到文庙西廊反映。",
  ]);
});

test("what a numbered picture shows is its caption", () => {
  const page = restore(`# 久坐的人怎么活动\n\n${TEXT}\n\n图1 抬腿伸展\n\n${MORE}\n`);
  expect(page.articles.map(({ headline, captions }) => [headline, captions.map(({ text }) => text)])).toEqual([
    ["久坐的人怎么活动", ["图1抬腿伸展"]],
  ]);
});

test("a short first line of a title is a label beside one that is a column by its words", () => {
  const article = (label: string, title: string, name: string) =>
    `## ${label}\n\n## ${title}\n\n${name}\n\n${TEXT}${MORE}\n\n`;
  const labels = (...articles: string[]) => restore(articles.join("")).articles.map((one) => one.sectionLabel);
  const plain = article("一家之见", "别让渡口等太久", "□ 贺青");
  const column = article("渡口点评", "木桥不该只修一半", "□ 闻一鹤");
  expect(labels(plain)).toEqual([null]);
  expect(labels(plain, column)).toEqual(["一家之见", "渡口点评"]);
  // Headlines of essays, above their decks.
  expect(labels(plain, article("老井无声", "村口那口井的三十年", "□ 景明"))).toEqual([null, null]);
});

test("two lines of a title that say who says what are no list", () => {
  const page = restore(
    `渡口涨价一元\n\n船工：票价十年没变过\n\n乘客：多开一班也值得\n\n本报记者 闻一鹤\n\n${TEXT}\n\n${MORE}\n`,
  );
  expect(page.articles.map(({ titleLines }) => titleLines.length)).toEqual([3]);
});

test("short lines that count are subheads, headings or not", () => {
  for (const mark of ["", "## "]) {
    const page = restore(
      `# 老灶怎么生火\n\n${TEXT}\n\n${mark}一、先看灶台\n\n${MORE}\n\n${mark}二、再看烟囱\n\n${TEXT}\n\n## 木桥加固\n\n## 渡口改期\n\n记者 贺青\n\n${MORE}\n`,
    );
    expect(page.articles[0]?.subheads.map(({ text }) => text)).toEqual(["一、先看灶台", "二、再看烟囱"]);
  }
});

test("the name of a column of briefs heads them", () => {
  const page = restore(
    `# 旧书集市开张\n\n记者 闻一鹤\n\n${TEXT}\n\n# 街巷速递\n\n●北门浴室翻修完工。\n\n●十四路末班车推迟半小时。\n`,
  );
  expect(page.articles.map(({ headline, paragraphs }) => [headline, paragraphs.length])).toEqual([
    ["旧书集市开张", 1],
    ["街巷速递", 2],
  ]);
});

test("who writes a letter signs it above the paper's own words", () => {
  const page = restore(
    `读者来信\n\n站牌为何不见踪影\n\n编辑同志：\n\n${TEXT}\n\n石门乡 余见山\n\n编后：站牌要有人管，等车的人才不会站到路中间去。\n`,
  );
  expect(page.articles.map(({ authors, paragraphs }) => [authors[0]?.name, paragraphs.length])).toEqual([
    ["余见山", 3],
  ]);
});

test("who is seen in a picture does not sign the text above", () => {
  const page = restore(
    `# 老人走失 家人盼线索\n\n${TEXT}\n\n![](images/1.jpg)\n\n冯见山\n\n# 渡口改期\n\n记者 贺青\n\n${MORE}\n`,
  );
  expect(page.articles.map(({ authors, captions }) => [authors.length, captions.length])).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test("a name behind the last full stop signs, where no other blank is in the text", () => {
  const [signed, spaced] = [`${MORE}　申屠静`, `${MORE.replace("磨还是", "磨 还是")} 申屠静`].map(
    (text) => restore(`# 老井旁的豆腐坊\n\n${text}\n\n# 渡口改期\n\n记者 贺青\n\n${TEXT}\n`).articles[0],
  );
  expect(signed?.authors.map(({ name }) => name)).toEqual(["申屠静"]);
  expect(spaced?.authors).toEqual([]);
});
