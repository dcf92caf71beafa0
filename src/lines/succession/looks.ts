/**
 * Which turn of a column goes on in which, on a page whose dump goes through its columns in turns.
 *
 * In: turns, each a line or a few, and what speaks for and against each two of them. Out: for each the one further down that
 * continues it, or none. Never: looks back, or knows what a clue is.
 *
 * The page is looked at several times. At first each two turns are held against each other by themselves; from then on by
 * what the look before has found around them: how wide the column is, whether the turns right before them, or right behind,
 * go on in each other as well, and how many links lie within this one, or across it.
 */
import type { Strip } from "./strip.ts";

/** What the dump gives of a column before it goes on to another one: a line, or a few. */
export interface Turn {
  readonly first: Strip;
  readonly last: Strip;
  readonly lines: number;
  /** Length of the longest line, in em. */
  readonly width: number;
}

/** A column on one side of a turn, the turn itself counted in. */
export interface Column {
  readonly lines: number;
  readonly width: number;
}

/** What is known around two turns. */
export interface Around {
  /** The column down to the upper one, and from the lower one on. */
  readonly above: Column;
  readonly below: Column;
  /** The upper one begins a paragraph. */
  readonly isFirst: boolean;
  /** Of the turns right above both and right below both: how many go on in each other, at most 2. */
  readonly beside: number;
  /** Links that lie within this one, and those across it: one column has two turns while the other has none. */
  readonly within: number;
  readonly across: number;
}

/** What the look before has found of a turn of one line: no line goes on in it, it goes on in none. */
export interface Ends {
  readonly begins: boolean;
  readonly ends: boolean;
}

/** Log-odds, natural base, by the indices of turns. */
export interface Clues {
  /** A turn finds its continuation within so many others. */
  readonly reach: number;
  /** Links that are less likely are not made. */
  readonly leastLikely: number;
  /** @param around null at the first look. */
  readonly link: (from: number, to: number, around: Around | null) => number;
  /** That a column ends with a turn, or begins with it. */
  readonly end: (turn: number, ends: Ends | null) => number;
  readonly start: (turn: number, ends: Ends | null) => number;
}

/** A link that is so likely tells the next look of its columns. */
const LIKELY = 0.25;
/** After the first look. */
const MORE_LOOKS = 3;

/** A number for each two turns of which the second is within reach of the first. */
class Band {
  readonly values: Float64Array;
  readonly reach: number;

  constructor(count: number, reach: number) {
    this.values = new Float64Array(count * reach);
    this.reach = reach;
  }

  at(from: number, to: number): number {
    const far = to - from;
    return from < 0 || far < 1 || far > this.reach ? 0 : (this.values[from * this.reach + far - 1] ?? 0);
  }

  set(from: number, to: number, value: number): void {
    this.values[from * this.reach + to - from - 1] = value;
  }
}

/** @returns for each turn the index of the one that continues it, or -1. */
export function linkTurns(turns: readonly Turn[], clues: Clues): Int32Array {
  let looked: Looked | null = null;
  let links = new Int32Array(turns.length);
  for (let look = 0; look <= MORE_LOOKS; look += 1) {
    const likely = likelihoods(turns, clues, looked);
    links = likeliest(likely, turns.length, look < MORE_LOOKS ? LIKELY : clues.leastLikely);
    looked = new Looked(turns, likely, links);
  }
  return links;
}

/** How likely each goes on in each: of all that could come next, and of all that could have come before. */
function likelihoods(turns: readonly Turn[], clues: Clues, looked: Looked | null): Band {
  const { reach } = clues;
  const count = turns.length;
  const band = new Band(count, reach);
  const after = turns.map((_, i) => Math.exp(clues.end(i, looked?.endsOf(i) ?? null)));
  const before = turns.map((_, i) => Math.exp(clues.start(i, looked?.endsOf(i) ?? null)));
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j <= i + reach && j < count; j += 1) {
      const odds = Math.exp(clues.link(i, j, looked?.of(i, j) ?? null));
      band.set(i, j, odds);
      after[i] = (after[i] ?? 0) + odds;
      before[j] = (before[j] ?? 0) + odds;
    }
  }
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j <= i + reach && j < count; j += 1)
      band.set(i, j, band.at(i, j) / Math.sqrt((after[i] ?? 1) * (before[j] ?? 1)));
  }
  return band;
}

