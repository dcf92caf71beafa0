/**
 * From the lines of a page to its units in reading order: form, name, put pieces back, repair blanks, join.
 *
 * A dump may give the frames of a page in no order, and only what was read shows it. Then its lines are put in order
 * (`articles/shuffled-frames.ts` says where each article begins) and read once more.
 */
import { headingsApart } from "./articles/headings-apart.ts";
import { headingsOnBothSides } from "./articles/headings-both-sides.ts";
import { headlinesFirst } from "./articles/headlines-first.ts";
import { shuffledFrames } from "./articles/shuffled-frames.ts";
import { partVerses } from "./articles/verse-lines.ts";
import type { Block } from "./blocks/block.ts";
import { formBlocks } from "./blocks/form.ts";
import { reorderLines } from "./blocks/frames/reorder.ts";
import { nameBlocks } from "./blocks/name.ts";
import type { Context } from "./context.ts";
import { type Join, joinBlocks, type Unit } from "./join/join.ts";
import { isOfEngine } from "./join/late-headings.ts";
import { putInPlace } from "./join/pieces-in-place.ts";
import type { Line } from "./lines/lines.ts";
import { isTextLayer } from "./lines/mark-widths.ts";
import { findUnordered } from "./lines/most-lines.ts";
import { findPageRows } from "./lines/page-rows.ts";
import { findReordered } from "./lines/reordered.ts";
import type { Finding } from "./notice.ts";
import type { DumpKind } from "./page.ts";
import { repairBlocks } from "./repair/repair.ts";
import type { Change } from "./text/edit.ts";
import type { Source } from "./text/source.ts";
import { length, type Sourced } from "./text/sourced.ts";

export interface Reading {
  /** Blocks as formed, before any repair. */
  readonly formed: readonly Block[];
  /** Mark-up only, and texts of which the repairs left nothing: no unit has them. */
  readonly removed: readonly Sourced[];
  /** Headlines above their texts. */
  readonly units: readonly Unit[];
  readonly joins: readonly Join[];
  readonly findings: readonly Finding[];
  /** The edits, where they are asked for. */
  readonly changes: readonly Change[];
}

export interface PageLines {
  readonly source: Source;
  readonly lines: readonly Line[];
  readonly kind: DumpKind;
  /** Whether the edits are to be kept. */
  readonly isLogged: boolean;
}

export function readInOrder(page: PageLines, context: Context): Reading {
  const reading = readArticles(page, context);
  return page.kind === "wrapped" ? { ...reading, units: partVerses(reading.units) } : reading;
}

function readArticles(page: PageLines, context: Context): Reading {
  const asGiven = read(page, context);
  const apart = headingsApart(asGiven.units);
  if (apart !== null) return { ...asGiven, units: apart.units, findings: [...asGiven.findings, ...apart.findings] };
  // An engine reads from the top: no headline of its stands below its text.
  const isEngine = isOfEngine(page);
  const frames = page.kind === "wrapped" && !isEngine ? shuffledFrames(asGiven.units, isTextLayer(page)) : null;
  if (frames === null) {
    const onBothSides = isTextLayer(page) ? headingsOnBothSides(asGiven.units) : null;
    if (onBothSides !== null) return { ...asGiven, units: onBothSides };
    return isEngine ? asGiven : { ...asGiven, units: headlinesFirst(asGiven.units) };
  }
  const again = read({ ...page, lines: reorderLines(page.source, page.lines, frames, context) }, context);
  return { ...again, units: headlinesFirst(again.units), findings: [...again.findings, ...frames.findings] };
}

/** Units as they were joined, in the order of the lines given. */
function read({ source, lines, kind, isLogged }: PageLines, context: Context): Reading {
  const changes: Change[] = [];
  const { blocks: formed, markup } = formBlocks(source, lines, kind, context);
  // A page that is read once more was put in another order before, and says so.
  const isAsGiven = lines.every(({ start }, i) => i === 0 || start >= (lines[i - 1]?.start ?? 0));
  const reordered = isAsGiven && kind !== "side-by-side" && kind !== "boxes" ? findReordered(startsOf(formed)) : [];
  const named = nameBlocks(formed, context);
  const isHardWrapped = kind === "wrapped" || kind === "spaced";
  const placed = isHardWrapped ? putInPlace(named, { source, lines, kind }, context) : { blocks: named, findings: [] };
  const all = repairBlocks(placed.blocks, kind, context, isLogged ? changes : null);
  // Nothing is printed where only control characters stood: no field has an empty text.
  const repaired = all.filter(({ text }) => length(text) > 0);
  const { units, joins, findings } = joinBlocks(repaired, { source, lines, kind }, context);
  const unordered = isHardWrapped ? findUnordered(lines) : [];
  const inRows = findPageRows(source, lines, kind, context.lexicon);
  return {
    formed,
    removed: [...markup, ...all.filter(({ text }) => length(text) === 0).map(({ text }) => text)],
    units,
    joins,
    findings: [...inRows, ...unordered, ...reordered, ...placed.findings, ...findings],
    changes,
  };
}

/** Where the blocks begin in the dump. */
function startsOf(blocks: readonly Block[]): number[] {
  return blocks.map(({ lines }) => lines[0]?.start).filter((start) => start !== undefined);
}
