/** Paid and official small print, offers, hotlines and imprints: by words of their own, without reading item by item. */
import type { FurnitureKind } from "../../page.ts";
import { CharClasses } from "../../text/char-classes.ts";

const CONTACT =
  /^(?:(?:本报|本版|新闻|广告|读者|编辑部|服务|订阅|发行|投稿|刊登|报料|爆料|联系|投诉)*(?:热线|电话|邮箱|信箱|传真|微信|微博|QQ)|(?:来信|来稿|稿件)(?:请|可)?[寄投发]|[Ee]-?[Mm]ail|邮箱|电邮|网址|https?:)/;
const IMPRINT =
  /(?:社址|地址|邮编|邮政编码|总编室|广告(?:经营)?许可证|广登字|国内统一|CN\d{2}|邮发代号|零售|定价|印刷|承印|法律顾问|律师事务所)/;
const IMPRINT_WORDS = new RegExp(IMPRINT.source, "gu");
/** Titles of paid or official small print that stands among articles. */
const ADVERT =
  /^(?:[■□▲●◆国圈回]?(?:相关链接|遗失声明|(?:注销|清算|减资|合并|分立|更名|拍卖|招标|中标|施工|停[电水气])?公告|声明|启事|招聘(?:启事)?|[招出转]租|[旺门店厂]{1,2}[面铺房店]?转让|家政服务|广告(?:刊登热线)?|分类广告|便民信息|招领(?:启事|公告)?|寻[人物]启事)|.{0,70}声明作废。?|(?:[^。！？]{0,20})拾[获得到][^！？]{2,70}[认洽]领。?|[^？！“”]{0,150}申报债权。?)$/;
/** `寻人启事␠乔三省，男，72岁……请电0799-3300110`: the title of a notice, and its text behind it, with a number to ring. */
const ENTITLED = /^(?:寻[人物]|招领|遗失|招[租聘标商]|转让|出租|求购|征[婚文])(?:启事|公告|声明)?[^？！“”]{0,150}\d{7}/;
/** `（本版内容仅供参考，据此入市，风险自担）`, 本报保留版权␠未经授权不得转载: what the paper says of all its texts. */
const DISCLAIMER =
  /^(?:本[报刊网台]?|版权)?[^。！？，]{0,10}(?:版权(?:所有)?[^。！？]{0,4})?未经(?:本报|书面)?(?:授权|许可|同意)[^。！？]{0,6}(?:不得|禁止)[^。！？]{0,4}(?:转载|使用|复制)[^。！？]{0,10}。?$|^[（(]?(?:声明[:：]|提示[:：])?(?:本版|本栏|本报|以上)[^。！？]{2,30}(?:仅供参考|不代表本[报刊版])[^。！？]{0,20}。?[）)]?$/;
/** Small print that a law or a loss demands, against what somebody sells. */
const OFFICIAL = /声明|公告|启事|债权|[认洽]领/;
/** An offer with a number to ring, and no sentence: `小瓦、滴水 送货上门 电话0799-3311207`; not the rest of a sentence. */
const OFFER =
  /^[〇㐀-鿿A-Za-z0-9“][^。！？”；;]{0,60}(?:电话|热线|手机|微信|咨询|致电|联系)[:：]?\(?[\d-]{7,14}[^。！？“”，、；;]{0,20}。?$/;
/** A number to ring for goods: `订货电话：0799-3311207`. */
const ORDERS = /^(?:订[货购票餐座]|购[票物]|洽谈|垂询|加盟|招商|预[订约])(?:电话|热线|专线)[:：]?\(?[\d-]{7,14}/;
/** An offer of work: `因扩大经营，诚聘店长2名，待遇面议。` */
const WORK = /(?:诚聘|急聘|招聘|高薪聘).{1,40}\d名.{0,30}(?:待遇|面议|薪|底薪|包吃|包住|优厚)/;

/** What the dear ones of these patterns cannot do without; the folios and credits that pass by here have none of it. */
const NEEDED = new CharClasses("经供代", "链明告事聘租让务息领权", "0123456789-");
const [OF_DISCLAIMER, OF_ADVERT, FIGURE] = [1, 2, 4] as const;

/** The patterns by themselves, and the cheaper look before each: what a pattern finds, its look lets pass. */
export const PAID_LOOKS = {
  entitled: { pattern: ENTITLED, needs: FIGURE },
  disclaimer: { pattern: DISCLAIMER, needs: OF_DISCLAIMER },
  advert: { pattern: ADVERT, needs: OF_ADVERT },
  offer: { pattern: OFFER, needs: FIGURE },
  work: { pattern: WORK, needs: FIGURE },
  classesOf: (tight: string): number => NEEDED.of(tight),
};

/** @param tight text without blanks, in simplified forms. */
export function paidPrint(tight: string): FurnitureKind | null {
  const { entitled, disclaimer, advert, offer, work, classesOf } = PAID_LOOKS;
  const has = classesOf(tight);
  const holds = (look: Look): boolean => (has & look.needs) !== 0 && look.pattern.test(tight);
  if (holds(entitled) || holds(disclaimer)) return "notice";
  if (has & FIGURE && ORDERS.test(tight)) return "advert";
  if (holds(advert)) return OFFICIAL.test(tight) ? "notice" : "advert";
  if (CONTACT.test(tight) && /[\d@.]/.test(tight) && !/。./.test(tight) && !/[，；](?!\d)/.test(tight))
    return "contact";
  if (holds(offer) || (holds(work) && tight.length <= LONGEST_OFFER)) return "advert";
  return null;
}

interface Look {
  readonly pattern: RegExp;
  readonly needs: number;
}

const LONGEST_OFFER = 80;

/** 社址：… 邮编：… 零售…: two such words at least, the first at the beginning, and no sentence. */
export function isImprint(tight: string): boolean {
  if (tight.includes("。") || tight.includes("，")) return false;
  const words = new Set(tight.match(IMPRINT_WORDS));
  const first = tight.search(IMPRINT);
  return (words.size >= 2 && first >= 0 && first <= 4) || /^(?:社址|地址|邮编|本报(?:常年)?法律顾问)[:：;]/.test(tight);
}

/** What the page has on the pages behind it: 今日导读, and lines that end in a page, ◆老城区停车难有望缓解（4版）, ▲失踪童寻回 A3. */
const CONTENTS =
  /^(?:[一二三四五六七八九十A-T\d、，,·—-]+版|今日|本期|本报|要闻)?(?:导读|要目|提要|看点)$|^[^。！？；，]{4,36}(?:[（(<《]|详见)(?:第|T)?(?:[A-T]?\d{1,3}|[一二三四五六七八九十]{1,3})版[）)>》\]】]?$|^[▲△●■◆◇▼▽★☆※►▶][^。！？；，]{4,36}[A-T]\d{1,2}$/;

/** 下转第4版 and 上接第1版 belong to an article. */
const JUMP = /[下上][转接]/;

/** Who wrote or photographed all that stands on the page: 本版撰文 记者 许诺. */
export function isPageCredit(tight: string): boolean {
  return (
    /^(?:本版|本期|今日)(?:撰文|采写|文字|稿件|文图|图文|图片|照片|摄影|插图|漫画|题图)(?!报道)/.test(tight) &&
    !/[。，]/.test(tight)
  );
}

export function isContents(tight: string): boolean {
  return CONTENTS.test(tight) && !JUMP.test(tight);
}
