/** Character classes: one small number for each known Han character, shared by its traditional form. */
import type { SectionReader } from "./binary.ts";

/** Not Han, or half a surrogate pair. */
export const NOT_HAN = 0;
/** Han, but in no list of ours: nothing is known about its neighbours. */
export const UNKNOWN_HAN = 1;

export interface Characters {
  /** Class of each UTF-16 code unit. */
  readonly classes: Uint16Array;
  /** Traditional code units in ascending order. */
  readonly traditional: Uint16Array;
  /** The simplified code unit of each entry of `traditional`. */
  readonly simplified: Uint16Array;
}

/** Sections in the order of `compileCharacters`. */
export function readCharacters(sections: SectionReader): Characters {
  return { classes: sections.shorts(), traditional: sections.shorts(), simplified: sections.shorts() };
}

/** The simplified code unit, or the same one. */
export function simplifyCode({ traditional, simplified }: Characters, code: number): number {
  let low = 0;
  let high = traditional.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = traditional[middle] ?? 0;
    if (found === code) return simplified[middle] ?? code;
    if (found < code) low = middle + 1;
    else high = middle - 1;
  }
  return code;
}
