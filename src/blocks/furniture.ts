/**
 * What belongs to the page and to no article: folio, nameplate, page editors, hotlines, imprint.
 *
 * In: the text of one block. Out: the kind of furniture it is, or null. Never: looks at its neighbours.
 */
import type { Context } from "../context.ts";
import type { FurnitureKind } from "../page.ts";
import { tighten } from "../text/chars.ts";

/** `2020年4月16日`; not `4月16日`, which opens half of all paragraphs. */
export const FULL_DATE =
  /([12]\d{3}|[一二][〇零○一二三四五六七八九]{3})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/;
const WEEKDAY = /(?:星期|周|礼拜)[一二三四五六日天]/;
/** `A03`, `03`, `第3版`, `B12版`; alone on its line or at an end of the folio. */
export const PAGE_NUMBER = /^(?:第?([A-Z]?\d{1,3}|[A-Z]叠\d{1,2})版?|第([一二三四五六七八九十]{1,3})版)$/;
const CONTACT =
  /^(?:(?:本报|本版|新闻|广告|读者|编辑部|服务|订阅|发行|投稿|刊登|报料|爆料)*(?:热线|电话|邮箱|信箱|传真|微信|微博|QQ)|[Ee]-?[Mm]ail|邮箱|电邮|网址|https?:)/;
/** A line of digits and dashes: 0731-84333333. */
const PHONE = /^(?:\(?0\d{2,3}\)?[-—–]?)?\d{7,8}(?:[、/,，]\d{7,8})*$/;
const IMPRINT =
  /(?:社址|地址|邮编|邮政编码|总编室|广告许可证|广登字|国内统一|CN\d{2}|邮发代号|零售|定价|印刷|承印|法律顾问|律师事务所)/;
const IMPRINT_WORDS = new RegExp(IMPRINT.source, "gu");
/** Titles of paid or official small print that stands among articles. */
const ADVERT =
  /^(?:[■□▲●◆]?(?:相关链接|遗失声明|注销公告|公告|声明|启事|拍卖公告|招标公告|招聘|家政服务|广告(?:刊登热线)?|分类广告|便民信息)|.{0,40}(?:声明作废|申报债权)。?)$/;
