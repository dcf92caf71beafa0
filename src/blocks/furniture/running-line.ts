/**
 * The grammar of running lines: what stands over, under and between the articles of every page.
 *
 *     柳溪日报 | 2023年9月14日 星期四 | 农历七月三十 | A04 民生 | 责编/池雨 美编/贺南 | 新闻热线：0799-3300110
 *
 * Such a line is nothing but such items, in any order, with or without blanks between them, so that it is read item by
 * item; words of an article do not read so. Never: looks at other lines.
 */
import type { Context } from "../../context.ts";
import { CharClasses } from "../../text/char-classes.ts";
import { lastOf } from "../../text/list.ts";
import { hasItemAt, type ItemKind, matchAt, mayOpen, patternsFor } from "./items.ts";
import {
  isDigit,
  isStrongNumber,
  type LineOfItems,
  nameBeforeNumberAt,
  nameplateAt,
  pageNameAt,
  pageNumberAt,
  SEPARATOR,
  unknownNameAt,
} from "./page-names.ts";
import { readStaff } from "./staff.ts";
import { isBoundary, type TightLine, tightLine } from "./tight.ts";

/** One item, in offsets of the tight line. */
export interface Item {
  readonly kind: ItemKind;
  readonly start: number;
  readonly end: number;
}

export interface RunningLine {
  readonly line: TightLine;
  readonly items: readonly Item[];
  /** Characters that no item explains, signs not counted: what a scan has damaged. */
  readonly unread: number;
}

