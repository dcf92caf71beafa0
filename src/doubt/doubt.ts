/**
 * Says what in a finished text looks wrong but is not ours to change: misread characters, words printed twice, quotes
 * and brackets without a partner.
 *
 * In: one finished text. Out: findings. Never: changes text.
 */
import type { Context } from "../context.ts";
import type { Finding } from "../notice.ts";
import { originOf, plain, type Sourced } from "../text/sourced.ts";
import { findMisreadings } from "./misread.ts";

/** `九-重装`: a hyphen between Han characters is a dash, or a 一 that the scan flattened. Not `——`. */
const LONE_HYPHEN = /(?<=[〇㐀-鿿])[-–](?=[〇㐀-鿿])/g;
/** Characters or more that stand twice in a row, as in 岚山机械岚山机械, and the longest run looked for. */
const SHORTEST_DOUBLED = 4;
const LONGEST_DOUBLED = 10;
const STRAIGHT_QUOTE = /["＂]/g;

export function findDoubts(text: Sourced, context: Context): Finding[] {
  const words = plain(text);
  const found: Finding[] = [];
  const add = (rule: string, index: number, message: string): void => {
    found.push({ rule, level: "warning", offset: originOf(text, index), message });
  };
  const hyphens = /[-–]/.test(words) ? words.matchAll(LONE_HYPHEN) : [];
  for (const { index } of hyphens) {
    const around = `${words.slice(Math.max(0, index - 2), index)}-${words.slice(index + 1, index + 4)}`;
    const candidate = around.replace("-", "一");
    add(
      "confusable/hyphen",
      index,
      `“${around}” holds a hyphen between Han characters, likely “${candidate}”; compare the scan`,
    );
  }
  for (const { start, length } of doubledRuns(words)) {
    const once = words.slice(start, start + length);
    add("doubt/doubled", start + length, `“${once}” stands twice in a row, likely printed once; compare the scan`);
  }
  for (const misread of findMisreadings(words, context.lexicon)) {
    add(
      "confusable/lookalike",
      misread.offset,
      `“${misread.found}” is odd here, likely “${misread.candidate}” (${misread.context}); compare the scan`,
    );
  }
  const quotes = /["＂]/.test(words) ? words.matchAll(STRAIGHT_QUOTE) : [];
  for (const { index } of quotes) {
    add("quote/unpaired", index, "a straight quote without a partner was left as it is; compare the scan");
  }
  return found;
}

/** Runs of Han that are followed by themselves, shortest period first, not overlapping. */
function doubledRuns(words: string): { start: number; length: number }[] {
  const found: { start: number; length: number }[] = [];
  const codes = codesOf(words);
  for (let length = SHORTEST_DOUBLED; length <= LONGEST_DOUBLED; length += 1) {
    // How many characters in a row, up to here, equal those `length` before them.
    let run = 0;
    for (let i = length; i < words.length; i += 1) {
      const code = codes[i] ?? 0;
      run = code === codes[i - length] && code >= FIRST_HAN ? run + 1 : 0;
      if (run < length) continue;
      const start = i - 2 * length + 1;
      run = 0;
      const text = words.slice(start, start + length);
      if (!/^[〇㐀-鿿]+$/.test(text)) continue;
      if (found.length >= MOST_DOUBLED) return found;
      if (!found.some((other) => start < other.start + 2 * other.length && other.start < i + 1))
        found.push({ start, length });
    }
  }
  return found;
}

const FIRST_HAN = 0x3400;
/** More than this in one text are no misprints but a text that repeats itself. */
const MOST_DOUBLED = 20;

let scratch = new Uint16Array(4096);

/** The code units of a text that is read many times over; valid until the next call. */
function codesOf(words: string): Uint16Array {
  if (scratch.length < words.length) scratch = new Uint16Array(words.length * 2);
  for (let i = 0; i < words.length; i += 1) scratch[i] = words.charCodeAt(i);
  return scratch;
}
