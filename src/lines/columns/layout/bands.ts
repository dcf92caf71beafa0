/**
 * Bands of the page in which articles end for sure.
 *
 * In: the items of a page, from top to bottom. Out: the same, parted. Never: parts columns that run on.
 */
import { append } from "../../../text/append.ts";
import { lastOf } from "../../../text/list.ts";
import type { Item } from "../kinds.ts";

/** Columns of one article end on one row, or a row or two apart. */
const SLIP_ROWS = 2;
/** A headline beside a column and the blank rows around it are no more rows. */
const REACH_ROWS = 7;
/** Edges and measures of a column that goes on, in em. */
const SAME_PLACE = 0.6;
/** More items than a page has are no page: a band ends there whatever it holds. */
const MOST_ITEMS = 400;

/** Parts above each other where no column runs across, and where below several columns every one begins anew under titles. */
export function bandsOf(items: readonly Item[]): Item[][] {
  const bands: Item[][] = [];
  let band: Item[] = [];
  let bottom = -1;
  for (const [i, item] of items.entries()) {
    const isBeyond = item.top > bottom && (item.kind === "title" || item.kind === "inside");
    if (band.length >= MOST_ITEMS || (isBeyond && columnsIn(band) > 1 && !runsOn(band, items, i))) {
      bands.push(band);
      band = [];
    }
    band.push(item);
    bottom = Math.max(bottom, item.bottom);
  }
  const last = lastOf(bands);
  if (last === undefined || band.length + last.length > MOST_ITEMS || columnsIn(band) > 0) bands.push(band);
  else append(last, band);
  return bands;
}

/** How many columns of text end beside each other at the bottom. */
function columnsIn(band: readonly Item[]): number {
  let bottom = -1;
  for (const item of band) if (item.kind === "text") bottom = Math.max(bottom, item.bottom);
  return band.filter((item) => item.kind === "text" && item.bottom >= bottom - SLIP_ROWS).length;
}

/** Whether a column that ends in mid-sentence goes on at its place, below what begins with the i-th item. */
function runsOn(band: readonly Item[], items: readonly Item[], i: number): boolean {
  const top = items[i]?.top ?? 0;
  for (const above of band) {
    if (above.kind !== "text" || above.endsSentence || above.bottom < top - REACH_ROWS) continue;
    for (let at = i; at < items.length; at += 1) {
      const below = items[at] as Item;
      if (below.top > top + REACH_ROWS) break;
      if (below.x >= above.right || above.x >= below.right) continue;
      if (below.kind === "text" && !below.startsIndented && isSameColumn(above, below)) return true;
      if (below.kind !== "caption") break;
    }
  }
  return false;
}

function isSameColumn(above: Item, below: Item): boolean {
  return Math.abs(above.x - below.x) <= SAME_PLACE && Math.abs(above.width - below.width) <= SAME_PLACE;
}
