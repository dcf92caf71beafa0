/** What lies at the top of the repository: logs and notes of whoever worked here have been committed by mistake twice. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const KNOWN =
  ".ci .gitattributes .gitignore .npmrc LICENSE README.md README.zh.md bin biome.json build build.mjs fixtures package-lock.json package.json src test tsconfig.build.json tsconfig.json vitest.config.ts";

it.skipIf(!existsSync(`${ROOT}.git`))("holds nothing but what belongs there", () => {
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
  const top = new Set(listed.split("\0").map((path) => path.split("/")[0] ?? ""));
  top.delete("");
  expect([...top].sort()).toEqual(KNOWN.split(" ").sort());
});
