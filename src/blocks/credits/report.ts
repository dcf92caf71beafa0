/**
 * Credits that open a body without brackets and say 报道: 本报记者 胡青 云溪报道：, 【記者何雅清／雲溪報導】, 记者诸葛岚报道：
 *
 * Not 记者从县水利局获悉, where 记者 is a word of the sentence.
 */
import { readCredits } from "./credits.ts";
import { endOf, type Folded, startOf } from "./fold.ts";
import type { Lead } from "./lead.ts";
import type { CreditVocabulary } from "./vocabulary.ts";

const OPEN = "【〔[（(";
const CLOSE = "】〕]）)";
/** Characters of credits and place before 报道. */
const LONGEST_REPORT = 44;
const LONGEST_PLACE = 6;

/** @param from place in the tight text where the credits begin: behind a dateline, or 0. */
export function readReport(folded: Folded, vocabulary: CreditVocabulary, from = 0): Lead | null {
  const { simple } = folded;
  const isBoxed = OPEN.includes(simple.charAt(from)) && simple.length > from;
  const start = isBoxed ? from + 1 : from;
  const verb = reportVerb(simple, start);
  if (verb < 0 || verb - start > LONGEST_REPORT) return null;
  let at = verb + 2;
  if (isBoxed) {
    if (!CLOSE.includes(simple.charAt(at))) return null;
    at += 1;
  } else if (!hasEnd(folded, at)) return null;
  if (":：".includes(simple.charAt(at)) && at < simple.length) at += 1;
  for (const place of placesBefore(folded, start, verb, vocabulary)) {
    const begin = startOf(folded, start);
    const credits = readCredits(folded.text.slice(begin, endOf(folded, place.from)), vocabulary);
    if (credits === null || !credits.authors.some(({ role }) => role !== null)) continue;
    const parts = credits.parts.map((part) => ({ kind: part.kind, start: part.start + begin, end: part.end + begin }));
    const printed = place.to > place.name ? folded.tight.slice(place.name, place.to) : null;
    return {
      end: endOf(folded, at),
      dateline: printed === null ? null : { agency: null, kind: null, place: printed, date: null },
      authors: credits.authors,
      parts,
    };
  }
  return null;
}

function reportVerb(simple: string, from: number): number {
  const one = simple.indexOf("报道", from);
  const other = simple.indexOf("报导", from);
  return one < 0 ? other : other < 0 ? one : Math.min(one, other);
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
    list.push({ from, name, to: verb });
  }
  return [...words, { from: verb, name: verb, to: verb }, ...others];
}
