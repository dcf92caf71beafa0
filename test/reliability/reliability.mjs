#!/usr/bin/env node
// Does the confidence of a join mean what it says? Every join of every dump of the devset is judged against the truth,
// and counted by the confidence it was given. Runs on the source as it stands; nothing need be built but the lexicon.
//
//   node test/reliability/reliability.mjs                    the table of each kind of dump, and the fit
//   node test/reliability/reliability.mjs --json             the same as JSON, with every join judged
//   node test/reliability/reliability.mjs --markdown         the table of the README
//   node test/reliability/reliability.mjs --wrong 20         the surest wrong joins with their clues
//   … --unclear 20                                           the joins that nothing is said about, and why
//   … --kinds sim000,tess-psm3 --pages p001,p002 --set DIR   part of the devset, or another one
//   … --generated 100                                        generated pages, so many seeds of each form
//
// A join is right when the last and first four Han, letters or digits beside its seam stand together in the truth;
// wrong when the truth has both, apart; unclear when the dump has misread, lost or doubled something there.
import { existsSync } from "node:fs";
import { join as joinPath } from "node:path";
import { parseArgs } from "node:util";
import { judgeGenerated, judgeJoins } from "./judge.mjs";
import { DEVSET, devsetPages, generatedPages, loadJianbao } from "./pages.mjs";
import { fitTable, markdownTable, scoreOf, summarise, textTable } from "./table.mjs";

const SEEDS = 100;

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
    wrong: { type: "string" },
    unclear: { type: "string" },
    kinds: { type: "string" },
    pages: { type: "string" },
    set: { type: "string", default: DEVSET },
    generated: { type: "string" },
  },
});
const kinds = options.kinds?.split(",");
const pages = options.pages?.split(",");
const isGenerated = options.generated !== undefined || !existsSync(joinPath(options.set, "manifest.json"));
if (isGenerated && options.generated === undefined) console.error("no devset: generated pages take its place");

const judged = [];
const jianbao = await loadJianbao();
const found = isGenerated
  ? generatedPages(jianbao, { seeds: Number(options.generated ?? SEEDS), kinds })
  : devsetPages(jianbao, { set: options.set, kinds, pages });
for (const item of found) {
  for (const judgement of isGenerated ? judgeGenerated(item) : judgeJoins(item)) {
    judged.push({ kind: item.kind, name: item.name, ...judgement });
  }
}

const summaries = summarise(judged);
if (options.json) console.log(JSON.stringify({ summaries, joins: judged }, null, 1));
else if (options.markdown) console.log(markdownTable(summaries));
else if (options.wrong !== undefined) list("wrong", Number(options.wrong));
else if (options.unclear !== undefined) list("unclear", Number(options.unclear));
else console.log(`${textTable(summaries)}\n\n${fitTable(summaries)}`);

/** The surest first: they weigh most. */
function list(verdict, most) {
  const shown = judged.filter((item) => item.verdict === verdict).sort((a, b) => b.join.confidence - a.join.confidence);
  for (const { kind, name, join, before, after, why } of shown.slice(0, most)) {
    const { rule, line, column, confidence, evidence } = join;
    console.log(`${kind}/${name}.txt:${line}:${column}  ${rule}  …${before}|${after}…  ${confidence}  ${why}`);
    for (const { clue, weight, reason } of evidence)
      console.log(`  ${weight.toFixed(2).padStart(6)}  ${clue}: ${reason}`);
    console.log(`  ${scoreOf(join).toFixed(2).padStart(6)}  in all`);
  }
  console.log(`${Math.min(most, shown.length)} of ${shown.length} ${verdict} joins, of ${judged.length} in all`);
}
