import { describe, expect, it } from "vitest";
import { titleRoles } from "../src/articles/titles.ts";
import { restorePage } from "../src/restore.ts";

function rolesOf(...lines: readonly string[]): string {
  return titleRoles(lines.map((text) => ({ text, level: 0 })))
    .map((role) => role.charAt(0))
    .join("");
}

describe("title lines of one level", () => {
  it.each([
    { why: "a place", lines: ["青石", "开展送书下乡活动"] },
    { why: "a quotation", lines: ["“我只是顺手”", "快递员雨夜救起落水老人"] },
    { why: "a quotation whose end is misread", lines: ["“我只是顺手*", "快递员雨夜救起落水老人"] },
    { why: "a clause with a comma", lines: ["一间旧屋，三代木匠", "青石巷里的老手艺"] },
    { why: "the name of an event", lines: ["全省龙舟锦标赛青石站", "杜若兰摘得首金"] },
    { why: "who says it", lines: ["全县防汛工作会议要求", "守住底线，一处不漏"] },
    { why: "a campaign", lines: ["走基层·看丰收", "果子压弯枝，车子排到村口"] },
    { why: "a contest", lines: ["“我与矿山”征文选登", "矿灯"] },
    { why: "more words than the line below", lines: ["县里的老剧团停演十一年之后", "青石戏班重新登台"] },
    { why: "three phrases of one length", lines: ["摸清家底 划清界线 算清细账", "柳溪湿地领到户口本"] },
    { why: "the circumstances", lines: ["在乡亲们的支持下", "青石戏班重新登台"] },
    { why: "how long ago it was", lines: ["石桥老街大水过后一个月", "铺子一家家重新开张"] },
    { why: "the season that has come", lines: ["柳溪春茶采摘季到", "山路上跑起了“鲜叶专车”"] },
    { why: "the name of a match", lines: ["县龙舟总冠军赛", "再下一城 青石队夺冠"] },
    { why: "the occasion", lines: ["春茶开采第三天", "山路上跑起了“鲜叶专车”"] },
    { why: "an office that says it", lines: ["县政协委员热议河道治理", "给每条河配一本“病历”"] },
    { why: "details in a row", lines: ["投资九亿元、可供三万人饮水", "城东水厂昨日通水"] },
    { why: "the fact that an appeal answers", lines: ["全县安全生产会议召开", "筑牢汛期安全防线"] },
  ])("above the headline are its kicker: $why", ({ lines }) => {
    expect(rolesOf(...lines)).toBe("kh");
  });

  it.each([
    { why: "what a scan leaves of a dash", lines: ["云溪两岸的村民从此不用绕行", "-青石木桥修好了"] },
    { why: "a longer clause", lines: ["青石木桥修好了", "云溪两岸的村民从此不用绕行十二里山路"] },
    { why: "a clause with a comma", lines: ["图书馆搬进地铁站", "早上借书，下班还书"] },
    { why: "since when it holds", lines: ["车开到人工岛，转身就登机", "云溪空港通道昨起实施"] },
    { why: "below a question", lines: ["一秒未拍，也能成戏？", "皮影短片站上风口"] },
    { why: "details in a row", lines: ["城东水厂昨日通水", "投资九亿元 可供三万人饮水"] },
    { why: "who says more about it", lines: ["菜价连涨三周", "县商务局：月底有望回落"] },
    { why: "who took the chair", lines: ["县里开会研究防汛备汛", "石青主持并讲话"] },
    { why: "another one's claim", lines: ["青石队称判罚有误", "云溪队称毫无争议比赛应当算数"] },
    { why: "the name of a place", lines: ["三百户人家搬出河滩", "青石镇"] },
    { why: "a dash", lines: ["一针一线四十年", "——记青石巷的修表匠尹长河"] },
    {
      why: "below a match that has happened",
      lines: ["青石举办龙舟锦标赛", "杜若兰以两秒优势为青石队摘得本次赛事首金"],
    },
  ])("below the headline are its deck: $why", ({ lines }) => {
    expect(rolesOf(...lines)).toBe("hd");
  });

  it.each([
    { why: "halves of one measure", lines: ["木桥断了又修修了又断", "村民盼了一年又一年"] },
    { why: "a name that the line below completes", lines: ["修表匠尹长河：", "一针一线四十年"] },
  ])("are one headline: $why", ({ lines }) => {
    expect(rolesOf(...lines)).toBe("hh");
  });

  it("are a kicker, a headline in two halves and a deck", () => {
    expect(
      rolesOf("一荤两素，自付九元", "长者食堂开了张", "老人吃上热乎饭", "全县今年还将新开十二家，覆盖所有乡镇"),
    ).toBe("khhd");
  });

  it("are a topic above a headline that has a deck", () => {
    expect(rolesOf("四问高温津贴", "钱怎么发，发给谁", "县人社局有关负责人答记者问")).toBe("khd");
  });

  it.each([
    { why: "in a word", lines: ["城北水厂今", "晚停水检修"] },
    { why: "before 的", lines: ["夜班护士", "的一张欠条"] },
    { why: "behind a comma", lines: ["老街改造，", "先问街坊"] },
    { why: "behind a verb without what it is about", lines: ["青禾小学获评", "“书香校园”"] },
    { why: "before a conjunction", lines: ["白露会见青石县渡口各村代表", "和守堤人家属"] },
    { why: "behind where something goes", lines: ["渡口便民车开到", "田间地头"] },
    { why: "behind a preposition", lines: ["枫渡全镇向", "守堤民兵致敬"] },
    { why: "behind which one of many", lines: ["云溪第二", "小学搬进新校舍"] },
    { why: "behind what somebody has a place in", lines: ["古渡石桥列入", "《石桥名录》"] },
    { why: "before a bracket that explains it", lines: ["古渡地理信息系统", "（GIS）昨日启用"] },
  ])("are one line where a printed line ends: $why", ({ lines }) => {
    const { headline, deck } = restorePage(
      Buffer.from(`# ${lines.join("\n\n# ")}\n\n本报讯（记者 贺青）昨天上午，${lines.join("")}。`),
      { file: "a.txt" },
    ).articles[0] ?? { headline: null, deck: null };
    expect({ headline, deck }).toEqual({ headline: lines.join(""), deck: null });
  });

  it.each([
    { why: "方向 is a word", lines: ["河道治理找准方向", "青石镇清出十里水面"] },
    { why: "参与 is a word", lines: ["护堤巡查全民参与", "枫渡三十里江堤无险情"] },
    { why: "和睦 is a word", lines: ["青石巷里故事多", "和睦邻居三十年"] },
    { why: "（上） counts parts", lines: ["青石渡口往事", "（上）摆渡人家"] },
  ])("are two lines where printed lines end: $why", ({ lines }) => {
    const article = restorePage(
      Buffer.from(`# ${lines.join("\n\n# ")}\n\n本报讯（记者 贺青）昨天上午，${lines.join("")}。`),
      { file: "a.txt" },
    ).articles[0];
    expect(article?.headline).not.toContain(lines.join(""));
  });

  it("are a kicker above a headline, and the deck that its details are", () => {
    expect(rolesOf("县九届人大三次会议闭幕", "全票通过《古桥条例》", "——四十七座石桥有了“身份证”")).toBe("khd");
  });

  it("begin with a kicker where the second one opens the headline", () => {
    expect(rolesOf("省里发出通知要求抓好春耕", "青禾区农技站积极响应：", "把课堂搬到田边")).toBe("khh");
  });

  it.each([
    ["走基层·看丰收", "果子压弯枝，车子排到村口", "市农技站负责人指出"],
    ["青石木桥修好了", "云溪两岸的村民从此不用绕行十二里山路", "市水利局提醒", "汛期仍须减速"],
  ])("have no line of the kicker between lines of another one: %s", (...lines) => {
    expect(rolesOf(...lines)).toMatch(/^k*h+k*d*$/);
    expect(rolesOf(...lines).replace(/(.)\1+/g, "$1")).not.toMatch(/k.*k|d.*d/);
  });

  it("are told apart by their levels first", () => {
    const lines = [
      { text: "木桥断了又修修了又断", level: 2 },
      { text: "村民盼了一年又一年", level: 1 },
    ];
    expect(titleRoles(lines)).toEqual(["kicker", "headline"]);
  });
});

