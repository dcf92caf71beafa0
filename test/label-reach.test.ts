import { describe, expect, it } from "vitest";
import { loadProfile } from "../src/profiles/load.ts";
import { restorePage } from "../src/restore.ts";

const GENERIC = loadProfile("generic");

interface Printed {
  readonly label?: string;
  readonly title: string;
  readonly lead: string;
  readonly sentences?: number;
}

const SENTENCE = "街坊们听说以后都赶来帮忙，屋里屋外一直忙到天黑才散，第二天一早又接着干。";

/** Labels of the articles of a page; `-` is none. */
function labelsOf(articles: readonly Printed[]): string {
  const text = articles
    .flatMap(({ label, title, lead, sentences = 2 }) => [
      ...(label === undefined ? [] : [`■${label}`]),
      `# ${title}`,
      `${lead}9月3日，${title.replace(/[：\s]/gu, "")}。${SENTENCE.repeat(sentences)}`,
    ])
    .join("\n\n");
  const page = restorePage(Buffer.from(text), { file: "a.txt", profile: GENERIC });
  return page.articles.map(({ sectionLabel }) => sectionLabel ?? "-").join(" ");
}

const OWN = "柳溪日报讯（记者 何雅清）";

describe("a section label", () => {
  it("governs briefs that open with a place", () => {
    const pages = [
      ["双渡：旧砖厂变成邻里菜园", "石桥：七旬老人学写春联"],
      ["双渡 旧砖厂变成邻里菜园", "石桥镇组织村民学写春联"],
      ["双渡县旧砖厂变成邻里菜园", "石桥妇联请来老师教剪纸"],
    ];
    for (const [first = "", second = ""] of pages) {
      const articles = [
        { label: "乡里乡亲", title: first, lead: OWN },
        { title: second, lead: OWN },
      ];
      expect(labelsOf(articles)).toBe("乡里乡亲 乡里乡亲");
    }
  });

  it("governs short items where its words say that there are several", () => {
    const articles = [
      { label: "短新闻", title: "图书馆夜里也开门", lead: OWN },
      { title: "三条公交线路改道", lead: OWN },
      { title: "修表匠收下最后一个徒弟", lead: OWN, sentences: 12 },
    ];
    expect(labelsOf(articles)).toBe("短新闻 短新闻 -");
  });

  it("governs an item that nobody signs, of one short paragraph", () => {
    const first = { label: "短新闻", title: "图书馆夜里也开门", lead: OWN };
    expect(labelsOf([first, { title: "三条公交线路改道", lead: "" }])).toBe("短新闻 短新闻");
    expect(labelsOf([first, { title: "三条公交线路改道", lead: "", sentences: 12 }])).toBe("短新闻 -");
  });

  it("ends before an article of another kind", () => {
    const brief = { label: "乡里乡亲", title: "双渡：旧砖厂变成邻里菜园", lead: OWN };
    expect(labelsOf([brief, { title: "图书馆夜里也开门", lead: OWN }])).toBe("乡里乡亲 -");
    expect(labelsOf([brief, { title: "石桥：七旬老人学写春联", lead: "新华社石桥9月3日电（记者 贺青）" }])).toBe(
      "乡里乡亲 -",
    );
    expect(labelsOf([brief, { title: "石桥：七旬老人学写春联", lead: OWN, sentences: 40 }])).toBe("乡里乡亲 -");
  });

  it("over one article of its own says nothing of the next", () => {
    const articles = [
      { label: "天气", title: "未来三天有大雨", lead: OWN },
      { title: "三条公交线路改道", lead: OWN },
    ];
    expect(labelsOf(articles)).toBe("天气 -");
  });

  it.each(["国教育", "圖教育", "[教育|", "| 教育", "口 教育", "教育 ■", "@@ 教育"])("is read through %s", (printed) => {
    const text = `${printed}\n\n# 图书馆夜里也开门\n\n${OWN}9月3日，图书馆夜里也开门。${SENTENCE}`;
    const page = restorePage(Buffer.from(text), { file: "a.txt", profile: GENERIC });
    expect(page.articles.map(({ sectionLabel }) => sectionLabel)).toEqual(["教育"]);
  });

  it("keeps a word that begins with 国", () => {
    const text = `国家\n\n# 图书馆夜里也开门\n\n${OWN}9月3日，图书馆夜里也开门。${SENTENCE}`;
    const page = restorePage(Buffer.from(text), { file: "a.txt", profile: GENERIC });
    expect(page.articles.map(({ sectionLabel }) => sectionLabel)).toEqual(["国家"]);
  });

  it("is told by its frame, right above a title", () => {
    const text = "渡口从今晚起加开两班夜航船，末班船晚上十一点开，方便下夜班的工人和看戏的市民回家，票价不变。";
    for (const label of ["『民生』", "#民生", "＃民生＃", "〖民生〗"]) {
      const page = restorePage(Buffer.from([label, "渡口加开夜航", text].join("\n\n")), { file: "page.txt" });
      expect(page.articles.map(({ sectionLabel, headline }) => `${sectionLabel} ${headline}`)).toEqual([
        "民生 渡口加开夜航",
      ]);
    }
  });
});
