/**
 * Straight quotes become “ ” and ‘ ’, in pairs: both marks of a quotation or neither.
 *
 * In running text a straight quote says neither open nor close. Parity decides, corrected by what stands beside the
 * mark: nothing opens before a comma and nothing closes after a colon. The cheapest reading of the whole paragraph wins.
 */
import type { Edit } from "../../text/edit.ts";
import { ALL, type TextRule } from "../rule.ts";

/** A state is how many quotations are open and which: none, “, “‘ or ‘. */
type State = 0 | 1 | 2 | 3;
const STATES: readonly State[] = [0, 1, 2, 3];

/** The quotes of a text in order. Lists of numbers: a hostile page may hold a million. */
interface Quotes {
  readonly text: string;
  /** Offsets in the text. */
  readonly at: Int32Array;
}

/** Costs of reading a mark against its neighbours, lowest total wins; chosen on the quotations of `nested-quotes`. */
const COST = { againstNeighbour: 2, unlikely: 0.6, lone: 3, misfit: 4, impossible: 1e6 };

/** Nothing closes right after these. */
const OPENERS = "：，。、；（《〈“‘:,;(【「『！？";
/** Nothing opens right before these. */
const CLOSERS = "，。、；：！？）》〉”’,.;:!?)】」』…";

const [DOUBLE, WIDE_DOUBLE, OPEN, CLOSE] = [0x22, 0xff02, 0x201c, 0x201d];
const [SINGLE, WIDE_SINGLE, OPEN_SINGLE, CLOSE_SINGLE] = [0x27, 0xff07, 0x2018, 0x2019];

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
    const edits: Edit[] = [];
    settledReading(quotes).forEach((code, i) => {
      const start = quotes.at[i] ?? 0;
      const before = text.charCodeAt(start);
      if (code !== before && isStraight(before)) edits.push({ start, end: start + 1, text: String.fromCharCode(code) });
    });
    return edits;
  },
};

function isStraight(code: number): boolean {
  return code === DOUBLE || code === WIDE_DOUBLE || code === SINGLE || code === WIDE_SINGLE;
}

function readQuotes(text: string): Quotes {
  const at: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isSingle = code === SINGLE || code === WIDE_SINGLE;
    if (isSingle ? !isApostrophe(text, i) : isStraight(code) || (code >= OPEN_SINGLE && code <= CLOSE && isCurly(code)))
      at.push(i);
  }
  return { text, at: Int32Array.from(at) };
}

function isCurly(code: number): boolean {
  return code === OPEN || code === CLOSE || code === OPEN_SINGLE || code === CLOSE_SINGLE;
}

/** it's, 5'b: behind a letter or digit and before a letter. */
function isApostrophe(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const isInWord = isLatin(before) || (before >= 0x30 && before <= 0x39);
  return isInWord && isLatin(text.charCodeAt(at + 1));
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Reads again with the marks that were settled until nothing changes, so that a second pass over the text is idle. */
function settledReading(quotes: Quotes): Uint16Array {
  const marks = new Uint16Array(quotes.at.length);
  for (let i = 0; i < marks.length; i += 1) marks[i] = quotes.text.charCodeAt(quotes.at[i] ?? 0);
  for (let pass = 0; pass < MOST_PASSES && readAgain(quotes, marks); pass += 1);
  return marks;
}

const MOST_PASSES = 5;

/**
 * Settles the mark for each quote by the cheapest reading; a straight one that fits nowhere keeps its own.
 * @param marks what each quote is taken for so far, and then.
 * @returns whether any changed.
 */
function readAgain({ text, at }: Quotes, marks: Uint16Array): boolean {
  // For each quote and state after it: the state before it, and the mark it is read as; 0 where no reading leads.
  const previous = new Uint8Array(at.length * STATES.length);
  const readAs = new Uint16Array(at.length * STATES.length);
  let costs = [0, COST.impossible, COST.impossible, COST.impossible];
  let next = [...costs];
  for (let i = 0; i < at.length; i += 1) {
    const soFar = marks[i] ?? 0;
    const index = at[i] ?? 0;
    next.fill(COST.impossible);
    for (const state of STATES) {
      const sofar = costs[state] ?? COST.impossible;
      if (sofar >= COST.impossible) continue;
      for (const { to, mark, isMisfit } of movesFrom(state, soFar)) {
        const cost = sofar + (isMisfit ? COST.misfit : isStraight(soFar) ? markCost(mark, text, index) : 0);
        if (cost < (next[to] ?? COST.impossible)) {
          next[to] = cost;
          previous[i * STATES.length + to] = state;
          readAs[i * STATES.length + to] = mark;
        }
      }
    }
    [costs, next] = [next, costs];
  }
  // Both marks of a quotation or neither: nothing may stay open at the end.
  let state = 0;
  let isChanged = false;
  for (let i = at.length - 1; i >= 0; i -= 1) {
    const cell = i * STATES.length + state;
    const mark = readAs[cell] ?? 0;
    if (mark !== 0 && mark !== marks[i]) {
      marks[i] = mark;
      isChanged = true;
    }
    state = previous[cell] ?? 0;
  }
  return isChanged;
}

interface Move {
  readonly to: State;
  readonly mark: number;
  /** A curly mark that fits nowhere, kept as it is. */
  readonly isMisfit: boolean;
}

/** By state and mark: the same few are asked for at every quote. */
const MOVES = STATES.map(() => new Map<number, readonly Move[]>());

function movesFrom(state: State, mark: number): readonly Move[] {
  const known = MOVES[state]?.get(mark);
  if (known !== undefined) return known;
  const moves = findMoves(state, mark);
  MOVES[state]?.set(mark, moves);
  return moves;
}

function findMoves(state: State, mark: number): readonly Move[] {
  const moves: Move[] = [];
  const isDouble = mark === DOUBLE || mark === WIDE_DOUBLE || mark === OPEN || mark === CLOSE;
  const isFixed = !isStraight(mark);
  const add = (to: State, as: number): void => {
    if (!isFixed || as === mark) moves.push({ to, mark: as, isMisfit: false });
  };
  if (isDouble) {
    if (state === 0) add(1, OPEN);
    if (state === 1) add(0, CLOSE);
  } else {
    if (state === 0) add(3, OPEN_SINGLE);
    if (state === 1) add(2, OPEN_SINGLE);
    if (state === 2) add(1, CLOSE_SINGLE);
    if (state === 3) add(0, CLOSE_SINGLE);
  }
  // A curly mark that does not fit was printed or misread so, a straight one may be an inch or a blot: both are kept.
  if (!isFixed || moves.length === 0) moves.push({ to: state, mark, isMisfit: isFixed });
  return moves;
}

function markCost(mark: number, text: string, index: number): number {
  if (isStraight(mark)) return COST.lone;
  const before = text.charAt(index - 1);
  if (mark === OPEN || mark === OPEN_SINGLE) {
    const after = text.charAt(index + 1);
    if (after === "" || CLOSERS.includes(after)) return COST.againstNeighbour;
    return before !== "" && !OPENERS.includes(before) && !/[〇㐀-鿿\d”’"']/.test(before) ? COST.unlikely : 0;
  }
  if (before === "" || "：（《〈“‘:(".includes(before)) return COST.againstNeighbour;
  return "，、；,;".includes(before) ? COST.unlikely : 0;
}
