import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { attacks, literalsIn, pumpsOf } from "./helpers/regular-expressions.ts";

/**
 * Code units. A pattern that takes the cube of the length would need minutes for one text, an exponential one for ever;
 * nothing is timed. What takes the square shows on whole pages, in linear.test.ts.
 */
const LENGTH = 2_000;

/** Patterns that would be slow on a long text and never see one. */
const SHORT_TEXTS_ONLY = [
  {
    file: "blocks/jump.ts",
    opens: "[（(〔[]?\\s*(?<way>",
    why: "a part of two anchored ones, asked about 30 characters",
  },
  { file: "blocks/label.ts", opens: "^[-—–|｜丨_~·.\\s]*[■", why: "a label with its marks has 40 characters at most" },
  { file: "blocks/label.ts", opens: "[-—–|｜丨_~\\s]*[■", why: "the same" },
  { file: "blocks/label.ts", opens: "[-—–|｜丨_~\\s]*[\\])", why: "the same" },
  {
    file: "blocks/neighbours/contents.ts",
    opens: "^[◆●■▶►>·\\s]*(?:",
    why: "a line of 40 characters, of 220 code units with its blanks",
  },
];

const SRC = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const patterns = files.flatMap((file) =>
  literalsIn(readFileSync(join(SRC, file), "utf8")).map((literal) => ({ file, ...literal })),
);
const isShort = ({ file, source }: { readonly file: string; readonly source: string }): boolean =>
  SHORT_TEXTS_ONLY.some((known) => known.file === file && source.startsWith(known.opens));

describe("the regular expressions of the source", () => {
  it("are found by the scanner, and all of them compile", () => {
    expect(patterns.length).toBeGreaterThan(250);
    for (const { source, flags } of patterns) expect(() => new RegExp(source, flags), source).not.toThrow();
    expect(
      SHORT_TEXTS_ONLY.filter(
        ({ file, opens }) => !patterns.some((one) => one.file === file && one.source.startsWith(opens)),
      ),
    ).toEqual([]);
  });

  it.each(files.filter((file) => patterns.some((one) => one.file === file)))(
    "come to an end over hostile texts: %s",
    (file) => {
      for (const pattern of patterns) {
        if (pattern.file !== file || isShort(pattern)) continue;
        // Sticky patterns are asked at one place; here they must be no slower at any.
        const regex = new RegExp(pattern.source, pattern.flags.replace("y", "g"));
        for (const text of attacks(pattern, LENGTH)) {
          regex.lastIndex = 0;
          regex.test(text);
        }
      }
    },
  );
});

it("attacks a careless pattern where it is careless", () => {
  const [careless] = literalsIn("const BAD = /^x(?:\\s+|a)*$/u; const share = a / b / c; // not /this/");
  expect(careless).toEqual({ source: "^x(?:\\s+|a)*$", flags: "u" });
  expect(pumpsOf(careless ?? { source: "", flags: "" })).toContainEqual({ prefix: "x", repeated: " " });
});
