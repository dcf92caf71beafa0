import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { decode } from "../src/decode/decode.ts";
import { UserError } from "../src/errors.ts";
import { MOST_LINES, MOST_SHORT_LINES } from "../src/lines/most-lines.ts";
import { readSchemaText } from "../src/output/schema.ts";
import { restorePage } from "../src/restore.ts";
import { brokenFacts, describeFacts } from "./helpers/facts.ts";
import { casesIn, HOSTILE } from "./helpers/folders.ts";
import { restoreCase } from "./helpers/restore.ts";

interface HostileOutcome {
  readonly exit: number;
  /** Null where the number is left open. */
  readonly articles: number | null;
  /** A part of the message, or null where none is printed. */
  readonly stderr: string | null;
  readonly why: string;
}

const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readSchemaText()));
const CASES = casesIn(HOSTILE).map((page) => {
  const outcome: HostileOutcome = JSON.parse(readFileSync(join(page.folder, "outcome.json"), "utf8"));
  return { ...page, outcome };
});

describe.each(CASES.filter(({ outcome }) => outcome.exit === 0))("hostile page $slug", (page) => {
  it(`is read: ${page.outcome.why}`, () => {
    const restored = restoreCase(page, page.bytes, true);
    if (page.outcome.articles !== null) expect(restored.articles).toHaveLength(page.outcome.articles);
    expect(validate(restored), JSON.stringify(validate.errors)).toBe(true);
  });

  it("owns each character once, keeps it and invents none", () => {
    const faults = brokenFacts(decode(page.bytes).text, restoreCase(page, page.bytes, true));
    expect(faults, describeFacts(faults)).toEqual([]);
  });
});

describe.each(CASES.filter(({ outcome }) => outcome.exit === 2))("hostile page $slug", (page) => {
  it(`is refused with advice: ${page.outcome.why}`, () => {
    const refusal = refusalOf(() => restoreCase(page, page.bytes));
    expect(refusal).toBeInstanceOf(UserError);
    expect(refusal?.message).toContain(page.outcome.stderr);
    expect(refusal?.advice).not.toBe("");
  });
});

it.each([
  { line: "春耕\n", count: MOST_SHORT_LINES, says: "50001 lines of text with hardly a character in each" },
  { line: "春耕开始了\n", count: MOST_LINES, says: "300001 lines of text, which" },
])("refuses more lines than any page has, and says what to do: $says", ({ line, count, says }) => {
  const refusal = refusalOf(() => restorePage(Buffer.from(line.repeat(count + 1))));
  expect(refusal?.message).toContain(says);
  expect(refusal?.advice).toContain("form feeds");
});

it("reads more printed lines than one page has in the order given, and says so", () => {
  const lines =
    "春耕开始了，夏收完成了，秋播动手了，\n冬藏开始了，今年的粮食都进了仓，村里人\n把农具收好，等着开春。\n".repeat(
      2000,
    );
  const { notices, articles } = restorePage(Buffer.from(lines));
  expect(notices.filter(({ rule }) => rule === "lines/too-many")).toHaveLength(1);
  expect(articles.length).toBeGreaterThan(0);
});

it("says a thousand notices of a rule one by one, and the rest in one more", () => {
  const { notices } = restorePage(Buffer.from("[春\n\n".repeat(3000)));
  const [{ rule = "" } = {}] = notices;
  const ofRule = notices.filter((notice) => notice.rule === rule);
  expect(ofRule).toHaveLength(1001);
  expect(ofRule.at(-1)?.message).toMatch(/^\d+ more notices of this kind from here on/);
});

it("has an outcome for every case", () => {
  expect(CASES.filter(({ outcome }) => outcome.exit !== 0 && outcome.exit !== 2)).toEqual([]);
  expect(CASES.length).toBeGreaterThan(0);
});

function refusalOf(act: () => unknown): UserError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
