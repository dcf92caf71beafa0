import { expect, it } from "vitest";
import { restorePage } from "../src/restore.ts";
import PATTERNS from "./data/hostile-patterns.json" with { type: "json" };

/**
 * UTF-16 code units. One step for each pair of them would take minutes, many times what a test may take; nothing is
 * timed. How the time grows, `test/bench/growth.mjs` measures.
 */
const LENGTH = 400_000;

it.each(PATTERNS)("comes to an end over a page of one pattern: $what", ({ first = "", pattern, then = "" }) => {
  const times = Math.ceil(LENGTH / (pattern + then).length);
  const bytes = Buffer.from(first + pattern.repeat(times) + then.repeat(times));
  // With map: places of edits are looked up, too.
  expect(restorePage(bytes, { map: true }).source.bytes).toBe(bytes.length);
});
