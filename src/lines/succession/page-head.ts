/**
 * What stands over and under the articles of a page, where the dump gives it among them.
 *
 * In: lines in the order of the dump. Out: those that are none of an article. Never: looks at more than the words of a line
 * and of the two beside it.
 *
 * A dump that goes row by row has the page number and the name of the page, which stand over all, wherever a headline as high
 * as they are begins: between that headline and its text.
 */
import { itemAt } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
import { isOuterLine, isRunningLine } from "../columns/running-line.ts";
import type { Line } from "../lines.ts";

/** A04, 12. */
const PAGE_NUMBER = /^[A-Z]?\d{1,2}$/;
/** What a page is called, beside its number: 民生, 本地要闻. */
const PAGE_NAME = /^[〇㐀-鿿]{2,4}$/;

/** Lines over the articles, and lines under them. */
export interface AroundArticles {
  readonly head: ReadonlySet<Line>;
  readonly foot: ReadonlySet<Line>;
}

export function aroundArticles(source: Source, lines: readonly Line[]): AroundArticles {
  const wordsOf = (line: Line | undefined): string =>
    line === undefined ? "" : source.text.slice(line.start, line.end).trim();
  const isNumber = (at: number): boolean => PAGE_NUMBER.test(wordsOf(itemAt(lines, at)));
  const head = new Set<Line>();
  const foot = new Set<Line>();
  for (const [i, line] of lines.entries()) {
    const words = wordsOf(line);
    if (isRunningLine(words) || PAGE_NUMBER.test(words)) head.add(line);
    else if (isOuterLine(words)) foot.add(line);
    else if (PAGE_NAME.test(words) && (isNumber(i - 1) || isNumber(i + 1))) head.add(line);
  }
  return { head, foot };
}

/** A column, and the lines around articles at its ends by themselves. */
export function withEndsApart(column: readonly Line[], { head, foot }: AroundArticles): (readonly Line[])[] {
  const isApart = (line: Line | undefined): boolean => line !== undefined && (head.has(line) || foot.has(line));
  let [from, to] = [0, column.length];
  while (from < to && isApart(column[from])) from += 1;
  while (to > from && isApart(column[to - 1])) to -= 1;
  if (from === 0 && to === column.length) return [column];
  return [column.slice(0, from), column.slice(from, to), column.slice(to)].filter(({ length }) => length > 0);
}
