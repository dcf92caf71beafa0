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

/** A function from a code unit to its simplified one, or itself; by a table, for it is asked about whole texts. */
export function simplifier({ traditional, simplified }: Characters): (code: number) => number {
  const table = new Uint16Array(0x10000);
  for (let i = 0; i < traditional.length; i += 1) table[traditional[i] ?? 0] = simplified[i] ?? 0;
  return (code) => {
    const simple = table[code] ?? 0;
    return simple === 0 ? code : simple;
  };
}