/** Marks of sentences, titles and quotations, which no running line holds; and an end where a sentence goes on. */
const MARKS_OF_TEXT = new CharClasses('。，；！？!?“”"《》「」『』〈〉');
const OF_TEXT = /^\s*[、,.:：;）)\]】]|[、,;（([【]\s*$/;
/** Damaged characters that a line may have beside its items. */
const MOST_UNREAD = 3;
export const LONGEST_RUNNING_LINE = 160;

/** A line is read for its role, for its blanks and for what it says: what was read is kept as long as the page. */
const MOST_KNOWN = 2000;
const known = new WeakMap<Context, Map<string, RunningLine | null>>();

/** @returns the items of the line, or null where it is no running line. */
export function readRunningLine(text: string, context: Context): RunningLine | null {
  if (text.length > LONGEST_RUNNING_LINE * 2 || MARKS_OF_TEXT.of(text) !== 0) return null;
  let lines = known.get(context);
  if (lines === undefined) {
    lines = new Map();
    known.set(context, lines);
  }
  const read = lines.get(text);
  if (read !== undefined) return read;
  const line = readNewLine(text, context);
  if (lines.size > MOST_KNOWN) lines.clear();
  lines.set(text, line);
  return line;
}

function readNewLine(text: string, context: Context): RunningLine | null {
  if (OF_TEXT.test(text) || hasLooseBracket(text)) return null;
  const tight = tightLine(text, context);
  if (tight.text.length === 0 || tight.text.length > LONGEST_RUNNING_LINE) return null;
  const line: LineOfItems = { ...tight, patterns: patternsFor(tight.text) };
  return readItems(line, context);
}

function readItems(line: LineOfItems, context: Context): RunningLine | null {
  const items: Item[] = [];
  let unread = 0;
  let isGuessed = false;
  for (let at = 0; at < line.text.length; ) {
    const found = itemsAt(line, at, items, context);
    const last = lastOf(found);
    if (last === undefined) {
      const nameEnd = isGuessed ? -1 : unknownNameAt(line, at);
      if (nameEnd > at) {
        items.push({ kind: "nameplate", start: at, end: nameEnd });
        isGuessed = true;
        at = nameEnd;
        continue;
      }
      if (!SEPARATOR.test(line.text.charAt(at))) unread += 1;
      if (unread > MOST_UNREAD) return null;
      at += 1;
      continue;
    }
    items.push(...found);
    at = last.end;
  }
  if (isGuessed && !isMast(items)) return null;
  return items.length === 0 ? null : { line, items, unread };
}

/** A page or a day and who made it, a day and a page, or an address and a number of the press law. */
function isMast(items: readonly Item[]): boolean {
  const has = (kind: ItemKind): boolean => items.some((item) => item.kind === kind);
  return (
    (items.some(isOfPage) && items.some(isOfMakers)) ||
    (has("date") && has("pageNumber")) ||
    (has("contact") && has("imprint"))
  );
}

function isOfPage({ kind }: Item): boolean {
  return kind === "pageNumber" || kind === "date" || kind === "issue";
}

function isOfMakers({ kind }: Item): boolean {
  return kind === "staff" || kind === "imprint" || kind === "weekday" || kind === "contact";
}

/** 18日02版）: the end of a citation that a column has broken. */
function hasLooseBracket(text: string): boolean {
  return /[（(]/.test(text) !== /[）)]/.test(text);
}

function itemsAt(line: LineOfItems, at: number, before: readonly Item[], context: Context): Item[] {
  for (const one of line.patterns) {
    if (!mayOpen(one, line.text, at)) continue;
    const { kind } = one;
    const end = matchAt(one.pattern, line.text, at);
    if (end <= at) continue;
    if (kind !== "contact") return [{ kind, start: at, end }];
    const contactEnd = addressEnd(line, at, end);
    // A part of a longer number is none; in 0731-85100209 11 the second number is that of the page.
    if (!isDigit(line.text, contactEnd) || isBoundary(line, contactEnd)) return [{ kind, start: at, end: contactEnd }];
  }
  const staffEnd = readStaff(line, at, (from) => startsItem(line, from, context), context);
  if (staffEnd > at) return [{ kind: "staff", start: at, end: staffEnd }];
  const nameplateEnd = nameplateAt(line, at, context);
  if (nameplateEnd > at) return [{ kind: "nameplate", start: at, end: nameplateEnd }];
  const numberEnd = pageNumberAt(line, at);
  if (numberEnd > at) {
    const number: Item = { kind: "pageNumber", start: at, end: numberEnd };
    const paperEnd = nameplateAt(line, numberEnd, context);
    if (paperEnd > numberEnd) return [number, { kind: "nameplate", start: numberEnd, end: paperEnd }];
    const mayBeUnlisted =
      isStrongNumber(line.text.slice(at, numberEnd)) || (isBoundary(line, numberEnd) && !line.isSpaced);
    const nameEnd = pageNameAt(line, numberEnd, mayBeUnlisted, context);
    return nameEnd > numberEnd ? [number, { kind: "pageName", start: numberEnd, end: nameEnd }] : [number];
  }
  const gluedEnd = nameBeforeNumberAt(line, at);
  if (gluedEnd > at)
    return [
      { kind: "pageName", start: at, end: gluedEnd },
      { kind: "pageNumber", start: gluedEnd, end: pageNumberAt(line, gluedEnd) },
    ];
  const last = lastOf(before);
  const isBesideDay = last?.end === at && (last.kind === "weekday" || last.kind === "date");
  const isSecondHalf = last?.kind === "pageName" && last.end === at - 1 && /[·•・]/.test(line.text.charAt(at - 1));
  const nameEnd = pageNameAt(line, at, isBesideDay || isSecondHalf, context);
  return nameEnd > at ? [{ kind: "pageName", start: at, end: nameEnd }] : [];
}

/** news@paper.example B16: an address ends at a blank, which the tight line does not show. */
function addressEnd(line: TightLine, start: number, end: number): number {
  if (line.isSpaced) return end;
  for (
    let at = start + Math.max(0, line.text.slice(start, end).search(/@|www|http/));
    at > start && at < end;
    at += 1
  ) {
    if (isBoundary(line, at)) return at;
  }
  return end;
}

/** Whether something other than a name of a person begins here; asked where the names of a staff credit may end. */
function startsItem(line: LineOfItems, at: number, context: Context): boolean {
  if (at >= line.text.length) return true;
  if (hasItemAt(line.patterns, line.text, at)) return true;
  if (pageNumberAt(line, at) > at) return true;
  return isBoundary(line, at) && !line.isSpaced && nameplateAt(line, at, context) > at;
}
