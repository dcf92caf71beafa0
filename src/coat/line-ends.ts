/**
 * Both ends of a line of a dump, token by token, as far as ASCII goes: there a converter puts what it has to say.
 */
import { isDigitCode } from "../text/chars.ts";
import type { Span } from "../text/source.ts";

/** Characters at each end of a line that may belong to a frame. */
const LONGEST_FRAME = 240;

export interface FilledLine extends Span {
  /** From 0, blank lines counted. */
  readonly number: number;
}

/** A figure, a run of blanks or another ASCII character at an end of a line, the outermost first. */
export interface Token extends Span {
  /** `0` for any figure, one blank for a run of them. */
  readonly shape: string;
}

export function isAscii(code: number): boolean {
  return code < 0x7f;
}

export function filledLines(text: string): FilledLine[] {
  const lines: FilledLine[] = [];
  let start = 0;
  for (let number = 0; start <= text.length; number += 1) {
    let end = start;
    while (end < text.length && !isLineEnd(text, end)) end += 1;
    const next = end + 1;
    while (end > start && isThin(text.charCodeAt(end - 1))) end -= 1;
    if (end > start) lines.push({ start, end, number });
    start = next;
  }
  return lines;
}

/** A form feed parts pages, and belongs to no line; CR ends one in dumps without LF. */
function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 12 || (code === 13 && !isBeforeLineFeed(text, at));
}

function isBeforeLineFeed(text: string, at: number): boolean {
  let next = at + 1;
  while (text.charCodeAt(next) === 13) next += 1;
  return text.charCodeAt(next) === 10;
}

/** ASCII blanks: what stands behind a wide one is an indent. */
export function isThin(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

export function headTokens(text: string, line: Span): Token[] {
  const tokens: Token[] = [];
  const stop = Math.min(line.end, line.start + LONGEST_FRAME);
  let at = line.start;
  while (at < stop && isThin(text.charCodeAt(at))) at += 1;
  while (at < stop && isAscii(text.charCodeAt(at))) {
    const start = at;
    const shape = shapeAt(text, at);
    do at += 1;
    while (at < stop && RUNS.includes(shape) && shapeAt(text, at) === shape);
    tokens.push({ start, end: at, shape });
  }
  return tokens;
}

export function tailTokens(text: string, line: Span): Token[] {
  const tokens: Token[] = [];
  const stop = Math.max(line.start, line.end - LONGEST_FRAME);
  let at = line.end;
  while (at > stop && isAscii(text.charCodeAt(at - 1))) {
    const end = at;
    const shape = shapeAt(text, at - 1);
    do at -= 1;
    while (at > stop && RUNS.includes(shape) && shapeAt(text, at - 1) === shape);
    tokens.push({ start: at, end, shape });
  }
  return tokens;
}

/** Before a figure that is below zero; nothing at the beginning of a text. */
const OPENERS = "\t ,[(";

/** Shapes of which several characters are one token. */
const RUNS = "0 ";

function shapeAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (isThin(code)) return " ";
  // -1
  if (code === 45 && isDigitCode(text.charCodeAt(at + 1)) && OPENERS.includes(text.charAt(at - 1))) return "0";
  const isPoint = code === 46 && isDigitCode(text.charCodeAt(at - 1)) && isDigitCode(text.charCodeAt(at + 1));
  return isPoint || isDigitCode(code) ? "0" : text.charAt(at);
}
