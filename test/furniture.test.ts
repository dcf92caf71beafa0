import { describe, expect, it } from "vitest";
import { isCitation } from "../src/blocks/citation.ts";
import { readRunningLine } from "../src/blocks/furniture/running-line.ts";
import { recogniseFurniture } from "../src/blocks/furniture.ts";
import type { Context } from "../src/context.ts";
import type { FurnitureKind, Page } from "../src/page.ts";
import { loadProfile } from "../src/profiles/load.ts";
import { runningLineBlanks } from "../src/repair/credit/running-line.ts";
import { restorePage } from "../src/restore.ts";
import { applyEdits } from "../src/text/edit.ts";
import { fromSource, plain } from "../src/text/sourced.ts";
import { testLexicon } from "./helpers/lexicon.ts";

const CONTEXT: Context = { profile: loadProfile("generic"), lexicon: testLexicon() };

interface Row {
  readonly text: string;
  readonly kind: FurnitureKind | null;
  /** Items as `kind text`, blanks left out. */
  readonly items?: string;
}

/** Lines by their own words. No paper of these names is meant. */
const LINES: readonly Row[] = [
  // What came upon the page after print, and codes to scan
  { text: "第 1 页 共 8 页", kind: "folio" },
  { text: "共8页 第1页", kind: "folio" },
  { text: "2020/5/6 10:22", kind: "folio" },
  { text: "打印时间：2020-5-6 10:22:31", kind: "folio" },
  { text: "2020/5/6", kind: "folio" },
  { text: "扫描全能王 创建", kind: "imprint" },
  { text: "由 扫描全能王 扫描创建", kind: "imprint" },
  { text: "CamScanner", kind: "imprint" },
  { text: "(C)1994-2022 Some Journal House. All rights reserved. http://www.paper.example", kind: "imprint" },
  { text: "上一版 下一版", kind: "contents" },
  { text: "第9版：综合 上一版 下一版", kind: "contents" },
  { text: "放大+ 缩小- 默认", kind: "contents" },
  { text: "标题导航", kind: "contents" },
  { text: "上一篇  下一篇", kind: "contents" },
  { text: "字体：大 中 小", kind: "contents" },
  { text: "柳溪日报社版权所有 某ICP备05000000号", kind: "imprint" },
  { text: "分享到家门口的快乐", kind: null },
  { text: "扫一扫，看视频", kind: "contact" },
  { text: "请扫描下方二维码了解更多", kind: "contact" },
  { text: "微信扫一扫关注我们", kind: "contact" },
  { text: "掃碼關注柳溪發布", kind: "contact" },
  { text: "更多精彩内容，请扫码", kind: "contact" },
  { text: "扫码点餐不应是唯一选择", kind: null },
  { text: "扫码看病省时省力", kind: null },
  { text: "扫一扫就能坐公交", kind: null },
  { text: "图书馆的旧书共8页有虫蛀", kind: null },
  { text: "下一期", kind: null },
  // Folios
  { text: "2023年9月14日 星期四", kind: "folio", items: "date 2023年9月14日 / weekday 星期四" },
  { text: "2023年9月14日星期四农历七月三十", kind: "folio" },
  { text: "2023 年 9 月 14 日 星期 四", kind: "folio", items: "date 2023年9月14日 / weekday 星期四" },
  { text: "二〇二三年九月十四日 星期四", kind: "folio" },
  { text: "2023.09.14 星期四", kind: "folio", items: "date 2023.09.14 / weekday 星期四" },
  { text: "2023-09-14", kind: "folio" },
  { text: "2023年9月14月 星期四", kind: "folio", items: "date 2023年9月14月 / weekday 星期四" },
  { text: "9月14日 星期四", kind: "folio" },
  { text: "癸卯年七月三十", kind: "folio", items: "lunar 癸卯年七月三十" },
  { text: "农历癸卯年闰二月初一", kind: "folio" },
  { text: "農曆七月廿九", kind: "folio", items: "lunar 農曆七月廿九" },
  { text: "总第5678期", kind: "folio", items: "issue 总第5678期" },
  { text: "第12345号 今日8版", kind: "folio", items: "issue 第12345号 / issue 今日8版" },
  { text: "晴转多云 12℃～20℃", kind: "folio", items: "weather 晴转多云12℃～20℃" },
  { text: "第三千一百二十一号 今日四版", kind: "folio", items: "issue 第三千一百二十一号 / issue 今日四版" },
  { text: "中華民國一○一年五月七日 星期一", kind: "folio", items: "date 中華民國一○一年五月七日 / weekday 星期一" },
  { text: "天气预报 今天白天到夜间多云 22℃~30℃", kind: "folio" },
  {
    text: "柳溪报 2015年9月16日",
    kind: "folio",
    items: "nameplate 柳溪报 / date 2015年9月16日",
  },
  { text: "柳溪矿工报 第1版", kind: "folio", items: "nameplate 柳溪矿工报 / pageNumber 第1版" },
  { text: "临床03 2023年4月14日", kind: "folio", items: "pageName 临床 / pageNumber 03 / date 2023年4月14日" },
  { text: "（第一張） 中華民國二十二年5月16日", kind: "folio" },
  {
    text: "T13/特稿 柳溪青年 编辑/温故版式/贺南",
    kind: "staffCredit",
    items: "pageNumber T13 / pageName /特稿 / nameplate 柳溪青年 / staff 编辑/温故 / staff 版式/贺南",
  },
  { text: "B8地方綜合 柳溪日報 編輯╱池雨美編╱賀南", kind: "staffCredit" },
  { text: "编辑部 6601234 发行部 6601235 零售每份四角 本报印刷厂印刷", kind: "imprint" },
  { text: "柳溪青年 再出发", kind: null },
  { text: "8 综合·广告", kind: "folio", items: "pageNumber 8 / pageName 综合 / pageName 广告" },
  { text: "A04", kind: "folio", items: "pageNumber A04" },
  { text: "T04", kind: "folio" },
  { text: "03", kind: "folio" },
  { text: "第3版", kind: "folio", items: "pageNumber 第3版" },
  { text: "第 三 版", kind: "folio" },
  { text: "A04 民生", kind: "folio", items: "pageNumber A04 / pageName 民生" },
  { text: "Al14 民生", kind: "folio", items: "pageNumber Al14 / pageName 民生" },
  { text: "AO4 民生", kind: "folio", items: "pageNumber AO4 / pageName 民生" },
  { text: "AL4 时政", kind: "folio", items: "pageNumber AL4 / pageName 时政" },
  { text: "A04港湾", kind: "folio", items: "pageNumber A04 / pageName 港湾" },
  { text: "民生 A04", kind: "folio", items: "pageName 民生 / pageNumber A04" },
  { text: "03 要闻", kind: "folio" },
  { text: "16 時政", kind: "folio", items: "pageNumber 16 / pageName 時政" },
  { text: "第2版 综合新闻", kind: "folio", items: "pageNumber 第2版 / pageName 综合新闻" },
  {
    text: "柳溪日报 | 2023年9月14日 星期四 | A04 民生",
    kind: "folio",
    items: "nameplate 柳溪日报 / date 2023年9月14日 / weekday 星期四 / pageNumber A04 / pageName 民生",
  },
  { text: "A042023年9月14日", kind: "folio" },
  { text: "03 2023年9月14日 星期四", kind: "folio", items: "pageNumber 03 / date 2023年9月14日 / weekday 星期四" },
  { text: "> 2023年9月14日 星期四", kind: "folio" },
  { text: "柳溪日报 新闻热线：0799-3300110 A04 民生", kind: "contact" },
  // Nameplates
  { text: "柳溪日报", kind: "nameplate" },
  { text: "瀾州都市報", kind: "nameplate" },
  { text: "柳 溪 日 报", kind: "nameplate" },
  { text: "柳溪女报", kind: "nameplate" },
  { text: "LIUXI DAILY", kind: "nameplate" },
  { text: "LIUXI RIBAO", kind: "nameplate" },
  // Page editors
  { text: "本版责编 池雨", kind: "staffCredit", items: "staff 本版责编池雨" },
  {
    text: "责编/池雨 美编/贺南 校对/丁一鸣",
    kind: "staffCredit",
    items: "staff 责编/池雨 / staff 美编/贺南 / staff 校对/丁一鸣",
  },
  { text: "责任编辑：池雨 版式：贺南", kind: "staffCredit" },
  { text: "编辑 温故 美编 池小鱼 校读 贺安", kind: "staffCredit" },
  { text: "编辑 倩故 美编 池小鱼 校读 贺安", kind: "staffCredit" },
  { text: "编辑 倩故 写给少年的信", kind: null },
  {
    text: "编辑温故美编池小鱼校读贺安",
    kind: "staffCredit",
    items: "staff 编辑温故 / staff 美编池小鱼 / staff 校读贺安",
  },
  { text: "本 版 责 编 池 雨", kind: "staffCredit" },
  {
    text: "本版責任編輯：湯遠 美術編輯：羅青",
    kind: "staffCredit",
    items: "staff 本版責任編輯：湯遠 / staff 美術編輯：羅青",
  },
  { text: "责编：杨  帆 贺南", kind: "staffCredit" },
  { text: "值班编委 龙小满 统筹 田青 监制 欧阳春", kind: "staffCredit" },
  {
    text: "编辑 温故 美编 池小鱼 柳溪日报",
    kind: "staffCredit",
    items: "staff 编辑温故 / staff 美编池小鱼 / nameplate 柳溪日报",
  },
  { text: "责编/版式 贺南", kind: "staffCredit", items: "staff 责编/版式贺南" },
  { text: "本版责编", kind: "staffCredit" },
  // Hotlines, imprints, paid and official print
  { text: "新闻热线：0799-3300110", kind: "contact" },
  { text: "新聞熱線 : 0799-3300110、3300112", kind: "contact" },
  { text: "E-mail:minsheng@liuxi.example", kind: "contact" },
  {
    text: "E-mail:minsheng@liuxi.example A04 民生",
    kind: "contact",
    items: "contact E-mail:minsheng@liuxi.example / pageNumber A04 / pageName 民生",
  },
  { text: "0799-3300110", kind: "contact" },
  {
    text: "新闻热线：0799-33001102 11 都市",
    kind: "contact",
    items: "contact 新闻热线：0799-33001102 / pageNumber 11 / pageName 都市",
  },
  { text: "国内统一连续出版物号CN00-0001 邮发代号41-9", kind: "imprint" },
  { text: "零售每份1.5元", kind: "imprint" },
  { text: "中共柳溪市委机关报 柳溪日报社出版", kind: "imprint" },
  { text: "社址：柳溪县城南路9号 邮编：300799 印刷：柳溪印务中心", kind: "imprint" },
  { text: "小瓦、滴水 送货上门 电话0799-3311207", kind: "advert" },
  { text: "因扩大经营，诚聘瓦工5名，待遇面议。", kind: "advert" },
  { text: "有意者请致电0799-3311207", kind: "advert" },
  { text: "遗失声明", kind: "notice" },
  { text: "停电公告", kind: "notice" },
  { text: "减资公告", kind: "notice" },
  { text: "两部门联合公告", kind: null },
  { text: "寻人启事 乔三省，男，72岁，从家中走失，有知情者请电0799-3300110，必有重谢。", kind: "notice" },
  { text: "（本版内容仅供参考，据此入市，风险自担）", kind: "notice" },
  { text: "遗失的不只是一张证件，还有对规则的敬畏。", kind: null },
  { text: "倪小春遗失船员服务簿，编号柳渡字0733，声明作废。", kind: "notice" },
  { text: "倪小春遗失《不动产权证书》，证号：柳（2017）双渡镇不动产权第0012345号，声明作废。", kind: "notice" },
  { text: "招領啟事", kind: "notice" },
  { text: "雙渡車站拾獲眼鏡一副，請失主認領。", kind: "notice" },
  { text: "本報保留版權 未經授權不得轉載", kind: "notice" },
  // Words of articles
  { text: "4月15日，柳溪县召开春耕现场会。", kind: null },
  { text: "4月15日", kind: null },
  { text: "星期四", kind: null },
  { text: "要闻", kind: null },
  { text: "民生", kind: null },
  { text: "编辑同志：我是柳溪的一名读者", kind: null },
  { text: "编辑部的故事", kind: null },
  { text: "18日02版）", kind: null },
  { text: "（2023年10", kind: null },
  { text: "《柳溪日报》（2023年9月14日02版）", kind: null },
  { text: "25℃；后天，大雨转小", kind: null },
  { text: "，44名退休", kind: null },
  { text: "（地方线）、0799—331120（专线）；手机：15300001234、", kind: null },
  { text: "15300001234 、 15300001235; 专用信", kind: null },
  { text: "三月初三", kind: null },
  { text: "今日女报记者", kind: null },
  { text: "12人获救", kind: null },
  { text: "14 人获救", kind: null },
  { text: "2023年9月14日，天还没亮", kind: null },
  { text: "16岁少年", kind: null },
  { text: "校对一生", kind: null },
  { text: "设计未来", kind: null },
  { text: "3 : 0", kind: null },
  { text: "责任编辑部主任说，稿子来了。", kind: null },
  { text: "本报", kind: null },
];

