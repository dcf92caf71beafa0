/** The characters at the ends of a stretch of text, as seams ask for them: blanks are none. */
import { isBlankCode } from "./chars.ts";
import type { Span } from "./source.ts";

/** The last two code units that are no blanks; fewer where there are no more. */
export function lastTwo(text: string, { start, end }: Span): string {
  const last = lastVisible(text, start, end);
  if (last < start) return "";
  const before = lastVisible(text, start, last);
  if (before < start) return text.charAt(last);
  return before === last - 1 ? text.slice(before, last + 1) : text.charAt(before) + text.charAt(last);
}

/** The first two code units that are no blanks; fewer where there are no more. */
export function firstTwo(text: string, { start, end }: Span): string {
  const first = firstVisible(text, start, end);
  if (first >= end) return "";
  const next = firstVisible(text, first + 1, end);
  if (next >= end) return text.charAt(first);
  return next === first + 1 ? text.slice(first, first + 2) : text.charAt(first) + text.charAt(next);
}

function lastVisible(text: string, start: number, end: number): number {
  let at = end - 1;
  while (at >= start && isBlankCode(text.charCodeAt(at))) at -= 1;
  return at;
}

function firstVisible(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankCode(text.charCodeAt(at))) at += 1;
  return at;
}
