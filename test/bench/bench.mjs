#!/usr/bin/env node
// What a page costs: from a cold start, and on one thread in a long run. Measures, never fails on a figure.
//
//   npm run bench                          a table
//   npm run bench -- --json                the same as JSON
//   npm run bench -- --pages DIR           dumps for the throughput; default ../shared/devset/dumps, else the fixtures
//   npm run bench -- --pairs 15 --seconds 1
//
// Machines are shared and noisy: what is compared runs alternately in one run, and the ratios are the result.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FIXTURES = join(ROOT, "fixtures/pages");
const DEVSET = join(ROOT, "../shared/devset/dumps");
/** The page of the README's first command. */
const PAGE = join(FIXTURES, "caption-splits-paragraph/raw.txt");

/** Most that one page may cost over `node -e 0`, in milliseconds. */
const BAR_COLD_MS = 30;
/** Least that one thread restores, in megabytes (10^6 bytes of UTF-8) a second. */
const BAR_MB_S = 10;
const WINDOWS = 5;
const WARM_UP_SECONDS = 2;

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    pages: { type: "string" },
    pairs: { type: "string", default: "15" },
    seconds: { type: "string", default: "1" },
  },
});
const pairs = positive("pairs");
const seconds = positive("seconds");
if (!existsSync(join(ROOT, "dist/index.js"))) {
  console.error("bench: dist/ is not there; run `npm run build` first");
  process.exit(2);
}

const result = {
  node: process.version,
  cpu: `${cpus()[0]?.model ?? "unknown"} x ${cpus().length}`,
  cold: measureCold(),
  throughput: await measureThroughput(),
};
console.log(options.json ? JSON.stringify(result, null, 2) : table(result));

/** What most people write first: the yardstick. Ten lines, no lexicon, no articles. */
function cleanByPatterns(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(\p{Script=Han})[ \t\u3000]+(?=\p{Script=Han})/gu, "$1")
    .replace(/([\p{Script=Han}”]),[ \t]*/gu, "$1，")
    .replace(/(\p{Script=Han}):[ \t]*/gu, "$1：")
    .replace(/(\p{Script=Han});[ \t]*/gu, "$1；")
    .replace(/"([^"\n]*)"/g, "“$1”")
    .replace(/[ \t]+/g, " ")
    .split(/\n\s*\n/);
}

/** Whole processes, `node -e 0` and one page in turn. */
function measureCold() {
  const env = { ...process.env };
  // Node 20 reads the certificates at start, which costs more than all of jianbao.
  delete env.NODE_EXTRA_CA_CERTS;
  const run = (args) => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
    return performance.now() - start;
  };
  const commands = { bare: ["-e", "0"], page: ["bin/jianbao.js", PAGE] };
  for (const args of Object.values(commands)) run(args);
  const bare = [];
  const page = [];
  for (let i = 0; i < pairs; i += 1) {
    bare.push(run(commands.bare));
    page.push(run(commands.page));
  }
  // Pair by pair, so that a machine that slows down half-way moves neither figure.
  const overMs = median(page.map((ms, i) => ms - bare[i]));
  const ratio = median(page.map((ms, i) => ms / bare[i]));
  return {
    pairs,
    bareMs: spread(bare),
    pageMs: spread(page),
    overMs,
    ratio,
    barMs: BAR_COLD_MS,
  };
}

