/**
 * The lead of a text taken from a paper or an agency abroad: 【西班牙《先锋报》网站5月6日报道】, 【法新社巴黎5月6日电】, and the title
 * that the text had there, with who wrote it: 题：咖啡的高度（作者 何塞·里瓦斯）.
 */
import type { DatelineHead } from "./dateline.ts";
import type { Folded } from "./fold.ts";

const HEAD =
  /^[【[〔](?<outlet>[^【】[\]〔〕，。；]{2,30}?)(?<date>(?:(?:[12]\d{3}年)?[\d一二三四五六七八九十]{1,2}月)?[\d一二三四五六七八九十]{1,3}日)(?:[一最]新?期)?(?:(?<kind>专电|电|讯)|报道|文章|社论|评论)[】\]〕]/;
/** In such a bracket papers name a paper as a work: 《先锋报》. */
const NAMED = /《[^《》]{1,20}》/;
/** Code units of the title of a text, with its colon. */
const LONGEST_TITLE = 60;
const TITLE = /^题[:：][^（(。]{2,50}(?=[（(](?:本报|作者|记者))/;

/** @returns the dateline of a text from abroad, or null. */
export function readForeignHead({ simple, tight }: Folded): DatelineHead | null {
  const found = HEAD.exec(simple);
  const { outlet = "", date = "", kind = null } = found?.groups ?? {};
  if (found === null || !NAMED.test(outlet)) return null;
  const dateStart = 1 + outlet.length;
  return {
    dateline: {
      agency: tight.slice(1, dateStart),
      kind: kind === null ? null : tight.slice(found[0].length - 1 - kind.length, found[0].length - 1),
      place: null,
      date: tight.slice(dateStart, dateStart + date.length),
    },
    to: found[0].length,
    needsCredits: false,
  };
}

/** @returns the place in the tight text behind a title, where a bracket says who wrote it; or `at`. */
export function endOfWireTitle({ simple }: Folded, at: number): number {
  return at + (TITLE.exec(simple.slice(at, at + LONGEST_TITLE))?.[0].length ?? 0);
}
