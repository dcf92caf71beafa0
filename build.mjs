// Builds dist/: the bundled command and library with the profiles in them, the schema and the compiled lexicon.
// May be run again at any time, also while the program runs: each file is written beside its place and then renamed.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { bundleCommand } from "./build/command.mjs";
import { dist, place, root } from "./build/common.mjs";
import { compileLexicon } from "./build/lexicon.mjs";
import { bundleLibrary, bundleScripts } from "./build/library.mjs";
import { writeLicences } from "./build/licences.mjs";

mkdirSync(dist, { recursive: true });
await compileLexicon();
for (const name of ["schema.json", "issue-schema.json"]) {
  place(name, (path) => copyFileSync(join(root, "src/output", name), path));
}
// Before the command: it restores the fixtures, of which the command's compiled code is kept.
await bundleLibrary();
const metafiles = [await bundleScripts(), await bundleCommand()];
writeLicences(metafiles);
