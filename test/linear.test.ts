import { expect, it } from "vitest";
import { UserError } from "../src/errors.ts";
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
  expect(bytesOf(bytes)).toBe(bytes.length);
});

/** With map: places of edits are looked up, too. Refusing what no page is, is an end as well. */
function bytesOf(bytes: Uint8Array): number {
  try {
    return restorePage(bytes, { map: true }).source.bytes;
  } catch (error) {
    if (error instanceof UserError && error.message.includes("too many for one page")) return bytes.length;
    throw error;
  }
}
