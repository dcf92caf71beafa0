/**
 * Says what in a finished text looks wrong but is not ours to change: misread characters, words printed twice, quotes
 * and brackets without a partner.
 *
 * In: one finished text. Out: findings. Never: changes text.
 */
import type { Context } from "../context.ts";
import type { Finding } from "../notice.ts";
import { originsOf, plain, type Sourced } from "../text/sourced.ts";
import { doubledRuns } from "./doubled.ts";
import { findMisreadings } from "./misread.ts";

/** `九-重装`: a hyphen between Han characters is a dash, or a 一 that the scan flattened. Not `——`. */
const LONE_HYPHEN = /(?<=[〇㐀-鿿])[-–](?=[〇㐀-鿿])/g;
const STRAIGHT_QUOTE = /["＂]/g;

export function findDoubts(text: Sourced, context: Context): Finding[] {
  const words = plain(text);
  const found: Finding[] = [];
  let originAt: ((index: number) => number) | undefined;
  const add = (rule: string, index: number, message: string): void => {
    originAt ??= originsOf(text);
    found.push({ rule, level: "warning", offset: originAt(index), message });
  };
  const hyphens = words.includes("-") || words.includes("–") ? words.matchAll(LONE_HYPHEN) : [];
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
  const quotes = words.includes('"') || words.includes("＂") ? words.matchAll(STRAIGHT_QUOTE) : [];
  for (const { index } of quotes) {
    add("quote/unpaired", index, "a straight quote without a partner was left as it is; compare the scan");
  }
  return found;
}
