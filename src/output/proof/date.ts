/** Whether a page prints the day that was read from it. */
import { UNPRINTED } from "./unprinted.ts";

/** 〇 as printed: the ideograph, circles that OCR makes of it, 零. */
const DIGIT_FORMS = ["〇○零Oo0", "一1", "二2", "三3", "四4", "五5", "六6", "七7", "八8", "九9"];

/**
 * @param isoDate `2020-04-16`.
 * @param text the dump. Its year may stand as 2020 or 二〇二〇, its day as 16, 十六 or 20200416.
 */
export function printsDate(isoDate: string, text: string): boolean {
  const ascii = text
    .replace(UNPRINTED, "")
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const tight = ascii.replace(/\s+/gu, "");
  if (tight.includes(isoDate.replaceAll("-", ""))) return true;
  const [year = "", month = "", day = ""] = isoDate.split("-");
  const isPrintedYear = printsDigits(year, ascii) || printsYearOfRepublic(Number(year), tight);
  if (!isPrintedYear) return false;
  return [month, day].every((part) => printsNumber(Number(part), ascii) || printsNumber(Number(part), tight));
}

function printsDigits(number: string, text: string): boolean {
  return new RegExp([...number].map((digit) => `[${DIGIT_FORMS[Number(digit)] ?? digit}]`).join("\\s*"), "u").test(
    text,
  );
}

/** 民国一○一年, 民國九十五年, 民国101年: years are counted from 1912. @param tight text without blanks. */
function printsYearOfRepublic(year: number, tight: string): boolean {
  const count = year - 1911;
  if (count < 1 || !/民[国國]/.test(tight)) return false;
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const inTens = tens < 1 ? "" : `${["", "一", "二", "三", "四", "五", "六", "七", "八", "九"][tens % 10] ?? ""}十`;
  const forms = [
    inTens + (DIGIT_FORMS[ones]?.charAt(1) ?? "").replace(/[○0]/, ""),
    `一百零${"一二三四五六七八九".charAt(ones - 1)}`,
  ];
  return printsDigits(String(count), tight) || forms.some((form) => form !== "" && tight.includes(`${form}年`));
}

function printsNumber(value: number, text: string): boolean {
  return (
    new RegExp(`(?<!\\d)0?${value}(?!\\d)`).test(text) || chineseNumbers(value).some((form) => text.includes(form))
  );
}

/** 十六; 二十一 and 廿一. @param value 1 to 31. */
function chineseNumbers(value: number): readonly string[] {
  const units = value % 10 === 0 ? "" : (DIGIT_FORMS[value % 10]?.charAt(0) ?? "");
  if (value < 10) return [units];
  if (value < 20) return [`十${units}`];
  if (value < 30) return [`二十${units}`, `廿${units}`];
  return [`三十${units}`, `卅${units}`];
}
