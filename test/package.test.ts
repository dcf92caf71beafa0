/** What npm would publish: the program, its data and licences, and nothing that only this repository needs. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

function packedFiles(): readonly string[] {
  // --ignore-scripts: packing would build anew under the feet of the tests that run the program.
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const report: unknown = JSON.parse(
    execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );
  if (!Array.isArray(report)) throw new Error("npm pack reported no list");
  const files: readonly { readonly path: string }[] = report[0].files;
  return files.map(({ path }) => path);
}

describe("the package", () => {
  const files = packedFiles();

  it.each([
    "LICENSE",
    "README.md",
    "README.zh.md",
    "package.json",
    "bin/jianbao.js",
    "bin/package.json",
    "dist/cli.cjs",
    "dist/index.js",
    "dist/schema.json",
    "dist/issue-schema.json",
    "dist/lexicon/characters.bin",
    "dist/lexicon/ngrams.bin",
    "dist/lexicon/words.bin",
    "dist/script/opencc.cjs",
    "src/lexicon/data/jieba.LICENSE",
    "src/lexicon/data/traditional.LICENSE",
  ])("holds %s", (path) => {
    expect(files).toContain(path);
  });

  it("holds no test, no fixture, no source and nothing hidden", () => {
    const unwanted = files.filter(
      (path) => /^(?:test|fixtures|\.)/.test(path) || /\.tmp$/.test(path) || /^src\/.*(?<!\.d)\.ts$/.test(path),
    );
    expect(unwanted).toEqual([]);
  });

  it("holds every file that package.json points to", () => {
    const { bin, main, exports } = JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8"));
    const targets = [bin.jianbao, main, exports["./schema.json"], exports["./issue-schema.json"], exports["."].default];
    // The types are made by tsc, which the tests do not run.
    expect(targets.map((path: string) => path.replace(/^\.\//, "")).filter((path) => !files.includes(path))).toEqual(
      [],
    );
  });
});
