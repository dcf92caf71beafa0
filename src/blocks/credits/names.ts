/**
 * Names of people in the run of words after a role, where a blank can part two names or pad one.
 *
 * 何 雅清 is one name, 龙小满 田青 are two, 张 胜 男 is one: a part too short for a name belongs to its neighbour, and a
 * name is a family name with one or two characters after it (compound family names take one more).
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isHanCode } from "../../text/chars.ts";
import { type Folded, fold, followsBlank } from "./fold.ts";
import { isCompoundSurname, surnameRank } from "./surnames.ts";

/** A name and where it stands in the tight text; `to` is exclusive. Blanks inside it are padding. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  /** In simplified characters. */
  readonly simple: string;
  /** A known family name and a usual length: read with no doubt. */
  readonly isUsual: boolean;
  /** No blank parts it from the name before it. */
  readonly isUnparted: boolean;
  /** Two characters set as wide as three, where not all are: 文/庄␠稼 has a name, 文/庄稼 a word. */
  readonly isPadded: boolean;
}

/** A run of words that could be 20 names is a sentence. */
const LONGEST_RUN = 60;
/** A dotted name is no longer than this. */
const LONGEST_DOTTED = 18;
const LONGEST_NAME = 4;
/** Costs of a reading, lowest wins; only their order matters. Chosen on the bylines listed in FACTS and in the table. */
/** Places in the list of family names: two of the first stand together for both parents; the later ones are seldom. */
const PARENT_RANK = 60;
const COMMON_RANK = 160;
const COST = {
  /** A family name that is known but seldom: of two ways to cut, the one with the common name. */
  rare: 0.2,
  /** A blank inside a name: padding of a two-character name, or a line end. */
  padding: 0.5,
  /** Two names with no blank between them. */
  unparted: 2.5,
  /** Four characters with the family names of both parents: 刘李佳慧. */
  parents: 1.6,
  /** Four characters with a single family name. */
  long: 3.2,
  /** No family name known. */
  stranger: 3.1,
  impossible: 50,
};

/** The names of a text that holds nothing else, as written but without blanks; or null. */
export function namesIn(text: string, lexicon: Lexicon): { readonly name: string; readonly isUsual: boolean }[] | null {
  const folded = fold(text, lexicon);
  if (folded.tight === "") return [];
  const names = readNames(folded, 0, folded.tight.length);
  return names === null
    ? null
    : names.map(({ from, to, isUsual }) => ({ name: folded.tight.slice(from, to), isUsual }));
}

/** The cheapest reading of the words from one place to another as names, or null if they do not read as names only. */
export function readNames(folded: Folded, from: number, to: number): NameSpan[] | null {
  const size = to - from;
  if (size < 1 || size > LONGEST_RUN) return null;
  const { simple } = folded;
  const isSpaced = folded.offsets.length > 1 && folded.text.length - folded.tight.length > folded.tight.length / 2;
  const isPlain = isAllHan(simple, from, to);
  const hasPairs = isPlain && hasSurrogates(simple, from, to);
  const reach = !isPlain ? LONGEST_DOTTED : hasPairs ? LONGEST_NAME * 2 : LONGEST_NAME;
  // best[i]: cheapest cost of reading the first i letters as whole names; begin[i]: where the last of them begins.
  const best = [0];
  const begin = [0];
  for (let end = 1; end <= size; end += 1) {
    let least = COST.impossible;
    let first = 0;
    for (let start = Math.max(0, end - reach); start < end; start += 1) {
      const before = best[start] ?? COST.impossible;
      if (before >= least || (hasPairs && (isLow(simple, from + start) || isLow(simple, from + end)))) continue;
      let cost =
        before +
        (isPlain ? hanCost(simple, from + start, from + end) : nameCost(simple.slice(from + start, from + end)));
      if (cost >= least) continue;
      for (let i = start + 1; i < end; i += 1) if (followsBlank(folded, from + i)) cost += COST.padding;
      if (start > 0 && !followsBlank(folded, from + start)) cost += COST.unparted;
      if (cost < least) {
        least = cost;
        first = start;
      }
    }
    best.push(least);
    begin.push(first);
  }
  if ((best[size] ?? COST.impossible) >= COST.impossible) return null;
  const names: NameSpan[] = [];
  for (let end = size; end > 0; ) {
    const start = begin[end] ?? 0;
    const name = simple.slice(from + start, from + end);
    names.unshift({
      from: from + start,
      to: from + end,
      simple: name,
      isUsual: (isPlain ? hanCost(name, 0, name.length) : nameCost(name)) <= COST.rare,
      isUnparted: start > 0 && !followsBlank(folded, from + start),
      isPadded: !isSpaced && end - start === 2 && followsBlank(folded, from + start + 1),
    });
    end = start;
  }
  return names;
}

/** Whether the second half of a rare character stands here: 诸葛𠮷祥. */
function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function hasSurrogates(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (isLow(text, i)) return true;
  return false;
}

function isAllHan(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (!isHanCode(text.charCodeAt(i))) return false;
  return true;
}

const HAS_DOT = /[·•・‧]/;
const LATIN_NAME = /^[A-Za-z][A-Za-z.'-]*$/;
/** A foreign or minority name with its dots: 阿依古丽·买买提, J·K·罗琳. */
const DOTTED = /^(?:[A-Za-z]{1,12}\.?|[〇㐀-鿿]{1,8})(?:[·•・‧.](?:[A-Za-z]{1,12}\.?|[〇㐀-鿿]{1,8}))+$/;

function nameCost(name: string): number {
  if (name.charCodeAt(0) < 0x80) return LATIN_NAME.test(name) || DOTTED.test(name) ? 0 : COST.impossible;
  if (name.length > 2 && HAS_DOT.test(name)) return DOTTED.test(name) ? 0 : COST.impossible;
  return isAllHan(name, 0, name.length) ? hanCost(name, 0, name.length) : COST.impossible;
}

function hanCost(text: string, from: number, to: number): number {
  let size = to - from;
  for (let i = from; i < to; i += 1) if (isLow(text, i)) size -= 1;
  if (size < 2 || size > 4) return COST.impossible;
  const first = text.charCodeAt(from);
  const second = text.charCodeAt(from + 1);
  if (size > 2 && isCompoundSurname(first, second)) return 0;
  const rank = surnameRank(first);
  if (rank === 0) return size <= 3 ? COST.stranger : COST.stranger + 1;
  if (size === 4) {
    const other = surnameRank(second);
    return rank <= PARENT_RANK && other > 0 && other <= PARENT_RANK ? COST.parents : COST.long;
  }
  return rank <= COMMON_RANK ? 0 : COST.rare;
}
