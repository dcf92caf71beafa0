import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { attacks, literalsIn, pumpsOf } from "./helpers/regular-expressions.ts";

/**
 * Code units, and what a pattern may take for so long a text. One whose time grows with the length takes a few
 * milliseconds; one that takes the square of it needs five thousand million steps, many seconds. The limit tells
 * the two apart on any machine and ends a search that would go on for ever.
 */
const LENGTH = 100_000;
const LIMIT_MS = 2_000;

/** Patterns that would be slow on a long text and never see one. */
const SHORT_TEXTS_ONLY = [
  { file: "articles/title-clues.ts", opens: "^(?:走[进近]", why: "a line of a title; 100 characters are text" },
  { file: "articles/title-clues.ts", opens: "(?:(?:赛|杯)", why: "the same" },
  { file: "batch/find.ts", opens: "[*?]|", why: "a word of the command line; a path has 4,096 bytes" },
  { file: "blocks/jump.ts", opens: "(?<bracket>[（(〔[［【《〈]?)\\s*(?<way>", why: "asked about 30 characters" },
  { file: "blocks/jump.ts", opens: "^\\s*(?<bracket>[（(〔[［【]?)[", why: "the same" },
  { file: "blocks/label.ts", opens: "^[-—–|｜丨_~·.\\s]*[■", why: "a label with its marks has 40 characters at most" },
  { file: "blocks/label.ts", opens: "[-—–|｜丨_~\\s]*[■", why: "the same" },
  { file: "blocks/label.ts", opens: "[-—–|｜丨_~\\s]*[\\])", why: "the same" },
  { file: "blocks/label.ts", opens: "^[-—–|｜丨▇~·.\\s]*(?:[【", why: "the same" },
  { file: "blocks/label.ts", opens: "^[-—–|｜丨_~\\s]*[■", why: "the mark of a label" },
  { file: "blocks/own-line.ts", opens: "^\\s*[〇㐀-鿿·]{2,8}\\s*\\d{1,3}", why: "a line of 40 characters" },
  {
    file: "blocks/credits/end-signature.ts",
    opens: '[。！？!?”"\\s]\\s*(?<signature>[〇㐀-鿿]',
    why: "the last 30 characters of a text",
  },
  { file: "blocks/furniture/items.ts", opens: "(?:[〇㐀-鿿]{2,6}[:：]?)??", why: "a running line has 160 characters" },
  { file: "blocks/furniture/items.ts", opens: "(?:国内统一)?", why: "the same" },
  {
    file: "blocks/neighbours/contents.ts",
    opens: "^[◆●■▲▶►>·\\s]*(?:",
    why: "a line of 40 characters, of 220 code units with its blanks",
  },
  {
    file: "blocks/neighbours/scene.ts",
    opens: "\\d[\\d.]*(?:",
    why: "words that may be a caption's: 60 characters, 120 with their blanks",
  },
  { file: "text/separator.ts", opens: "^[\\s\\-=*#]*(?:page", why: "a page mark has 40 characters" },
];

const SANDBOX = createContext({});

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
        for (const text of attacks(pattern, LENGTH))
          expect(endsSoon(regex, text), `${pattern.source} on ${text.slice(0, 20)}…`).toBe(true);
      }
    },
  );
});

/** A search can be stopped only from outside: V8 looks for that at each step back. */
function endsSoon(regex: RegExp, text: string): boolean {
  regex.lastIndex = 0;
  try {
    runInContext("regex.test(text)", Object.assign(SANDBOX, { regex, text }), { timeout: LIMIT_MS });
    return true;
  } catch (error) {
    // Made in another realm, so it need not be an Error of ours.
    if ((error as { code?: unknown }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return false;
    throw error;
  }
}

it("attacks a careless pattern where it is careless", () => {
  const [careless] = literalsIn("const BAD = /^x(?:\\s+|a)*$/u; const share = a / b / c; // not /this/");
  expect(careless).toEqual({ source: "^x(?:\\s+|a)*$", flags: "u" });
  expect(pumpsOf(careless ?? { source: "", flags: "" })).toContainEqual({ prefix: "x", repeated: " " });
});

it("finds a pattern that takes the square of the length", () => {
  const texts = attacks({ source: "\\s+$", flags: "" }, LENGTH);
  expect(texts.every((text) => endsSoon(/\s+$/, text))).toBe(false);
});
