/** Once before all tests: builds dist/ if a source is newer than it. */
import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export default function setup(): void {
  const built = statSync(join(ROOT, "dist/cli.cjs"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const inputs = [join(ROOT, "src"), join(ROOT, "build.mjs"), join(ROOT, "build"), join(ROOT, "package.json")];
  if (Math.max(...inputs.map(newest)) < built) return;
  execFileSync(process.execPath, ["build.mjs"], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
}

/** Latest change of a file, or of anything in a folder, in milliseconds. */
function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
