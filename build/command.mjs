// dist/cli.cjs and its parts.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, transform } from "esbuild";
import { common, dist, place, V8_BUDGET } from "./common.mjs";
import { keepCompiled } from "./compiled.mjs";
import { lateRequire, noChildProcess, openedLate } from "./late.mjs";
import { asAscii, asCommonJs, asPart, OWN_PLACE, withPlainExports } from "./parts.mjs";
import { startsLight } from "./sources.mjs";

/**
 * The command: CommonJS, because loading ES modules costs 8 to 10 ms at start (measured, Node 20), and split, because
 * code that one page does not need costs 3 ms to parse. esbuild splits ES modules only, so each part is turned into
 * CommonJS afterwards. It has no `import.meta` then, and looks for its data files beside itself.
 */
export async function bundleCommand() {
  const { outputFiles, metafile } = await build({
    ...common,
    format: "esm",
    splitting: true,
    metafile: true,
    entryPoints: { main: "src/cli/main.ts", late: "src/cli/late.ts" },
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    outdir: dist,
    outExtension: { ".js": ".cjs" },
    define: {
      ...common.define,
      "import.meta.url": "jianbaoPart.url",
      JIANBAO_FOLDER: "jianbaoPart.folder",
      JIANBAO_ROOM: "jianbaoPart.room",
    },
    plugins: [noChildProcess, lateRequire, openedLate, startsLight],
    write: false,
  });
  // Where src/cli/main.ts went; main-*.cjs itself only hands on what lies there, and costs two files to open.
  const main = partWith("src/cli/main.ts", metafile);
  const files = outputFiles.filter(({ path }) => basename(path) === main || !basename(path).startsWith("main-"));
  const parts = files.map(({ path }) => basename(path));
  for (const { path, text } of files) {
    const { code } = await transform(text, { ...asCommonJs, banner: text.includes("jianbaoPart") ? OWN_PLACE : "" });
    place(basename(path), (temporary) =>
      writeFileSync(temporary, asPart(asAscii(withPlainExports(code, basename(path) === main)))),
    );
  }
  const start = await build({
    ...common,
    format: "cjs",
    entryPoints: ["src/cli/start.ts"],
    outfile: join(dist, "cli.cjs"),
    define: {
      JIANBAO_MAIN: JSON.stringify(main),
      JIANBAO_LATE: JSON.stringify(partWith("src/cli/late.ts", metafile)),
      JIANBAO_V8_BUDGET: V8_BUDGET,
    },
    write: false,
  });
  for (const { text } of start.outputFiles) place("cli.cjs", (path) => writeFileSync(path, withPlainExports(text)));

  const current = ["cli.cjs", ...parts];
  for (const name of readdirSync(dist)) {
    // Caches, too: code that V8 took from an old one would be kept in the new one.
    if (/\.cjs\.cache$/.test(name) || (name.endsWith(".cjs") && !current.includes(name))) rmSync(join(dist, name));
  }
  await keepCompiled();
  return metafile;
}

function partWith(source, { outputs }) {
  const found = Object.entries(outputs).find(([, { inputs }]) => source in inputs);
  return basename(found[0]);
}
