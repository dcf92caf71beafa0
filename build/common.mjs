// What all parts of the build share: where things lie, what every bundle has in common, how a file gets to its place.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Tells programs of one version apart: the journal of a folder run must not take another program's pages for its own. */
const buildId = hashOfSources();

/** Bytes of bytecode that V8 runs of a function by itself before it optimises it. */
export const V8_BUDGET = /--interrupt-budget=(\d+)/.exec(spawnSync(process.execPath, ["--v8-options"]).stdout)[1];

/** What every bundle has in common. nodejieba is large and optional: it is found where npm put it. */
export const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["nodejieba"],
  minifyWhitespace: true,
  minifySyntax: true,
  // Only ASCII: V8 reads and compiles such a text as bytes, a text with Han in it as UTF-16.
  charset: "ascii",
  legalComments: "eof",
  logLevel: "warning",
  define: {
    JIANBAO_BUNDLED: "true",
    JIANBAO_VERSION: JSON.stringify(version),
    JIANBAO_BUILD: JSON.stringify(buildId),
    // As a text: an object would get a file of its own, which each page would have to open.
    JIANBAO_PROFILES: JSON.stringify(JSON.stringify(readProfiles())),
  },
};

/** Written beside its place and then renamed: the program may run while it is built. */
export function place(name, write) {
  const path = join(dist, name);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  mkdirSync(dirname(path), { recursive: true });
  write(temporary);
  renameSync(temporary, path);
}

/** By their id: see src/profiles/load.ts. */
function readProfiles() {
  const folder = join(root, "src/profiles");
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [basename(name, ".json"), JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  );
}

function hashOfSources() {
  const hash = createHash("sha256");
  for (const path of [...filesUnder(join(root, "src"))].sort()) {
    hash.update(`${relative(root, path)}\0`).update(createHash("sha256").update(readFileSync(path)).digest());
  }
  return hash.digest("hex").slice(0, 12);
}

export function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}
