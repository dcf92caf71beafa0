/**
 * Texts that a file of JSON holds twice: a page as a whole and word by word, `orig` and `text` of each record.
 *
 * In: the texts of a file. Out: each once. Never: leaves out what is not, character by character, in one that stays.
 */
import { unescaped } from "./escapes.ts";

export interface KeyedText {
  readonly key: string;
  /** Of the string, between its quotes. */
  readonly start: number;
  readonly end: number;
  readonly record: number;
}

/** Characters and parts that make a whole and its parts no chance. */
const LEAST_WHOLE = 40;
const LEAST_PARTS = 3;
/** Share of the records that have two keys in which both say the same. */
const SAME_SHARE = 0.9;
const LEAST_RECORDS = 3;

export function withoutDoubles<T extends KeyedText>(text: string, texts: readonly T[]): readonly T[] {
  const words = new Map(texts.map((one) => [one, unescaped(text.slice(one.start, one.end)).replace(/\s+/g, "")]));
  return withoutParts(withoutTwins(texts, words), words);
}

type Words = ReadonlyMap<KeyedText, string>;

/** The longest text alone, where the others say all of it again, once or several times: lines, words, characters. */
function withoutParts<T extends KeyedText>(texts: readonly T[], words: Words): readonly T[] {
  let whole: T | undefined;
  for (const one of texts) if (lengthOf(one, words) > lengthOf(whole, words)) whole = one;
  if (whole === undefined || lengthOf(whole, words) < LEAST_WHOLE || texts.length <= LEAST_PARTS) return texts;
  const all = texts.map((one) => words.get(one) ?? "").join("");
  const page = words.get(whole) ?? "";
  const times = all.length / page.length;
  return times >= 2 && all === page.repeat(times) ? [whole] : texts;
}

function lengthOf(one: KeyedText | undefined, words: Words): number {
  return one === undefined ? 0 : (words.get(one)?.length ?? 0);
}

/** Of two keys that say the same in nearly every record, the first. */
function withoutTwins<T extends KeyedText>(texts: readonly T[], words: Words): readonly T[] {
  const pairs = new Map<string, { all: number; same: number }>();
  const twins: { readonly pair: string; readonly text: T }[] = [];
  let first: T | undefined;
  for (const one of texts) {
    if (first === undefined || first.record !== one.record || first.key === one.key) {
      first = one;
      continue;
    }
    const pair = `${first.key}\0${one.key}`;
    const counts = pairs.get(pair) ?? { all: 0, same: 0 };
    pairs.set(pair, counts);
    counts.all += 1;
    if (words.get(first) !== words.get(one)) continue;
    counts.same += 1;
    twins.push({ pair, text: one });
  }
  const left = new Set(
    twins.flatMap(({ pair, text }) => {
      const { all, same } = pairs.get(pair) ?? { all: 0, same: 0 };
      return same >= LEAST_RECORDS && same >= all * SAME_SHARE ? [text] : [];
    }),
  );
  return left.size === 0 ? texts : texts.filter((one) => !left.has(one));
}