/** Title lines of each article of a page of blocks, each title on one line. */
function linesOf(...titles: readonly string[]): readonly (readonly string[])[] {
  const articles = titles.map((title) => `${title}\n\n本报讯（记者 贺青）昨天上午，青禾区召开现场会，作出安排。`);
  return restorePage(Buffer.from(`${articles.join("\n\n")}\n`), { file: "a.txt" }).articles.map(
    (one) => one.titleLines,
  );
}

describe("titles on one line of the dump", () => {
  const joined = "全区春耕现场会要求 六百台农机下田 机手先领作业证 油料送到地头";

  it("have their lines for themselves where they hold more phrases than a headline", () => {
    expect(linesOf(joined)).toEqual([["全区春耕现场会要求", "六百台农机下田", "机手先领作业证 油料送到地头"]]);
  });

  it("stay whole where they hold two halves, or a row of short phrases", () => {
    expect(linesOf("落实责任 明确时限 分类处置")).toEqual([["落实责任 明确时限 分类处置"]]);
    expect(linesOf(joined, "木桥断了又修 村民盼了又盼")[1]).toEqual(["木桥断了又修 村民盼了又盼"]);
  });

  it("are parted in two where the page runs others together", () => {
    const two = "青禾区委常委会召开会议 研究部署春耕备耕和农机安全检查工作";
    expect(linesOf(two)).toEqual([[two]]);
    expect(linesOf(joined, two)[1]).toEqual(two.split(" "));
  });
});

