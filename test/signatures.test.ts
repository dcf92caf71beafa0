import { describe, expect, it } from "vitest";
import { restorePage } from "../src/restore.ts";

/** Byline, authors and number of paragraphs of each article of a page of blocks. */
function signedOf(...blocks: readonly string[]): string[] {
  const { articles } = restorePage(Buffer.from(blocks.join("\n\n")), { file: "page.txt" });
  return articles.map(
    ({ headline, byline, authors, paragraphs }) =>
      `${headline ?? "-"} | ${byline ?? "-"} | ${authors.map(({ role, name }) => `${role ?? "-"} ${name}`).join(", ")} | ${paragraphs.length}`,
  );
}

const FERRY = "从今晚起，渡口到对岸加开两班夜航船，末班船晚上十一点开，方便下夜班的工人和看戏的市民回家，票价不变。";
const STATION = "青石镇的老车站建于上世纪三十年代，昨天开始拆除，许多老人赶来合影，镇里说站前的钟楼会原样留下。";
const FLOWERS = "春水涨了，石桥边的人一天天多了起来，渡口的灯也亮得更早了，卖花的船一只接一只靠岸。";

describe("who signs an article", () => {
  it("stands behind a mark that a scan misread, or above the words to a picture", () => {
    const column = (text: string): string => (`  ${text}`.match(/.{1,14}/g) ?? []).join("\n");
    const [day, title] = ["2019年5月7日 星期二", "夜航船今晚开通\n渡口加开两班"];
    expect(signedOf(day, title, "图 尹长河", column(FERRY), column(STATION))[0]).toBe(
      "夜航船今晚开通 渡口加开两班 | 图 尹长河 | - 尹长河 | 2",
    );
    const caption = "渡口的夜航船。 （石小舟 摄）";
    expect(signedOf(day, column(STATION), title, "尹长河", caption, column(FERRY))[1]).toBe(
      "夜航船今晚开通 渡口加开两班 | 尹长河 | - 尹长河 | 1",
    );
  });

  it("is named above verse, and above the chapter of a novel", () => {
    const verse = ["井绳磨断了三根", "石头上还留着凹痕", "祖母坐在凹痕旁边", "数着天上的星星", "谁也没有说话"];
    expect(signedOf("## 井台", "孟知秋", ...verse, "## 渡口新增两班夜航", FERRY)[0]).toBe(
      "井台 | 孟知秋 | - 孟知秋 | 5",
    );
    expect(signedOf("## 北河谣", "程爱", "#### 第七章　夜航", FERRY, STATION)[0]).toBe("北河谣 | 程爱 | - 程爱 | 2");
  });

  it("is named with what was done, in the first line of the text and in the last", () => {
    expect(
      signedOf(
        "## 老车站昨天拆除",
        `程爱　文/摄 ${STATION}`,
        "## 渡口新增两班夜航",
        `${FERRY}本报通讯员　史钰　摄影报道`,
        "---",
        "## 石桥边",
        FLOWERS,
      ).slice(0, 2),
    ).toEqual([
      "老车站昨天拆除 | 程爱 文/摄 | - 程爱 | 1",
      "渡口新增两班夜航 | 本报通讯员 史钰 摄影报道 | 通讯员 史钰 | 1",
    ]);
  });

  it("lives in a town and has a trade, signs for others, or is an office", () => {
    const signed = (...blocks: readonly string[]): string | undefined => signedOf(...blocks)[0];
    expect(signed("# 石桥边", "史钰（青石镇，小学教师）", FLOWERS)).toBe(
      "石桥边 | 史钰（青石镇，小学教师） | - 史钰 | 1",
    );
    expect(signed("# 渡口新增两班夜航", FERRY, "青石巷居民 石小舟等九人")).toBe(
      "渡口新增两班夜航 | 青石巷居民 石小舟等九人 | - 石小舟 | 1",
    );
    expect(signed("# 老车站昨天拆除", STATION, "（镇文化站供稿）")).toBe("老车站昨天拆除 | （镇文化站供稿） |  | 1");
    expect(signed("# 老车站昨天拆除", `${STATION}（青石镇报道组）`)).toBe("老车站昨天拆除 | （青石镇报道组） |  | 1");
    expect(signed("# 井台", "中文系　2019级　孟知秋", FLOWERS)).toBe("井台 | 中文系2019级 孟知秋 | - 孟知秋 | 1");
  });

  it("may have written for another paper", () => {
    expect(signedOf("# 石桥边", FLOWERS, "（摘自《青禾日报》 石小舟/文）")[0]).toBe(
      "石桥边 | （摘自《青禾日报》石小舟/文） | 文 石小舟 | 1",
    );
    expect(signedOf("# 石桥边", `${FLOWERS}（据《青禾日报》）`)[0]).toBe("石桥边 | （据《青禾日报》） |  | 1");
  });

  it("is named by a byline below its last paragraph, where nobody has signed above", () => {
    expect(
      signedOf("# 渡口新增两班夜航", FERRY, "岚州晚报记者 石小舟", "# 老车站昨天拆除", "本报记者 贺青", STATION),
    ).toEqual([
      "渡口新增两班夜航 | 岚州晚报记者 石小舟 | 记者 石小舟 | 1",
      "老车站昨天拆除 | 本报记者 贺青 | 记者 贺青 | 1",
    ]);
  });

  it("is not named by a byline that has a text of its own below it", () => {
    expect(signedOf("# 渡口新增两班夜航", "本报记者 贺青", FERRY, "岚州晚报记者 石小舟", STATION)).toEqual([
      "渡口新增两班夜航 | 本报记者 贺青 | 记者 贺青 | 1",
      "- | 岚州晚报记者 石小舟 | 记者 石小舟 | 1",
    ]);
  });

  it("is named behind the last sentence without brackets, where no sentence could go on so", () => {
    expect(
      signedOf("# 渡口新增两班夜航", `${FERRY}石小舟/文`, "# 老车站昨天拆除", `${STATION}　本报评论员 贺青`),
    ).toEqual(["渡口新增两班夜航 | 石小舟/文 | 文 石小舟 | 1", "老车站昨天拆除 | 本报评论员 贺青 | 评论员 贺青 | 1"]);
  });

  it("is named by a line below a letter that says where somebody lives or works", () => {
    expect(
      signedOf("# 渡口新增两班夜航", FERRY, "青石公社社员 石小舟", "# 老车站昨天拆除", STATION, "岚州市民 石 青"),
    ).toEqual(["渡口新增两班夜航 | 青石公社社员 石小舟 | - 石小舟 | 1", "老车站昨天拆除 | 岚州市民 石青 | - 石青 | 1"]);
  });

  it("is not named by such a line of a list, or above more text", () => {
    expect(signedOf("# 渡口新增两班夜航", FERRY, "一等奖 石小舟", STATION)).toHaveLength(1);
    expect(signedOf("# 渡口新增两班夜航", FERRY, "青石公社社员 石小舟", STATION)[0]).toContain("| - |");
  });

  it.each([
    { line: "青石县 石小舟", names: "- 石小舟" },
    { line: "省农业科学院研究员 石小舟", names: "- 石小舟" },
    { line: "河北 石小舟 杜若兰", names: "- 石小舟, - 杜若兰" },
    { line: "石小舟（青石大学教授）", names: "- 石小舟" },
    { line: "石小舟、杜若兰", names: "- 石小舟, - 杜若兰" },
    { line: "丹 枫", names: "- 丹枫", byline: "丹枫" },
    { line: "·石小舟·", names: "- 石小舟" },
  ])("is named by a line between title and text: $line", ({ line, names, byline }) => {
    expect(signedOf("渡口新增两班夜航", line, FERRY, STATION)[0]).toBe(
      `渡口新增两班夜航 | ${byline ?? line} | ${names} | 2`,
    );
  });

  it.each([
    { line: "（青石县广播站 石小舟）", names: "- 石小舟" },
    { line: "（石小舟、杜若兰）", names: "- 石小舟, - 杜若兰" },
    { line: "（石小舟 青石县广播站）", names: "- 石小舟" },
    { line: "石小舟", names: "- 石小舟" },
  ])("is named by a line below the text: $line", ({ line, names }) => {
    const below = ["老车站昨天拆除", `本报讯（记者 贺青）${STATION}`];
    expect(signedOf("# 渡口新增两班夜航", FERRY, line, ...below)[0]).toBe(`渡口新增两班夜航 | ${line} | ${names} | 1`);
  });

  it("is not named by a label or a title that such a line looks like", () => {
    for (const line of ["社 论", "夜班船 开航", "青石县 龙舟赛"])
      expect(signedOf("渡口新增两班夜航", line, FERRY, STATION)[0]).toContain("| - |");
    expect(signedOf("# 渡口新增两班夜航", FERRY, "柳溪乡", "# 老车站昨天拆除", STATION)[0]).toContain("| - |");
  });

  it("is named by a byline that was read into the text below it, and not by a reporter who is its subject", () => {
    const title = "渡口新增两班夜航";
    expect(signedOf(title, `本报记者 石小舟 通讯员 杜若兰 ${FERRY}`)).toEqual([
      "渡口新增两班夜航 | 本报记者 石小舟 通讯员 杜若兰 | 记者 石小舟, 通讯员 杜若兰 | 1",
    ]);
    expect(signedOf(title, `本报记者 石小舟 昨天从县航运站获悉，${FERRY}`)[0]).toContain("| - |");
  });

  it("is named in brackets inside bold marks, too", () => {
    expect(signedOf("# 渡口新增两班夜航", `**${FERRY}（作者石小舟）**`)).toEqual([
      "渡口新增两班夜航 | （作者 石小舟） | 作者 石小舟 | 1",
    ]);
  });

  it("is named in brackets behind the last sentence, editors too", () => {
    expect(
      signedOf("# 渡口新增两班夜航", `${FERRY}（市民 秦玉兰）`, "# 老车站昨天拆除", `${STATION}（责编 贺青）`),
    ).toEqual([
      "渡口新增两班夜航 | （市民 秦玉兰） | 市民 秦玉兰 | 1",
      "老车站昨天拆除 | （责编 贺青） | 责编 贺青 | 1",
    ]);
  });

  it("is named by bare names in brackets, though the list of words has one of them", () => {
    expect(
      signedOf("# 渡口新增两班夜航", `${FERRY}（秦玉兰  贺青）`, "# 老车站昨天拆除", `${STATION}（高清）`),
    ).toEqual(["渡口新增两班夜航 | （秦玉兰 贺青） | - 秦玉兰, - 贺青 | 1", "老车站昨天拆除 | - |  | 1"]);
  });

  it("is a reader below a letter, and the short line below is the title of the next one", () => {
    expect(
      signedOf(
        "■读者来信",
        "站牌为何不见踪影",
        "编辑同志：",
        FERRY,
        "读者 石小舟",
        "请给盲道让条路",
        "编辑同志：",
        STATION,
      ),
    ).toEqual(["站牌为何不见踪影 | 读者 石小舟 | 读者 石小舟 | 2", "请给盲道让条路 | - |  | 2"]);
  });

  it("is a name behind the place of work, and no heading that is a word", () => {
    expect(
      signedOf("# 渡口新增两班夜航", `${FERRY}（工务段  秦玉兰）`, "# 老车站昨天拆除", STATION, "## 尾　声", FLOWERS),
    ).toEqual(["渡口新增两班夜航 | （工务段 秦玉兰） | - 秦玉兰 | 1", "老车站昨天拆除 | - |  | 1", "尾声 | - |  | 1"]);
  });

  it("keeps the blank between two names, and between the place of work and the name, however wide they were", () => {
    expect(
      signedOf(
        "# 渡口新增两班夜航",
        "石小舟　杜若兰",
        FERRY,
        "# 请给盲道让条路",
        "编辑同志：",
        STATION,
        "第六棉纺织厂　贺青",
      ),
    ).toEqual([
      "渡口新增两班夜航 | 石小舟 杜若兰 | - 石小舟, - 杜若兰 | 1",
      "请给盲道让条路 | 第六棉纺织厂 贺青 | - 贺青 | 2",
    ]);
  });

  it("is a reader whose letter has its title above the salutation, below another article", () => {
    expect(
      signedOf("渡口新增两班夜航", `本报讯 ${FERRY}`, "请给盲道让条路", "编辑同志：", STATION, "读者 石小舟"),
    ).toEqual(["渡口新增两班夜航 | 本报讯 |  | 1", "请给盲道让条路 | 读者 石小舟 | 读者 石小舟 | 2"]);
  });

  it("is a padded name behind a mark that labels have, too, between a heading and its text", () => {
    expect(signedOf("## 渡口新增两班夜航", "■ 巫 山", FERRY, "## 老车站昨天拆除", STATION)).toEqual([
      "渡口新增两班夜航 | ■ 巫山 | - 巫山 | 1",
      "老车站昨天拆除 | - |  | 1",
    ]);
  });

  it.each([
    ["夜里的渡口还亮着灯 贺青梧", "夜里的渡口还亮着灯 | 贺青梧 | - 贺青梧 | 1"],
    ["渡口加开两班夜航船 万象新", "渡口加开两班夜航船 万象新 | - |  | 1"],
    ["渡口加开两班夜航船 高家屯", "渡口加开两班夜航船 高家屯 | - |  | 1"],
    ["渡口的花 贺青梧", "渡口的花 贺青梧 | - |  | 1"],
  ])("is a name at the end of the line of a headline, and no half of a headline: %s", (line, signed) => {
    expect(signedOf(`# ${line}`, FERRY)).toEqual([signed]);
  });

  it("opens another article in brackets before a text", () => {
    expect(signedOf("# 渡口新增两班夜航", FERRY, `（记者 贺青 通讯员 石小舟）${STATION}`)).toEqual([
      "渡口新增两班夜航 | - |  | 1",
      "- | （记者 贺青 通讯员 石小舟） | 记者 贺青, 通讯员 石小舟 | 1",
    ]);
  });
});

