// Builds dist/: the bundled command and library, the profiles, the schema and the compiled lexicon.
// May be run again at any time, also while the program runs: each file is written beside its place and then renamed.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Packages of the command that one page does not need: each gets a file of its own, opened when it is asked for. */
const LAZY_PACKAGES = ["commander", "fast-glob", "chalk"];

/** What every bundle has in common. nodejieba and opencc-js are large and optional: they are found where npm put them. */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["nodejieba", "opencc-js"],
  minifyWhitespace: true,
  minifySyntax: true,
  charset: "utf8",
  legalComments: "eof",
  logLevel: "warning",
  define: { JIANBAO_BUNDLED: "true", JIANBAO_VERSION: JSON.stringify(version) },
};

/** CommonJS has no `import.meta`, and the bundle looks for its data files beside itself. */
const commonjs = {
  ...common,
  format: "cjs",
  define: { ...common.define, "import.meta.url": "jianbaoUrl" },
  banner: { js: 'const jianbaoUrl=require("node:url").pathToFileURL(__filename).href;' },
};

function place(name, write) {
  const path = join(dist, name);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  mkdirSync(dirname(path), { recursive: true });
  write(temporary);
  renameSync(temporary, path);
}

/** Commander starts programs for commands that are files; ours are not, and the module costs 2 ms to load. */
const noChildProcess = {
  name: "no-child-process",
  setup(hooks) {
    hooks.onResolve({ filter: /^(?:node:)?child_process$/ }, ({ path }) => ({ path, namespace: "empty" }));
    hooks.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
  },
};

const besideTheBundle = {
  name: "beside-the-bundle",
  setup(hooks) {
    hooks.onResolve({ filter: new RegExp(`^(?:${LAZY_PACKAGES.join("|")})$`) }, ({ path }) => ({
      path: `./${path}.cjs`,
      external: true,
    }));
  },
};

/**
 * The command is CommonJS, because loading ES modules costs 8 to 10 ms at start (measured, Node 20); one file, because
 * each file costs half a millisecond. Its lazy parts are functions that have not run yet. The library is an ES module.
 */
async function bundle() {
  for (const name of LAZY_PACKAGES) {
    await bundleOne({ ...commonjs, entryPoints: [name], plugins: [noChildProcess] }, `${name}.cjs`);
  }
  await bundleOne({ ...common, format: "esm", entryPoints: ["src/index.ts"] }, "index.js");
  await bundleOne({ ...commonjs, entryPoints: ["src/cli/main.ts"], plugins: [besideTheBundle] }, "cli.cjs");
  const current = ["index.js", "cli.cjs", ...LAZY_PACKAGES.map((name) => `${name}.cjs`)];
  for (const name of readdirSync(dist)) {
    if (/\.c?js$/.test(name) && !current.includes(name)) rmSync(join(dist, name));
  }
}

async function bundleOne(options, name) {
  const { outputFiles } = await build({ ...options, outfile: join(dist, name), write: false });
  for (const { contents } of outputFiles) place(name, (path) => writeFileSync(path, contents));
}

function copyData() {
  place("schema.json", (path) => copyFileSync(join(root, "src/output/schema.json"), path));
  const profiles = readdirSync(join(root, "src/profiles")).filter((name) => name.endsWith(".json"));
  for (const name of profiles) {
    place(join("profiles", name), (path) => copyFileSync(join(root, "src/profiles", name), path));
  }
  for (const name of readdirSync(join(dist, "profiles"))) {
    if (!profiles.includes(name)) rmSync(join(dist, "profiles", name));
  }
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** Node 20 runs no TypeScript, so the compiler is bundled first; each module keeps its own `import.meta.url`. */
const ownUrl = {
  name: "own-url",
  setup(hooks) {
    hooks.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

async function compileLexicon() {
  const compiler = join(root, "src/lexicon/compile-cli.ts");
  if (!existsSync(compiler)) {
    console.error("build: no src/lexicon/compile-cli.ts, dist/lexicon is left as it is");
    return;
  }
  const folder = join(dist, "lexicon");
  const made = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".bin")) : [];
  const newestSource = Math.max(...[...filesUnder(dirname(compiler))].map((path) => statSync(path).mtimeMs));
  if (made.length > 0 && made.every((name) => statSync(join(folder, name)).mtimeMs > newestSource)) return;

  const work = mkdtempSync(join(tmpdir(), "jianbao-build-"));
  try {
    const outfile = join(work, "compile.mjs");
    await build({ ...common, format: "esm", entryPoints: [compiler], outfile, plugins: [ownUrl] });
    const out = join(work, "lexicon");
    mkdirSync(out);
    const { status } = spawnSync(process.execPath, [outfile, out], { stdio: "inherit" });
    if (status !== 0) throw new Error(`the lexicon compiler ended with ${status}`);
    for (const name of readdirSync(out)) {
      place(join("lexicon", name), (path) => copyFileSync(join(out, name), path));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

mkdirSync(dist, { recursive: true });
await compileLexicon();
copyData();
await bundle();
