/**
 * Compiles the counts and words in `data/` into the binaries that `load.ts` reads.
 *
 * In: six gzip-compressed lists. Out: four files, the same byte for byte on every run.
 * Never: looks at anything but the lists; the order of sections here is the order in which the readers take them.
 */
import { packSections, type Section } from "./binary.ts";
import { compileBig5 } from "./compile-big5.ts";
import { compileCharacters, type Numbering } from "./compile-characters.ts";
import { LEXICON_FILES } from "./files.ts";
import { buildPairMap, type PairMap, RIGHT_BITS } from "./pair-map.ts";
import { fixedLn, quantise } from "./quantise.ts";
import { type Counted, type LexiconSources, readSources } from "./sources.ts";

/**
 * Pairs too rare for the list, as a share of a character's occurrences. Between 2% and 10% the seams of the devset
 * come out alike (README, "Measured"); without it characters that stand in no listed pair would count as never seen.
 */
const UNLISTED_SHARE = 0.05;

export interface LexiconFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @param dataDirectory path of the folder with `one.tsv.gz` and its neighbours. */
export function compileLexicon(dataDirectory: string): LexiconFile[] {
  const sources = readSources(dataDirectory);
  const { sections, numbering } = compileCharacters(sources);
  const [characters, ngrams, words, big5] = LEXICON_FILES;
  return [
    { name: characters, bytes: packSections(sections) },
    { name: ngrams, bytes: packSections(compileNgrams(sources, numbering)) },
    { name: words, bytes: packSections(compileWords(sources.words, numbering)) },
    { name: big5, bytes: packSections(compileBig5(sources.big5)) },
  ];
}

/**
 * ln of all pairs; per class, ln of its share as left and as right of a pair; then the levels of runs of two and three.
 */
function compileNgrams({ one, two, three }: LexiconSources, { classCount, classOf }: Numbering): Section[] {
  const alone = new Float64Array(classCount);
  const asLeft = new Float64Array(classCount);
  const asRight = new Float64Array(classCount);
  const add = (sums: Float64Array, klass: number, count: number): void => {
    sums[klass] = (sums[klass] ?? 0) + count;
  };
  for (const { text, count } of one) add(alone, classOf(text, 0), count);
  for (const { text, count } of two) {
    add(asLeft, classOf(text, 0), count);
    add(asRight, classOf(text, 1), count);
  }
  const withUnlisted = (listed: Float64Array): Float64Array =>
    listed.map((count, klass) => Math.max(1, count + UNLISTED_SHARE * (alone[klass] ?? 0)));
  const lefts = withUnlisted(asLeft);
  const total = lefts.reduce((sum, count) => sum + count, 0);
  const toFixed = (counts: Float64Array): Uint16Array => Uint16Array.from(counts, (count) => fixedLn(count));
  const levels = compileRuns([...two, ...three], classOf);
  return [Uint16Array.of(fixedLn(total)), toFixed(lefts), toFixed(withUnlisted(asRight)), ...levelSections(levels)];
}

/** Per class: frequency as a word of one character; then the levels of the longer words. */
function compileWords(words: readonly Counted[], { classCount, classOf, isKnown }: Numbering): Section[] {
  // The list holds seven words with letters (T恤, AT&T); letters have no class.
  const known = words.filter(({ text }) => isKnown(text));
  const alone = new Float64Array(classCount);
  for (const { text, count } of known) {
    // Both scripts of a character are listed (为, 為); their counts belong together.
    if (text.length === 1) alone[classOf(text, 0)] = (alone[classOf(text, 0)] ?? 0) + count;
  }
  const singles = Uint8Array.from(alone, quantise);
  const total = known.reduce((sum, { count }) => sum + count, 0);
  const longer = known.filter(({ text }) => text.length > 1);
  const levels = compileRuns(longer, classOf);
  const head = Uint32Array.of(total, longer.length);
  return [head, singles, ...levelSections(levels)];
}

interface Level {
  readonly map: PairMap;
  /** Quantised count of each entry; 0 for a run that only begins longer ones. */
  readonly values: Uint8Array;
}

function levelSections(levels: readonly Level[]): Section[] {
  return levels.flatMap(({ map, values }) => [map.blocks, map.starts, map.rests, values]);
}

/**
 * Level k holds the runs of k + 2 characters: the id of the run without its last character, and that character.
 * The left part of the first level is the class of the first character. Two spellings of one run share an entry.
 */
function compileRuns(runs: readonly Counted[], classOf: Numbering["classOf"]): Level[] {
  const levels: Level[] = [];
  /** For each run, the id of its first `length - 1` characters. */
  let prefixes = runs.map(({ text }) => classOf(text, 0));
  const longest = runs.reduce((length, { text }) => Math.max(length, text.length), 0);
  for (let length = 2; length <= longest; length += 1) {
    const indexOfKey = new Map<number, number>();
    const lefts: number[] = [];
    const rights: number[] = [];
    const counts: number[] = [];
    const indices = runs.map(({ text, count }, i) => {
      if (text.length < length) return -1;
      const left = prefixes[i] ?? 0;
      const right = classOf(text, length - 1);
      const key = left * (1 << RIGHT_BITS) + right;
      let index = indexOfKey.get(key);
      if (index === undefined) {
        index = lefts.length;
        indexOfKey.set(key, index);
        lefts.push(left);
        rights.push(right);
        counts.push(0);
      }
      if (text.length === length) counts[index] = (counts[index] ?? 0) + count;
      return index;
    });
    const { map, order } = buildPairMap(lefts, rights);
    levels.push({ map, values: Uint8Array.from(order, (index) => quantise(counts[index] ?? 0)) });
    const ids = new Uint32Array(order.length);
    order.forEach((index, id) => {
      ids[index] = id;
    });
    prefixes = indices.map((index) => ids[index] ?? 0);
  }
  return levels;
}
