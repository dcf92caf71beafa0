/** Whether a page prints the day that was read from it. */

/** 〇 as printed: the ideograph, circles that OCR makes of it, 零. */
const DIGIT_FORMS = ["〇○零Oo0", "一1", "二2", "三3", "四4", "五5", "六6", "七7", "八8", "九9"];

/**
 * @param isoDate `2020-04-16`.
 * @param text the dump. Its year may stand as 2020 or 二〇二〇, its day as 16, 十六 or 20200416.
 */
export function printsDate(isoDate: string, text: string): boolean {
  const ascii = text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const tight = ascii.replace(/\s+/gu, "");
  if (tight.includes(isoDate.replaceAll("-", ""))) return true;
  const [year = "", month = "", day = ""] = isoDate.split("-");
  const isYear = new RegExp([...year].map((digit) => `[${DIGIT_FORMS[Number(digit)] ?? digit}]`).join("\\s*"), "u");
  if (!isYear.test(ascii)) return false;
  return [month, day].every((part) => printsNumber(Number(part), ascii) || printsNumber(Number(part), tight));
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
