/**
 * People on a page, whose names a conversion of script must leave as they were printed: nobody can know whether 范 or 範,
 * 钟 or 鍾 is meant.
 *
 * In: every text of the page, and the names read from bylines. Out: where names stand in a text. Never: changes text.
 */
import { surnameLength } from "../blocks/credits/surnames.ts";
import { type Lexicon, RARE_WORD } from "../lexicon/lexicon.ts";
import { isHanCode } from "../text/chars.ts";
import type { Span } from "../text/source.ts";
import { TITLES_AFTER, TITLES_BEFORE } from "./titles.ts";

export interface Names {
  /** In ascending order, not overlapping. */
  in(text: string): readonly Span[];
}

/** Longest first. Made at first use: a page that is not converted needs none of it. */
function anyOf(words: readonly string[]): RegExp {
  return new RegExp([...words].sort((one, other) => other.length - one.length).join("|"), "g");
}

let patterns: { readonly before: RegExp; readonly after: RegExp } | undefined;

function titles(): { readonly before: RegExp; readonly after: RegExp } {
  patterns ??= { before: anyOf(TITLES_BEFORE), after: anyOf(TITLES_AFTER) };
  return patterns;
}

/** They follow a verb. */
const ASPECT = "着了过";

/** Characters looked at on one side of a title. */
const LONGEST_RUN = 8;

/** What may stand between a title and a name: a blank or a colon, as in 记者 李云 and 作者：李云. */
const BETWEEN = /^[ \u3000：:／/]?/;

/** Family names that are little words as well: 应及时 and 于近日 are no names. */
const WEAK = "应时向于成连单常干强后冷双关安平过全来都从任曾和由支解牛从费相郎幸富党武常华国";

/** 于 right behind a title is the family name, unless a word of time or place follows: 主任于斗山, but 主任于近日, 于会上. */
const FAMILY_RATHER = "于";
/** Words as frequent as this are no given names; in the unit of the lexicon. */
const COMMON_WORD = 2;
const NO_GIVEN_NAME = "此今昨晨晚";

/** Ends of institutions that end given names as well, where nothing of a longer word can follow: 站长叶升台，. */
const IN_GIVEN_NAMES = "台行庭园";

/** How institutions end: 文化馆馆长, 县委书记. */
const INSTITUTION_END = "局处科部厅院校所站会社厂店馆园台行队班组委办室庭署司区县市镇乡村省州街";

/** What follows a name in a sentence and is hardly ever its last character. */
const AFTER_NAME = "说在道是的和与对从将把被向于也都又就则还曾已称等及到给让跟同并来去有表告介坦透指认";

/** @param authors names as they were read from bylines and photo credits. */
export function findNames(texts: readonly string[], authors: readonly string[], lexicon: Lexicon): Names {
  const page = texts.map((text) => lexicon.simplify(text)).join("\n");
  const everywhere = new Set<string>();
  /** A name that is a word as well is one beside its title only. */
  const keep = (name: string): void => {
    const simple = lexicon.simplify(name);
    if (simple.length > 1 && !isListed(simple, lexicon)) everywhere.add(simple);
  };
  for (const name of authors) keep(name);
  for (const text of texts) {
    const simple = lexicon.simplify(text);
    for (const { start, end } of beside(simple, page, lexicon)) if (end - start > 1) keep(simple.slice(start, end));
  }
  const whole = new Set(authors.map((name) => lexicon.simplify(name)));
  return {
    in: (text) => {
      const simple = lexicon.simplify(text);
      if (whole.has(simple)) return [{ start: 0, end: text.length }];
      const spans = [...beside(simple, page, lexicon)];
      for (const name of [...everywhere, ...whole]) {
        const isWord = !everywhere.has(name);
        for (let start = simple.indexOf(name); start >= 0; start = simple.indexOf(name, start + name.length)) {
          // 褚兰 摄, 记者 高远: an author whose name is a word stands alone in credits.
          if (!isWord || standsAlone(simple, start, start + name.length)) {
            spans.push({ start, end: start + name.length });
          }
        }
      }
      return merged(spans);
    },
  };
}

/** Names beside titles in one simplified text. */
function* beside(text: string, page: string, lexicon: Lexicon): Generator<Span> {
  const { before, after } = titles();
  for (const match of text.matchAll(before)) {
    const end = match.index + match[0].length;
    if (!isBoundary(text, end, lexicon)) continue;
    const start = end + (BETWEEN.exec(text.slice(end, end + 1))?.[0].length ?? 0);
    const length = nameAfterTitle(text, start, page, lexicon);
    if (length > 0) yield* listFrom(text, { start, end: start + length }, page, lexicon);
  }
  for (const match of text.matchAll(after)) {
    if (!isBoundary(text, match.index, lexicon)) continue;
    const length = nameBeforeTitle(text, match.index, page, lexicon);
    if (length > 0) yield { start: match.index - length, end: match.index };
  }
}

/** The name and those that are listed behind it: 运动员李云、阿古拉、田青等. */
function* listFrom(text: string, first: Span, page: string, lexicon: Lexicon): Generator<Span> {
  for (let name = first; ; ) {
    yield name;
    if (text.charAt(name.end) !== "、") return;
    const start = name.end + 1;
    const item = hanRun(text, start, LONGEST_RUN);
    // 县长范里、书记沈云: the next one has a title of its own.
    if (item.search(titles().before) === 0) return;
    // A name without a usual family name is one in the company of others.
    const isItem = item.length > 1 && item.length < 5 && !isListed(item, lexicon) && !isInstitution(item);
    const length = nameAfterTitle(text, start, page, lexicon) || (isItem ? item.length : 0);
    if (length === 0) return;
    name = { start, end: start + length };
  }
}

