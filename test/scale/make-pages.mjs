// A folder of pages to share out, made from the dumps of the fixtures: page i is one fixture below another.
//
//   node test/scale/make-pages.mjs FOLDER COUNT    the same pages on every machine; no two alike
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [folder, count] = process.argv.slice(2);
if (folder === undefined || !(Number(count) > 0)) {
  console.error("usage: node test/scale/make-pages.mjs FOLDER COUNT");
  process.exit(2);
}
const fixtures = fileURLToPath(new URL("../../fixtures/pages/", import.meta.url));
const dumps = readdirSync(fixtures)
  .sort()
  .map((name) => readFileSync(join(fixtures, name, "raw.txt"), "utf8"));
for (let i = 0; i < Number(count); i += 1) {
  const name = `${1950 + (i % 50)}/${String(i % 12).padStart(2, "0")}/A${String(i).padStart(6, "0")}.txt`;
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  // Every hundredth dump holds two pages, every 250th cannot be read: what one run makes of them, shards must make, too.
  const between = i % 100 === 99 ? "\f" : "\n\n";
  const [above, below] = [dumps[i % dumps.length], dumps[Math.floor(i / dumps.length) % dumps.length]];
  const text = Buffer.from(`${above}${between}第${i}号\n\n${below}`);
  writeFileSync(path, i % 250 === 249 ? Buffer.of(0, 1, 2, 0xff, 0xfe, 0, 0xd8, 0) : text);
}
