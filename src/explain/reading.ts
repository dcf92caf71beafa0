/** The dump in the order of the page: what stands beside a place once pieces have been moved, and where it went. */
import type { FieldMap, MapPiece, PageMap } from "../page.ts";

/** A run of the dump in its field. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly field: FieldMap;
  /** Which piece of the field. */
  readonly index: number;
}

export class Reading {
  readonly #text: string;
  /** In the order of the dump; no two cover one character. */
  readonly #runs: readonly Run[];

  constructor(text: string, { fields }: PageMap) {
    this.#text = text;
    this.#runs = fields
      .flatMap((field) => field.pieces.map(([start, end], index): Run => ({ start, end, field, index })))
      .sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** The run that holds a range of the dump; for an empty range the one put in there, else the one around it. */
  runOf(start: number, end: number): Run | undefined {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    let around: Run | undefined;
    for (let i = low - 1; i >= 0; i -= 1) {
      const run = this.#runs[i];
      if (run === undefined) break;
      if (run.start === start && run.end === end) return run;
      if (around === undefined && run.end >= end && run.end > start) around = run;
      if (run.start < start) break;
    }
    return around;
  }

  /** Up to so many code points of the dump that are read before a range. */
  before(start: number, end: number, count: number): string {
    const run = this.runOf(start, end);
    if (run === undefined) return lastOf(lineBefore(this.#text, start), count);
    let found = this.#text.slice(run.start, start);
    for (let i = run.index - 1; i >= 0 && found.length < 2 * count; i -= 1) {
      found = this.#source(run.field.pieces[i]) + found;
    }
    return lastOf(found, count);
  }

  /** Up to so many code points of the dump that are read after a range. */
  after(start: number, end: number, count: number): string {
    const run = this.runOf(start, end);
    if (run === undefined) return firstOf(lineAfter(this.#text, end), count);
    let found = this.#text.slice(end, Math.max(end, run.end));
    for (let i = run.index + 1; i < run.field.pieces.length && found.length < 2 * count; i += 1) {
      found += this.#source(run.field.pieces[i]);
    }
    return firstOf(found, count);
  }

  #source(piece: MapPiece | undefined): string {
    return piece === undefined ? "" : this.#text.slice(piece[0], piece[1]);
  }
}

function lineBefore(text: string, at: number): string {
  return text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, 0), at);
}

function lineAfter(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(at, end < 0 ? text.length : end);
}

function lastOf(text: string, count: number): string {
  return [...text].slice(-count).join("");
}

function firstOf(text: string, count: number): string {
  return [...text].slice(0, count).join("");
}
