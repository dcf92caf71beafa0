/** The life of one character: where it stood in the dump, what touched it, and where it is now. */
import type { FieldMap, Page, PageMap } from "../page.ts";
import { PositionIndex } from "../text/position.ts";
import { Reading, type Run } from "./reading.ts";
import { type EditReason, type JoinReason, reasonsOf } from "./reasons.ts";
import { orderOf } from "./rules.ts";

export interface History {
  /** Number of the page, where the dump holds several. */
  readonly page?: number;
  readonly line: number;
  readonly column: number;
  /** UTF-16 offset in the decoded dump. */
  readonly offset: number;
  readonly character: string;
  /** `U+5E9C`. */
  readonly codePoint: string;
  /** The line of the dump, without its end. */
  readonly lineText: string;
  /** Lines of the dump that hold the piece it belongs to, up to the next seams; null for what no field owns. */
  readonly piece: { readonly firstLine: number; readonly lastLine: number } | null;
  /** What touched it, in the order in which the rules work. */
  readonly edits: readonly EditReason[];
  readonly output: Outcome | null;
  /** The rule that took it out; null if it is there or belongs to no field. */
  readonly removedBy: string | null;
  /** The seams at both ends of its piece. */
  readonly joins: readonly JoinReason[];
}

export interface Outcome {
  /** JSON Pointer. */
  readonly path: string;
  /** Fields that repeat this one: `/articles/0/headline`. */
  readonly repeatedIn: readonly string[];
  /** UTF-16 offset in the value. */
  readonly offset: number;
  /** What stands there for it; longer or shorter than one character where a rule changed a run as a whole. */
  readonly text: string;
  readonly value: string;
}

/** @returns undefined if the dump has no such place. */
export function historyAt(text: string, page: Page, map: PageMap, line: number, column: number): History | undefined {
  const positions = new PositionIndex(text);
  const offset = positions.offsetOf(line, column);
  const code = offset === undefined ? undefined : text.codePointAt(offset);
  if (offset === undefined || code === undefined) return undefined;
  const character = String.fromCodePoint(code);
  const run = new Reading(text, map).runOf(offset, offset + character.length);
  const reasons = reasonsOf(text, map);
  const edits = reasons.filter((reason) => reason.kind === "edit");
  const touching = edits.filter((edit) => edit.start <= offset && (edit.end > offset || edit.start === offset));
  const part = run === undefined ? undefined : partAround(run, map, offset);
  const piece = run?.field.pieces[run.index];
  const rules = piece?.[3] ?? [];
  const rank = (rule: string): number => (rules.includes(rule) ? rules.indexOf(rule) : rules.length + orderOf(rule));
  const isGone = piece?.[2] === "";
  const { part: pagePart } = page.source;
  return {
    ...(pagePart === undefined ? {} : { page: pagePart.number }),
    line,
    column,
    offset,
    character,
    codePoint: `U+${code.toString(16).toUpperCase().padStart(4, "0")}`,
    lineText: lineAt(text, offset),
    piece:
      part === undefined
        ? null
        : {
            firstLine: positions.at(part.first).line,
            lastLine: positions.at(Math.max(part.first, part.last - 1)).line,
          },
    edits: touching.sort((a, b) => rank(a.rule) - rank(b.rule)),
    output: run === undefined || isGone ? null : outcomeOf(run, offset, character, text, page),
    removedBy: isGone ? (rules[rules.length - 1] ?? null) : null,
    joins: reasons
      .filter((reason) => reason.kind === "join")
      .filter(
        ({ start, end }) => part !== undefined && (part.head === end || part.nextHead === end || start === offset),
      ),
  };
}

interface Part {
  /** Source offsets of the piece between two seams. */
  readonly first: number;
  readonly last: number;
  /** Source offsets at which it and the next piece begin, if they were joined to what stands before them. */
  readonly head: number | null;
  readonly nextHead: number | null;
}

/** The stretch of the field between the seam before a place and the seam after it. */
function partAround({ field, index }: Run, { joins }: PageMap, offset: number): Part {
  const heads = new Set(joins.map(({ head }) => head));
  let [first, last] = [offset, offset + 1];
  let head: number | null = null;
  let nextHead: number | null = null;
  for (let i = index; i >= 0 && head === null; i -= 1) {
    const [start, end] = field.pieces[i] ?? [0, 0];
    head = lastIn(heads, start, i === index ? offset : end - 1);
    first = Math.min(first, head ?? start);
  }
  for (let i = index; i < field.pieces.length && nextHead === null; i += 1) {
    const [start, end] = field.pieces[i] ?? [0, 0];
    nextHead = firstIn(heads, i === index ? offset + 1 : start, end - 1);
    if (nextHead !== start) last = Math.max(last, nextHead ?? end);
  }
  return { first, last, head, nextHead };
}

function lastIn(heads: ReadonlySet<number>, from: number, to: number): number | null {
  for (let at = to; at >= from; at -= 1) if (heads.has(at)) return at;
  return null;
}

function firstIn(heads: ReadonlySet<number>, from: number, to: number): number | null {
  for (let at = from; at <= to; at += 1) if (heads.has(at)) return at;
  return null;
}

function outcomeOf({ field, index }: Run, offset: number, character: string, text: string, page: Page): Outcome {
  const value = textOf(field, text);
  let at = 0;
  for (const [start, end, put] of field.pieces.slice(0, index)) at += put?.length ?? end - start;
  const [start, end, put] = field.pieces[index] ?? [0, 0];
  const isWhole = put !== undefined && put.length !== end - start;
  const inside = isWhole ? 0 : offset - start;
  return {
    path: field.path,
    repeatedIn: repeats(field.path, value, page),
    offset: at + inside,
    text: isWhole ? put : value.slice(at + inside, at + inside + character.length),
    value,
  };
}

function textOf({ pieces }: FieldMap, text: string): string {
  return pieces.map(([start, end, put]) => put ?? text.slice(start, end)).join("");
}

/** Title lines are also read as kicker, headline and deck. */
function repeats(path: string, value: string, { articles }: Page): readonly string[] {
  const [, index] = /^\/articles\/(\d+)\/titleLines\//.exec(path) ?? [];
  const article = index === undefined ? undefined : articles[Number(index)];
  if (article === undefined) return [];
  return (["kicker", "headline", "deck"] as const)
    .filter((key) => article[key]?.includes(value) === true)
    .map((key) => `/articles/${index}/${key}`);
}

function lineAt(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const start = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  const end = text.slice(offset).search(/[\r\n]/);
  return text.slice(start, end < 0 ? text.length : offset + end);
}
