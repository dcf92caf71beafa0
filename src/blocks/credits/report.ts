/**
 * Credits that open a body without brackets and say 报道: 本报记者 胡青 云溪报道：, 【記者何雅清／雲溪報導】, 记者诸葛岚报道：,
 * and those in the bracket of an agency that end with day and 电: （中央社記者何雅清雲溪三日電）.
 *
 * Not 记者从县水利局获悉, where 记者 is a word of the sentence.
 */
import type { Dateline } from "../../page.ts";
import type { CreditPart, Credits } from "./credit.ts";
import { readCredits } from "./credits.ts";
import { endOf, type Folded, startOf } from "./fold.ts";
import type { Lead } from "./lead.ts";
import type { CreditVocabulary } from "./vocabulary.ts";

const OPEN = "【〔[（(";
const CLOSE = "】〕]）)";
const COLONS = ":：";
/** Characters of credits and place before 报道. */
const LONGEST_REPORT = 44;
const LONGEST_PLACE = 6;

/** @param from place in the tight text where the credits begin: behind a dateline, or 0. */
export function readReport(folded: Folded, vocabulary: CreditVocabulary, from = 0): Lead | null {
  const { simple } = folded;
  const isBoxed = OPEN.includes(simple.charAt(from)) && simple.length > from;
  const start = isBoxed ? from + 1 : from;
  const wire = isBoxed ? wireVerb(simple, start) : null;
  const verb = wire?.from ?? reportVerb(simple, start);
  if (verb < 0 || verb - start > LONGEST_REPORT) return null;
  let at = wire?.to ?? verb + 2;
  if (isBoxed) {
    if (!CLOSE.includes(simple.charAt(at))) return null;
    at += 1;
  } else if (!hasEnd(folded, at) && !hasPlaceBehindBar(simple, verb)) return null;
  if (at < simple.length && COLONS.includes(simple.charAt(at))) at += 1;
  if (isBoxed && NOBODY.test(simple.slice(start, verb))) {
    return { end: endOf(folded, at), dateline: null, authors: [], parts: [] };
  }
  for (const place of placesBefore(folded, start, verb, vocabulary)) {
    // An agency always says where: 何雅清雲溪三日電 is no 何雅清 and 雲溪.
    if (wire !== null && place.to === place.name) continue;
    const begin = startOf(folded, start);
    const isSure =
      (from > 0 && !isBoxed && COLONS.includes(simple.charAt(verb + 2))) ||
      (isBoxed && hasPlaceBehindBar(simple, verb));
    const credits = readCredits(folded.text.slice(begin, endOf(folded, place.from)), vocabulary, isSure);
    if (credits === null || !(isSure ? areNames(credits, vocabulary) : namesRole(credits))) continue;
    const parts = credits.parts.map((part) => ({ kind: part.kind, start: part.start + begin, end: part.end + begin }));
    const printed = place.to > place.name ? folded.tight.slice(place.name, place.to) : null;
    return {
      end: endOf(folded, at),
      dateline: wire === null ? placeOnly(printed) : wireDateline(folded, wire, printed, parts),
      authors: credits.authors,
      parts,
    };
  }
  return null;
}

function namesRole({ authors }: Credits): boolean {
  return authors.some(({ role }) => role !== null);
}

/**
 * 本报讯 石小舟报道：, between a dateline and a colon, or 【何雅清／雲溪報導】, before a bar and a place: a name needs no role, but
 * may not be a word, as 路透 is.
 */
function areNames(credits: Credits, { lexicon }: CreditVocabulary): boolean {
  return namesRole(credits) || credits.authors.every(({ name }) => !lexicon.isWord(lexicon.simplify(name)));
}

function placeOnly(place: string | null): Dateline | null {
  return place === null ? null : { agency: null, kind: null, place, date: null };
}

function wireDateline(folded: Folded, wire: Wire, place: string | null, parts: readonly CreditPart[]): Dateline {
  const outlet = parts.find(({ kind }) => kind === "outlet");
  const words = folded.tight.slice(wire.from, wire.to);
  const date = /^.*?[日]/.exec(words)?.[0] ?? null;
  return {
    agency: outlet === undefined ? null : folded.text.slice(outlet.start, outlet.end),
    kind: words.slice(date?.length ?? 0),
    place,
    date,
  };
}

