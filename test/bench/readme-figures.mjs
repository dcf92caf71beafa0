#!/usr/bin/env node
// Measures what the READMEs say in figures, and writes it there, between the markers of each part, in both languages.
//
//   node test/bench/readme-figures.mjs                   builds, measures all three parts, writes README.md, README.zh.md
//                                                        and test/bench/speed.svg
//   node test/bench/readme-figures.mjs --only figures    one part: figures, joins or speed
//   node test/bench/readme-figures.mjs --print           to stdout; the READMEs stay as they are
//
// Needs ../shared/devset: made pages as dumps, with their truth. About five minutes; leave the machine alone while it runs.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { speedChart } from "./speed-chart.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DEVSET = join(ROOT, "../shared/devset");
const CHART = "test/bench/speed.svg";
const MOST_OUTPUT_BYTES = 1 << 28;

/** Kinds of dumps in the order of the tables, as the README calls them. The scorer adds `-tra` for traditional pages. */
const KINDS = {
  sim000: ["`blocks`", ""],
  sim001: ["`markdown`", ""],
  "pdf-raw": ["`wrapped`", "`pdftotext -raw`"],
  "pdf-default": ["`wrapped`", "`pdftotext`"],
  "tess-psm1": ["`wrapped`", "Tesseract psm 1"],
  "tess-psm3": ["`wrapped`", "Tesseract psm 3"],
  "tess-psm1-sp": ["`spaced`", "Tesseract psm 1"],
  "tess-psm3-sp": ["`spaced`", "Tesseract psm 3"],
  "pdf-layout": ["`side-by-side`", "`pdftotext -layout`"],
};
const TRADITIONAL = "-tra";

const LANGUAGES = {
  "README.md": {
    figures: ["kind", "pages", "articles", "titles", "headline", "authors", "paragraphs", "character errors"],
    made: ({ pages, dumps }) =>
      `Written by \`node test/bench/readme-figures.mjs\`: ${dumps} dumps of ${pages} made pages (the devset), not real scans.`,
    joins: {},
    joinsMade:
      "Written by `node test/bench/readme-figures.mjs`, from `node test/reliability/reliability.mjs --markdown`.",
    speed: ["measure", "value", "aim"],
    speedMade: ({ node, cores, pages, megabytes }) =>
      `Measured, and written by \`node test/bench/readme-figures.mjs\` from \`npm run bench -- --peers --json\`: Node ` +
      `${node}, ${cores} shared cores, ${pages} dumps of the made pages (${megabytes} MB), all in one run and in turn.`,
    measures: [
      "one page over `node -e 0`, whole process",
      "ratio to `node -e 0`",
      "restoring on one thread, pages in memory",
      (pages) => `whole program, ${pages} files to NDJSON, one worker`,
      (pages) => `two workers against one, ${pages} files`,
    ],
    others: ["on one thread, pages in memory", "MB/s", "jianbao against it"],
    othersNames: {},
    fallsOn: (count) => ` (falls on ${count} pages)`,
    chart: "Speeds of jianbao, of other tools and of single steps, in MB/s",
    atMost: (bar, isMet) => `at most ${bar} ms: ${isMet ? "met" : "missed"}`,
    atLeast: (bar, isMet) => `at least ${bar}: ${isMet ? "met" : "missed"}`,
    kind: ([kind, by], isTraditional) => [kind, by, isTraditional ? "traditional" : ""].filter(Boolean).join(", "),
  },
  "README.zh.md": {
    figures: ["类型", "版面", "文章", "标题", "主题", "作者", "段落", "错字率"],
    made: ({ pages, dumps }) =>
      `由 \`node test/bench/readme-figures.mjs\` 写入：${pages} 个自制版面（devset）的 ${dumps} 份文本，不是真实的扫描。`,
    joins: {
      confidence: "置信度",
      joins: "接续",
      right: "对",
      wrong: "错",
      unclear: "难断",
      "share right": "对的比例",
      "mean said": "所报的平均值",
      "joins at 0.9 and more": "置信度 0.9 以上的接续",
      "0.9 and more": "0.9 以上",
      any: "全部",
      " to ": " 至 ",
      "below ": "低于 ",
    },
    joinsMade:
      "由 `node test/bench/readme-figures.mjs` 写入，取自 `node test/reliability/reliability.mjs --markdown`。",
    speed: ["项目", "数值", "目标"],
    speedMade: ({ node, cores, pages, megabytes }) =>
      `实测数据，由 \`node test/bench/readme-figures.mjs\` 写入，取自 \`npm run bench -- --peers --json\`：Node ${node}，` +
      `${cores} 个共用的核心，自制版面的 ${pages} 份文本（${megabytes} MB），同一次运行中轮流测量。`,
    measures: [
      "一个版面比 `node -e 0` 多用，整个进程",
      "与 `node -e 0` 的比值",
      "单线程修复速度，文本在内存中",
      (pages) => `整个程序，${pages} 个文件到 NDJSON，一个线程`,
      (pages) => `两个线程与一个线程之比，${pages} 个文件`,
    ],
    others: ["单线程，文本在内存中", "MB/s", "jianbao 与它之比"],
    othersNames: {
      "read the file": "读文件",
      "decode UTF-8": "解码 UTF-8",
      "look at each character": "逐字看一遍",
      "write JSON": "写 JSON",
      "ten lines of regular expressions": "十行正则表达式",
      "nodejieba, cut": "nodejieba 分词",
    },
    fallsOn: (count) => `（有 ${count} 份文本处理不了）`,
    chart: "jianbao、其他工具与单个步骤的速度（MB/s）",
    atMost: (bar, isMet) => `不超过 ${bar} 毫秒：${isMet ? "达到" : "未达到"}`,
    atLeast: (bar, isMet) => `不低于 ${bar}：${isMet ? "达到" : "未达到"}`,
    kind: ([kind, by], isTraditional) => [kind, by, isTraditional ? "繁体" : ""].filter(Boolean).join("，"),
  },
};

