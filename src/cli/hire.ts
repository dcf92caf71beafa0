/** Threads for a run, and what they run. */
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import type { Setup } from "../batch/job.ts";
import { type Makers, makeHere, Pool } from "../batch/pool.ts";
import { optimiseSparingly } from "./optimising.ts";

/** Put in by build.mjs; a run from source has no program that a worker could start. */
declare const JIANBAO_BUNDLED: boolean | undefined;

/**
 * By how much, in percent, the old objects of a thread may grow before V8 cleans them up: by default up to four times. What
 * a page leaves behind is all garbage, so it is found as well at a third. Two workers peak at 191 MB over 1,792 pages and at
 * 214 MB over 3,584, where they passed 250 MB (Node 20).
 */
const GROWTH_BEFORE_CLEANING = 30;

/** @param count workers; with less than two this thread does the work. */
export function hire(count: number, setup: Setup, shared: Int32Array): Makers {
  optimiseSparingly();
  const isBuilt = typeof JIANBAO_BUNDLED === "boolean" && JIANBAO_BUNDLED;
  if (count <= 1 || !isBuilt) return makeHere(setup, shared);
  setFlagsFromString(`--heap-growing-percent=${GROWTH_BEFORE_CLEANING}`);
  const program = `require(${JSON.stringify(fileURLToPath(new URL("./cli.cjs", import.meta.url)))}).work()`;
  return new Pool(count, program, setup, shared);
}