/** A page of printed lines; the lines of its title are as long as those of the column. */
function titleOf(...title: readonly string[]): {
  titleLines: readonly string[] | undefined;
  before: string | undefined;
} {
  const dump = [
    "石桥镇修复百年石桥",
    "本报讯（记者 姜见山）9月5日，",
    "石桥镇百年石桥修复完工，桥面的",
    "石板全部照原样铺回，桥头的碑文",
    "也请人重新描过。",
    ...title,
    "本报讯（记者 苏见山）2月21日，",
    "青禾区召开春耕备耕现场会，对今",
    "年的早稻育秧、水利检修和农机调",
    "度作出安排。",
  ];
  const page = restorePage(Buffer.from(`${dump.join("\n")}\n`), { file: "page.txt" });
  return { titleLines: page.articles[1]?.titleLines, before: page.articles[0]?.paragraphs.at(-1)?.slice(-6) };
}

describe("title lines that stand below each other", () => {
  it("are lines of their own, and none is text", () => {
    const title = ["一荤两素一碗汤自付九元不排队", "云溪长者食堂开张老人吃热乎饭"];
    expect(titleOf(...title)).toEqual({ titleLines: title, before: "人重新描过。" });
  });

  it("are lines of their own though the upper one could go on in the lower one", () => {
    const text = "青禾日报讯（记者 贺青）昨天，县里要求各村把水渠清一遍，月底前通水，通水之前先把涵洞里的淤泥挖干净。";
    const lines = ["县里几个部门联合发文", "明年起新建水渠全部加盖"];
    const [article] = restorePage(Buffer.from([...lines, text].join("\n\n"))).articles;
    expect(article).toMatchObject({ kicker: lines[0], headline: lines[1] });
  });

  it("are parted by a break in a line of Markdown", () => {
    const text = "青禾日报讯（记者 贺青）昨晚，青石巷的老戏台重新开锣，看戏的人站满了半条巷子，一直到散戏才走。";
    const [article] = restorePage(Buffer.from(`# 木桥断了又修修了又断<br>村民盼了一年又一年\n\n${text}`)).articles;
    expect(article?.titleLines).toEqual(["木桥断了又修修了又断", "村民盼了一年又一年"]);
  });

  it("are one where the line end cuts a word", () => {
    expect(titleOf("全县前三个月规模以上的工业企", "业利润比去年增长百分之七").titleLines).toEqual([
      "全县前三个月规模以上的工业企业利润比去年增长百分之七",
    ]);
  });
});
