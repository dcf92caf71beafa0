#!/usr/bin/env node
// How the time for a megabyte grows with the length of the dump: pages of each kind one below the other, and hostile
// patterns. Linear is 1.00 everywhere. Measures, never fails on a figure.
//
//   node test/bench/growth.mjs                       10 KB, 100 KB, 1 MB, 10 MB; some minutes
//   node test/bench/growth.mjs --most 1000000        no dump longer than so many bytes
//   node test/bench/growth.mjs --only quotes,pdf     rows whose name holds one of these words
//   node test/bench/growth.mjs --json
//
// Pages come from ../shared/devset/dumps, else from the fixtures. Times are of the CPU, so that a busy machine matters
// less; each row runs in a process of its own, so that no row warms or burdens another one. Needs dist/.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DEVSET = join(ROOT, "../shared/devset/dumps");
const FIXTURES = join(ROOT, "fixtures/pages");
const PATTERNS = JSON.parse(readFileSync(join(ROOT, "test/data/hostile-patterns.json"), "utf8"));

/** Bytes of UTF-8. Ratios are to the second one: it is warm, and long enough that single pages do not matter. */
const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const BASE = SIZES[1];
/** The least CPU time that a figure rests on, in milliseconds. */
const LEAST_MS = 400;
const WARM_UP_MS = 1500;

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    most: { type: "string", default: String(SIZES.at(-1)) },
    only: { type: "string", default: "" },
    row: { type: "string" },
  },
});
const words = options.only.split(",");
const rows = [...pageRows(), ...patternRows()].filter(({ name }) => words.some((word) => name.includes(word)));
const sizes = SIZES.filter((size) => size <= Number(options.most));

if (options.row !== undefined) {
  const row = rows.find(({ name }) => name === options.row);
  console.log(JSON.stringify(await measure(row)));
} else {
  const results = [];
  if (!options.json) console.log(heading());
  for (const { name } of rows) {
    const args = [fileURLToPath(import.meta.url), "--row", name, "--most", options.most];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
    const result = status === 0 ? { name, ...JSON.parse(stdout) } : { name, failed: stderr.trim().split("\n")[0] };
    results.push(result);
    if (!options.json) console.log(line(result));
  }
  if (options.json) console.log(JSON.stringify(results, null, 2));
}

/** Milliseconds of CPU for a megabyte at each size, null where the dump is refused; and the peak of memory after all of them. */
async function measure({ texts }) {
  const { restorePage } = await import(join(ROOT, "dist/index.js"));
  const restoreAll = (inputs) => {
    const { user, system } = process.cpuUsage();
    for (const bytes of inputs) restorePage(bytes);
    const after = process.cpuUsage();
    return (after.user + after.system - user - system) / 1000;
  };
  /** More lines than any page has. */
  const isRefused = (inputs) => {
    try {
      restoreAll(inputs);
      return false;
    } catch (error) {
      if (error.name !== "UserError") throw error;
      return true;
    }
  };
  const warmUp = (inputs) => {
    for (let spent = 0; spent < WARM_UP_MS; ) spent += restoreAll(inputs);
  };
  warmUp(texts(BASE));
  const perMegabyte = sizes.map((size) => {
    const inputs = texts(size);
    if (isRefused(inputs)) return null;
    // V8 optimises again for dumps of another length: the first rounds would cost four times the later ones.
    warmUp(inputs);
    const megabytes = inputs.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6;
    let spent = 0;
    let rounds = 0;
    for (; spent < LEAST_MS; rounds += 1) spent += restoreAll(inputs);
    return spent / rounds / megabytes;
  });
  return { perMegabyte, peakMegabytes: process.resourceUsage().maxRSS / 1000 };
}

/** The pages of each kind, again and again up to the size. At every size the same text: of short dumps there are more. */
function pageRows() {
  const folders = existsSync(DEVSET)
    ? readdirSync(DEVSET).map((kind) => ({ name: `pages, ${kind}`, folder: join(DEVSET, kind) }))
    : [{ name: "pages, fixtures", folder: FIXTURES }];
  return folders.map(({ name, folder }) => {
    const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".txt"))
      .sort()
      .map((path) => readFileSync(join(folder, path)));
    return { name, texts: (size) => dumpsOf(pages, size) };
  });
}

/** A hundred kilobytes of pages at least, as dumps of `size` bytes or a little less. */
function dumpsOf(pages, size) {
  const between = Buffer.from("\n\n");
  const dumps = [];
  for (let next = 0, total = 0; total < Math.max(size, BASE) * 0.9; ) {
    const parts = [];
    for (let length = 0; ; next += 1) {
      const page = pages[next % pages.length];
      if (length > 0 && length + page.length > size) break;
      parts.push(page, between);
      length += page.length + between.length;
    }
    dumps.push(Buffer.concat(parts));
    total += dumps.at(-1).length;
  }
  return dumps;
}

function patternRows() {
  return PATTERNS.map(({ what, first = "", pattern, then = "" }) => {
    const times = (size) => Math.ceil(size / Buffer.byteLength(pattern + then));
    return {
      name: what,
      texts: (size) => [Buffer.from(first + pattern.repeat(times(size)) + then.repeat(times(size)))],
    };
  });
}

function heading() {
  const columns = sizes.map((size) => (size < 1e6 ? `${size / 1e3} KB` : `${size / 1e6} MB`).padStart(14));
  return `${"ms of CPU a MB (ratio)".padEnd(32)}${columns.join("")}${"peak MB".padStart(9)}`;
}

function line({ name, failed, perMegabyte, peakMegabytes }) {
  if (failed !== undefined) return `${name.padEnd(32)}  failed: ${failed}`;
  const base = perMegabyte[sizes.indexOf(BASE)];
  const cells = perMegabyte.map((ms) =>
    (ms === null ? "refused" : `${ms.toFixed(0)} (${(ms / base).toFixed(2)})`).padStart(14),
  );
  return `${name.padEnd(32)}${cells.join("")}${peakMegabytes.toFixed(0).padStart(9)}`;
}
