/**
 * The lines of headings that stand apart from their texts, each by itself, and put together again.
 *
 * In: a unit of headings. Out: its printed lines, cut at each blank as well: pdftotext gives two frames side by side as one
 * line, and lines of one type below each other look like one title, whose articles they may be.
 */
import { changed } from "../blocks/block.ts";
import type { Unit } from "../join/join.ts";
import { lastOf } from "../text/list.ts";
import { concat, plain, slice } from "../text/sourced.ts";
import { printedLinesOf } from "./printed-lines.ts";

export interface HeadingPart {
  readonly unit: Unit;
  /** It stands behind another part of its unit. */
  readonly isRest: boolean;
}

/** A title is seldom set in so many lines of one type. */
const MANY_LINES = 3;

export function partsOf(unit: Unit): HeadingPart[] {
  const { role } = unit.block;
  if (role === "byline" || role === "sectionLabel") return [{ unit, isRest: false }];
  const lines = unit.joins.length === 0 && unit.block.lines.length >= MANY_LINES ? printedLinesOf(unit.block) : [];
  const parts = (lines.length > 0 ? lines : [unit.block]).flatMap((block) => halves({ block, joins: unit.joins }));
  return parts.map((part, i) => ({ unit: part, isRest: i > 0 }));
}

function halves({ block, joins }: Unit): Unit[] {
  const words = plain(block.text);
  const out: Unit[] = [];
  let from = 0;
  for (const blank of words.matchAll(/(?<=\S{4})[ \u3000]+(?=\S{4})/g)) {
    const to = blank.index + blank[0].length;
    out.push({ block: changed(block, { text: slice(block.text, from, to) }), joins });
    from = to;
  }
  out.push({ block: changed(block, { text: slice(block.text, from, words.length) }), joins });
  return out;
}

/** Parts that belong to one article are one title again. */
export function rejoined(own: readonly HeadingPart[]): Unit[] {
  const out: Unit[] = [];
  for (const { unit, isRest } of own) {
    const above = lastOf(out);
    if (!isRest || above === undefined) out.push(unit);
    else {
      const { block } = above;
      const lines = block.lines === unit.block.lines ? block.lines : [...block.lines, ...unit.block.lines];
      out[out.length - 1] = { ...above, block: changed(block, { text: concat(block.text, unit.block.text), lines }) };
    }
  }
  return out;
}