/** Small print that a law or a loss demands, against what somebody sells. */
const OFFICIAL = /声明|公告|启事|债权/;
/** A paper's name alone on its line: 柳溪日报. Not 本报, not a headline that ends in 汇报. */
const NAMEPLATE = /^(?!本)[〇㐀-鿿]{2,6}(?:日|晚|早|晨|时|商|女|周|都市|青年)报$/;
/** An offer with a number to ring, and no sentence: `小瓦、滴水 送货上门 电话0799-3311207`. */
const OFFER = /^[^。！？“”]{0,60}(?:电话|热线|手机|微信|咨询)[:：]?\(?[\d-]{7,14}[^。！？“”]{0,20}$/;
const LONGEST_FURNITURE = 160;
/** A cheap look first, in both scripts: a date, a number at an end, or a word that only furniture holds. */
const FURNITURE_HINT =
  /年.{1,5}日|^.{0,5}[\dA-Z０-９Ａ-Ｚ]{1,3}.{0,4}版?$|\d{7}|^第.{1,3}版|[报報]$|[责責]|[编編]|校|版式|[组組排制]版|[图圖][编編]|统筹|監制|监制|签发|审核|[热熱]线|[热熱]線|[Mm]ail|MAIL|邮|郵|网址|https?:|址|法律|[声聲]明|公告|[启啟]事|招聘|家政|[广廣]告|[链鏈]接|便民|[债債][权權]|[电電][话話]|微信|印刷|零售/;

export function recogniseFurniture(text: string, context: Context): FurnitureKind | null {
  const tight = tighten(text).text;
  if (tight.length === 0 || tight.length > LONGEST_FURNITURE) return null;
  if (!FURNITURE_HINT.test(tight)) return null;
  const simple = context.lexicon
    .simplify(tight)
    .replace(/[０-９Ａ-Ｚ：]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  if (isStaffCredit(simple, context)) return "staffCredit";
  if (isFolio(simple, context)) return "folio";
  if (simple === context.profile.name || NAMEPLATE.test(simple)) return "nameplate";
  if (ADVERT.test(simple)) return OFFICIAL.test(simple) ? "notice" : "advert";
  if (CONTACT.test(simple) && /[\d@.]/.test(simple) && !/。./.test(simple)) return "contact";
  if (PHONE.test(simple)) return "contact";
  if (OFFER.test(simple)) return "advert";
  if (isImprint(simple)) return "imprint";
  return null;
}

/** 编辑 温故 美编 池小鱼, 本版责编 余国, 责编/邓刚 校对/熊桂: a staff role first and names only after the roles. */
function isStaffCredit(simple: string, context: Context): boolean {
  const roleAt = (at: number): number =>
    context.profile.staffCredits.reduce(
      (most, word) => (simple.startsWith(word, at) ? Math.max(most, word.length) : most),
      0,
    );
  let at = 0;
  while (at < simple.length) {
    const role = roleAt(at);
    // 本版责编 池雨 A14 综合: the page number and its name may close the line.
    if (role === 0) return at > 0 && PAGE_BEHIND.test(simple.slice(at));
    at += role;
    if (NAME_SEPARATOR.test(simple.charAt(at))) at += 1;
    // A name ends where the next role begins: 责编/池雨美编/贺南 is 池雨, not 池雨美.
    const start = at;
    while (
      at < simple.length &&
      at - start < LONGEST_NAMES &&
      roleAt(at) === 0 &&
      !PAGE_BEHIND.test(simple.slice(at))
    ) {
      at += 1;
    }
    if (!STAFF_NAMES.test(simple.slice(start, at))) return false;
  }
  return at > 0;
}

const PAGE_BEHIND = /^[A-Z]?\d{1,3}(?:版)?[〇㐀-鿿]{0,4}$/;
const NAME_SEPARATOR = /[/／:：|丨]/;
const STAFF_NAMES = /^[〇㐀-鿿]{2,4}(?:[、，,/][〇㐀-鿿]{2,4})*$|^[〇㐀-鿿]{5,9}$/;
const LONGEST_NAMES = 16;

/** The running line: a full date with a weekday, page number or paper name and little else; or a page number alone. */
function isFolio(simple: string, context: Context): boolean {
  if (PAGE_NUMBER.test(simple)) return true;
  const section = /^([A-Z]?\d{1,2})?(?:第.{1,3}版)?([〇㐀-鿿]{2})(?:[A-Z]?\d{1,2})?$/.exec(simple);
  if (/^[A-Z]\d{1,2}[〇㐀-鿿]{2,4}$|^[〇㐀-鿿]{2,4}[A-Z]\d{2}$/.test(simple)) return true;
  if (section !== null && simple.length > 2 && context.profile.sectionLabels.includes(section[2] ?? "")) return true;
  const date = FULL_DATE.exec(simple);
  if (date === null) return false;
  const rest = simple.length - date[0].length;
  if (rest === 0) return true;
  return rest <= 12
    ? WEEKDAY.test(simple) || /报/.test(simple)
    : WEEKDAY.test(simple) && rest <= 90 && !/[，。；]/.test(simple);
}

/** 社址：… 邮编：… 零售…: two such words at least, the first at the beginning, and no sentence. */
function isImprint(simple: string): boolean {
  if (simple.includes("。") || simple.includes("，")) return false;
  const words = new Set(simple.match(IMPRINT_WORDS));
  const first = simple.search(IMPRINT);
  return (words.size >= 2 && first >= 0 && first <= 4) || /^(?:社址|地址|邮编|本报(?:常年)?法律顾问)[:：]/.test(simple);
}
