// dist/lexicon/: compiled anew only where its sources have changed.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { common, dist, filesUnder, place, root } from "./common.mjs";

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

export async function compileLexicon() {
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
