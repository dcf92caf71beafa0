/** Refuses what is no page: a dump of so many lines that it would not fit into memory. */
import { UserError } from "../errors.ts";
import type { Line } from "./lines.ts";

/**
 * Lines with text in one page. A page has hundreds, and ten megabytes of pages one below the other 260,000 at most (the
 * development pages of all kinds). Where each line holds one character, so many take 1.5 GB; 2,500,000 end the process.
 */
export const MOST_LINES = 300_000;

/** @throws {UserError} if there are more. */
export function refuseEndless(lines: readonly Line[]): void {
  if (lines.length <= MOST_LINES) return;
  const count = lines.reduce((sum, { isBlank }) => (isBlank ? sum : sum + 1), 0);
  if (count <= MOST_LINES) return;
  throw new UserError(
    `expected a newspaper page, found ${count} lines of text, which are too many for one page`,
    "cut it into pages, or put form feeds between them",
  );
}