describe("a line by its own words", () => {
  it.each(LINES)("$text is $kind", ({ text, kind, items }) => {
    expect(recogniseFurniture(text, CONTEXT)).toBe(kind);
    if (items === undefined) return;
    const running = readRunningLine(text, CONTEXT);
    const printed = text.replace(/\s/g, "");
    expect(running?.items.map((item) => `${item.kind} ${printed.slice(item.start, item.end)}`).join(" / ")).toBe(items);
  });

  // So long that a step for each pair of places takes minutes; so short that it passes for a line of the page.
  it.each([1_000_000, 30])("comes to an end over %d times the same", (times) => {
    for (const unit of ["0799-", "9", "A1 ", "责编", "日报", "晴转", "1℃~"])
      recogniseFurniture(unit.repeat(times), CONTEXT);
  });
});

describe("blanks of a running line", () => {
  const rows = [
    { before: "2023 年 9 月 14 日 星期 四", after: "2023年9月14日 星期四" },
    { before: "责任 编辑 : 池 小鱼 版 式 : 贺 南", after: "责任编辑:池小鱼 版式:贺南" },
    { before: "本 版 责 编 池 雨", after: "本版责编 池雨" },
    { before: "新闻 热线 : 0799-3300110", after: "新闻热线:0799-3300110" },
    { before: "编辑 温故 美编 池小鱼", after: "编辑 温故 美编 池小鱼" },
    { before: "A04 民生", after: "A04 民生" },
    { before: "责编:池雨", after: "责编:池雨" },
  ];
  it.each(rows)("$before → $after", ({ before, after }) => {
    const text = fromSource({ file: "x", text: before }, 0, before.length);
    const clean = plain(applyEdits(text, "space/running-line", runningLineBlanks(before, CONTEXT)));
    expect(clean).toBe(after);
    expect(runningLineBlanks(clean, CONTEXT)).toEqual([]);
  });
});

