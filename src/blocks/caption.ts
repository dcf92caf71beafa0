/**
 * Picture captions (图片说明) by their own words. Where a block stands is judged in `name.ts`.
 */
import { tighten } from "../text/chars.ts";

/**
 * A photo credit at the end: `秦洋 摄`, `（通讯员 朱振宇 摄）`, `图/受访者提供`, `新华社发（李响 摄）`, `资料图片`.
 * Not `记者拍摄`: 摄 stands alone after a name.
 */
export const PHOTO_CREDIT =
  /(?:[（(〈《]?\s*(?:(?:本报|新华社|均为)?[〇㐀-鿿]{0,12}\s*)?(?:记者|通讯员|实习生|特约)?[/／\s]*[〇㐀-鿿·]{1,4}(?:\s[〇㐀-鿿]{1,2}){0,2}\s*[/／]?\s*[摄攝]影?\s*[）)〉》]?|图[/／:：]\s*\S{2,14}|[（(]?(?:资料图片?|资料照片|网络图片|受访者供图|\S{2,8}供图|本报资料)[）)]?|[（(]\S{2,10}提供[）)]|新华社[发记]\S{0,12})。?$/;
/** 图为, 上图, 左图: words that only a caption opens with. */
const OPENING = /^(?:[上下左右本]?图为|[上下左右]图[：:，,]|图[①②③1-9][：:为]|[（(]?资料(?:图|照))/;

/** A photo credit is no longer than this. */
const CREDIT_REACH = 40;
/** A cheap look first. */
const CREDIT_HINT = /[摄攝供]|[图圖]\s*[/／:：片]|照片|提供|新华社[发记]/;

export interface CaptionReading {
  readonly hasCredit: boolean;
  readonly hasOpening: boolean;
}

export function readCaption(text: string): CaptionReading {
  const end = text.trimEnd().slice(-CREDIT_REACH);
  return {
    hasCredit: CREDIT_HINT.test(end) && PHOTO_CREDIT.test(end),
    hasOpening: OPENING.test(tighten(text.slice(0, CREDIT_REACH)).text),
  };
}
