import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { NO_SHAPE } from "../src/lines/geometry.ts";
import { BLOCK_RULES, DUMP_RULES, RULES, TEXT_RULES } from "../src/repair/index.ts";
import type { RuleExample, RuleView, TextRule } from "../src/repair/rule.ts";
import { applyEdits, type Edit } from "../src/text/edit.ts";
import { fromSource, plain } from "../src/text/sourced.ts";
import { testLexicon } from "./helpers/lexicon.ts";
import { forSeeds, type Random } from "./helpers/random.ts";

const REPAIR = fileURLToPath(new URL("../src/repair/", import.meta.url));

/** `␠` is a blank and `⏎` a line end that the dump kept. */
function unmarked(text: string): string {
  return text.replaceAll("␠", " ").replaceAll("⏎", "\n");
}

function viewOf(rule: TextRule, example: RuleExample): RuleView {
  const role = example.role ?? rule.roles[0];
  if (role === undefined) throw new Error(`${rule.id} has no role`);
  return {
    role,
    dump: example.dump ?? "blocks",
    shape: NO_SHAPE,
    blanksArePrinted: example.blanksArePrinted ?? false,
    lexicon: testLexicon(),
    wantsReasons: true,
  };
}

function apply(rule: TextRule, text: string, view: RuleView): string {
  return plain(applyEdits(fromSource({ file: rule.id, text }), rule.id, rule.find(text, view)));
}

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))("rule $id", ({ rule }) => {
  it.each(rule.examples.map((example) => ({ ...example })))("makes $after of $before", (example) => {
    expect(apply(rule, unmarked(example.before), viewOf(rule, example))).toBe(unmarked(example.after));
  });

  it.each(rule.examples.map((example) => ({ ...example })))("leaves its own result $after alone", (example) => {
    const view = viewOf(rule, example);
    const once = apply(rule, unmarked(example.before), view);
    expect(rule.find(once, view)).toEqual([]);
  });

  it("proposes no edit that changes nothing", () => {
    for (const example of rule.examples) {
      const text = unmarked(example.before);
      for (const edit of rule.find(text, viewOf(rule, example)))
        expect(text.slice(edit.start, edit.end)).not.toBe(edit.text);
    }
  });

  it("shows a text that it changes and one that it leaves alone", () => {
    expect(rule.examples.some(({ before, after }) => before !== after)).toBe(true);
    expect(rule.examples.some(({ before, after }) => before === after)).toBe(true);
  });

  it("finds nothing in an empty text", () => {
    for (const role of rule.roles) {
      expect(
        rule.find("", { role, dump: "blocks", shape: NO_SHAPE, lexicon: testLexicon(), wantsReasons: true }),
      ).toEqual([]);
    }
  });

  it("has an id of group and name, a summary that is a sentence, and a role", () => {
    expect(rule.id).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(rule.summary).toMatch(/^.{12,}\.$/u);
    expect(rule.roles.length).toBeGreaterThan(0);
    expect(new Set(rule.roles).size).toBe(rule.roles.length);
  });
});

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))("rule $id on random text", ({ rule }) => {
  it("proposes edits in order and inside the text, and keeps every letter, digit and Han character", () => {
    forSeeds(400, (random) => {
      const view = randomView(rule, random);
      const text = randomText(random);
      let end = 0;
      for (const edit of rule.find(text, view)) {
        expect(edit.start, JSON.stringify(text)).toBeGreaterThanOrEqual(end);
        expect(edit.end).toBeGreaterThanOrEqual(edit.start);
        end = edit.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      expect(words(apply(rule, text, view)), JSON.stringify(text)).toBe(words(text));
    });
  });

  it("leaves its own result alone", () => {
    forSeeds(400, (random) => {
      const view = randomView(rule, random);
      const text = randomText(random);
      const once = apply(rule, text, view);
      expect(apply(rule, once, view), `first pass of ${JSON.stringify(text)}`).toBe(once);
    });
  });

  it("says the same when nobody asks for reasons", () => {
    forSeeds(100, (random) => {
      const view = randomView(rule, random);
      const text = randomText(random);
      const bare = (edits: readonly Edit[]): unknown =>
        edits.map(({ start, end, text: made }) => ({ start, end, made }));
      expect(bare(rule.find(text, { ...view, wantsReasons: false }))).toEqual(bare(rule.find(text, view)));
    });
  });
});

describe("marks that stand together", () => {
  it.each([
    { before: "加油!!", after: "加油！！" },
    { before: "怎么会这样?!", after: "怎么会这样？！" },
    { before: "乡镇(街道(含社区))", after: "乡镇（街道（含社区））" },
    { before: '他说:好。"我们“高兴”。', after: '他说：好。"我们“高兴”。' },
    { before: '(以下简称中心")每天说:“好。”', after: '（以下简称中心"）每天说：“好。”' },
  ])("$before becomes $after in one pass", ({ before, after }) => {
    const all = (text: string): string =>
      TEXT_RULES.filter(({ roles }) => roles.includes("body")).reduce(
        (words, rule) =>
          apply(rule, words, {
            role: "body",
            dump: "blocks",
            shape: NO_SHAPE,
            lexicon: testLexicon(),
            wantsReasons: true,
          }),
        text,
      );
    expect(all(before)).toBe(after);
    expect(all(all(before))).toBe(after);
  });
});

describe("the rules together", () => {
  it("have ids of their own", () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it("have summaries of their own", () => {
    expect(new Set(RULES.map(({ summary }) => summary)).size).toBe(RULES.length);
  });

  it("run before the joins or after them, never both", () => {
    expect(RULES).toEqual([...DUMP_RULES, ...BLOCK_RULES, ...TEXT_RULES]);
    expect(BLOCK_RULES.filter((rule) => TEXT_RULES.includes(rule))).toEqual([]);
  });

  it("are every rule that a file exports, each listed once", async () => {
    const exported = await exportedRules();
    expect(exported.map(({ id }) => id).sort()).toEqual(RULES.map(({ id }) => id).sort());
    expect(exported.filter((rule) => !RULES.includes(rule))).toEqual([]);
  });

  it("keep still on what all of them made of any example", () => {
    for (const rule of RULES) {
      for (const example of rule.examples) {
        const view = viewOf(rule, example);
        const once = RULES.filter(({ roles }) => roles.includes(view.role)).reduce(
          (text, each) => apply(each, text, view),
          unmarked(example.before),
        );
        for (const each of RULES) {
          if (!each.roles.includes(view.role)) continue;
          expect(each.find(once, view), `${each.id} on the result of ${rule.id}: ${once}`).toEqual([]);
        }
      }
    }
  });
});

const LETTERS = [
  "青",
  "禾",
  "春耕",
  "3",
  "０",
  "A",
  "ｂ",
  " ",
  "\u3000",
  ",",
  "，",
  "。",
  ".",
  ":",
  "(",
  ")",
  "（",
  "…",
  "-",
  "—",
  "·",
  "•",
  "/",
  "*",
  "**",
  "!",
  "𠮷",
];
const QUOTES = ['"', "'", "“", "”", "‘", "’"];

/** Mostly words, with marks of every kind between them; quotes are as frequent as all other marks together. */
function randomText(random: Random): string {
  return Array.from({ length: random.between(0, 14) }, () => random.pick(random.isLucky(0.3) ? QUOTES : LETTERS)).join(
    "",
  );
}

function randomView(rule: TextRule, random: Random): RuleView {
  const dump = random.pick(["blocks", "markdown", "spaced"] as const);
  return { role: random.pick(rule.roles), dump, shape: NO_SHAPE, lexicon: testLexicon(), wantsReasons: true };
}

/** Letters, digits and Han, full-width ones folded. */
function words(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** What the files below src/repair export in the form of a rule. */
async function exportedRules(): Promise<TextRule[]> {
  const files = readdirSync(REPAIR, { recursive: true, encoding: "utf8" }).filter((name) => /[\\/].*\.ts$/.test(name));
  const rules: TextRule[] = [];
  for (const file of files.sort()) {
    const module: Record<string, unknown> = await import(join(REPAIR, file));
    for (const value of Object.values(module)) if (isRule(value)) rules.push(value);
  }
  return rules;
}

function isRule(value: unknown): value is TextRule {
  return typeof value === "object" && value !== null && "find" in value && "examples" in value && "id" in value;
}
