#!/usr/bin/env node
// What a page costs: from a cold start, on one thread in a long run, and as one of a folder, beside the limits of the
// machine and the tools that a user would take instead. Measures, never fails on a figure.
//
//   npm run bench                          a table
//   npm run bench -- --json                the same as JSON
//   npm run bench -- --peers               with other tools, installed for it into a temporary folder
//   npm run bench -- --pages DIR           dumps for the throughput; default ../shared/devset/dumps, else the fixtures
//   npm run bench -- --pairs 15 --seconds 1
//
// Machines are shared and noisy: what is compared runs alternately in one run, and the ratios are the result.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { installPeers, LIMITS } from "./others.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FIXTURES = join(ROOT, "fixtures/pages");
const DEVSET = join(ROOT, "../shared/devset/dumps");
/** The page of the README's first command. */
const PAGE = join(FIXTURES, "caption-splits-paragraph/raw.txt");

/** Most that one page may cost over `node -e 0`, in milliseconds. */
const BAR_COLD_MS = 30;
/** Least that one thread restores, in megabytes (10^6 bytes of UTF-8) a second. */
const BAR_MB_S = 10;
/** Least that the whole program restores on one thread, files to NDJSON; and what a second one adds at least. */
const BAR_FOLDER_MB_S = 20;
const BAR_SECOND_THREAD = 1.5;
const FOLDER_ROUNDS = 3;
/** So many times the pages make the long folder: V8 spends most of a short run on compiling, in each worker for itself. */
const LONG_FOLDER_COPIES = 8;
const WINDOWS = 5;
/**
 * So often all pages are gone over before anything is measured, for V8 compiles new code until then: the first time over
 * 224 pages of all kinds costs four times as much as the third, the second half as much again.
 */
const WARM_UP_ROUNDS = 2;

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    pages: { type: "string" },
    peers: { type: "boolean", default: false },
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
  folder: measureFolder(pagesFolder()),
  longFolder: measureFolder(copied(pagesFolder(), LONG_FOLDER_COPIES)),
};
console.log(options.json ? JSON.stringify(result, null, 2) : table(result));

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

/**
 * One thread, pages in memory; jianbao and what it is held against take turns, window by window. The time is that of the
 * CPU: on a machine shared with others the clock says little.
 */
async function measureThroughput() {
  const { restorePage, UserError } = await import(pathToFileURL(join(ROOT, "dist/index.js")).href);
  const folder = pagesFolder();
  const read = textFiles(folder).map((path) => {
    const bytes = readFileSync(path);
    return { path, bytes, text: bytes.toString("utf8") };
  });
  const pages = read.filter(({ bytes }) => {
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
  const peers = options.peers ? installPeers() : {};
  const work = { jianbao: ({ bytes }) => restorePage(bytes).articles.length, ...LIMITS, ...peers };
  const runners = Object.fromEntries(Object.entries(work).map(([name, step]) => [name, runner(pages, step)]));
  for (const { measure } of Object.values(runners)) for (let i = 0; i < WARM_UP_ROUNDS; i += 1) measure(0);
  const speeds = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
  for (let i = 0; i < WINDOWS; i += 1) {
    for (const [name, { measure }] of Object.entries(runners)) speeds[name].push(measure(seconds));
  }
  // Window by window, as for the pairs above.
  const ratioTo = (name) => median(speeds.jianbao.map((speed, i) => speed / speeds[name][i]));
  const heldAgainst = (names) =>
    names.map((name) => ({ name, ...spread(speeds[name]), ratio: ratioTo(name), fallsOn: runners[name].fallen.size }));
  return {
    folder: options.pages ?? (folder === DEVSET ? "devset dumps" : "fixtures/pages"),
    pages: pages.length,
    leftOut: read.length - pages.length,
    bytes: pages.reduce((sum, { bytes }) => sum + bytes.length, 0),
    windows: WINDOWS,
    jianbaoMBs: spread(speeds.jianbao),
    limits: heldAgainst(Object.keys(LIMITS)),
    peers: heldAgainst(Object.keys(peers)),
    barMBs: BAR_MB_S,
  };
}

/** The whole program over a folder, files to one stream of NDJSON, with one worker and with two in turn. */
function measureFolder(folder) {
  const files = textFiles(folder);
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  const run = (workers) => {
    const start = performance.now();
    const args = ["bin/jianbao.js", folder, "--format", "ndjson", "-j", workers, "--quiet"];
    // Pages that are no text are said on stderr and end the run with 2; all others are made.
    const { error } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "ignore" });
    if (error !== undefined) throw error;
    return bytes / 1e3 / (performance.now() - start);
  };
  run("1");
  const one = [];
  const two = [];
  for (let i = 0; i < FOLDER_ROUNDS; i += 1) {
    one.push(run("1"));
    two.push(run("2"));
  }
  return {
    pages: files.length,
    oneMBs: spread(one),
    twoMBs: spread(two),
    gain: median(two.map((speed, i) => speed / one[i])),
    barMBs: BAR_FOLDER_MB_S,
    barGain: BAR_SECOND_THREAD,
  };
}

