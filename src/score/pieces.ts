/**
 * Articles that were cut in two and articles that were run together.
 *
 * An article of the page is a piece of the true article that most of its text comes from; a true article is at home in
 * the article of the page that holds most of its text. Two pieces of one: wrongly split. One home for two: wrongly
 * merged. Text is compared by runs of four Han, letters or digits, so that its order does not matter.
 */
import { readBody } from "./fold.ts";
import type { ScoredArticle } from "./read.ts";

/** Characters of a run. Two unrelated articles of one page share a few runs in a hundred. */
const RUN = 4;
/** Most of a text. */
const MOST = 0.5;
/** A body with fewer runs, a line or so, is nobody's piece. */
const LEAST_RUNS = 8;

export interface Pieces {
  /** For each true article the articles of the page that are pieces of it, where there are two or more. */
  readonly split: ReadonlyMap<number, readonly number[]>;
  /** For each article of the page the true articles that it holds, where there are two or more. */
  readonly merged: ReadonlyMap<number, readonly number[]>;
}

export function findPieces(truths: readonly ScoredArticle[], outputs: readonly ScoredArticle[]): Pieces {
  const trueRuns = truths.map(runsOf);
  const outputRuns = outputs.map(runsOf);
  return { split: groups(outputRuns, trueRuns), merged: groups(trueRuns, outputRuns) };
}

/** For each whole the parts that lie mostly in it, where there are two or more. */
function groups(
  parts: readonly ReadonlySet<string>[],
  wholes: readonly ReadonlySet<string>[],
): ReadonlyMap<number, readonly number[]> {
  const partsOf = new Map<number, number[]>();
  for (const [part, runs] of parts.entries()) {
    if (runs.size < LEAST_RUNS) continue;
    const shares = wholes.map((whole) => share(runs, whole));
    const best = Math.max(...shares);
    if (wholes.length === 0 || best < MOST) continue;
    const whole = shares.indexOf(best);
    partsOf.set(whole, [...(partsOf.get(whole) ?? []), part]);
  }
  return new Map([...partsOf].filter(([, found]) => found.length > 1));
}

function runsOf({ paragraphs }: ScoredArticle): ReadonlySet<string> {
  let text = "";
  for (const code of readBody(paragraphs, "words").characters) text += String.fromCodePoint(code);
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= text.length; i += 1) runs.add(text.slice(i, i + RUN));
  return runs;
}

function share(runs: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  let found = 0;
  for (const run of runs) if (whole.has(run)) found += 1;
  return found / runs.size;
}