/** The likeliest links, each end once. */
function likeliest(likely: Band, count: number, least: number): Int32Array<ArrayBuffer> {
  const found: { readonly from: number; readonly to: number; readonly p: number }[] = [];
  for (let from = 0; from < count; from += 1) {
    for (let to = from + 1; to <= from + likely.reach && to < count; to += 1) {
      const p = likely.at(from, to);
      if (p > least) found.push({ from, to, p });
    }
  }
  found.sort((a, b) => b.p - a.p || a.from - b.from || a.to - b.to);
  const links = new Int32Array(count).fill(-1);
  const isTaken = new Uint8Array(count);
  for (const { from, to } of found) {
    if (links[from] !== -1 || isTaken[to] === 1) continue;
    links[from] = to;
    isTaken[to] = 1;
  }
  return links;
}

/** What a look at the page has found. */
class Looked {
  readonly #likely: Band;
  /** For each turn and number of turns: how many links are likely that lead no further. */
  readonly #near: Float64Array;
  /** Of what is above in the column, the turn itself counted in; the same of what is below. */
  readonly #linesAbove: Float64Array;
  readonly #widthAbove: Float64Array;
  readonly #linesBelow: Float64Array;
  readonly #widthBelow: Float64Array;
  readonly #isFirst: Uint8Array;

  constructor(turns: readonly Turn[], likely: Band, links: Int32Array) {
    this.#likely = likely;
    this.#near = likely.values.slice();
    for (let i = 1; i < this.#near.length; i += 1)
      if (i % likely.reach !== 0) this.#near[i] = (this.#near[i] ?? 0) + (this.#near[i - 1] ?? 0);
    const [lines, widths] = [turns.map((turn) => turn.lines), turns.map(({ width }) => width)];
    this.#linesAbove = Float64Array.from(lines);
    this.#linesBelow = Float64Array.from(lines);
    this.#widthAbove = Float64Array.from(widths);
    this.#widthBelow = Float64Array.from(widths);
    this.#isFirst = new Uint8Array(turns.length);
    for (const [i, to] of links.entries()) {
      if (to < 0) continue;
      this.#linesAbove[to] = (this.#linesAbove[to] ?? 0) + (this.#linesAbove[i] ?? 0);
      this.#widthAbove[to] = Math.max(this.#widthAbove[to] ?? 0, this.#widthAbove[i] ?? 0);
      if (lines[to] === 1 && turns[i]?.last.isClosed === true) this.#isFirst[to] = 1;
    }
    for (let i = turns.length - 1; i >= 0; i -= 1) {
      const to = links[i] ?? -1;
      if (to < 0) continue;
      this.#linesBelow[i] = (this.#linesBelow[i] ?? 0) + (this.#linesBelow[to] ?? 0);
      this.#widthBelow[i] = Math.max(this.#widthBelow[i] ?? 0, this.#widthBelow[to] ?? 0);
    }
  }

  endsOf(i: number): Ends {
    return { begins: this.#linesAbove[i] === 1, ends: this.#linesBelow[i] === 1 };
  }

  of(from: number, to: number): Around {
    const likely = this.#likely;
    return {
      above: { lines: this.#linesAbove[from] ?? 0, width: this.#widthAbove[from] ?? 0 },
      below: { lines: this.#linesBelow[to] ?? 0, width: this.#widthBelow[to] ?? 0 },
      isFirst: this.#isFirst[from] === 1,
      beside: likely.at(from - 1, to - 1) + likely.at(from + 1, to + 1),
      within: this.#linksWithin(from, to),
      across: this.#linksAcross(from, to),
    };
  }

  /** Links that begin and end between two turns. */
  #linksWithin(from: number, to: number): number {
    let sum = 0;
    for (let i = from + 1; i < to - 1; i += 1) sum += this.#upTo(i, to - 1 - i);
    return sum;
  }

  /** Links that begin before and end behind both. */
  #linksAcross(from: number, to: number): number {
    let sum = 0;
    for (let i = Math.max(0, to - this.#likely.reach + 1); i < from; i += 1)
      sum += this.#upTo(i, this.#likely.reach) - this.#upTo(i, to - i);
    return sum;
  }

  #upTo(i: number, far: number): number {
    return this.#near[i * this.#likely.reach + far - 1] ?? 0;
  }
}
