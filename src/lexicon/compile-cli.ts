/** Build step: writes the lexicon binaries into the folder named on the command line. Run by `build.mjs`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileLexicon } from "./compile.ts";

const [outputFolder, dataFolder = "src/lexicon/data"] = process.argv.slice(2);
if (outputFolder === undefined) {
  process.stderr.write("usage: compile-cli <output folder> [data folder, by default src/lexicon/data]\n");
  process.exitCode = 2;
} else {
  mkdirSync(outputFolder, { recursive: true });
  for (const { name, bytes } of compileLexicon(dataFolder)) {
    const file = join(outputFolder, name);
    writeFileSync(file, bytes);
    process.stderr.write(`${file} ${bytes.byteLength} bytes\n`);
  }
}
