/** The word list as a chain of pair maps, and the best cut of a text into its words. */
import type { SectionReader } from "./binary.ts";
import { UNKNOWN_HAN } from "./characters.ts";
import { findPair, type PairMap, readPairMap } from "./pair-map.ts";
import { LN_COUNT } from "./quantise.ts";

interface Level {
  readonly map: PairMap;
  readonly values: Uint8Array;
}

export interface Words {
  /** ln of the sum of all frequencies. */
  readonly lnTotal: number;
  /** ln frequency of a word of two characters and more, or undefined. */
  lnFrequency(classes: Uint16Array): number | undefined;
  /**
   * The ends of classes [0, length) that begin words, the shortest first: for each how many classes it has and its id, in
   * `ends`, which has room for two numbers a class.
   * @returns how many there are.
   */
  openEnds(classes: Uint16Array, length: number, ends: Int32Array): number;
  /** Whether any of the first `count` ends goes on in classes [0, length) to a word of the list. */
  goesOn(ends: Int32Array, count: number, classes: Uint16Array, length: number): boolean;
  /**
   * Best cut of classes [0, length): fills `lengths[i]` with the length of the word the best path starts at i.
   * The path with the highest product of frequencies wins, as in jieba without HMM; the longer word on a tie.
   */
  bestCut(classes: Uint16Array, length: number, lengths: Uint8Array): void;
}

/** Sections in the order of `compileWords`. */
export function readWords(sections: SectionReader): Words {
  const head = sections.words();
  const singles = sections.bytes();
  const levels: Level[] = [];
  while (sections.hasMore()) {
    levels.push({ map: readPairMap(sections), values: sections.bytes() });
  }
  const lnTotal = Math.log(head[0] ?? 1);
  let scores = new Float64Array(64);

  return {
    lnTotal,
    lnFrequency(classes) {
      let id = classes[0] ?? 0;
      let value = 0;
      for (let i = 1; i < classes.length; i += 1) {
        const level = levels[i - 1];
        if (level === undefined) return undefined;
        id = findPair(level.map, id, classes[i] ?? 0);
        if (id < 0) return undefined;
        value = level.values[id] ?? 0;
      }
      return value === 0 ? undefined : LN_COUNT[value];
    },
    openEnds(classes, length, ends) {
      let count = 0;
      for (let start = length - 1; start >= 0; start -= 1) {
        let id = classes[start] ?? 0;
        if (id <= UNKNOWN_HAN) break;
        for (let k = start + 1; k < length && id >= 0; k += 1) {
          const level = levels[k - start - 1];
          id = level === undefined ? -1 : findPair(level.map, id, classes[k] ?? 0);
        }
        if (id < 0) continue;
        ends[2 * count] = length - start;
        ends[2 * count + 1] = id;
        count += 1;
      }
      return count;
    },
    goesOn(ends, count, classes, length) {
      for (let i = 0; i < count; i += 1) {
        const size = ends[2 * i] ?? 0;
        let id = ends[2 * i + 1] ?? -1;
        for (let k = 0; k < length; k += 1) {
          const level = levels[size + k - 1];
          if (level === undefined) break;
          id = findPair(level.map, id, classes[k] ?? 0);
          if (id < 0) break;
          if (level.values[id] !== 0) return true;
        }
      }
      return false;
    },
    bestCut(classes, length, lengths) {
      if (scores.length <= length) scores = new Float64Array(length * 2);
      scores[length] = 0;
      for (let i = length - 1; i >= 0; i -= 1) {
        const first = classes[i] ?? 0;
        const single = singles[first] ?? 0;
        // A character the list does not have counts as seen once, as in jieba.
        let best = (single === 0 ? 0 : (LN_COUNT[single] ?? 0)) - lnTotal + (scores[i + 1] ?? 0);
        let bestLength = 1;
        let id = first <= UNKNOWN_HAN ? -1 : first;
        for (let k = 0; id >= 0 && i + k + 1 < length; k += 1) {
          const level = levels[k];
          if (level === undefined) break;
          id = findPair(level.map, id, classes[i + k + 1] ?? 0);
          const value = id < 0 ? 0 : (level.values[id] ?? 0);
          if (value === 0) continue;
          const score = (LN_COUNT[value] ?? 0) - lnTotal + (scores[i + k + 2] ?? 0);
          if (score >= best) {
            best = score;
            bestLength = k + 2;
          }
        }
        scores[i] = best;
        lengths[i] = bestLength;
      }
    },
  };
}
