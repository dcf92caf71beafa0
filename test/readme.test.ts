/**
 * The READMEs say what the program does: their example is its output, their tables are its rules and fields, and the
 * Chinese one has all that the English one has.
 *
 * The tables of rules and what stands below the commands in a `console` block are made here: `UPDATE=1 npx vitest run
 * test/readme.test.ts` writes them. The measured figures are not: `node test/bench/readme-figures.mjs`.
 */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { pageToJson, restorePage } from "../src/index.ts";
import { RULES } from "../src/repair/index.ts";
import type { RuleExample, TextRule } from "../src/repair/rule.ts";
import { jianbao } from "./helpers/command.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FIXTURE = "fixtures/pages/caption-splits-paragraph/raw.txt";
const ENGLISH = "README.md";
const CHINESE = "README.zh.md";

/** The two commands that .ci/run takes from the README. */
const COMMANDS = [`npm ci && node bin/jianbao.js ${FIXTURE}`, "npm ci && npm test"];

/** Where an abridged example leaves something out. */
const LEFT_OUT = "[…]";

interface Layout {
  readonly header: string;
  /** Left out where the summaries would be in another language than the text around them. */
  readonly hasSummary: boolean;
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  [ENGLISH]: { header: "| rule | what it does | changes | leaves alone |", hasSummary: true },
  [CHINESE]: { header: "| 规则 | 改动示例 | 保持不变示例 |", hasSummary: false },
};

function read(name: string): string {
  return readFileSync(`${ROOT}${name}`, "utf8");
}