const PARTS = { figures: measureDevset, joins: measureJoins, speed: measureSpeed };

const { values: options } = parseArgs({
  options: { only: { type: "string" }, print: { type: "boolean", default: false } },
});
if (options.only !== undefined && !(options.only in PARTS)) {
  fail(`there is no part ${options.only}; the parts are ${Object.keys(PARTS).join(", ")}`);
}
if (!existsSync(join(DEVSET, "manifest.json"))) fail("there is no devset (../shared/devset)");

run("node", ["build.mjs"]);
for (const [part, measure] of Object.entries(PARTS)) {
  if (options.only !== undefined && options.only !== part) continue;
  console.error(`readme-figures: ${part}`);
  const write = measure();
  for (const [name, language] of Object.entries(LANGUAGES)) {
    const text = write(language);
    if (options.print) console.log(`${name}, ${part}\n\n${text}\n`);
    else replacePart(name, part, text);
  }
}

/** Every dump restored as a folder and held against its truth. */
function measureDevset() {
  const work = mkdtempSync(join(tmpdir(), "jianbao-figures-"));
  process.once("exit", () => rmSync(work, { recursive: true, force: true }));
  run("node", ["bin/jianbao.js", join(DEVSET, "dumps"), "-o", work, "--quiet"]);
  // The truth of the traditional pages is listed under KIND-tra; their dumps lie beside the others.
  for (const kind of readdirSync(work)) symlinkSync(kind, join(work, `${kind}${TRADITIONAL}`));
  const scorer = [join(DEVSET, "score.mjs"), "--set", DEVSET, "--cand-dir", work];
  const score = run("node", [...scorer, "--adapter", join(DEVSET, "adapter.mjs"), "--json"]);
  const { kinds, pages } = JSON.parse(score);
  const failed = kinds.reduce((sum, { kind, m }) => sum + (kind === "ALL" ? 0 : m.failed), 0);
  if (failed > 0) fail(`${failed} pages could not be scored`);
  const measured = new Map(kinds.map(({ kind, m }) => [kind, m]));
  const counts = { pages: new Set(pages.map(({ page }) => page)).size, dumps: pages.length };
  return (language) => {
    const rows = kindsInOrder([...measured.keys()].filter((kind) => kind !== "ALL")).map((kind) => {
      const m = measured.get(kind);
      const shares = [m.articleF1, m.headlineLoose, m.headline, m.authors, m.paraF1].map((share) => percent(share, 0));
      return [kindName(kind, language), String(m.pages), ...shares, percent(m.cerStrict, 1)];
    });
    return `${table(language.figures, rows)}\n\n${language.made(counts)}`;
  };
}

/** Every join judged, by the confidence it was given. */
function measureJoins() {
  const markdown = run("node", ["test/reliability/reliability.mjs", "--markdown"]).trim();
  const tables = markdown.split("\n\n").map((text) => text.split("\n").map(cellsOfRow));
  return (language) => {
    const translated = tables.map(([headings, , ...rows]) => {
      const kinds = kindsInOrder(rows.map(([first]) => first).filter(isKind));
      const sorted = kinds.length === 0 ? rows : kinds.map((kind) => rows.find(([first]) => first === kind));
      const first = (cell) => (isKind(cell) ? kindName(cell, language) : translate(cell, language.joins));
      return table(
        headings.map((heading) => translate(heading, language.joins)),
        sorted.map(([cell, ...rest]) => [first(cell), ...rest]),
      );
    });
    return `${translated.join("\n\n")}\n\n${language.joinsMade}`;
  };
}