/** 【綜合報導】, 【綜合外電報導】, 〔編譯組／綜合報導〕: nobody is named. */
const NOBODY = /^(?:(?:本报|编译组|国际中心|新闻中心|记者)?[/／]?(?:综合|外电){1,2})$/;
/** The day and 电 that end the bracket of an agency: （中央社記者何雅清雲溪三日電）. */
const WIRE_END =
  /(?:[\d〇一二三四五六七八九十]{1,3}月)?[\d〇一二三四五六七八九十]{1,3}日(?:综合外?电?报[道导]|专?电|讯)$/;

/** Places in the tight text. */
interface Wire {
  readonly from: number;
  readonly to: number;
}

/** Where day and 电 stand in a bracket that holds agency, names, place and day, or null. */
function wireVerb(simple: string, from: number): Wire | null {
  for (let close = from + 6; close < simple.length && close - from <= LONGEST_REPORT; close += 1) {
    if (!CLOSE.includes(simple.charAt(close))) continue;
    const day = WIRE_END.exec(simple.slice(from, close));
    return day === null ? null : { from: from + day.index, to: close };
  }
  return null;
}

function reportVerb(simple: string, from: number): number {
  const one = simple.indexOf("报道", from);
  const other = simple.indexOf("报导", from);
  return one < 0 ? other : other < 0 ? one : Math.min(one, other);
}

/** 記者何雅清／雲溪報導縣府昨天……: the bar shows that the report ends there, though a scan has lost the blank. */
function hasPlaceBehindBar(simple: string, verb: number): boolean {
  return /[/／╱][^/／╱]{2,6}$/.test(simple.slice(Math.max(0, verb - LONGEST_PLACE - 1), verb));
}

/** 报道 with a colon, a comma, a blank or the end behind it; not 报道称 or 报道了. */
function hasEnd(folded: Folded, at: number): boolean {
  const offset = endOf(folded, at);
  const next = folded.text.charAt(offset);
  return next === "" || /[\s\u3000:：，,（(]/.test(next);
}

interface PlaceSpan {
  /** Where the credits end, the name of the place begins, and it ends; places in the tight text. */
  readonly from: number;
  readonly name: number;
  readonly to: number;
}

/**
 * Where the credits may end before 报道, and the place that stands between: behind a slash; a word of the dictionary, for
 * 武汉 could be somebody's name; none; then any, by length.
 */
function placesBefore({ simple }: Folded, start: number, verb: number, vocabulary: CreditVocabulary): PlaceSpan[] {
  for (let i = verb - 1; i > start && verb - i <= LONGEST_PLACE + 1; i -= 1) {
    if ("/／╱".includes(simple.charAt(i))) return [{ from: i, name: i + 1, to: verb }];
  }
  const words: PlaceSpan[] = [];
  const others: PlaceSpan[] = [];
  for (let size = 2; size <= LONGEST_PLACE && verb - size > start + 3; size += 1) {
    const name = verb - size;
    const from = "从在".includes(simple.charAt(name - 1)) ? name - 1 : name;
    const list = from < name || vocabulary.lexicon.isWord(simple.slice(name, verb)) ? words : others;
    if (list === words && simple.charAt(name - 1) === "、") {
      const first = listStart(simple, name - 1, start + 3, vocabulary);
      if (first < name - 1) list.push({ from: first, name: first, to: verb });
    }
    list.push({ from, name, to: verb });
  }
  return [...words, { from: verb, name: verb, to: verb }, ...others];
}

/** 云溪、双渡报道: where the word before a comma begins, or the place of the comma. */
function listStart(simple: string, comma: number, least: number, { lexicon }: CreditVocabulary): number {
  for (let name = comma - LONGEST_PLACE; name <= comma - 2; name += 1) {
    if (name > least && lexicon.isWord(simple.slice(name, comma))) return name;
  }
  return comma;
}
