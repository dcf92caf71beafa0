import { expect, test } from "vitest";
import { isOfSite } from "../src/blocks/furniture/around-print.ts";
import { readSiteLine } from "../src/blocks/furniture/site-line.ts";
import { restorePage } from "../src/index.ts";

const OF_SITE = [
  "来源：槐川日报　时间：2016-05-18",
  "发布时间：2016-05-18 08:31:02  浏览次数：123",
  "【字体：大 中 小】",
  "当前位置：首页 > 槐川日报 > 第02版",
  "上一篇：旧书集市搬进文庙",
  "发布日期： 2016-05-18 点击数： 7",
  "槐川日报　2016年5月18日 星期三　字体：放大 缩小 默认",
];
const IN_PRINT = [
  "槐川日报 2016年05月18日 第02版：要闻",
  "来源：槐川县志",
  "时间：周六上午九点",
  "来源地：槐川",
  "渡口夜航恢复：末班船延到十一点",
  "时间：5月18日 地点：文庙西廊",
  "作者：卜晓棠",
  "发布时间：另行通知，请留意。",
];

test.each(OF_SITE)("%s is of the site", (line) => {
  expect(readSiteLine(line)).toMatchObject({ author: null });
});

test.each(IN_PRINT)("%s may be print", (line) => {
  expect(readSiteLine(line)).toBeNull();
});

test("the author among what a site says of a text is told apart", () => {
  const line = "来源：槐川日报 作者：卜晓棠 厉春山 时间：2016-05-18";
  const author = readSiteLine(line)?.author;
  expect(author && line.slice(author.start, author.end)).toBe("作者：卜晓棠 厉春山");
});

test.each([
  "3 上一篇   4 下一篇",
  "您当前的位置 ：槐川日报 > 第03版 > 正文",
  "2016年05月18日 星期三  【打印】【收藏】",
  "关于我们 | 联系方式 | 网站地图",
])("%s is of the site", (line) => {
  expect(isOfSite(line) || readSiteLine(line) !== null).toBe(true);
});

test.each([
  "第03版：民生  上一版3  4下一版",
  "2016年05月18日 星期三 上一期 下一期 往期回顾",
  "来源：槐川日报 2016年05月18日08:31 责任编辑：卜晓棠",
  "本文字数：1024  阅读：31",
  "放大+  缩小-  朗读",
])("%s is of the site", (line) => {
  expect(readSiteLine(line)).toMatchObject({ author: null });
});

test.each(["责编：卜晓棠 校对：厉春山", "2016年05月18日 星期三 第03版：民生", "下一期 我们去看渡口"])(
  "%s may be print",
  (line) => {
    expect(readSiteLine(line)).toBeNull();
  },
);

test("only what is said of a text stands below its title", () => {
  expect(readSiteLine("放大+  缩小-  朗读")?.isOfText).toBe(false);
  expect(readSiteLine("上一篇：旧书集市搬进文庙")?.isOfText).toBe(false);
  expect(readSiteLine("来源：槐川日报　时间：2016-05-18")?.isOfText).toBe(true);
});

test("a text without a byline has the title that stands below the ways to the texts beside it", () => {
  const dump = [
    ...["渡口夜航恢复", "槐川日报　（2016年05月18日）", ""],
    ...["　　本报讯（记者 闻一鹤）停了两年的夜航昨晚恢复，末班船十一点离岸。", "　　船票仍是一元。", ""],
    ...["上一篇　下一篇", "放大＋　缩小－　默认○", "", "旧书集市搬进文庙", "槐川日报　（2016年05月18日）", ""],
    ...["　　旧书集市上周日搬进了文庙的西廊，头一天来了六十三个摊位。", "　　廊下有顶，落雨也不用收摊。"],
  ].join("\n");
  const { articles } = restorePage(Buffer.from(dump), { file: "a.txt" });
  expect(articles.map(({ headline, byline }) => ({ headline, isSigned: byline !== null }))).toEqual([
    { headline: "渡口夜航恢复", isSigned: true },
    { headline: "旧书集市搬进文庙", isSigned: false },
  ]);
});
