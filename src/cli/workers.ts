/** What -j says. */
import { UserError } from "../errors.ts";

/** More threads than this only cost memory. */
const MOST_WORKERS = 256;

/** @throws {UserError} if -j is no number of workers. */
export function parseWorkers(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const count = /^\d+$/.test(word) ? Number(word) : 0;
  if (count >= 1 && count <= MOST_WORKERS) return count;
  throw new UserError(`-j ${word} is no number of workers`, `give a number from 1 to ${MOST_WORKERS}`);
}
