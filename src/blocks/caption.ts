/**
 * Picture captions (图片说明) by their own words. Where a block stands is judged in `neighbours/caption.ts`.
 */
import { tighten } from "../text/chars.ts";
import { withPhotoSign } from "./credits/misread-sign.ts";
import { readPhotoCredit } from "./credits/photo.ts";
import type { CreditVocabulary } from "./credits/vocabulary.ts";

/** 图为, 上图, 左图, [图片：…] as a model writes it, and an arrow that points to the picture: what only a caption opens with. */
const OPENING =
  /^(?:[上下左右本]?[图圖][为為爲]|[上下左右][图圖][：:，,]|[图圖](?:[①-⑩]|[1-9][：:为為])|[（(]?[资資]料(?:[图圖]|照)|[[【（(](?:[插配]?[图圖]|[图圖]片|照片)[：:]|[←→↑↓↖↗↘↙][〇㐀-鿿])/;
const OPENING_REACH = 12;
/** ▲茶农在晒场上翻晒新茶。 A triangle points up to a picture, too, but stands before names and labels as well. */
const POINTED = /^[▲△▼][〇㐀-鿿].{8,}。$/;
/** 图1␠抬腿伸展: what a picture shows, on a line of its own. Not 图1是…, which is text. */
const NUMBERED = /^\s*[图圖]\s?(?:\d{1,2}|[一二三四五六七八九十])[\s.．、]+[〇㐀-鿿“][^，。]*$/;
const LONGEST_NUMBERED = 30;
/** A cheap look first: what such a text begins with. */
const FIRST = "上下左右本图圖（([【资資←→↑↓↖↗↘↙▲△▼";

/** 尹长河（右）在晒场上, 贺青（前排左二）: who stands where in the picture. */
const PLACED = /[〇㐀-鿿][（(〈《](?:[左右中前后後]|居中)[一二三四五六七八九十\d左右排中起]{0,4}[）)〉》]/;
const LONGEST_PLACED = 40;

/** A short line that says who stands where, and no sentence with a verb of saying. */
export function placesPeople(text: string): boolean {
  if (text.length > LONGEST_PLACED * 2 || !/[（(〈《]/.test(text)) return false;
  const tight = tighten(text);
  return tight.length <= LONGEST_PLACED && PLACED.test(tight) && !/[。！？].|[：:“”]/.test(tight);
}

export interface CaptionReading {
  readonly hasCredit: boolean;
  readonly hasOpening: boolean;
}

export function readCaption(text: string, vocabulary: CreditVocabulary): CaptionReading {
  return {
    hasCredit: readPhotoCredit(text, vocabulary) !== null,
    hasOpening: opensCaption(text) || placesPeople(text),
  };
}

export function opensCaption(text: string): boolean {
  return (
    FIRST.includes(text.trimStart().charAt(0)) &&
    (OPENING.test(tighten(text.slice(0, OPENING_REACH))) ||
      POINTED.test(tighten(text)) ||
      (text.length <= LONGEST_NUMBERED && NUMBERED.test(text)))
  );
}

/** A credit that fills its line: 尹长河 摄, （通讯员 杜若兰 摄）. Not 尹长河 摄影报道, which is a byline. */
export const CREDIT_LINE =
  /^[（(《〈〔]?(?:[〇㐀-鿿]{1,6}[报報社网網])?(?:首席|[见見][习習]|[实實][习習]|特[约約]|全媒[体體]|融媒[体體])?(?:[记記]者|通[讯訊][员員]|[实實][习習]生|作者)?[/／:：]?[〇㐀-鿿·]{2,8}[摄攝]影?[）)》〉〕]?。?$/;
/** 本报记者 尹长河 图, 受访者供图. Not 示意图, 效果图. */
const DRAWN_LINE =
  /^[（(《〈〔]?(?:(?:[〇㐀-鿿]{1,6}[报報社网網])?(?:首席|[见見][习習]|[实實][习習]|特[约約]|全媒[体體]|融媒[体體])?(?:[记記]者|通[讯訊][员員]|[实實][习習]生|作者)[/／:：]?[〇㐀-鿿·]{2,8}[图圖]|[〇㐀-鿿·]{2,8}供[图圖])[）)》〉〕]?。?$/;
/** （资料图片）, on a line of its own. */
const ARCHIVE_LINE = /^[（(](?:本[报報]|新[华華]社)?[资資]料(?:[图圖]片?|照片)[）)]$/;
const LONGEST_CREDIT_LINE = 20;

/** Whether a line is the credit of a picture and nothing else. */
export function fillsLineWithCredit(text: string): boolean {
  if (text.length > LONGEST_CREDIT_LINE * 2) return false;
  const signed = withPhotoSign(text);
  if (!/[摄攝图圖照]/.test(signed)) return false;
  const tight = tighten(signed);
  return (
    tight.length <= LONGEST_CREDIT_LINE &&
    (CREDIT_LINE.test(tight) || DRAWN_LINE.test(tight) || ARCHIVE_LINE.test(tight))
  );
}

/** 长桌宴开席。尹卓 摄: a view is a caption by itself, however short; no line above it goes on in it. */
export function namesView(words: string): boolean {
  return VIEW.test(words);
}

const VIEW = /^.{0,8}(?:现场|現場|一角|剧照|劇照|合影|外景|全景|夜景|近照)。/;
