/**
 * Names of papers and of pages, and numbers of pages, where they stand in a running line.
 *
 * In: the line without blanks, and a place in it. Out: where the name or number ends that begins there; -1 where none does.
 */
import type { Context } from "../../context.ts";
import { isHanCode } from "../../text/chars.ts";
import { hasItemAt, type ItemPattern, LATIN_NAME, LOCAL_NAMEPLATE, matchAt, NAME, NUMBER } from "./items.ts";
import { isBoundary, type TightLine } from "./tight.ts";

export interface LineOfItems extends TightLine {
  /** What its items may look like. */
  readonly patterns: readonly ItemPattern[];
}

/** Signs that part items. */
export const SEPARATOR = /[|丨·•,、/—–\-:;()[\]【】■□●◆▲○◎…~*#_>+=.'`]/;
/** A name of a page: 要闻, 综合新闻. */
const LONGEST_PAGE_NAME = 6;

export function nameplateAt(line: TightLine, at: number, context: Context): number {
  const { name } = context.profile;
  if (name !== null && line.text.startsWith(context.lexicon.simplify(name), at)) return at + name.length;
  const isHan = isHanCode(line.text.charCodeAt(at));
  if (isHan && !line.text.includes("报", at) && !line.text.includes("刊", at)) return -1;
  const local = at === 0 && isHan ? LOCAL_NAMEPLATE.exec(line.text) : null;
  if (local !== null) return local[0].length;
  const end = matchAt(isHan ? NAME : LATIN_NAME, line.text, at);
  // 今日女报记者: the name of a paper ends at a blank, at another sign or with the line.
  return end > at && (isBoundary(line, end) || !isHanCode(line.text.charCodeAt(end))) ? end : -1;
}

/** A number of digits alone ends at a blank or before words: in 03 2020年 it is 03. */
export function pageNumberAt(line: TightLine, at: number): number {
  if (!isDigit(line.text, at) && !isCapital(line.text, at) && line.text.charAt(at) !== "第") return -1;
  let end = matchAt(NUMBER, line.text, at);
  if (end <= at) return -1;
  if (at > 0 && isDigit(line.text, at - 1) && !isBoundary(line, at)) return -1;
  if (line.text.charAt(end + 4) === "年") return end;
  while (end > at + 1 && isDigit(line.text, end) && !isBoundary(line, end)) end -= 1;
  if (isDigit(line.text, end) && !isBoundary(line, end)) return -1;
  return /[\dA-Za-z版]$/.test(line.text.slice(at, end)) ? end : -1;
}

/** 临床03, 联赛T04: the name of a page right before its number, both apart from what else the line has. */
export function nameBeforeNumberAt(line: LineOfItems, at: number): number {
  if (line.isSpaced || !isBoundary(line, at)) return -1;
  let end = at;
  while (end < at + 4 && isHanCode(line.text.charCodeAt(end))) end += 1;
  if (end < at + 2 || isBoundary(line, end)) return -1;
  const numberEnd = pageNumberAt(line, end);
  return numberEnd > end && isBoundary(line, numberEnd) && isStrongNumber(line.text.slice(end, numberEnd)) ? end : -1;
}

/** A name of a page ends where another item begins, or with the line. Unlisted ones stand beside a number. */
export function pageNameAt(line: LineOfItems, at: number, isBesideNumber: boolean, context: Context): number {
  let start = at;
  while (start < line.text.length && SEPARATOR.test(line.text.charAt(start))) start += 1;
  if (start > at + 1) return -1;
  for (let end = start + 2; end <= Math.min(start + LONGEST_PAGE_NAME, line.text.length); end += 1) {
    if (!isHanCode(line.text.charCodeAt(end - 1)) || !isHanCode(line.text.charCodeAt(start))) return -1;
    if (end < line.text.length && !endsBefore(line, end)) continue;
    const name = line.text.slice(start, end);
    if (
      context.profile.sectionLabels.includes(name) ||
      context.profile.sectionLabels.includes(name.replace(/新闻$/, ""))
    )
      return end;
    if (isBesideNumber && (end - start <= 4 || /[特专副周]刊$|专版$/.test(name))) return end;
  }
  return -1;
}

function endsBefore(line: LineOfItems, at: number): boolean {
  const { text, patterns } = line;
  if (SEPARATOR.test(text.charAt(at)) || (isBoundary(line, at) && !line.isSpaced)) return true;
  return hasItemAt(patterns, text, at) || pageNumberAt(line, at) > at;
}

/** 新岭青年 in `T13/特稿 新岭青年 编辑/甘霖`: what stands apart among the items of a mast is the name of the paper, whatever it is. */
export function unknownNameAt(line: LineOfItems, at: number): number {
  if (line.isSpaced || !isBoundary(line, at)) return -1;
  let end = at + 1;
  while (end < line.text.length && !isBoundary(line, end)) end += 1;
  if (end - at < SHORTEST_UNKNOWN || end - at > LONGEST_UNKNOWN) return -1;
  for (let i = at; i < end; i += 1) if (!isHanCode(line.text.charCodeAt(i))) return -1;
  return end;
}

const SHORTEST_UNKNOWN = 4;
const LONGEST_UNKNOWN = 7;

/** `A04`, `第3版`, `04`: beside such a number stands the name of the page, whatever it is. Not `16`, which may count. */
export function isStrongNumber(number: string): boolean {
  return /[A-Z版]/.test(number) || /^0\d$/.test(number);
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}

export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
