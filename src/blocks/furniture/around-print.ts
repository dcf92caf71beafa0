/**
 * Lines that came upon the page after it was printed, and those that send a reader to a screen: the page count of a viewer,
 * the mark of a scanner app, the time of a printout, what one clicks on at the site of a paper; and codes to scan.
 *
 * In: a line without blanks, in simplified forms. Out: the kind of furniture, or null. Never: takes a line that only speaks
 * of such things, as a headline may (扫码点餐不应是唯一选择): the whole line must read so.
 */
import type { FurnitureKind } from "../../page.ts";
import { tighten } from "../../text/chars.ts";

interface Line {
  readonly pattern: RegExp;
  readonly kind: FurnitureKind;
}

const ABOUT_THE_PAPER = "(?:公众号|视频号|抖音号?|微信号?|微博|客户端|小程序|发布|日报|晚报|都市报|新闻|APP|App|app)";
const MORE = "(?:视频|直播|回放|全文|更多|详情|详细|原文|图集|精彩|专题|内容|完整版?|现场)";

/** Made when a page first has such a line: most have none. */
let lines: readonly Line[] | undefined;

const linesAround = (): readonly Line[] => [
  // 第1页共8页, 共8页第1页, 第1页/共8页
  { pattern: /^(?:第\d{1,4}页[/，,]?共\d{1,4}页|共\d{1,4}页[/，,]?第\d{1,4}页)$/, kind: "folio" },
  // 2020/5/6 10:22, 打印时间：2020-5-6 10:22:31
  {
    pattern:
      /^(?:(?:打印|下载|导出)(?:日期|时间)[:：]\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{4}[-/]\d{1,2}[-/]\d{1,2}(?=.))(?:[,，]?(?:上午|下午)?\d{1,2}:\d{2}(?::\d{2})?)?$/,
    kind: "folio",
  },
  // 由扫描全能王扫描创建, CamScanner, 3亿人都在用的扫描App
  {
    pattern: /^(?:由?扫描全能王(?:扫描)?(?:创建)?|(?:Scannedwith)?CamScanner|\d亿人都在用的扫描A[Pp][Pp])$/,
    kind: "imprint",
  },
  // 岚江周末（2021年3月9日）: so a site names paper and day, whatever the paper is called
  { pattern: /^[〇㐀-鿿]{2,8}[（(][12]\d{3}年\d{1,2}月\d{1,2}日[）)]$/, kind: "folio" },
  // 岚州日报版权所有
  { pattern: /^[^。，！？]{2,16}版权所有$/, kind: "imprint" },
  // 岚州日报社版权所有 某ICP备05012345号
  { pattern: /^.{0,30}[〇㐀-鿿]ICP备\d{6,10}号?(?:-\d{1,2})?$/, kind: "imprint" },
  // (C)1994-2022 … All rights reserved.
  { pattern: /^(?:\([Cc]\)|©)?.{0,80}All[Rr]ightsReserved.{0,40}$/i, kind: "imprint" },
  // 上一版 下一版, 第2版：要闻 上一版 下一版, 放大+ 缩小- 默认
  {
    pattern:
      /^(?:第[A-Z]?\d{1,3}版[:：][〇㐀-鿿]{2,6}?)?(?:[【[〈《<«]?(?:[上下前后]一?[版页篇期]|返回(?:目录|首页)|版面导航|标题导航|往期回顾|放大|缩小|默认|打印|关闭)[】\]〉》>»+○+-]?[|/]?){2,}$/,
    kind: "contents",
  },
  // 扫一扫，看视频; 扫码关注岚州发布; 请扫描二维码了解更多
  {
    pattern: new RegExp(
      `^(?:请|欢迎|用?微信)*扫(?:一扫|描|码)*(?:[上下左右文][方边侧图面末]|此|本)?的?(?:二维码|码)?[，,]?(?:即可|可)?(?:(?:关注|下载|打开|登录|进入)(?:我们|本报|[^，。？！]{0,8}${ABOUT_THE_PAPER})|[观收查]?[看听阅][读]?${MORE}[^，。？！]{0,4}|了解${MORE}?[^，。？！]{0,4})?$`,
    ),
    kind: "contact",
  },
  // 更多精彩内容，请扫描二维码
  { pattern: /^更多[^，。？！]{2,10}[，,]?敬?请扫(?:一扫|描|码)*[^，。？！]{0,8}$/, kind: "contact" },
];

/** What one clicks on, or reads, at the site of a paper: whole lines without blanks, in both scripts. */
const OF_SITE = [
  "版面目录 版面導航 版面导航 版面概览 标题导航 標題導航 返回目录 返回目錄 返回首页 返回首頁 返回顶部 返回頂部 打印本页 列印本頁",
  "上一篇 下一篇 上一篇下一篇 【上一篇】【下一篇】 上一期下一期 上一期下一期往期回顾 往期回顾 关闭窗口 【打印】【关闭】 打印关闭 【關閉】 關閉視窗",
  "字体：大中小 字號：大中小 字号：大中小 字体大小：大中小 分享到 分享到： 分享到：微信微博",
];
/** What these begin with: a cheap look first. */
const OPENS_SITE = "34<>＜＞«»◀▶[版标標返打列上下【关字分";
const LONGEST_OF_SITE = 12;
/** Of the same with the blanks that may stand between. */
const LONGEST_SPACED = 24;
/** 3 上一篇 4 下一篇: signs of a font that has arrows for figures, and other marks beside the words. */
const ARROWS = /^[34<>＜＞«»◀▶[]+|[34<>＜＞«»◀▶\]](?=[上下])|[34<>＜＞«»◀▶\]]+$/g;
let ofSite: ReadonlySet<string> | undefined;

export function isOfSite(text: string): boolean {
  if (text.length > LONGEST_SPACED || !OPENS_SITE.includes(text.trimStart().charAt(0))) return false;
  ofSite ??= new Set(OF_SITE.flatMap((line) => line.split(" ")));
  const words = tighten(text).replace(ARROWS, "");
  return words.length <= LONGEST_OF_SITE && ofSite.has(words);
}

/** @param tight text without blanks, in simplified forms. */
export function aroundPrint(tight: string): FurnitureKind | null {
  lines ??= linesAround();
  return lines.find(({ pattern }) => pattern.test(tight))?.kind ?? null;
}