/** One thread, pages in memory; jianbao and the yardstick take turns, window by window. */
async function measureThroughput() {
  const { restorePage, UserError } = await import(pathToFileURL(join(ROOT, "dist/index.js")).href);
  const folder = options.pages ?? (existsSync(DEVSET) ? DEVSET : FIXTURES);
  const read = textFiles(folder).map((path) => readFileSync(path));
  const pages = read.filter((bytes) => {
    try {
      restorePage(bytes);
      return true;
    } catch (error) {
      if (error instanceof UserError) return false;
      throw error;
    }
  });
  if (pages.length === 0) {
    console.error(`bench: ${folder} holds no page that can be restored`);
    process.exit(2);
  }
  const work = {
    jianbao: (bytes) => restorePage(bytes).articles.length,
    patterns: (bytes) => cleanByPatterns(bytes.toString("utf8")).length,
  };
  const runners = Object.fromEntries(Object.entries(work).map(([name, step]) => [name, runner(pages, step)]));
  for (const measure of Object.values(runners)) measure(WARM_UP_SECONDS);
  const speeds = { jianbao: [], patterns: [] };
  for (let i = 0; i < WINDOWS; i += 1) {
    for (const [name, measure] of Object.entries(runners)) speeds[name].push(measure(seconds));
  }
  return {
    folder: options.pages ?? (folder === DEVSET ? "devset dumps" : "fixtures/pages"),
    pages: pages.length,
    leftOut: read.length - pages.length,
    bytes: pages.reduce((sum, bytes) => sum + bytes.length, 0),
    windows: WINDOWS,
    jianbaoMBs: spread(speeds.jianbao),
    patternsMBs: spread(speeds.patterns),
    ratio: median(speeds.jianbao.map((speed, i) => speed / speeds.patterns[i])),
    barMBs: BAR_MB_S,
  };
}

/** Goes on with the next page where the last window ended, so that windows do not favour the first pages. */
function runner(pages, step) {
  let next = 0;
  let kept = 0;
  return (duration) => {
    const start = performance.now();
    const end = start + duration * 1000;
    let bytes = 0;
    let now = start;
    while (now < end) {
      const page = pages[next];
      next = (next + 1) % pages.length;
      // Used, so that no engine may leave the work out.
      kept += step(page);
      bytes += page.length;
      now = performance.now();
    }
    if (kept < 0) throw new Error("a page has a negative number of parts");
    return bytes / 1e3 / (now - start);
  };
}

function textFiles(folder) {
  if (!existsSync(folder)) {
    console.error(`bench: there is no folder ${folder}`);
    process.exit(2);
  }
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(".txt") && statSync(path).isFile())
    .sort();
}

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function spread(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

function positive(name) {
  const value = Number(options[name]);
  if (Number.isFinite(value) && value > 0) return value;
  console.error(`bench: --${name} needs a number above 0`);
  process.exit(2);
}

function table({ node, cpu, cold, throughput }) {
  const shown = ({ median: middle, least, most }, digits) =>
    `${middle.toFixed(digits)} (${least.toFixed(digits)}-${most.toFixed(digits)})`;
  const leftOut = throughput.leftOut === 0 ? "" : `, ${throughput.leftOut} left out that are no text`;
  const rows = [
    ["cold start, whole process, one page", `${cold.pairs} alternating pairs`, ""],
    ["  node -e 0, ms", shown(cold.bareMs, 1), ""],
    ["  jianbao page.txt, ms", shown(cold.pageMs, 1), ""],
    ["  over node -e 0, ms", cold.overMs.toFixed(1), `at most ${cold.barMs}`],
    ["  ratio to node -e 0", cold.ratio.toFixed(2), ""],
    ["restoring on one thread, pages in memory", `${throughput.windows} windows after warm-up`, ""],
    ["  jianbao, MB/s", shown(throughput.jianbaoMBs, 2), `at least ${throughput.barMBs}`],
    ["  ten lines of regular expressions, MB/s", shown(throughput.patternsMBs, 1), ""],
    ["  ratio to the regular expressions", throughput.ratio.toFixed(4), ""],
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return [
    `node ${node}, ${cpu}`,
    `${throughput.pages} pages, ${throughput.bytes} bytes (${throughput.folder}${leftOut})`,
    "",
    `${"".padEnd(widths[0])}  ${"median (spread)".padEnd(widths[1])}  bar`,
    ...rows.map(([what, value, bar]) => `${what.padEnd(widths[0])}  ${value.padEnd(widths[1])}  ${bar}`.trimEnd()),
  ].join("\n");
}
