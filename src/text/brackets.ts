/** Brackets and quotes that have no partner in a text. */
import { lastOf } from "./list.ts";

const PAIRS = ["《》", "（）", "()", "「」", "『』", "“”", "【】"];
/** For each code unit of a bracket: its pair's number, positive for the opening one and negative for the closing. */
const SIDES = new Map(
  PAIRS.flatMap((pair, i) => [[pair.charCodeAt(0), i + 1] as const, [pair.charCodeAt(1), -i - 1] as const]),
);

/**
 * What would close the innermost bracket left open at the end, and the first one closed that nothing opened.
 * Every page is read here once more, so by code unit.
 */
export function looseBrackets(words: string): { open: string | null; orphan: string | null } {
  const stack: number[] = [];
  let orphan: string | null = null;
  // Read once: V8 looks the length of a string up by name where it has met many kinds of strings, as here.
  const { length } = words;
  for (let i = 0; i < length; i += 1) {
    const code = words.charCodeAt(i);
    // No bracket is Han; most of a page is.
    if (code >= 0x3400 && code < 0xff00) continue;
    const side = SIDES.get(code);
    if (side === undefined) continue;
    if (side > 0) stack.push(side);
    else if (stack.length === 0) orphan ??= words.charAt(i);
    else if (lastOf(stack) === -side) stack.pop();
  }
  const last = lastOf(stack);
  return { open: last === undefined ? null : (PAIRS[last - 1]?.charAt(1) ?? null), orphan };
}
