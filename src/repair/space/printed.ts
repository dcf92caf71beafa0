/**
 * Blanks that the paper itself printed inside running text.
 *
 * A slogan in quotation marks keeps the blanks between its halves: “邻帮邻␠户带户␠一起富”. A scan puts blanks at line
 * ends only, so a quotation with a blank off the line ends, cut into phrases and without a mark inside, was printed so.
 * So is a line of a list that holds nothing but names: 二等奖：何雅清␠孟帆.
 */
import { namesIn } from "../../blocks/credits/names.ts";
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { hasColon } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import type { RuleView } from "../rule.ts";
import { type Gap, gapsOf, isBetweenHan } from "./gap.ts";

/** A quotation without marks of its own: `“邻帮邻␠户带户␠一起富”`. Not one with a sentence in it. */
const QUOTATION = /["“「『‘《][〇㐀-鿿\d\s]{5,40}["”」』’》]/g;
/** 编者按␠本报今起开设…: the word that opens a note stands apart from it. */
const EDITORS_NOTE = /^(\s*(?:[编編]者按|[编編]后|[记記]者按|按[语語]))(?=[ \u3000]+[〇㐀-鿿])/;
/** Shortest and longest part of a slogan, in characters; and the shortest of one in two halves. */
const SHORTEST_PART = 3;
const SHORTEST_HALF = 5;
const LONGEST_PART = 12;
/** Two halves that continue each other this well, in log-odds, were one phrase that a line end cut. */
const ONE_PHRASE = 1;

/** Offsets of the blanks in the text that were printed. */
export function printedGaps(text: string, view: RuleView): ReadonlySet<number> {
  const printed = new Set<number>();
  if (view.dump === "spaced" || !text.includes(" ")) return printed;
  const note = text.includes("按") || text.includes("后") ? EDITORS_NOTE.exec(text) : null;
  if (note !== null) printed.add(note[1]?.length ?? 0);
  for (const at of nameGaps(text, view)) printed.add(at);
  let isClean: boolean | undefined;
  for (const match of text.matchAll(QUOTATION)) {
    const inside = match[0].slice(1, -1);
    const offset = match.index + 1;
    const isOnLineEnd = (gap: Gap): boolean => gap.isBreak || view.shape.lineEnds.has(offset + gap.start);
    const gaps = phraseGaps(gapsOf(inside).filter(isBetweenHan), inside, isOnLineEnd);
    const parts = partLengths(gaps, inside);
    if (!hasRhythm(parts)) continue;
    isClean ??= hasBlanksInQuotesOnly(text);
    const isKnownColumn = view.shape.lineEnds.size > 0 || isClean;
    for (const gap of gaps) {
      const seam = continuity(endOf(inside.slice(0, gap.start)), startOf(inside.slice(gap.end)), view.lexicon);
      // Off the line ends only a word across the blank speaks against the paper.
      const isPhraseEnd = isKnownColumn && !isOnLineEnd(gap) ? seam.word === null : seam.score < ONE_PHRASE;
      if (isPhraseEnd) printed.add(offset + gap.start);
    }
  }
  return printed;
}

/** A line of a list, with all its blanks. */
const LONGEST_ITEM = 80;
const NAMES_ITEM = /^\s*[〇㐀-鿿]{2,8}[：:]\s*(?=[〇㐀-鿿·]{2,}(?: [〇㐀-鿿·]{2,})+\s*$)/;

/** Offsets of the blanks between names that are all there is behind a colon. */
function nameGaps(text: string, { lexicon }: RuleView): number[] {
  const head = text.length <= LONGEST_ITEM && hasColon(text) ? NAMES_ITEM.exec(text)?.[0] : undefined;
  if (head === undefined) return [];
  const gaps: number[] = [];
  let at = head.length;
  let strangers = 0;
  for (const name of text.slice(head.length).trimEnd().split(" ")) {
    const names = namesIn(name, lexicon);
    if (names?.length !== 1) return [];
    if (names[0]?.isUsual !== true || lexicon.isWord(name)) strangers += 1;
    at += name.length;
    gaps.push(at);
    at += 1;
  }
  // Among known family names one may be a stranger's or a word: 何雅清␠孟帆␠铁木尔.
  return strangers > 1 || strangers * 3 > gaps.length ? [] : gaps.slice(0, -1);
}

/** Slogans go in step: 邻帮邻␠户带户␠一起富 begins with two parts of one length; two parts alone must be long ones. */
function hasRhythm(parts: readonly number[]): boolean {
  const [first, second] = parts;
  if (first === undefined || first !== second || parts.some((part) => part > LONGEST_PART)) return false;
  if (parts.length === 2) return first >= SHORTEST_HALF;
  return first >= SHORTEST_PART || parts.every((part) => part === first);
}

/** More than two printed lines, and no blank but in quotations: no scan has left its line ends here. */
function hasBlanksInQuotesOnly(text: string): boolean {
  if (text.length < LONGER_THAN_TWO_LINES) return false;
  return !gapsOf(text.replace(QUOTATION, (quotation) => "“".repeat(quotation.length))).some(isBetweenHan);
}

const LONGER_THAN_TWO_LINES = 56;

/** A line end inside a phrase cuts off less than a phrase; such a blank is none of the paper's. */
function phraseGaps(gaps: readonly Gap[], inside: string, isOnLineEnd: (gap: Gap) => boolean): Gap[] {
  return gaps.filter((gap, i) => {
    if (!isOnLineEnd(gap)) return true;
    const before = gap.start - (itemAt(gaps, i - 1)?.end ?? 0);
    const after = (gaps[i + 1]?.start ?? inside.length) - gap.end;
    return before >= SHORTEST_PART && after >= SHORTEST_PART;
  });
}

/** Lengths in characters of what stands between the gaps, other blanks not counted. */
function partLengths(gaps: readonly Gap[], inside: string): number[] {
  const ends = [...gaps.map((gap) => gap.start), inside.length];
  return ends.map((end, i) => inside.slice(itemAt(gaps, i - 1)?.end ?? 0, end).replace(/\s+/g, "").length);
}
