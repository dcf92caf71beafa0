/** What is no page: a dump of so many lines that no page has them is read as it stands, of so many more it is refused. */
import { UserError } from "../errors.ts";
import type { Finding } from "../notice.ts";
import type { Line } from "./lines.ts";

/**
 * Printed lines, blank ones counted, of which the order of the columns is asked: a broadsheet full of small print has
 * 3,000. What looks for an order holds parts of the page against each other, and would put lines of one page into another
 * where pages were run together.
 */
const MOST_ORDERED = 5000;

export function mayBeOrdered(lines: readonly Line[]): boolean {
  return lines.length <= MOST_ORDERED;
}

/** Said of a dump of printed lines that is read as it stands. */
export function findUnordered(lines: readonly Line[]): Finding[] {
  if (mayBeOrdered(lines)) return [];
  return [
    {
      rule: "lines/too-many",
      level: "warning",
      offset: lines[0]?.start ?? 0,
      message: `${lines.length} lines are more than one page has: the order of their columns was not looked into; cut the dump into pages, or put form feeds between them`,
    },
  ];
}

/**
 * Lines with text in one page. A page has hundreds, and ten megabytes of pages one below the other 260,000 at most (the
 * development pages of all kinds). Where each line holds one character, so many take 1.5 GB; 2,500,000 end the process.
 */
export const MOST_LINES = 300_000;

/**
 * The same where a line holds fewer than so many UTF-16 code units on average. A page of print has 20,000 characters, which
 * a dump of vertical text may give a line each. What a line costs does not depend on its length: a megabyte of such lines
 * took six seconds.
 */
export const MOST_SHORT_LINES = 50_000;
const SHORT = 4;

/** @throws {UserError} if there are more. */
export function refuseEndless(lines: readonly Line[]): void {
  if (lines.length <= MOST_SHORT_LINES) return;
  let count = 0;
  let units = 0;
  for (const { isBlank, start, end } of lines) {
    if (isBlank) continue;
    count += 1;
    units += end - start;
  }
  const isShort = units < count * SHORT;
  if (count <= (isShort ? MOST_SHORT_LINES : MOST_LINES)) return;
  throw new UserError(
    `expected a newspaper page, found ${count} lines of text${isShort ? " with hardly a character in each" : ""}, which are too many for one page`,
    "cut it into pages, or put form feeds between them",
  );
}