/** Two short articles of a page, `signature` standing below the first. */
function page(signature: string) {
  const first = "老窑村的水渠修了三个月，昨天下午四点放水，守渠的人跟着水头一路走到村口，天黑才回家。";
  const second = "双渡镇的早市改到河堤上，菜农不用再抢占路口，买菜的人也能推车慢慢走，两边都说方便。";
  return restorePage(
    Buffer.from(["水头到了村口", first, signature, "早市搬上河堤", "本报记者 贺青", second].join("\n\n")),
  );
}

describe("a padded name below a text", () => {
  it.each([
    ["冉 舟", "冉舟"],
    ["（一 禾）", "一禾"],
  ])("signs it: %s", (signature, name) => {
    const [first, second] = page(signature).articles;
    expect(first?.authors.map((author) => author.name)).toEqual([name]);
    expect(second?.headline).toBe("早市搬上河堤");
  });

  it.each(["要 闻", "文 苑", "（图 略）"])("may be something else: %s", (words) => {
    expect(page(words).articles[0]?.authors).toEqual([]);
  });

  it("may stand in the last line of a column", () => {
    const lines = [
      "渠水到村",
      "老窑村修渠，守渠的人跟着",
      "水头走到村口，天黑才回家，",
      "夜里梦见稻田。（一 禾）",
      "问事处",
    ];
    const lower = ["早市何时搬家", "读者来信问，早市几时搬上河", "堤。现答复如下：下月初就搬，", "路口不再设摊。"];
    const { articles } = restorePage(Buffer.from([...lines, ...lower].join("\n")));
    expect(articles[0]?.byline).toBe("（一禾）");
    expect(articles[0]?.paragraphs.join("")).not.toContain("问事处");
  });
});

