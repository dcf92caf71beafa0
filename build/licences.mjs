// dist/THIRD-PARTY-LICENSES.txt
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder, place, root } from "./common.mjs";

/** The licence of every package that went into the bundle, as its licence asks. */
export function writeLicences(metafiles) {
  const packages = new Set();
  for (const input of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found !== null) packages.add(found[1]);
  }
  const texts = [...packages].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const text = licenceFiles(join(root, folder))
      .map((file) => readFileSync(file, "utf8").trim())
      .join("\n\n");
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  place("THIRD-PARTY-LICENSES.txt", (path) => writeFileSync(path, texts.join(`\n${"-".repeat(72)}\n\n`)));
}

/** LICENSE, and what a package says of the parts it is made of: THIRD_PARTY_LICENSES.md, LICENSES/Apache-2.0.txt. */
function licenceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!/^(?:third[-_]party[-_])?licen[cs]es?/i.test(entry.name)) return [];
    return entry.isDirectory() ? [...filesUnder(path)] : [path];
  });
}
