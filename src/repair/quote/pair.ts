/**
 * Straight quotes become “ ” and ‘ ’, in pairs: both marks of a quotation or neither.
 *
 * In running text a straight quote says neither open nor close. Parity decides, corrected by what stands beside the
 * mark: nothing opens before a comma and nothing closes after a colon. The cheapest reading of the whole paragraph wins.
 */
import { ALL, type TextRule } from "../rule.ts";

/** A state is how many quotations are open and which: none, “, “‘ or ‘. */
type State = 0 | 1 | 2 | 3;
const STATES: readonly State[] = [0, 1, 2, 3];

interface Quote {
  readonly index: number;
  readonly mark: string;
  readonly before: string;
  readonly after: string;
}

interface Reading {
  readonly previous: State;
  readonly mark: string;
}

/** Costs of reading a mark against its neighbours, lowest total wins; chosen on the quotations of `nested-quotes`. */
const COST = { againstNeighbour: 2, unlikely: 0.6, lone: 3, misfit: 4, impossible: 1e6 };

/** Nothing closes right after these. */
const OPENERS = "：，。、；（《〈“‘:,;(【「『！？";
/** Nothing opens right before these. */
const CLOSERS = "，。、；：！？）》〉”’,.;:!?)】」』…";

const STRAIGHT = /["＂]|(?<![A-Za-z0-9])['＇]|['＇](?![A-Za-z])/g;
const ANY_QUOTE = /["＂“”]|['＇‘’]/g;

export const pairQuotes: TextRule = {
  id: "quote/pair",
  summary: "Straight quotes become “ ” and ‘ ’ in pairs; a lone one stays as it is.",
  roles: ALL,
  examples: [
    { before: '推进"春雨行动"落实', after: "推进“春雨行动”落实" },
    { before: "\"他喊'加油,加油'。\"她说", after: "“他喊‘加油,加油’。”她说" },
    { before: 'a 5" disk', after: 'a 5" disk', note: "a lone mark" },
    { before: "it's", after: "it's", note: "an apostrophe" },
  ],
  needs: "\"＂'＇",
  find: (text) => {
    const quotes = readQuotes(text);
    const marks = settledReading(quotes);
    return quotes
      .map((quote, i) => ({ start: quote.index, end: quote.index + 1, text: marks[i] ?? quote.mark }))
      .filter((edit) => text.slice(edit.start, edit.end) !== edit.text && isStraight(text.charAt(edit.start)));
  },
};

function isStraight(mark: string): boolean {
  return mark === '"' || mark === "＂" || mark === "'" || mark === "＇";
}

function readQuotes(text: string): Quote[] {
  const straight = new Set([...text.matchAll(STRAIGHT)].map((match) => match.index));
  const quotes: Quote[] = [];
  for (const { index } of text.matchAll(ANY_QUOTE)) {
    const mark = text.charAt(index);
    if (isStraight(mark) && !straight.has(index)) continue;
    quotes.push({ index, mark, before: text.charAt(index - 1), after: text.charAt(index + 1) });
  }
  return quotes;
}

/** Reads again with the marks that were settled until nothing changes, so that a second pass over the text is idle. */
function settledReading(quotes: readonly Quote[]): readonly string[] {
  let marks: readonly string[] = quotes.map((quote) => quote.mark);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = cheapestReading(quotes, marks);
    if (next.every((mark, i) => mark === marks[i])) break;
    marks = next;
  }
  return marks;
}

const MOST_PASSES = 5;

/**
 * The mark for each quote, in order; a straight one that fits nowhere keeps its own.
 * @param marks what each quote is taken for so far.
 */
function cheapestReading(quotes: readonly Quote[], marks: readonly string[]): string[] {
  const table: (Reading | undefined)[][] = [];
  let costs: number[] = [0, COST.impossible, COST.impossible, COST.impossible];
  for (const [i, quote] of quotes.entries()) {
    const soFar = marks[i] ?? quote.mark;
    const row: (Reading | undefined)[] = [undefined, undefined, undefined, undefined];
    const next = [COST.impossible, COST.impossible, COST.impossible, COST.impossible];
    for (const state of STATES) {
      const sofar = costs[state] ?? COST.impossible;
      if (sofar >= COST.impossible) continue;
      for (const { to, mark, isMisfit } of movesFrom(state, soFar)) {
        const cost = sofar + (isMisfit ? COST.misfit : isStraight(soFar) ? markCost(mark, quote) : 0);
        if (cost < (next[to] ?? COST.impossible)) {
          next[to] = cost;
          row[to] = { previous: state, mark };
        }
      }
    }
    table.push(row);
    costs = next;
  }
  // Both marks of a quotation or neither: nothing may stay open at the end.
  let state: State = 0;
  const settled: string[] = [];
  for (let i = quotes.length - 1; i >= 0; i -= 1) {
    const reading: Reading | undefined = table[i]?.[state];
    settled.push(reading?.mark ?? marks[i] ?? "");
    state = reading?.previous ?? 0;
  }
  return settled.reverse();
}

interface Move {
  readonly to: State;
  readonly mark: string;
  /** A curly mark that fits nowhere, kept as it is. */
  readonly isMisfit: boolean;
}

/** By state and mark: the same few are asked for at every quote. */
const MOVES = STATES.map(() => new Map<string, readonly Move[]>());

function movesFrom(state: State, mark: string): readonly Move[] {
  const known = MOVES[state]?.get(mark);
  if (known !== undefined) return known;
  const moves = findMoves(state, mark);
  MOVES[state]?.set(mark, moves);
  return moves;
}

function findMoves(state: State, mark: string): readonly Move[] {
  const moves: Move[] = [];
  const isDouble = mark === '"' || mark === "＂" || mark === "“" || mark === "”";
  const isFixed = !isStraight(mark);
  const add = (to: State, as: string): void => {
    if (!isFixed || as === mark) moves.push({ to, mark: as, isMisfit: false });
  };
  if (isDouble) {
    if (state === 0) add(1, "“");
    if (state === 1) add(0, "”");
  } else {
    if (state === 0) add(3, "‘");
    if (state === 1) add(2, "‘");
    if (state === 2) add(1, "’");
    if (state === 3) add(0, "’");
  }
  // A curly mark that does not fit was printed or misread so, a straight one may be an inch or a blot: both are kept.
  if (!isFixed || moves.length === 0) moves.push({ to: state, mark, isMisfit: isFixed });
  return moves;
}

function markCost(mark: string, quote: Quote): number {
  if (isStraight(mark)) return COST.lone;
  const isOpen = mark === "“" || mark === "‘";
  const { before, after } = quote;
  if (isOpen) {
    if (after === "" || CLOSERS.includes(after)) return COST.againstNeighbour;
    return before !== "" && !OPENERS.includes(before) && !/[〇㐀-鿿\d”’"']/.test(before) ? COST.unlikely : 0;
  }
  if (before === "" || "：（《〈“‘:(".includes(before)) return COST.againstNeighbour;
  return "，、；,;".includes(before) ? COST.unlikely : 0;
}
