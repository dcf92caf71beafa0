// dist/index.js, and the file that only a page in another script opens.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { common, dist, place } from "./common.mjs";
import { plainLoops } from "./sources.mjs";

/** The library: an ES module. */
export async function bundleLibrary() {
  const options = {
    ...common,
    format: "esm",
    entryPoints: ["src/index.ts"],
    outfile: join(dist, "index.js"),
    plugins: [plainLoops],
  };
  const { outputFiles } = await build({ ...options, write: false });
  for (const { contents } of outputFiles) place("index.js", (path) => writeFileSync(path, contents));
}

/** The dictionaries of opencc-js, which only a page in another script needs: opened by src/lexicon/scripts.ts. */
export async function bundleScripts() {
  const { outputFiles, metafile } = await build({
    ...common,
    format: "cjs",
    metafile: true,
    // Dictionaries of Han: escapes would double them.
    charset: "utf8",
    entryPoints: ["src/lexicon/opencc.ts"],
    outfile: join(dist, "script/opencc.cjs"),
    write: false,
  });
  for (const { contents } of outputFiles) place("script/opencc.cjs", (path) => writeFileSync(path, contents));
  return metafile;
}
