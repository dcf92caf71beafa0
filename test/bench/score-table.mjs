#!/usr/bin/env node
// Prints the devset score as a table and holds it against the floors, where there are any.
//
//   node test/bench/score-table.mjs SCORE.json SCORE.mjs
//
// SCORE.json is what the scorer SCORE.mjs printed with --json. Floors lie in floors.json beside this file:
//   { "sim000": { "articleF1": 0.9, "headline": 0.6 } }
// A floor is the least that a figure may be: only figures that are better when higher have one.
// Exit 1 if a figure is below its floor or a page could not be scored.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [scorePath, scorerPath] = process.argv.slice(2);
if (scorePath === undefined || scorerPath === undefined) {
  console.error("usage: node test/bench/score-table.mjs SCORE.json SCORE.mjs");
  process.exit(2);
}
/** Rounding in floors.json must not fail a run that gives the same figures. */
const ROUNDING = 5e-4;

// A figure without cases is NaN to the scorer, and JSON has only null for it.
const { kinds } = JSON.parse(readFileSync(scorePath, "utf8"), (_, value) => value ?? Number.NaN);
const { table } = await import(pathToFileURL(resolve(scorerPath)).href);
console.log(table(kinds));

const faults = kinds
  .filter(({ kind, m }) => kind !== "ALL" && m.failed > 0)
  .map(({ kind, m }) => `${kind}: ${m.failed} pages could not be scored`);
const floorsUrl = new URL("floors.json", import.meta.url);
const floors = existsSync(floorsUrl) ? JSON.parse(readFileSync(floorsUrl, "utf8")) : {};
for (const [kind, figures] of Object.entries(floors)) {
  const metrics = kinds.find((row) => row.kind === kind)?.m;
  for (const [figure, floor] of Object.entries(figures)) {
    const value = metrics?.[figure];
    if (typeof value !== "number") faults.push(`${kind} ${figure}: floors.json names it, the score has no such figure`);
    else if (!(value >= floor - ROUNDING))
      faults.push(`${kind} ${figure}: ${value.toFixed(3)} is below its floor ${floor}`);
  }
}
for (const fault of faults) console.log(fault);
if (Object.keys(floors).length === 0) console.log("no floors yet (test/bench/floors.json)");
process.exitCode = faults.length > 0 ? 1 : 0;
