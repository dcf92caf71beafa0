/** Folio lines, staff credits and imprints, each known by its own words. */
import { CharClasses } from "../../text/char-classes.ts";

/** A line of a date, an address or a staff credit: 2016年3月8日 星期二; 编辑 石婉 美编 尹渡. Not 编辑部 or 2016年3月. */
const RUNNING_LINE =
  /\d{4}年\d{1,2}月\d{1,2}日\s*(?:星期|$)|[责責][编編]|[编編][辑輯][\s/／:：]|美[编編]|校[对對]|[Ee]-?[Mm]ail|热线[\s:：]|熱線[\s:：]|法律[顾顧][问問]|印刷[:：]|[总總]第\d|[责責]任[编編][辑輯]/;
/** `A10 教育`, `时政 A12`, `16 時政`, `03 要闻`. Not `4月13日`. */
const FOLIO = /^(?:[A-Z]?\d{1,2}\s*[〇㐀-鿿]{1,5}|[〇㐀-鿿]{1,5}\s*[A-Z]?\d{1,2})$/;
/** Longest running line, in characters; an imprint is longer. */
const LONGEST = 48;
const LONGEST_IMPRINT = 80;

/** What each of the two patterns cannot do without. */
const NEEDED = new CharClasses("年责責编編校Mm热熱法印总總", "0123456789");

/** The patterns by themselves, and the cheaper look before them: what the patterns find, the look lets pass. */
export const RUNNING_LOOK = {
  patterns: [RUNNING_LINE, FOLIO],
  matches: (words: string): boolean => RUNNING_LINE.test(words) || FOLIO.test(words),
  mayMatch: (words: string): boolean => NEEDED.of(words) !== 0,
};

export function isRunningLine(words: string): boolean {
  return words.length <= LONGEST && RUNNING_LOOK.mayMatch(words) && RUNNING_LOOK.matches(words);
}

/**
 * What only the first and the last rows of a page say so: 2016-01-14; 第2版; 国际·3版; 社址：… 邮编：… 每份1.50元; 农历正月廿二.
 * In the midst of a page the same words are of a notice or of a caption.
 */
const OUTER_LINE =
  /^\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}|第[\d〇一二三四五六七八九十]{1,3}[版期]$|[·・]\s*\d{1,2}版$|[农農][历曆]|[社地]址[:：]|[邮郵][编編]|零售|[定报報][价價][:：]|[许許]可[证證]|[统統]一.{0,6}刊[号號]|CN ?\d|[总總][编編]室|^(?:本版)?主[编編]|未[经經].{0,4}[权權]/;

/** @param words of one line in the first or the last rows of a page. */
export function isOuterLine(words: string): boolean {
  return words.length <= LONGEST_IMPRINT && !/[，。；]/.test(words) && OUTER_LINE.test(words);
}