describe("the source of a reprint", () => {
  it.each([
    { text: "《柳溪日报》（2016年02月 18日02版）", is: true },
    { text: "（原载《瀾州日報》2021年6月13日）", is: true },
    { text: "《柳溪日报》复刊", is: false },
    { text: "《柳溪日报》（2016年2月18日02版）报道了此事。", is: false },
  ])("$text: $is", ({ text, is }) => {
    expect(isCitation(text)).toBe(is);
  });
});

const STORY = [
  "# 青石巷修表匠守着一盏灯",
  "本报讯（记者 何雅清）9月13日，青石巷的修表匠照常开门。他说，只要还有人来，灯就亮着。",
  "街坊们说，这盏灯亮了三十年，从来没有早关过一次。",
];

function pageOf(...furniture: readonly string[]): Page {
  return restorePage(Buffer.from([...furniture, ...STORY].join("\n\n")), { file: "a.txt", profile: CONTEXT.profile });
}

describe("what a page says of itself", () => {
  it("is read from one line or from many", () => {
    const whole = { newspaper: "柳溪日报", date: "2023-09-14", weekday: "星期四", number: "A04", name: "民生" };
    const { page } = pageOf("柳溪日报 2023年9月14日 星期四 A04 民生", "责编/池雨 美编/贺南");
    expect(page).toEqual({
      ...whole,
      staff: [
        { role: "责编", name: "池雨" },
        { role: "美编", name: "贺南" },
      ],
    });
    expect(pageOf("柳溪日报", "2023年9月14日", "星期四", "A04", "民生").page).toEqual({ ...whole, staff: [] });
  });

  it("takes 14 港湾 for page and name beside the mast, and for a title elsewhere", () => {
    expect(pageOf("柳溪日报", "14 港湾", "2023年9月14日 星期四").page).toMatchObject({ number: "14", name: "港湾" });
    expect(pageOf("14 人获救").page).toMatchObject({ number: null, name: null });
  });

  it("gives a name below its role to the role", () => {
    const { page, furniture } = pageOf("2023年9月14日 星期四", "责任编辑：", "池小鱼");
    expect(page.staff).toEqual([{ role: "责任编辑", name: "池小鱼" }]);
    expect(furniture.map(({ text }) => text)).toEqual(["2023年9月14日 星期四", "责任编辑：", "池小鱼"]);
  });

  it("keeps traditional forms as printed", () => {
    const { page } = pageOf("瀾州日報 2021年6月13日 星期日", "第三版 時政", "本版責編 湯遠");
    expect(page).toEqual({
      newspaper: "瀾州日報",
      date: "2021-06-13",
      weekday: "星期日",
      number: "三",
      name: "時政",
      staff: [{ role: "責編", name: "湯遠" }],
    });
  });

  it("reads page and paper on one line, the name set wide", () => {
    const { page } = pageOf("第二版　柳 溪 日 报　一九五三年四月十二日　星期日");
    expect(page).toMatchObject({ newspaper: "柳溪日报", date: "1953-04-12", number: "二", name: null });
  });

  it("says where day and weekday do not fit", () => {
    const { notices } = pageOf("柳溪日报", "2023年9月14日 星期五");
    expect(notices.filter(({ rule }) => rule === "page/weekday")).toEqual([
      {
        rule: "page/weekday",
        level: "warning",
        line: 3,
        column: 1,
        message: "2023-09-14 was no 星期五: one of the two was misread; compare the scan",
      },
    ]);
  });

  it("reads a day with a misread 日 only where the weekday fits", () => {
    expect(pageOf("2023年9月14月 星期四").page.date).toBe("2023-09-14");
    expect(pageOf("2023年9月14月 星期五").page.date).toBeNull();
  });

  it("takes no day that the calendar does not have", () => {
    expect(pageOf("2023年2月30日 星期四").page.date).toBeNull();
  });

  it("names the paper of most bylines where the nameplate is missing, and no other", () => {
    const briefs = (papers: readonly string[]) =>
      papers.flatMap((paper, i) => [
        `# 青石巷第${"一二三四五"[i]}家铺子开门`,
        `${paper}讯（记者 何雅清）9月1${i}日，青石巷又有一家老铺子开门，街坊们都来道喜。`,
      ]);
    const named = (papers: readonly string[]) =>
      restorePage(Buffer.from(briefs(papers).join("\n\n")), { file: "a.txt", profile: CONTEXT.profile }).page.newspaper;
    expect(named(["柳溪日报", "柳溪日报", "瀾州日报"])).toBe("柳溪日报");
    expect(named(["柳溪日报", "瀾州日报"])).toBeNull();
    expect(named(["柳溪日报"])).toBeNull();
  });

  it("leaves a label below the name of the page to its article", () => {
    const { page, articles } = pageOf("柳溪日报", "A07 教育", "2023年9月14日 星期四", "民生");
    expect(page.name).toBe("教育");
    expect(articles[0]?.sectionLabel).toBe("民生");
  });
});
