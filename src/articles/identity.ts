/** Newspaper, date, page number and page name, read from the furniture of the page. */
import { FULL_DATE, PAGE_NUMBER } from "../blocks/furniture.ts";
import type { Context } from "../context.ts";
import type { Furniture, PageIdentity } from "../page.ts";

const PAPER =
  /^[〇㐀-鿿]{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|女报|青年报|周报|周刊|报|日報|晚報|商報|都市報|時報|報)$/;
const NUMBER_AT_END = /^([A-Z]?\d{1,3})(?=[〇㐀-鿿]{2,4}$)|(?<=^[〇㐀-鿿]{2,4})([A-Z]\d{1,3})$/;

export function readIdentity(furniture: readonly Furniture[], context: Context): PageIdentity {
  let newspaper: string | null = null;
  let date: string | null = null;
  let number: string | null = null;
  let name: string | null = null;
  for (const { kind, text } of furniture) {
    if (kind !== "folio" && kind !== "nameplate") continue;
    const day = FULL_DATE.exec(text.replace(/\s/g, ""));
    if (date === null && day !== null) date = isoDate(day);
    const words = text.split(/[\s|｜丨]+/);
    // C02 港湾: what stands beside the page number is the name of the page.
    const beside = words.findIndex((word) => PAGE_NUMBER.test(word));
    const named = words[beside + 1];
    if (name === null && beside >= 0 && named !== undefined && words.length === 2 && /^[〇㐀-鿿]{2,4}$/.test(named))
      name = named;
    for (const word of words) {
      if (newspaper === null && PAPER.test(word)) newspaper = word;
      const page = PAGE_NUMBER.exec(word);
      if (number === null && page !== null) number = page[1] ?? page[2] ?? null;
      const glued = NUMBER_AT_END.exec(word);
      if (number === null && glued !== null) number = glued[1] ?? glued[2] ?? null;
      const bare = word.replace(/^[A-Z]?\d{1,3}|[A-Z]?\d{1,3}$/g, "");
      if (name === null && context.profile.sectionLabels.includes(bare)) name = bare;
    }
  }
  if (newspaper === null) newspaper = context.profile.name;
  return { newspaper, date, number, name };
}

const HAN_DIGITS = "〇一二三四五六七八九";

function isoDate(day: RegExpExecArray): string | null {
  const [year, month, date] = [day[1], day[2], day[3]].map((part) => numberOf(part ?? ""));
  if (year === undefined || month === undefined || date === undefined) return null;
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = text.replaceAll("零", "〇").replaceAll("○", "〇");
  if (!digits.includes("十")) return Number([...digits].map((char) => HAN_DIGITS.indexOf(char)).join(""));
  const [tens, ones] = digits.split("十");
  return (tens === "" ? 1 : HAN_DIGITS.indexOf(tens ?? "")) * 10 + (ones === "" ? 0 : HAN_DIGITS.indexOf(ones ?? ""));
}
