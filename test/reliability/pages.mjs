// The pages that joins are judged on: the dumps of the devset, or generated ones where it is not there.
//
// In: the source of jianbao as it stands now, bundled in memory. Out: pages restored with their map, with what is true.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const DEVSET = join(ROOT, "../shared/devset");

const EXPORTS = `
export { restorePage } from "./src/restore.ts";
export { decode } from "./src/decode/decode.ts";
export { FORMS, generatePage } from "./test/helpers/generate-page.ts";
export { Random } from "./test/helpers/random.ts";
`;

/** Each module keeps its own place, from which it finds its data files. */
const ownUrl = {
  name: "own-url",
  setup(hooks) {
    hooks.onLoad({ filter: /\/(?:src|test)\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

export function loadJianbao() {
  return loadSource(EXPORTS);
}

/** @param exports TypeScript that exports what is wanted, with paths from the root of the repo. */
export async function loadSource(exports) {
  const folder = mkdtempSync(join(tmpdir(), "jianbao-reliability-"));
  const outfile = join(folder, "source.mjs");
  try {
    await build({
      absWorkingDir: ROOT,
      stdin: { contents: exports, resolveDir: ROOT, loader: "ts" },
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      external: ["nodejieba", "opencc-js"],
      plugins: [ownUrl],
      outfile,
      logLevel: "warning",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @yields {{ kind, name, text, page, truth }} every dump of the manifest whose kind and page are wanted. */
export function* devsetPages(jianbao, { set = DEVSET, kinds, pages }) {
  const { dumps } = JSON.parse(readFileSync(join(set, "manifest.json"), "utf8"));
  for (const { kind, page: name, dump, truth } of dumps) {
    if ((kinds !== undefined && !kinds.includes(kind)) || (pages !== undefined && !pages.includes(name))) continue;
    if (!existsSync(join(set, dump))) continue;
    const bytes = readFileSync(join(set, dump));
    const page = jianbao.restorePage(bytes, { file: `${name}.txt`, map: true });
    const { text } = jianbao.decode(bytes);
    yield { kind, name, text, page, truth: JSON.parse(readFileSync(join(set, truth), "utf8")) };
  }
}

/** @yields {{ kind, name, text, page, follows }} pages whose true seams are known to the character. */
export function* generatedPages(jianbao, { seeds, kinds }) {
  for (const kind of jianbao.FORMS) {
    if (kinds !== undefined && !kinds.includes(kind)) continue;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { text, follows } = jianbao.generatePage(new jianbao.Random(seed), kind);
      const page = jianbao.restorePage(Buffer.from(text), { file: `seed-${seed}.txt`, map: true });
      yield { kind, name: `seed-${seed}`, text, page, follows };
    }
  }
}
