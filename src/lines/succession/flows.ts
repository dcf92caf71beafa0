/**
 * Which flow of text goes on in which, on a page whose dump sets apart what it takes from a column before another has its
 * turn.
 *
 * In: flows of a line or a few. Out: for each the one further down that continues it, or none. Never: looks back.
 *
 * A program that takes the text out of a PDF puts what stands higher before what stands lower in a column, and what stands
 * on the left before what stands on the right of it, but keeps no order of turns: a column may have two before another has
 * one. So the page is looked at several times. At first each two flows are held against each other by themselves; from
 * then on by what the look before has found around them: how wide the column is, whether the flows right before them, or
 * right behind, go on in each other as well, and how many links lie within this one, or across it.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Echoes } from "./echoes.ts";
import { fitOfShape, fitOfWords } from "./fit.ts";
import { type Around, oddsOfEnd, oddsOfLink, oddsOfStart, type Seam } from "./flow-clues.ts";
import type { Turn } from "./turns.ts";

/** A line finds its continuation within so many turns. */
const REACH = 40;
/** After the first look. */
const MORE_LOOKS = 3;
/** Less likely links are not made. */
const LEAST_LIKELY = 0.25;

/** A number for each two turns of which the second is within reach of the first. */
class Band {
  readonly values: Float64Array;

  constructor(count: number) {
    this.values = new Float64Array(count * REACH);
  }

  at(from: number, to: number): number {
    const far = to - from;
    return from < 0 || far < 1 || far > REACH ? 0 : (this.values[from * REACH + far - 1] ?? 0);
  }

  set(from: number, to: number, value: number): void {
    this.values[from * REACH + to - from - 1] = value;
  }
}

/** @returns for each turn the index of the one that continues it, or -1. */
export function linkFlows(turns: readonly Turn[], lexicon: Lexicon, echoes: Echoes): Int32Array {
  const seams = readSeams(turns, lexicon, echoes);
  let around: Looked | null = null;
  let links = new Int32Array(turns.length);
  for (let look = 0; look <= MORE_LOOKS; look += 1) {
    const likely = likelihoods(turns, seams, around);
    links = likeliest(likely, turns.length);
    around = new Looked(turns, likely, links);
  }
  return links;
}

function readSeams(turns: readonly Turn[], lexicon: Lexicon, echoes: Echoes): (readonly Seam[])[] {
  return turns.map(({ last }, i) =>
    turns.slice(i + 1, i + 1 + REACH).map(({ first }) => ({
      words: fitOfWords(last, first, lexicon, echoes),
      shape: fitOfShape(last, first),
    })),
  );
}

/** How likely each goes on in each: of all that could come next, and of all that could have come before. */
function likelihoods(turns: readonly Turn[], seams: readonly (readonly Seam[])[], around: Looked | null): Band {
  const band = new Band(turns.length);
  const after = turns.map(({ last }, i) => Math.exp(oddsOfEnd(last, around?.beginsAt(i) ?? null)));
  const before = turns.map(({ first }, i) => Math.exp(oddsOfStart(first, around?.endsAt(i) ?? null)));
  for (const [i, { last }] of turns.entries()) {
    for (const [k, seam] of (seams[i] ?? []).entries()) {
      const j = i + k + 1;
      const below = turns[j]?.first;
      if (below === undefined) continue;
      const odds = Math.exp(oddsOfLink(last, below, k + 1, seam, around?.of(i, j) ?? null));
      band.set(i, j, odds);
      after[i] = (after[i] ?? 0) + odds;
      before[j] = (before[j] ?? 0) + odds;
    }
  }
  for (const i of turns.keys()) {
    for (let j = i + 1; j <= i + REACH && j < turns.length; j += 1)
      band.set(i, j, band.at(i, j) / Math.sqrt((after[i] ?? 1) * (before[j] ?? 1)));
  }
  return band;
}

/** The likeliest links, each end once. */
function likeliest(likely: Band, count: number): Int32Array<ArrayBuffer> {
  const found: { readonly from: number; readonly to: number; readonly p: number }[] = [];
  for (let from = 0; from < count; from += 1) {
    for (let to = from + 1; to <= from + REACH && to < count; to += 1) {
      const p = likely.at(from, to);
      if (p > LEAST_LIKELY) found.push({ from, to, p });
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
      if (i % REACH !== 0) this.#near[i] = (this.#near[i] ?? 0) + (this.#near[i - 1] ?? 0);
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

  /** Nothing above it, and it is one line. */
  beginsAt(i: number): boolean {
    return this.#linesAbove[i] === 1;
  }

  /** Nothing below it, and it is one line. */
  endsAt(i: number): boolean {
    return this.#linesBelow[i] === 1;
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
    for (let i = Math.max(0, to - REACH + 1); i < from; i += 1) sum += this.#upTo(i, REACH) - this.#upTo(i, to - i);
    return sum;
  }

  #upTo(i: number, far: number): number {
    return this.#near[i * REACH + far - 1] ?? 0;
  }
}