describe.each(Object.entries(LAYOUTS))("%s", (name, layout) => {
  it("lists the repair rules as they are", () => {
    const text = read(name);
    const expected = withRules(text, ruleTable(layout));
    if (process.env.UPDATE === "1" && text !== expected) writeFileSync(`${ROOT}${name}`, expected);
    else expect(text, "run UPDATE=1 npx vitest run test/readme.test.ts").toBe(expected);
  });

  it("shows what its example commands print", async () => {
    const text = read(name);
    let expected = text;
    for (const block of consoleBlocks(text)) {
      const made = await played(block);
      expected = expected.replace(block, () => made);
    }
    if (process.env.UPDATE === "1" && text !== expected) writeFileSync(`${ROOT}${name}`, expected);
    else expect(text, "run UPDATE=1 npx vitest run test/readme.test.ts").toBe(expected);
  });

  it("holds the two commands, each alone on its line", () => {
    expect(
      read(name)
        .split("\n")
        .filter((line) => line.startsWith("npm ci")),
    ).toEqual(COMMANDS);
  });

  it("links to files that are there", () => {
    const links = [...read(name).matchAll(/\]\((?!#|https?:)([^)#]+)[^)]*\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(0);
    for (const path of links) expect(() => read(path), path).not.toThrow();
  });
});

describe("the two READMEs", () => {
  it("have the same headings, level by level", () => {
    expect(headings(read(CHINESE))).toEqual(headings(read(ENGLISH)));
  });

  it("have the same code blocks", () => {
    expect(codeBlocks(read(CHINESE))).toEqual(codeBlocks(read(ENGLISH)));
  });

  it("have tables of the same length", () => {
    expect(tableLengths(read(CHINESE))).toEqual(tableLengths(read(ENGLISH)));
  });

  it.each(["figures", "joins", "speed"])("have the same %s", (part) => {
    const [english, chinese] = [ENGLISH, CHINESE].map((name) => tableNumbers(read(name), part));
    expect(english?.length).toBeGreaterThan(0);
    expect(chinese).toEqual(english);
  });
});

describe("the example", () => {
  const raw = readFileSync(`${ROOT}${FIXTURE}`);
  const [before = "", after = ""] = codeBlocks(read(ENGLISH));

  it("shows lines of the fixture before", () => {
    const parts = partsOf(before.replace(/^```text\n|\n```$/g, ""));
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(raw.toString("utf8")).toContain(part);
  });

  it("shows what the program makes of it after", () => {
    const page = pageToJson(restorePage(raw));
    const strings = [...after.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([text]) => text);
    expect(strings.length).toBeGreaterThan(10);
    for (const part of strings.flatMap((text) => partsOf(text.slice(1, -1)))) expect(page).toContain(part);
  });
});

describe("the reference", () => {
  const text = read(ENGLISH);
  let help = "";
  beforeAll(async () => {
    help = (await jianbao(["--help"])).stdout;
    for (const command of commandsIn(help)) {
      const own = (await jianbao([command, "--help"])).stdout;
      help += own;
      for (const inner of commandsIn(own)) help += (await jianbao([command, inner, "--help"])).stdout;
    }
  });

  it("names every field of a page and of an article", () => {
    const { properties, $defs } = JSON.parse(read("src/output/schema.json"));
    const fields = [...Object.keys(properties), ...Object.keys($defs.article.properties)];
    expect(fields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
  });

  it("names options and commands that the program has", () => {
    // Scripts of the repository have options of their own.
    const own = text.replace(/`(?:node|npm) [^`\n]*`/g, "");
    const options = new Set([...own.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([option]) => option));
    expect(options.size).toBeGreaterThan(5);
    const unknown = [...options].filter((option) => !help.includes(option) && !OF_OTHERS.includes(option));
    expect(unknown).toEqual([]);
    const commands = commandsIn(help);
    expect(commands).toContain("verify");
    expect(commands.filter((command) => !text.includes(`jianbao ${command}`))).toEqual([]);
  });
});

/** Options of GNU parallel and of Slurm. */
const OF_OTHERS: readonly string[] = ["--pipe", "--block", "--wait", "--array", "--cpus-per-task"];

/** All but `help` itself. */
function commandsIn(help: string): readonly string[] {
  const list = /^Commands:\n((?: .*\n)+)/m.exec(help)?.[1] ?? "";
  return [...list.matchAll(/^ {2}([a-z]+) ?/gm)].map(([, name = ""]) => name).filter((name) => name !== "help");
}

function consoleBlocks(text: string): readonly string[] {
  return codeBlocks(text).filter((block) => block.startsWith("```console\n"));
}

/** The commands of a block, run one after the other beside the fixtures, and what they print. */
async function played(block: string): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), "jianbao-readme-"));
  try {
    symlinkSync(join(ROOT, "fixtures"), join(cwd, "fixtures"));
    const lines: string[] = [];
    for (const [line, args = ""] of block.matchAll(/^\$ jianbao (.*)$/gm)) {
      const { code, stdout } = await jianbao(args.split(" "), { cwd });
      expect({ line, code }).toEqual({ line, code: 0 });
      lines.push(line, ...stdout.split("\n").map((printed) => printed.trimEnd()));
    }
    return `\`\`\`console\n${lines.filter((line) => line !== "").join("\n")}\n\`\`\``;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Of the tables between the markers of a part that a script has measured. */
function tableNumbers(text: string, part: string): readonly string[] {
  const [, inside = ""] = new RegExp(`<!-- ${part}: [^\n]*-->([\\s\\S]*?)<!-- /${part} -->`).exec(text) ?? [];
  return [...inside.matchAll(/^\|.*$/gm)].flatMap(([row]) => row.match(/\d+(?:\.\d+)?/g) ?? []);
}

function ruleTable({ header, hasSummary }: Layout): string {
  const columns = header.split("|").length - 2;
  const rows = RULES.map((rule) => {
    const cells = [`\`${rule.id}\``, rule.summary, changed(rule), unchanged(rule)];
    return `| ${(hasSummary ? cells : cells.filter((cell) => cell !== rule.summary)).map(escapeBars).join(" | ")} |`;
  });
  return [header, `|${" --- |".repeat(columns)}`, ...rows].join("\n");
}

function changed({ examples }: TextRule): string {
  const example = examples.find(({ before, after }) => before !== after);
  return example === undefined ? "" : `${code(example.before)} → ${code(example.after)}`;
}

/** The lookalike that says most: one that somebody wrote a note for, if there is one. */
function unchanged({ examples }: TextRule): string {
  const same: readonly RuleExample[] = examples.filter(({ before, after }) => before === after);
  const example = same.find(({ note }) => note !== undefined) ?? same[0];
  return example === undefined ? "" : code(example.before);
}

/** In backticks, with what prints nothing written out. */
function code(text: string): string {
  const shown = text.replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const fence = shown.includes("`") ? "``" : "`";
  return `${fence}${shown}${fence}`;
}

/** A bar ends a cell, also inside backticks. */
function escapeBars(cell: string): string {
  return cell.replaceAll("|", "\\|");
}

function withRules(text: string, table: string): string {
  const found = /(<!-- rules: .*-->\n)[\s\S]*?(<!-- \/rules -->)/.exec(text);
  if (found === null) throw new Error("no <!-- rules --> markers");
  const [whole, start, end] = found;
  return text.replace(whole, () => `${start}\n${table}\n\n${end}`);
}

/** `#` marks and, of a code block, none. */
function headings(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/^(#+) /gm)].map(([, marks = ""]) => marks);
}

function tableLengths(text: string): readonly number[] {
  return [...withoutCode(text).matchAll(/(?:^\|.*\n)+/gm)].map(([table]) => table.trimEnd().split("\n").length);
}

const CODE_BLOCK = /^```[\s\S]*?^```$/gm;

function codeBlocks(text: string): readonly string[] {
  return [...text.matchAll(CODE_BLOCK)].map(([block]) => block);
}

function withoutCode(text: string): string {
  return text.replace(CODE_BLOCK, "");
}

function partsOf(text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line) => line.split(LEFT_OUT))
    .filter((part) => part.trim() !== "");
}
