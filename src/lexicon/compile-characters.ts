/** Numbers the characters of all lists: the commonest first, so that a class is also a rank. */
import type { Section } from "./binary.ts";
import { NOT_HAN, UNKNOWN_HAN } from "./characters.ts";
import { RIGHT_BITS } from "./pair-map.ts";
import type { LexiconSources } from "./sources.ts";

export interface Numbering {
  readonly classCount: number;
  /** Class of the code unit at an offset. */
  classOf(text: string, offset: number): number;
  /** Whether every code unit is a Han character with a class of its own. */
  isKnown(text: string): boolean;
}

/**
 * A traditional form that the simplified news itself writes this often is a character in its own right (乾 in 乾隆,
 * 昇 in names) and is not folded; the next below, 於, is a slip of traditional text.
 */
const OWN_USE_COUNT = 2000;
/** One code point that is Han. */
const HAN = /^\p{Script=Han}$/u;

/** @returns the sections `readCharacters` takes, and the numbering for the rest of the compiler. */
export function compileCharacters({ one, words, traditional }: LexiconSources): {
  sections: Section[];
  numbering: Numbering;
} {
  const countOf = new Map<string, number>();
  const note = (character: string, count: number): void => {
    if (character.length === 1 && HAN.test(character)) countOf.set(character, (countOf.get(character) ?? 0) + count);
  };
  for (const { text, count } of one) note(text, count);
  for (const { text } of words) for (const character of text) note(character, 0);

  const bmp = traditional.filter(([from, to]) => from.length === 1 && to.length === 1);
  const simplifiedOf = new Map(bmp);
  for (const to of simplifiedOf.values()) note(to, 0);
  const isFolded = (character: string): boolean =>
    simplifiedOf.has(character) && (countOf.get(character) ?? 0) < OWN_USE_COUNT;

  const own = [...countOf.keys()].filter((character) => !isFolded(character));
  own.sort((a, b) => (countOf.get(b) ?? 0) - (countOf.get(a) ?? 0) || a.charCodeAt(0) - b.charCodeAt(0));
  const classCount = UNKNOWN_HAN + 1 + own.length;
  if (classCount > 1 << RIGHT_BITS) throw new RangeError(`${classCount} classes do not fit in ${RIGHT_BITS} bits`);

  const classes = new Uint16Array(0x10000);
  for (let code = 0; code < classes.length; code += 1) {
    classes[code] = HAN.test(String.fromCharCode(code)) ? UNKNOWN_HAN : NOT_HAN;
  }
  own.forEach((character, i) => {
    classes[character.charCodeAt(0)] = UNKNOWN_HAN + 1 + i;
  });
  for (const [from, to] of simplifiedOf) {
    if (isFolded(from)) classes[from.charCodeAt(0)] = classes[to.charCodeAt(0)] ?? UNKNOWN_HAN;
  }

  const pairs = [...simplifiedOf].map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)] as const);
  pairs.sort(([a], [b]) => a - b);
  const classOf = (text: string, offset: number): number => classes[text.charCodeAt(offset)] ?? NOT_HAN;
  return {
    sections: [classes, Uint16Array.from(pairs, ([from]) => from), Uint16Array.from(pairs, ([, to]) => to)],
    numbering: {
      classCount,
      classOf,
      isKnown: (text) => Array.from(text, (_, i) => classOf(text, i)).every((klass) => klass > UNKNOWN_HAN),
    },
  };
}