/** Beside the limits of the machine and the tools that a user would take instead; the chart is written along. */
function measureSpeed() {
  const { node, cpu, cold, throughput, folder, longFolder } = JSON.parse(
    run("node", ["test/bench/bench.mjs", "--peers", "--json"]),
  );
  const { overMs, ratio, barMs } = cold;
  const { jianbaoMBs, barMBs, pages, bytes, limits, peers } = throughput;
  const about = { node, cores: cpu.split(" x ").at(-1), pages, megabytes: (bytes / 1e6).toFixed(1) };
  const bars = [
    { name: "jianbao", kind: "jianbao", megabytes: jianbaoMBs.median },
    ...peers.map(({ name, median }) => ({ name, kind: "peer", megabytes: median })),
    ...limits.map(({ name, median }) => ({ name, kind: "limit", megabytes: median })),
  ];
  const chart = speedChart(bars, `${LANGUAGES["README.md"].chart} (one thread, logarithmic)`);
  if (!options.print) writeFileSync(join(ROOT, CHART), chart);
  return (language) => {
    const atLeast = (value, bar, unit) => language.atLeast(`${bar}${unit}`, value >= bar);
    const [over, overRatio, speed, whole, gain] = language.measures;
    const rows = [
      [over, `${overMs.toFixed(0)} ms`, language.atMost(barMs, overMs <= barMs)],
      [overRatio, ratio.toFixed(2), ""],
      [speed, `${jianbaoMBs.median.toFixed(1)} MB/s`, atLeast(jianbaoMBs.median, barMBs, " MB/s")],
      ...[folder, longFolder].flatMap(({ pages: files, oneMBs, gain: factor, barMBs: bar, barGain }) => [
        [whole(files), `${oneMBs.median.toFixed(1)} MB/s`, atLeast(oneMBs.median, bar, " MB/s")],
        [gain(files), factor.toFixed(2), atLeast(factor, barGain, "")],
      ]),
    ];
    const others = [...peers, ...limits].map(({ name, median, ratio: against, fallsOn }) => [
      `${translate(name, language.othersNames)}${fallsOn === 0 ? "" : language.fallsOn(fallsOn)}`,
      median.toFixed(median < 10 ? 1 : 0),
      against.toPrecision(2),
    ]);
    return [
      table(language.speed, rows, false),
      table(language.others, [["jianbao", jianbaoMBs.median.toFixed(1), ""], ...others]),
      `![${language.chart}](${CHART})`,
      language.speedMade(about),
    ].join("\n\n");
  };
}

function isKind(name) {
  return name.replace(new RegExp(`${TRADITIONAL}$`), "") in KINDS;
}

/** As in `KINDS`, the traditional pages of a kind below the others; an unknown kind is an error. */
function kindsInOrder(names) {
  const unknown = names.filter((name) => !isKind(name));
  if (unknown.length > 0) fail(`the README has no name for the kind ${unknown.join(", ")}; add it to KINDS`);
  return Object.keys(KINDS)
    .flatMap((kind) => [kind, `${kind}${TRADITIONAL}`])
    .filter((kind) => names.includes(kind));
}

function kindName(kind, language) {
  const isTraditional = kind.endsWith(TRADITIONAL);
  return language.kind(KINDS[isTraditional ? kind.slice(0, -TRADITIONAL.length) : kind], isTraditional);
}

function translate(cell, words) {
  if (cell in words) return words[cell];
  return Object.entries(words).reduce((text, [from, to]) => (/^ | $/.test(from) ? text.replace(from, to) : text), cell);
}

function cellsOfRow(line) {
  return line.replace(/^\| | \|$/g, "").split(" | ");
}

/** Figures to the right, unless `isRight` is false. */
function table(headings, rows, isRight = true) {
  const rule = headings.map((_, column) => (isRight && column > 0 ? "---:" : "---"));
  return [headings, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`.replaceAll("|  |", "| |")).join("\n");
}

function percent(share, digits) {
  return share === null ? "–" : `${(share * 100).toFixed(digits)} %`;
}

/** Between `<!-- part: … -->` and `<!-- /part -->`, which stay. */
function replacePart(name, part, text) {
  const path = join(ROOT, name);
  const before = readFileSync(path, "utf8");
  const found = new RegExp(`(<!-- ${part}: [^\\n]*-->\\n)[\\s\\S]*?(<!-- /${part} -->)`).exec(before);
  if (found === null) fail(`${name} has no <!-- ${part}: … --> and <!-- /${part} -->`);
  const [whole, start, end] = found;
  const after = before.replace(whole, () => `${start}\n${text}\n\n${end}`);
  if (after !== before) writeFileSync(path, after);
}

/** @returns stdout. Ends the program if the command fails. */
function run(command, args) {
  const env = { ...process.env, NO_COLOR: "1" };
  // Node 20 reads the certificates at start, which costs more than a page; nothing here needs them.
  delete env.NODE_EXTRA_CA_CERTS;
  const program = command === "node" ? process.execPath : command;
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: ROOT,
    env,
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT_BYTES,
  });
  if (error !== undefined) throw error;
  if (status !== 0) fail(`${command} ${args.join(" ")} ended with ${status}\n${stderr}`);
  return stdout;
}

function fail(message) {
  console.error(`readme-figures: ${message}`);
  process.exit(2);
}
