/**
 * Names of people in the zone after a role, where a blank can part two names or pad one.
 *
 * 何 雅清 is one name, 龙小满 田青 are two, 张 胜 男 is one: a part too short for a name belongs to its neighbour, and a
 * name is a family name with one or two characters after it (compound family names take one more).
 */
import { surnameLength } from "./surnames.ts";

/** A name and where it stands in the zone; `end` is exclusive. Blanks inside it are padding. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** A known family name and a usual length: read with no doubt. */
  readonly isUsual: boolean;
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Parts a zone at blanks. The marks that part names for certain are handled by the caller. */
const PART = /[^\s\u3000]+/g;
/** A foreign or minority name with its dots: 阿依古丽·买买提. */
const DOTTED = /^[〇㐀-鿿]+(?:[·•・][〇㐀-鿿]+)+$/;
const LATIN_NAME = /^[A-Za-z][A-Za-z.'-]*$/;
/** Costs of a reading, lowest wins; only their order matters. Chosen on the bylines listed in FACTS. */
const COST = {
  /** Family name known and usual length. */
  usual: 0,
  /** Four characters with a single family name: 刘李佳慧. */
  long: 1.6,
  /** No family name known. */
  stranger: 1.5,
  /** A blank inside a name: padding of a two-character name, or a line end. */
  padding: 0.5,
  /** Two names with no blank between them. */
  unparted: 2.5,
  impossible: 50,
};

/**
 * The cheapest reading of the zone as names, or null if it does not read as names only.
 * @param zone simplified or traditional text between two roles, blanks as in the dump.
 * @param simplify folds one character to its simplified form.
 */
export function readNames(zone: string, simplify: (character: string) => string): NameSpan[] | null {
  const parts: Part[] = [];
  for (const match of zone.matchAll(PART)) {
    parts.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  if (parts.length === 0) return [];
  if (parts.length > 18) return null;
  const letters: { readonly char: string; readonly offset: number; readonly opensPart: boolean }[] = [];
  for (const part of parts) {
    for (let i = 0; i < part.text.length; i += 1) {
      letters.push({ char: part.text.charAt(i), offset: part.start + i, opensPart: i === 0 });
    }
  }
  if (letters.length > 60) return null;
  // best[i]: cheapest cost of reading the first i letters as whole names, and where the last name began.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= letters.length; end += 1) {
    let choice = { cost: Number.POSITIVE_INFINITY, from: 0 };
    for (let from = Math.max(0, end - 20); from < end; from += 1) {
      const before = best[from];
      if (before === undefined || before.cost >= COST.impossible) continue;
      let text = "";
      let blanks = 0;
      for (let i = from; i < end; i += 1) {
        text += simplify(letters[i]?.char ?? "");
        if (i > from && letters[i]?.opensPart === true) blanks += 1;
      }
      let cost = before.cost + nameCost(text) + blanks * COST.padding;
      if (from > 0 && letters[from]?.opensPart === false) cost += COST.unparted;
      if (cost < choice.cost) choice = { cost, from };
    }
    best.push(choice);
  }
  const total = best[letters.length];
  if (total === undefined || total.cost >= COST.impossible) return null;
  const spans: NameSpan[] = [];
  for (let end = letters.length; end > 0; ) {
    const from = best[end]?.from ?? 0;
    const first = letters[from];
    const last = letters[end - 1];
    if (first === undefined || last === undefined) return null;
    const name = letters.slice(from, end).map((letter) => letter.char);
    const isUsual = nameCost(name.map(simplify).join("")) === COST.usual;
    spans.unshift({ start: first.offset, end: last.offset + 1, name: name.join(""), isUsual });
    end = from;
  }
  return spans;
}

function nameCost(name: string): number {
  if (LATIN_NAME.test(name)) return COST.usual;
  if (DOTTED.test(name)) return name.length <= 18 ? COST.usual : COST.impossible;
  if (!/^[〇㐀-鿿]+$/.test(name)) return COST.impossible;
  const family = surnameLength(name);
  const given = name.length - family;
  if (name.length < 2 || name.length > 4) return COST.impossible;
  if (family === 0) return name.length <= 3 ? COST.stranger : COST.stranger + COST.long;
  if (given === 0) return COST.impossible;
  if (given <= 2) return COST.usual;
  return COST.long;
}
