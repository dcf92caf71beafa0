import { expect, it } from "vitest";
import { restorePage } from "../src/restore.ts";

/** Texts of one pattern, which took time with the square of their length at some stage once, or might. */
const PATTERNS: readonly { readonly what: string; readonly pattern: string }[] = [
  { what: "commas", pattern: "," },
  { what: "straight quotes", pattern: '"' },
  { what: "quotes between Han", pattern: '春"' },
  { what: "single quotes", pattern: "春'" },
  { what: "brackets that open", pattern: "(" },
  { what: "brackets that close, after Han", pattern: "春)))))))))))))))))))))))))" },
  { what: "blanks between Han", pattern: "春 " },
  { what: "dots", pattern: "." },
  { what: "dashes", pattern: "-" },
  { what: "pictures that do not close", pattern: "![](" },
  { what: "bold marks", pattern: "**" },
  { what: "a byline that does not end", pattern: "记者 陆见山 " },
  { what: "characters beyond the BMP", pattern: "😀，" },
  { what: "short paragraphs", pattern: "春耕开始了\n\n" },
];

const SHORT = 8_000;
const TIMES = 8;
/** Linear is 1, square is 8; the machine may be busy. */
const MOST_GROWTH = 3;
const TRIES = 4;

it.each(PATTERNS)("takes time with the length of a page, not with its square: $what", { timeout: 60_000 }, (shape) => {
  const short = Buffer.from(shape.pattern.repeat(Math.ceil(SHORT / shape.pattern.length)));
  const long = Buffer.from(shape.pattern.repeat(Math.ceil((SHORT * TIMES) / shape.pattern.length)));
  cpuOf(short);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && least > MOST_GROWTH; i += 1) {
    let once = 0;
    for (let j = 0; j < TIMES; j += 1) once += cpuOf(short);
    least = Math.min(least, cpuOf(long) / Math.max(1, once));
  }
  expect(least).toBeLessThanOrEqual(MOST_GROWTH);
});

/** Milliseconds of CPU. With map: places of edits are looked up, too. */
function cpuOf(bytes: Buffer): number {
  const start = process.cpuUsage();
  restorePage(bytes, { map: true });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
