/** Compiles the runs of `data/big5.tsv.gz` into the table of `big5.ts`. */
import { FIRST_LEAD, FIRST_TRAIL, PAIRS, TRAILS } from "./big5.ts";
import type { Section } from "./binary.ts";

/** Two characters of HKSCS are a letter and an accent of its own: Ê̄ and its likes. */
const ACCENTED = /^\p{L}\p{M}$/u;

/** @param runs first pair of bytes in hexadecimal, and the characters from there on, one a pair. */
export function compileBig5(runs: readonly (readonly [string, string])[]): Section[] {
  const units = new Uint16Array(PAIRS);
  const seconds = new Uint16Array(PAIRS);
  for (const [start, characters] of runs) {
    const first = Number.parseInt(start, 16);
    let at = ((first >> 8) - FIRST_LEAD) * TRAILS + (first & 0xff) - FIRST_TRAIL;
    for (const character of ACCENTED.test(characters) ? [characters] : characters) {
      units[at] = character.charCodeAt(0);
      if (character.length === 2) seconds[at] = character.charCodeAt(1);
      at += 1;
    }
  }
  return [units, seconds];
}
