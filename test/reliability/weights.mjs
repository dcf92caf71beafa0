// How much each clue of a join is worth: one logistic regression over pairs of pieces whose truth is known.
//   node test/reliability/weights.mjs [--kinds sim000,sim001,pdf-raw]
// Prints a coefficient per clue (log-odds, natural base), how many pairs show it and how many of those belong together.
// The constants in src/join/evidence/ are these figures, rounded. Needs ../shared/devset.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DEVSET, loadSource } from "./pages.mjs";

const EXPORTS = `
export { readContext, piecesOf, cluesOf } from "./test/reliability/pairs.ts";
`;
/** Pairs farther apart than this are sampled: nearly all of them are wrong. */
const NEAR = 6;
const SAMPLED = 5;
const RIDGE = 0.5;
const MOST_ROUNDS = 25;

const fold = (text) => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

/** One row per pair: whether it belongs together, and the clues it shows. */
function rowsOf(kind, { readContext, piecesOf, cluesOf }) {
  const rows = [];
  const folder = join(DEVSET, "dumps", kind);
  for (const file of readdirSync(folder)) {
    const truth = JSON.parse(readFileSync(join(DEVSET, "truth", file.replace(".txt", ".json")), "utf8"));
    const print = truth.articles.flatMap((article) => article.paragraphs.map(fold)).join("|");
    const bytes = readFileSync(join(folder, file));
    const context = readContext(bytes);
    const pieces = piecesOf(bytes, context);
    for (const [i, tail] of pieces.entries()) {
      for (const [j, head] of pieces.entries()) {
        const steps = j - i;
        if (i === j || head.block.startsParagraph === true || (tail.isClosed && steps !== 1)) continue;
        if (Math.abs(steps) > NEAR && (i * 31 + j) % SAMPLED !== 0) continue;
        const before = fold(tail.words).slice(-5);
        const after = fold(head.words).slice(0, 5);
        if (before.length < 3 || after.length < 3 || !print.includes(before) || !print.includes(after)) continue;
        rows.push({ isRight: print.includes(before + after) ? 1 : 0, clues: cluesOf(tail, head, steps, context) });
      }
    }
  }
  return rows;
}

/** Newton's method with a little ridge. @returns coefficient of each clue. */
function regress(rows, names) {
  const place = new Map(names.map((name, i) => [name, i]));
  const points = rows.map(({ isRight, clues }) => ({
    isRight,
    values: Object.entries(clues).map(([name, value]) => [place.get(name), value]),
  }));
  let weights = names.map(() => 0);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    const hessian = names.map((_, i) => names.map((__, j) => (i === j ? RIDGE : 0)));
    for (const { isRight, values } of points) {
      const odds = values.reduce((sum, [i, value]) => sum + weights[i] * value, 0);
      const share = 1 / (1 + Math.exp(-odds));
      for (const [i, value] of values) {
        gradient[i] += (isRight - share) * value;
        for (const [j, other] of values) hessian[i][j] += share * (1 - share) * value * other;
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight + step[i]);
    if (Math.max(...step.map(Math.abs)) < 1e-4) break;
  }
  return weights;
}

/** Gauss-Jordan elimination with pivots. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let i = column; i < size; i += 1) if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let i = 0; i < size; i += 1) {
      if (i === column) continue;
      const factor = rows[i][column] / rows[column][column];
      for (let k = column; k <= size; k += 1) rows[i][k] -= factor * rows[column][k];
    }
  }
  return rows.map((row, i) => row[size] / row[i]);
}

if (!existsSync(DEVSET)) {
  console.error("skipped: there is no ../shared/devset");
} else {
  const named = process.argv.indexOf("--kinds");
  const kinds = named < 0 ? ["sim000", "sim001", "pdf-raw"] : (process.argv[named + 1] ?? "").split(",");
  const jianbao = await loadSource(EXPORTS);
  const rows = kinds.flatMap((kind) => rowsOf(kind, jianbao));
  const names = [...new Set(rows.flatMap(({ clues }) => Object.keys(clues)))].sort();
  const weights = regress(rows, names);
  console.log(`${rows.length} pairs, ${rows.filter(({ isRight }) => isRight === 1).length} belong together`);
  for (const [i, name] of names.entries()) {
    const shown = rows.filter(({ clues }) => clues[name] !== undefined);
    const right = shown.filter(({ isRight }) => isRight === 1).length;
    console.log(
      `${name.padEnd(16)}${weights[i].toFixed(2).padStart(7)}${String(shown.length).padStart(7)}${String(right).padStart(6)}`,
    );
  }
}
