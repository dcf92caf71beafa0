#!/usr/bin/env node
// Looks for patterns whose time for a megabyte grows with their length: parts that some stage looks for, put together at
// random, repeated to 30 KB and to 300 KB. Prints those that take twice as long for a byte; measures, never fails.
//
//   node test/bench/drawn-growth.mjs --count 500 --seed 1       some minutes
//
// growth.mjs has the patterns that are known. Times are of the CPU. Needs dist/.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { restorePage } = await import(join(fileURLToPath(new URL("../../", import.meta.url)), "dist/index.js"));

const PARTS = [
  ..."\"'“”‘’「」()（）[]【】《》,，.。、:：;；!！?？…—-·~#*_|<>/\\&%$@^`=+ \t\u3000\u00a0\u200b春年月A1■●□▲★",
  ...[
    "记者 ",
    "摄",
    "图",
    "本报讯",
    "（记者 陆见山）",
    "本报记者 陆见山",
    "文/图",
    "责编 陆见山",
    "X/摄",
    "新华社",
    "讯",
  ],
  ...[
    "（下转A05版）",
    "转A3版",
    "上接第1版",
    "2020年1月1日",
    "一、",
    "（一）",
    "1.",
    "电话：",
    "问：",
    "答：",
    "说：“",
    "》《",
  ],
  ...[
    "![](a.jpg)",
    "<br/>",
    "**",
    "# ",
    "😀",
    "春耕",
    "春耕开始了",
    "夏收完成了，",
    "秋播动手了。",
    "记者从青石县了解到",
    "春 春 ",
  ],
  ...[
    "  ",
    "    ",
    "        ",
    "\u3000\u3000",
    "\n",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n\n",
    "\n    ",
    "\r\n",
    "春耕开始了    秋播动手了\n",
  ],
];
const MOST_PARTS = 6;
/** A part is repeated now and then, and something else stands before all. */
const SELDOM = 0.15;
const SHORT = 30_000;
const LONG = 300_000;
/** Ratios are taken of so many milliseconds at least, and matter from so many for a megabyte on. */
const LEAST_MS = 20;
const SLOW_MS = 900;
const GROWS = 2;

const { values: options } = parseArgs({
  options: { count: { type: "string", default: "500" }, seed: { type: "string", default: "1" } },
});
let state = Number(options.seed);

millisecondsFor(Buffer.from("春耕开始了，夏收完成了。\n本报记者 陆见山\n".repeat(3000)));
for (let i = 0; i < Number(options.count); i += 1) {
  const first = random() < SELDOM ? pick() : "";
  const pattern = Array.from({ length: 1 + Math.floor(random() * MOST_PARTS) }, () =>
    random() < SELDOM ? pick().repeat(2 + Math.floor(random() * 20)) : pick(),
  ).join("");
  const [short, long] = [SHORT, LONG].map((size) =>
    Buffer.from(first + pattern.repeat(Math.ceil(size / Buffer.byteLength(pattern)))),
  );
  // The first time V8 compiles.
  millisecondsFor(short);
  const [before, after] = [millisecondsFor(short), millisecondsFor(long)];
  if (before === null || after === null || after < SLOW_MS || after < GROWS * before) continue;
  console.log(`${before.toFixed(0)} -> ${after.toFixed(0)} ms a MB: ${JSON.stringify({ first, pattern })}`);
}

/** Of CPU, for a megabyte; null where the dump is refused as no page. */
function millisecondsFor(bytes) {
  const start = process.cpuUsage();
  let spent = 0;
  let rounds = 0;
  for (; spent < LEAST_MS; rounds += 1) {
    try {
      restorePage(bytes);
    } catch (error) {
      if (error.name !== "UserError") throw error;
      return null;
    }
    const { user, system } = process.cpuUsage(start);
    spent = (user + system) / 1000;
  }
  return spent / rounds / (bytes.length / 1e6);
}

function pick() {
  return PARTS[Math.floor(random() * PARTS.length)];
}

/** A linear congruential generator: the same patterns on every machine. */
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}