/** The folder so many times, side by side; gone at the end. */
function copied(folder, times) {
  const copies = mkdtempSync(join(tmpdir(), "jianbao-bench-"));
  process.once("exit", () => rmSync(copies, { recursive: true, force: true }));
  for (let i = 1; i <= times; i += 1) cpSync(folder, join(copies, String(i)), { recursive: true });
  return copies;
}

function pagesFolder() {
  return options.pages ?? (existsSync(DEVSET) ? DEVSET : FIXTURES);
}

/** A window is whole rounds over all pages, one at least: kinds of dumps differ more in speed than windows may. */
function runner(pages, step) {
  let kept = 0;
  /** Pages that a tool throws at; they do not count as done. */
  const fallen = new Set();
  const measure = (duration) => {
    let bytes = 0;
    let spent = 0;
    const start = process.cpuUsage();
    do {
      for (const page of pages) {
        try {
          kept += step(page);
          bytes += page.bytes.length;
        } catch {
          fallen.add(page);
        }
      }
      const { user, system } = process.cpuUsage(start);
      spent = user + system;
    } while (spent < duration * 1e6);
    if (kept < 0) throw new Error("a page has a negative number of parts");
    return bytes / spent;
  };
  return { measure, fallen };
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

function table({ node, cpu, cold, throughput, folder, longFolder }) {
  const shown = ({ median: middle, least, most }, digits) =>
    `${middle.toFixed(digits)} (${least.toFixed(digits)}-${most.toFixed(digits)})`;
  const heldAgainst = ({ ratio, fallsOn, ...speed }) =>
    `${shown(speed, 1)} ${ratio.toFixed(4)}${fallsOn === 0 ? "" : `, falls on ${fallsOn} pages`}`;
  const leftOut = throughput.leftOut === 0 ? "" : `, ${throughput.leftOut} left out that are no text`;
  const rows = [
    ["cold start, whole process, one page", `${cold.pairs} alternating pairs`, ""],
    ["  node -e 0, ms", shown(cold.bareMs, 1), ""],
    ["  jianbao page.txt, ms", shown(cold.pageMs, 1), ""],
    ["  over node -e 0, ms", cold.overMs.toFixed(1), `at most ${cold.barMs}`],
    ["  ratio to node -e 0", cold.ratio.toFixed(2), ""],
    ["restoring on one thread, pages in memory", `${throughput.windows} windows after warm-up`, ""],
    ["  jianbao, MB/s", shown(throughput.jianbaoMBs, 2), `at least ${throughput.barMBs}`],
    ...throughput.limits.map((other) => [`  ${other.name}, MB/s (ratio)`, heldAgainst(other), ""]),
    ...throughput.peers.map((other) => [`  ${other.name}, MB/s (ratio)`, heldAgainst(other), ""]),
    ...[folder, longFolder].flatMap(({ pages, oneMBs, twoMBs, gain, barMBs, barGain }) => [
      [`whole program, ${pages} files to NDJSON`, `${FOLDER_ROUNDS} alternating rounds`, ""],
      ["  one worker, MB/s", shown(oneMBs, 2), `at least ${barMBs}`],
      ["  two workers, MB/s", shown(twoMBs, 2), ""],
      ["  ratio of two to one", gain.toFixed(2), `at least ${barGain}`],
    ]),
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