describe("a line about the author", () => {
  it("is part of the byline and names nobody", () => {
    const [first, second] = page("（作者系双渡镇小学教师，爱好种菜）").articles;
    expect(first?.byline).toBe("（作者系双渡镇小学教师，爱好种菜）");
    expect(first?.authors).toEqual([]);
    expect(second?.headline).toBe("早市搬上河堤");
  });
});

describe("a padded name beside a headline", () => {
  it.each([
    ["渡口人家 石 舟", "渡口人家", "石舟"],
    ["豆腐坊的早晨 ■ 白 露", "豆腐坊的早晨", "白露"],
    ["青石镇水利局 石 舟", "青石镇水利局 石 舟", undefined],
    ["持 续 推 进 石 舟", "持续 推进 石 舟", undefined],
    ["渡口人家 管 理", "渡口人家 管理", undefined],
  ])("signs it, if it is one: %s", (line, headline, name) => {
    const text = [
      "    从今晚起，渡口到对岸加开两班夜",
      "航船，末班船晚上十一点开，方便下夜",
      "班的工人和看戏的市民回家。",
    ];
    const [first] = restorePage(Buffer.from([line, ...text].join("\n"))).articles;
    expect([first?.headline, first?.authors[0]?.name]).toEqual([headline, name]);
  });
});