function isInstitution(words: string): boolean {
  return INSTITUTION_END.includes(words.slice(-1));
}

/** Length of the name that begins at an offset, or 0. */
function nameAfterTitle(text: string, start: number, page: string, lexicon: Lexicon): number {
  const rest = hanRun(text, start, LONGEST_RUN);
  const family = surnameLength(rest);
  if (family === 0 || rest.length <= family) return 0;
  const [word = ""] = lexicon.cut(rest);
  if (word.length > family + 2 || (word.length > 1 && isListed(word, lexicon))) return 0;
  const length = lengthOfName(rest, family, page, lexicon);
  const name = rest.slice(0, length);
  const next = text.charAt(start + length);
  const isClosed = AFTER_NAME.includes(next) || !/[\p{L}\p{N}]/u.test(next);
  if (isInstitution(name) && !(isClosed && IN_GIVEN_NAMES.includes(name.slice(-1)))) return 0;
  const given = name.slice(family);
  if (FAMILY_RATHER.includes(name.charAt(0))) {
    if (given.length === 1) return isClosed && !NO_GIVEN_NAME.includes(given) ? length : 0;
    return isListed(given, lexicon, COMMON_WORD) || isInstitution(next) ? 0 : length;
  }
  if (!WEAK.includes(name.charAt(0)) || isSeenWithout(name, page)) return length;
  return isClosed && !isListed(given, lexicon) ? length : 0;
}

function lengthOfName(rest: string, family: number, page: string, lexicon: Lexicon): number {
  const short = family + 1;
  const long = family + 2;
  if (rest.length === short || AFTER_NAME.includes(rest.charAt(short))) return short;
  if (rest.length === long || isSeenWithout(rest.slice(0, long), page)) return long;
  // 程超踩着水: a verb.
  if (ASPECT.includes(rest.charAt(long)) || isSeenWithout(rest.slice(0, short), page)) return short;
  const [following = ""] = lexicon.cut(rest.slice(short));
  return following.length > 1 && isListed(following, lexicon) ? short : long;
}

/** Length of the name that ends at an offset, or 0: 李云 and 李 before 先生. */
function nameBeforeTitle(text: string, end: number, page: string, lexicon: Lexicon): number {
  for (const length of [4, 3, 2, 1]) {
    const start = end - length;
    if (start < 0) continue;
    const name = text.slice(start, end);
    const family = surnameLength(length === 1 ? name : `${name}某`);
    if (family === 0 || length - family > 2 || (length === 4 && family < 2) || !isHan(name)) continue;
    const last = name.slice(-1);
    if (length > 1 && (isListed(name, lexicon) || isInstitution(name) || AFTER_NAME.includes(last))) return 0;
    const isFree = length === 1 || FAMILY_RATHER.includes(name.charAt(0)) ? opensPhrase(text, start) : false;
    if (WEAK.includes(name.charAt(0)) && !isFree && !(length > 1 && isSeenWithout(name, page))) continue;
    // 对于主任, 最高法官: the family name is the end of a word.
    if (start > 0 && lexicon.isWord(text.slice(start - 1, start + 1))) continue;
    if (length > family && !isBoundary(text, start, lexicon)) continue;
    return length;
  }
  return 0;
}

/** Whether the best cut of the text around parts words here. 行业主管 and 妇女儿童 hold no 业主 and no 女儿. */
function isBoundary(text: string, at: number, lexicon: Lexicon): boolean {
  let from = at;
  while (from > 0 && at - from < LONGEST_RUN && isHanCode(text.charCodeAt(from - 1))) from -= 1;
  let end = from;
  for (const word of lexicon.cut(text.slice(from, at) + hanRun(text, at, LONGEST_RUN))) {
    if (end >= at) break;
    end += word.length;
  }
  return end === at;
}

/** Whether no word stands before: ，于主任, but not 95后队员. */
function opensPhrase(text: string, start: number): boolean {
  return start === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(start - 1));
}

/** Whether the page has the name a second time, with another character behind it. */
function isSeenWithout(name: string, page: string): boolean {
  const followers = new Set<string>();
  for (let at = page.indexOf(name); at >= 0; at = page.indexOf(name, at + name.length)) {
    followers.add(page.charAt(at + name.length));
  }
  return followers.size > 1;
}

/** In the word list, and not only because jieba took it over from a list of names. */
function isListed(word: string, lexicon: Lexicon, least: number = RARE_WORD): boolean {
  return (lexicon.wordFrequency(word) ?? Number.NEGATIVE_INFINITY) >= least;
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !isHanCode(text.charCodeAt(start - 1)) && !isHanCode(text.charCodeAt(end));
}

function isHan(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (!isHanCode(text.charCodeAt(i))) return false;
  return true;
}

/** The Han characters from an offset on, no more than `most`. */
function hanRun(text: string, start: number, most: number): string {
  let end = start;
  while (end < text.length && end - start < most && isHanCode(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

function merged(spans: readonly Span[]): readonly Span[] {
  const made: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = made.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else made.push({ start, end });
  }
  return made;
}
