/**
 * Lines that the site of a paper sets around the text of an article: where it comes from, when it was put there and how often
 * it was read, what stands before and behind it.
 *
 *     来源：青岚日报  作者：石小舟  发布时间：2021-03-09 08:30  浏览次数：120
 *
 * In: the text of a block. Out: whether it is such a line, and where it names the author. Never: takes a line that holds
 * anything beside such items: 来源：民间 is one of them, 来源地：青岚 is none.
 */
import { FULL_DATE, WEEKDAY } from "./day.ts";

export interface SiteLine {
  /** It says something of the text, and not only what one may click on. */
  readonly isOfText: boolean;
  /** What says who wrote the text, in offsets of the line: 作者：石小舟. */
  readonly author: { readonly start: number; readonly end: number } | null;
}

const LONGEST = 120;
/** What a site says of a text; the names of authors are read by whoever reads bylines. */
const KEY =
  /^(?:(?:稿件|文章|信息|新[闻聞]|本文)?[来來]源|(?:[发發][布表]|更新|[录錄]入|[见見][报報]|刊[发發登])?(?:[时時][间間]|日期)|(?:[浏瀏][览覽]|[点點][击擊]|[阅閱][读讀]|[访訪][问問])(?:次[数數]|量|[数數]|率)?|(?:本文)?字[数數]|字[体體號号](?:大小)?|版次|版面|版[号號]|(?:所[属屬])?[栏欄]目)$/;
/** Who put it there; papers print that, too, and so it tells nothing. */
const STAFF_KEY = /^(?:[责責]任[编編][辑輯]|[编編][辑輯]|[责責][编編]|[审審]核|校[对對]|[监監]制)$/;
const AUTHOR_KEY = /^(?:作者|[记記]者|文字)$/;
/** Keys that papers print, too: 来源：… below a text, 时间：… in a notice. One of them alone tells nothing. */
const PRINTED_KEY = /^(?:[来來]源|[时時][间間]|日期|版面|[栏欄]目)$/;
/** A time of the day, or nothing: what may stand behind a day. */
const TIME = /^(?:\d{1,2}:\d{2}(?::\d{2})?)?$/;
const PAGE = /^第?[A-Z]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})版(?:[：:][〇㐀-鿿·]{2,8})?$/;
const PAPER = /^[〇㐀-鿿]{2,8}[报報网網刊社]$/;
const SIZE = /^(?:[大中小]{1,3}|放大|[缩縮]小|默[认認]|[标標]准|正常)$/;
/** 上一篇：渡口夜航恢复, 首页 > 新闻 > 正文, 当前位置：首页>要闻. */
const BESIDE = /^\s*(?:[上下]一?[篇条條][：:]\s*\S|(?:您?的?(?:[当當]前|[现現]在)的?)?位置\s*[：:]|首[页頁]\s*[>＞»/])/;
/** What one clicks on. */
const ACTION =
  /^(?:[34<>＜＞«»]*[上下]一[版篇期页頁][34<>＜＞«»]*|(?:放大|[缩縮]小|默[认認]|字[号號])[+＋－○-]?|往期回[顾顧]|(?:版面|[标標][题題])[导導]航|PDF(?:下[载載]|版)?|朗[读讀]|推[荐薦]|[纠糾][错錯]|打印|列印|收藏|[关關][闭閉]|分享|[评評][论論]|返回(?:列表|目[录錄]|首[页頁])?|[关關][于於]我[们們]|[联聯][系繫]我[们們]|[联聯][系繫]方式|版[权權][声聲]明|法律[声聲]明|[网網]站地[图圖]|[广廣]告服[务務]|[设設][为為]首[页頁]|加入收藏|[复複][制製][链鏈]接)$/;
const FRAME = /[【】〔〕[\]()（）]/g;

/** @returns the reading, or null where the line is none of a site. */
export function readSiteLine(text: string): SiteLine | null {
  if (text.length > LONGEST || !/[:：>＞»|｜】\]]|[上下]一[版篇期页頁]|放大/.test(text)) return null;
  if (BESIDE.test(text) && !/。/.test(text)) return { author: null, isOfText: false };
  if (/[，。；！？“”]/.test(text)) return null;
  let sure = 0;
  let printed = 0;
  let isKeyed = false;
  let hasKey = false;
  let author: SiteLine["author"] = null;
  /** A key without a value so far: 来源： 青岚日报. */
  let isOpen = false;
  let isOfAuthor = false;
  for (const { 0: token, index } of text.replace(FRAME, " ").matchAll(/[^\s|｜]+/g)) {
    const colon = token.search(/[:：]/);
    const key = colon < 0 ? "" : token.slice(0, colon);
    const isKnown = KEY.test(key);
    if (isKnown || AUTHOR_KEY.test(key)) {
      isOfAuthor = !isKnown;
      if (isOfAuthor) {
        if (author !== null) return null;
        author = { start: index, end: index + token.length };
      } else if (PRINTED_KEY.test(key)) {
        printed += 1;
        hasKey = true;
      } else {
        sure += 1;
        isKeyed = true;
      }
      isOpen = colon === token.length - 1;
    } else if (isOfAuthor && author !== null && /^[〇㐀-鿿·、]{1,12}$/.test(token)) {
      author = { start: author.start, end: index + token.length };
      isOpen = false;
    } else if (isDay(token) || PAGE.test(token)) {
      if (!isOpen) printed += 1;
      isOpen = false;
    } else if (STAFF_KEY.test(key)) isOpen = colon === token.length - 1;
    else if (ACTION.test(token)) sure += 1;
    else if (TIME.test(token) || isWeekday(token) || SIZE.test(token) || PAPER.test(token)) isOpen = false;
    else if (isOpen && token.length <= 16) isOpen = false;
    else return null;
  }
  const isOfText = isKeyed || hasKey || author !== null;
  if (sure > 1 || (sure > 0 && (isKeyed || printed > 0))) return { author, isOfText };
  // Day and page alone are a folio: 青岚日报 2021年3月9日 第02版.
  return (hasKey && printed > 1) || (printed > 0 && author !== null) ? { author, isOfText } : null;
}

/** 2021-03-09, 2021年3月9日08:30. */
function isDay(token: string): boolean {
  const day = FULL_DATE.exec(token);
  return day?.index === 0 && TIME.test(token.slice(day[0].length));
}

function isWeekday(token: string): boolean {
  return WEEKDAY.exec(token.replace("週", "周"))?.[0].length === token.length;
}
