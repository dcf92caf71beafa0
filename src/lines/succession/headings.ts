/**
 * Headlines on a page that a dump gives row by row.
 *
 * In: runs of lines that are read in one go, in the order in which they begin. Out: their order with each headline above
 * the text it belongs to. Never: drops a run or parts one.
 *
 * Where a dump goes row by row, the headline of one article stands above the columns of another, or below its own; what
 * belongs together is seen from the words.
 */
import { type Pairs, pairsAmong, pairsOf, shared, weigh } from "../../text/common-pairs.ts";
import { itemAt } from "../../text/list.ts";
import { isRunningLine } from "../columns/running-line.ts";
import { type HeadingKinds, headingKinds, SHORTEST_HEADLINE } from "./heading-kinds.ts";

export interface Run {
  /** Place in the order of the dump: what stood between two runs may have gone to its article. */
  readonly at: number;
  readonly words: string;
  readonly lineCount: number;
  readonly isClosed: boolean;
  /** A byline, a jump or a credit. */
  readonly isAlone: boolean;
  /** A section label: ■县域. */
  readonly isLabel: boolean;
  /** However many lines it has, it is no text. */
  readonly isTitle: boolean;
}

/** A run of so many lines is text unless it is a title, and so is one of two with the end of a sentence. */
const TEXT_LINES = 3;
/** What a text must take up of a headline, in ln of texts to texts that have a pair; and more than any other by this. */
const TAKEN_UP = 2.5;
const MORE_THAN_OTHERS = 1;
/** What speaks for the text that the dump gives next, in the same measure. */
const BELOW = 2;
/** Fewer pairs say nothing of a text: a label, a byline. */
const LEAST_PAIRS = 3;
/** A headline stands no more runs away from its text than this, which is more than a page has. */
const REACH = 300;
/** More are a headline, which goes nowhere unless its words say so. */
const MOST_LABEL_PAIRS = 8;

const NO_PAIRS: Pairs = new Set();

export interface Headed {
  /** The runs in reading order, by index. */
  readonly order: readonly number[];
  /** What kind of heading some of them are. */
  readonly kinds: HeadingKinds;
}

export function headingsFirst(runs: readonly Run[]): Headed {
  const textOf = matchHeadings(runs);
  const kinds = headingKinds(runs, textOf);
  const headingsOf = new Map<number, number[]>();
  for (const [heading, text] of textOf) {
    const known = headingsOf.get(text);
    if (known === undefined) headingsOf.set(text, [heading]);
    else known.push(heading);
  }
  const out: number[] = [];
  for (const i of runs.keys()) {
    if (textOf.has(i)) continue;
    // A label stands above the headline, a byline below, and a quotation among the text, wherever the dump has them.
    const rank = (heading: number): number => (kinds.quotes.has(heading) ? 3 : rankOf(runs[heading]));
    const headings = (headingsOf.get(i) ?? []).sort((a, b) => rank(a) - rank(b) || a - b);
    for (const heading of headings) out.push(heading);
    out.push(i);
  }
  return { order: out, kinds };
}

/** Texts that a headline names, by index. */
export function headedTexts(runs: readonly Run[]): Set<number> {
  const headed = new Set<number>();
  for (const [heading, text] of matchHeadings(runs)) {
    const { isAlone, isLabel, words } = runs[heading] as Run;
    if (!isAlone && !isLabel && words.length >= SHORTEST_HEADLINE) headed.add(text);
  }
  return headed;
}

function rankOf(run: Run | undefined): number {
  return run === undefined || run.isLabel ? 0 : run.isAlone ? 2 : 1;
}

/** By index of a heading, its text. Labels go with the headline below them, bylines with the one above. */
function matchHeadings(runs: readonly Run[]): Map<number, number> {
  const isText = runs.map(
    (run) => (run.lineCount >= TEXT_LINES && !run.isTitle) || (run.lineCount === 2 && run.isClosed),
  );
  const asked = new Set<number>();
  const ofHeadings = runs.map((run, i) => {
    const pairs = isText[i] === true || run.isClosed || isRunningLine(run.words) ? null : pairsOf(run.words);
    if (pairs !== null) for (const pair of pairs) asked.add(pair);
    return pairs;
  });
  const pairs = runs.map(({ words }, i) => (isText[i] === true ? pairsAmong(words, asked) : NO_PAIRS));
  const texts = runs.flatMap((_, i) => (isText[i] === true ? [i] : []));
  const weights = weigh(texts.flatMap((i) => pairs[i] ?? []));
  const textOf = new Map<number, number>();
  const headings = runs.flatMap(({ isAlone }, i) => {
    const pairs = ofHeadings[i] ?? null;
    return pairs === null ? [] : [{ i, isAlone, pairs }];
  });
  let firstNear = 0;
  for (const heading of headings) {
    while ((texts[firstNear] ?? heading.i) < heading.i - REACH) firstNear += 1;
    if (heading.isAlone || heading.pairs.size < LEAST_PAIRS) continue;
    const near = texts.slice(firstNear, firstNear + 2 * REACH).filter((text) => text <= heading.i + REACH);
    const text = bestText(heading.pairs, near, pairs, weights, heading.i);
    if (text !== null) textOf.set(heading.i, text);
  }
  const isBeside = (i: number, j: number): boolean => (runs[j]?.at ?? 0) - (itemAt(runs, i)?.at ?? 0) === 1;
  const headed = new Set(textOf.values());
  for (const { i, isAlone, pairs } of headings) {
    if (textOf.has(i) || (!isAlone && pairs.size > MOST_LABEL_PAIRS)) continue;
    // Right above a text whose headline stood elsewhere, a byline is its own.
    const own = isAlone && isText[i + 1] === true && headed.has(i + 1) && isBeside(i, i + 1) ? i + 1 : undefined;
    const above = isBeside(i - 1, i) ? textOf.get(i - 1) : undefined;
    const below = isBeside(i, i + 1) ? textOf.get(i + 1) : undefined;
    const text = isAlone ? (above ?? own) : (below ?? above);
    if (text !== undefined) textOf.set(i, text);
  }
  return textOf;
}

/** The text that takes up most of a heading, if it is clearly the one. */
function bestText(
  words: Pairs,
  texts: readonly number[],
  pairs: readonly Pairs[],
  weights: ReadonlyMap<number, number>,
  at: number,
): number | null {
  let best: number | null = null;
  let most = 0;
  let second = 0;
  const below = texts.find((text) => text > at);
  for (const text of texts) {
    const score = (text === below ? BELOW : 0) + shared(words, pairs[text] ?? new Set(), weights);
    if (score > most) {
      second = most;
      most = score;
      best = text;
    } else if (score > second) second = score;
  }
  return most >= TAKEN_UP && most - second >= MORE_THAN_OTHERS ? best : null;
}
