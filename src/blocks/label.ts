/**
 * Section labels (栏目): short standing labels, often behind a mark and the junk a scan makes of it.
 */
import type { Context } from "../context.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Profile } from "../profiles/schema.ts";
import { isHanCode, isLatinCode, tighten, visibleLength } from "../text/chars.ts";
import { isColumnName } from "./column-name.ts";
import { withoutEmphasis } from "./emphasis.ts";

/**
 * Marks before a label and what a scan makes of them: `-■巾帼之窗`, `▇■教育`, `| 天气`.
 * Not `— 一个母亲`, where words of a deck follow a dash: a label is at most eight characters.
 */
const MARKED = /^[-—–|｜丨_~·.\s]*[■□▇█▌▍▎▊●▲◆◇♦◊◼▪◢◣★☆▶►|｜丨]+[-—–|｜丨\s]*(?=[〇㐀-鿿])/;
/** A dash or dot that is all a scan has left of the mark: `-要闻`. Only before a listed label. */
const DASHED = /^\s*[-—–~·.]{1,2}\s*(?=[〇㐀-鿿])/;
/** The same behind it: `■●健康驿站 ■`. */
const MARKED_BEHIND = /[-—–|｜丨_~\s]*[■□▇█▌▍▎▊●▲◆◇♦◊◼▪◢◣★☆▶►|｜丨]+[-—–|｜丨\s]*$/;
const LABEL = /^[〇㐀-鿿A-Za-z·•“”"]{2,8}$/;

export interface LabelReading {
  /** Code units of mark and junk before the label's first character. */
  readonly markLength: number;
  /** Offset of the mark and junk behind its last character; the length of the text where there is none. */
  readonly end: number;
  readonly isListed: boolean;
  readonly isMarked: boolean;
}

/** What a scan makes of ■ and ◎ or of a frame: 国教育, 圖教育, @@教育, [文化|. Only around a label that is known by its words. */
const MISREAD = /^\s*[国國圖图围圍圈回口田囗园園@[(（【「|｜]{1,2}\s*(?=[〇㐀-鿿])/;
const MISREAD_MARKS = "国國圖图围圍圈回口田囗园園@[(（【「|｜";
const MISREAD_BEHIND = /[-—–|｜丨_~\s]*[\])）】」|｜丨■]*\s*$/;

/** Neither a label nor what stands behind it ends with these, as many lines do. */
const NEVER_LAST = "，。、；：！？…,.;:!?";
/** A label with its marks, blanks and all, is no longer than this. */
const LONGEST = 40;
/** A listed label and the two characters that a scan may make of its mark. */
const LONGEST_LISTED = 10;

/** @returns the reading if the text can be a section label, by its own words. */
export function readLabel(text: string, context: Context): LabelReading | null {
  const trimmed = text.trim();
  if (trimmed.length < 2 || trimmed.length > LONGEST) return null;
  const opensHan = isHanCode(trimmed.charCodeAt(0));
  const closesHan = isHanCode(trimmed.charCodeAt(trimmed.length - 1));
  if (!closesHan && NEVER_LAST.includes(trimmed.charAt(trimmed.length - 1))) return null;
  // Most lines begin and end with Han: words alone are a label only where the paper lists them.
  if (opensHan && closesHan && visibleLength(trimmed) > LONGEST_LISTED) return null;
  const own = opensHan ? null : ownMark(text, context);
  const mark = opensHan ? "" : (own ?? MARKED.exec(text)?.[0] ?? DASHED.exec(text)?.[0] ?? "");
  const end = closesHan ? text.length : (MARKED_BEHIND.exec(text)?.index ?? text.length);
  const words = tighten(text.slice(mark.length, end));
  const isLabel = LABEL.test(words);
  if (isLabel && isListedLabel(words, context))
    return { markLength: mark.length, end, isListed: true, isMarked: mark !== "" };
  const misread = readMisread(text, closesHan, context);
  if (misread !== null) return misread;
  if (!isLabel || !(own !== null || /[■□▇█▌▍▎▊●▲◆◇♦◊◼▪◢◣★☆▶►|｜丨]/.test(mark))) return null;
  return { markLength: mark.length, end, isListed: false, isMarked: true };
}

/**
 * Frames that a paper sets around a label, and the junk before them: `【文苑】`, `-[街谈]`, `·一线·`, `/ 文苑 /`, `文苑·`, `文苑 /`,
 * `#文苑`, `文苑 | Arts`.
 */
const FRAMED =
  /^[-—–|｜丨▇~·.\s]*(?:[【〖［〔[『＃#](?<boxed>[〇㐀-鿿A-Za-z·•\s]{2,12})[】〗］〕\]』＃#]|[＃#]\s?(?<tagged>[〇㐀-鿿]{2,6})|[·•・](?<dotted>[〇㐀-鿿\s]{2,12})[·•・]|[/／](?<barred>[〇㐀-鿿\s]{2,14})[/／]|(?<=^[-—–|｜丨▇~\s]*)(?:[·•・．/／]\s?(?<left>[〇㐀-鿿]{2,6})|(?<right>[〇㐀-鿿]{2,6})\s?[·•・．/／]|(?<twice>[〇㐀-鿿]{2,6}\s?[|｜丨/／]\s?[A-Za-z][A-Za-z& ]{1,17}[A-Za-z])))\s*$/;
const ARROWS = ">＞»▶►➤";
const DOTS = "·•・．/／";
/** Parts of an article are set so, too: 【案例一】【基本案情】【问】. */
const PART = /^(?:案|基本|典型|裁判|法官|专家|问|答|例|[一二三四五六七八九十\d]+$)/;

/** Arrows behind a label, which may hold the name of the paper: 热线反馈>>>, 《青禾日报》追踪▶. */
const ARROWED = /^[〇㐀-鿿《》“”·•]{2,20}(?=\s?(?:[>＞»]{2,}|[▶►➤]+)$)/;

/**
 * @param text with or without bold marks around it.
 * @returns the reading of words in a frame. Only a title below them shows that they are a label.
 */
export function readFramed(text: string): Pick<LabelReading, "markLength" | "end"> | null {
  if (text.length > LONGEST) return null;
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const last = trimmed.charAt(trimmed.length - 1);
  const arrowed = ARROWS.includes(last) ? ARROWED.exec(trimmed) : null;
  if (arrowed !== null) {
    const start = text.indexOf(trimmed);
    return { markLength: start, end: start + arrowed[0].length };
  }
  // Most lines begin with Han, a framed label only before its dot, 文苑·, or where a scan makes a 丨 of a rule.
  if (
    isHanCode(text.charCodeAt(0)) &&
    text.charAt(0) !== "丨" &&
    !DOTS.includes(last) &&
    !isLatinCode(last.charCodeAt(0))
  )
    return null;
  const found = FRAMED.exec(text)?.groups;
  const inner = found === undefined ? undefined : Object.values(found).find((part) => part !== undefined);
  if (inner === undefined || PART.test(inner.trim())) return null;
  if (found?.["twice"] === undefined && !LABEL.test(tighten(inner))) return null;
  const markLength = text.lastIndexOf(inner) + (inner.length - inner.trimStart().length);
  return { markLength, end: markLength + inner.trim().length };
}

/** A known label between what a scan has made of its mark. */
function readMisread(text: string, closesHan: boolean, context: Context): LabelReading | null {
  const mark = MISREAD_MARKS.includes(text.trimStart().charAt(0)) ? (MISREAD.exec(text)?.[0] ?? "") : "";
  const end = closesHan ? text.length : (MISREAD_BEHIND.exec(text)?.index ?? text.length);
  if (mark === "" && end === text.length) return null;
  const words = tighten(text.slice(mark.length, end));
  if (!LABEL.test(words)) return null;
  // @@政策问答: no word begins with such a mark, as 国故事 does.
  const isColumn = mark.startsWith("@") && isColumnName(context.lexicon.simplify(words));
  if (!isColumn && !isListedLabel(words, context)) return null;
  return { markLength: mark.length, end, isListed: true, isMarked: true };
}

/** Longest label, in characters. */
export const LONGEST_LABEL = 8;
/** What a scan, or a font of signs, makes of ■, ● and □: O健康门诊, I连队新事, n青春来信. */
const LETTER_FOR_MARK = /^\s*[O0oIl1NnqupQ|]\s*(?=[〇㐀-鿿])/;

export interface BareLabel {
  readonly words: string;
  /** A letter stands before them, where the paper has a mark. */
  readonly isMisread: boolean;
}

/** The words of a line that can be a label, without bold marks and what a scan made of a mark; or null. */
export function labelWords(text: string, { lexicon }: Context): BareLabel | null {
  const inner = withoutEmphasis(text);
  const mark = misreadMarkLength(inner, lexicon);
  const words = tighten(inner.slice(mark));
  return LABEL.test(words) && isHanCode(words.charCodeAt(0)) ? { words, isMisread: mark > 0 } : null;
}

/** Code units of what a scan made of the mark before a label, with the blanks around it: a letter, or 国 before 连队新事. */
export function misreadMarkLength(text: string, lexicon: Lexicon): number {
  const letter = LETTER_FOR_MARK.exec(text)?.[0] ?? "";
  if (letter !== "") return LABEL.test(tighten(text.slice(letter.length))) ? letter.length : 0;
  const frame = MISREAD_MARKS.includes(text.trimStart().charAt(0)) ? (MISREAD.exec(text)?.[0] ?? "") : "";
  if (frame === "") return 0;
  const words = tighten(text.slice(frame.length));
  return words.length >= SHORTEST_FRAMED && isColumnName(lexicon.simplify(words)) ? frame.length : 0;
}

/** 国故事 is rather a word than a mark and a label. */
const SHORTEST_FRAMED = 4;

const listed = new WeakMap<Profile, ReadonlySet<string>>();

function isListedLabel(words: string, { profile, lexicon }: Context): boolean {
  let labels = listed.get(profile);
  if (labels === undefined) {
    labels = new Set(profile.sectionLabels);
    listed.set(profile, labels);
  }
  return labels.has(lexicon.simplify(words));
}

/** The paper's own mark before a label, with the blanks around it: what its profile lists beside the usual ones. */
function ownMark(text: string, { profile }: Context): string | null {
  const start = text.length - text.trimStart().length;
  for (const mark of profile.sectionMarks) {
    if (!text.startsWith(mark, start) || isUsualMark(mark)) continue;
    const rest = text.slice(start + mark.length);
    return text.slice(0, start + mark.length + (rest.length - rest.trimStart().length));
  }
  return null;
}

/** Marks that are known without a profile. */
const USUAL = /^[-—–|｜丨_~\s]*[■□▇█▌▍▎▊●▲◆◇♦◊◼▪◢◣★☆▶►|｜丨]+$/;

export function isUsualMark(mark: string): boolean {
  return USUAL.test(mark);
}

/** Names of labels over several items, in both scripts. */
const OVER_SEVERAL =
  /短新[闻聞]|[简簡][讯訊明]|快[讯訊]|速[览覽递遞]|短波|短[讯訊]|一句[话話]|集[锦錦萃]|[浏瀏][览覽]|[扫掃]描|副刊|[来來]信|[来來][论論]|[动動][态態]|[信资資][讯訊]/;

/** Whether a label stands over several briefs, by its words. */
export function isOverSeveral(words: string): boolean {
  return words.length <= LONGEST && OVER_SEVERAL.test(words);
}
