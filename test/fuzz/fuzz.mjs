#!/usr/bin/env node
// Runs hostile inputs through the source as it stands, and reports what falls. Real dumps join in where ../shared is.
//
//   node test/fuzz/fuzz.mjs                        10,000 inputs
//   node test/fuzz/fuzz.mjs --count 100000 --seed 7
//   … --from 4711 --count 1                        one input again
//   … --save DIR                                   the inputs that fell, as files
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadSource } from "../reliability/pages.mjs";

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    from: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    large: { type: "string", default: "0.002" },
    save: { type: "string" },
  },
});

const { inputOf, ownSources, judge } = await loadSource(`
export { inputOf, ownSources } from "./test/fuzz/inputs.ts";
export { judge } from "./test/fuzz/judge.ts";
`);

const SHARED = fileURLToPath(new URL("../../../shared/", import.meta.url));
/** Milliseconds of CPU for each megabyte that count as a hang, and what a small input may take. */
const HANG_MS = 1000;

const real = ["seeds", "devset/dumps"]
  .map((name) => join(SHARED, name))
  .filter(existsSync)
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
  .filter((path) => /\.(?:txt|md)$/.test(path))
  .sort()
  .map((path) => ({ name: path.slice(SHARED.length), bytes: () => readFileSync(path) }));
const own = ownSources();
// Half of the inputs are real dumps, where there are any.
const sources = [...own, ...real.filter((_, i) => i % Math.max(1, Math.round(real.length / own.length)) === 0)];
const drawing = { seed: Number(options.seed), sources, largeShare: Number(options.large) };

const counts = { read: 0, refused: 0, faulty: 0, slow: 0 };
let slowest = { rate: 0, story: "" };
const from = Number(options.from);
const to = from + Number(options.count);
const start = Date.now();
for (let index = from; index < to; index += 1) {
  const { bytes, story } = inputOf(index, drawing);
  const { outcome, faults, milliseconds } = judge(bytes, index % 4 !== 0);
  counts[outcome] += 1;
  const rate = milliseconds / Math.max(1, bytes.length / 1e6);
  if (rate > slowest.rate) slowest = { rate, story };
  if (rate > HANG_MS) {
    counts.slow += 1;
    console.log(`SLOW ${Math.round(milliseconds)} ms for ${bytes.length} bytes: ${story}`);
    save(`slow-${options.seed}-${index}`, bytes);
  }
  if (outcome === "faulty") {
    console.log(`FAULTY ${story}: ${faults.slice(0, 3).join("; ")}`);
    save(`faulty-${options.seed}-${index}`, bytes);
  }
  if ((index + 1 - from) % 5000 === 0)
    console.log(`${index + 1 - from} inputs, ${Math.round((Date.now() - start) / 1000)} s`);
}
console.log(`${to - from} inputs of seed ${options.seed}: ${JSON.stringify(counts)}`);
console.log(`slowest: ${Math.round(slowest.rate)} ms for a megabyte (or less), ${slowest.story}`);
// Where nothing was read, nothing was tried: the lexicon is not built.
if (counts.read === 0) console.log("no input was read as a page: run `npm run build` first");
process.exitCode = counts.faulty > 0 || counts.read === 0 ? 1 : 0;

function save(name, bytes) {
  if (options.save === undefined) return;
  mkdirSync(options.save, { recursive: true });
  writeFileSync(join(options.save, `${name}.txt`), bytes);
}
