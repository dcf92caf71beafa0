/** Days as a running line prints them. All patterns read text without blanks, in simplified forms and ASCII digits. */

const HAN_NUMBER = "[一二三四五六七八九十廿]{1,3}";
/** Years of the Republic, as Taiwan counts them: 民国一○一年, 民国101年. */
const REPUBLIC = "(?:中华)?民国(?:\\d{2,3}|[〇零○一二三四五六七八九十百]{2,5})";
/**
 * `2020年4月16日`, `二〇二〇年四月十六日`, `2020.04.16`, `2020-4-16`, `民国一○一年五月七日`; not `4月16日`, which opens half of all
 * paragraphs.
 */
export const FULL_DATE = new RegExp(
  `([12]\\d{3}|[一二][〇零○一二三四五六七八九]{3}|${REPUBLIC})(?:年(\\d{1,2}|${HAN_NUMBER})月(\\d{1,2}|${HAN_NUMBER})[日号]|([./-])(\\d{1,2})\\4(\\d{1,2})(?!\\d))`,
);
/** The same with 日 read for a lookalike: `2022年7月13月星期三`. Only a weekday that fits the date makes it one. */
export const DAMAGED_DATE = /([12]\d{3})年(\d{1,2})月(\d{1,2})[月目曰口田](?=(?:星期|周|礼拜)[一二三四五六日天])/;
export const WEEKDAY = /(?:星期|礼拜|周)[一二三四五六日天](?![〇㐀-鿿])|(?:星期|礼拜)[一二三四五六日天]/;
/** A part of a date that a folio over several lines leaves alone: `2020年`, `4月16日`, `2020年4月`, `16日`. */
export const DATE_PART = /(?:[12]\d{3}年(?:\d{1,2}月)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)/;
/** `农历庚子年三月廿四`, `农历七月三十`, `庚子年三月廿四`, `癸卯年闰二月初一`; not `三月初三`, which opens a paragraph. */
export const LUNAR =
  /(?:[农夏阴]历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?)(?:闰?[正一二三四五六七八九十冬腊]{1,2}月)?(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九]|[二三]?十[一二三四五六七八九]?)?|[农夏阴]历(?:闰?[正一二三四五六七八九十冬腊]{1,2}月)(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九]|[二三]?十[一二三四五六七八九]?)?/;

const HAN_DIGITS = "〇一二三四五六七八九";
const WEEKDAYS = "日一二三四五六";

/** ISO 8601 date of a match of `FULL_DATE` or `DAMAGED_DATE`, or null where the calendar has no such day. */
export function isoDate(day: RegExpExecArray): string | null {
  const [month, date] = [day[2] ?? day[5], day[3] ?? day[6]].map((part) => numberOf(part ?? ""));
  const year = yearOf(day[1] ?? "");
  if (month === undefined || date === undefined) return null;
  const time = new Date(Date.UTC(year, month - 1, date));
  if (!Number.isFinite(time.getTime()) || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** Whether a printed weekday, 星期三 or 周日, is that of the day. @param iso `2020-04-16`. */
export function isWeekdayOf(weekday: string, iso: string): boolean {
  const printed = weekday.slice(-1).replace("天", "日");
  return WEEKDAYS.charAt(new Date(`${iso}T00:00:00Z`).getUTCDay()) === printed;
}

const YEARS_BEFORE_REPUBLIC = 1911;

function yearOf(printed: string): number {
  const [, inRepublic] = printed.split("民国");
  return inRepublic === undefined ? numberOf(printed) : YEARS_BEFORE_REPUBLIC + numberOf(inRepublic);
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = text.replace(/[零○]/g, "〇").replace("廿", "二十");
  if (digits.includes("百")) {
    const [hundreds = "", rest = ""] = digits.split("百");
    return HAN_DIGITS.indexOf(hundreds) * 100 + numberOf(rest.replace("〇", ""));
  }
  if (!digits.includes("十")) return Number([...digits].map((char) => HAN_DIGITS.indexOf(char)).join(""));
  const [tens = "", ones = ""] = digits.split("十");
  return (tens === "" ? 1 : HAN_DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : HAN_DIGITS.indexOf(ones));
}
