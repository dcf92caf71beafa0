/**
 * Strands in reading order.
 *
 * In: the strands of a page. Out: runs of strands that are read in one go, article by article. Never: joins text.
 *
 * The page is cut across where an article ends on its whole breadth, then lengthwise where one with a headline of its own
 * stands beside another, and so on in each part. What cannot be cut any more is one article: its titles, its columns
 * from left to right, its captions.
 */
import type { Source } from "../../text/source.ts";
import { setFurnitureApart } from "./furniture.ts";
import { type Item, nameKinds } from "./kinds.ts";
import { SAME_EDGE, SAME_WIDTH } from "./measures.ts";
import type { Strand } from "./strands.ts";

/** Strands that are read in one go. */
export type Run = readonly Strand[];

/** Between columns of one article there is no more room than this part of a column. */
const WIDEST_GUTTER = 0.8;
/** The part of a column, from its left edge, on which another one is never reckoned to start. */
const COLUMN_CORE = 0.6;
/** Strands of one part of a page that are looked at: more than a page has. */
const MOST_ITEMS = 500;
/** Columns of one article begin on one row, or two further down where a headline beside them shifts rows. */
const SAME_TOP_ROWS = 2;

export function readingOrder(source: Source, strands: readonly Strand[]): Run[] {
  const { head, body, foot } = setFurnitureApart(source, strands);
  const runs: Run[] = head.map((strand) => [strand]);
  layOut(nameKinds(source, body), runs);
  for (const strand of foot) runs.push([strand]);
  return runs;
}

function layOut(items: readonly Item[], runs: Run[]): void {
  if (items.length === 0) return;
  const bands = cutAcross(items);
  if (bands.length > 1) {
    for (const band of bands) layOut(band, runs);
    return;
  }
  const slices = cutLengthwise(items);
  const groups = groupSlices(slices);
  if (groups.length > 1) {
    for (const group of groups) layOut(group.flat(), runs);
    return;
  }
  writeArticle(slices, runs);
}

/** Parts above each other, cut where no strand runs across and a new article can begin. */
function cutAcross(items: readonly Item[]): Item[][] {
  const bands: Item[][] = [];
  let bottom = -1;
  for (const item of [...items].sort((a, b) => a.top - b.top)) {
    const band = bands[bands.length - 1];
    if (band === undefined || item.top > bottom) bands.push([item]);
    else band.push(item);
    bottom = Math.max(bottom, item.bottom);
  }
  const out: Item[][] = [];
  for (const band of withTitles(bands)) {
    const above = out[out.length - 1];
    if (above !== undefined && goesOn(above, band)) for (const item of band) above.push(item);
    else out.push(band);
  }
  return out;
}

/** Titles belong to what stands below. */
function withTitles(bands: readonly Item[][]): Item[][] {
  const out: Item[][] = [];
  for (const band of bands) {
    const above = out[out.length - 1];
    if (above !== undefined && isTitleOnly(above)) for (const item of band) above.push(item);
    else out.push([...band]);
  }
  return out;
}

function isTitleOnly(band: readonly Item[]): boolean {
  return band.every((item) => item.kind === "title");
}

/** Whether columns of one part go on in the next: a picture or a subhead lies between, and no title of a new article. */
function goesOn(above: readonly Item[], below: readonly Item[]): boolean {
  const texts = below.filter((item) => item.kind === "text");
  if (texts.length === 0) return below.every((item) => item.kind !== "title");
  if (texts.length > MOST_ITEMS) return false;
  const nearest = above.slice(-MOST_ITEMS);
  const isTop = (text: Item): boolean =>
    texts.every((other) => other.top >= text.top || Math.abs(other.x - text.x) > text.width * COLUMN_CORE);
  return texts.filter(isTop).some((text) => {
    const isContinued = nearest.some(
      (item) =>
        item.kind === "text" &&
        Math.abs(item.x - text.x) <= SAME_EDGE &&
        Math.abs(item.width - text.width) <= SAME_WIDTH,
    );
    return isContinued && !isTitled(text, below);
  });
}

/** Whether a title stands over the text or over one of the columns that begin beside it. */
function isTitled(text: Item, part: readonly Item[]): boolean {
  const mates = part
    .filter((item) => {
      const below = item.top - text.top;
      if (item.kind !== "text") return below >= 0 && below <= SAME_TOP_ROWS;
      return Math.abs(below) <= SAME_TOP_ROWS && Math.abs(item.width - text.width) <= SAME_WIDTH;
    })
    .sort((a, b) => a.x - b.x);
  let article: Item[] = [];
  for (const item of mates) {
    const before = article[article.length - 1];
    if (before !== undefined && item.x - before.right > before.width * WIDEST_GUTTER) {
      if (article.includes(text)) break;
      article = [];
    }
    article.push(item);
  }
  const left = least(article, (item) => item.x);
  const right = -least(article, (item) => -item.right);
  const top = least(article, (item) => item.top);
  return part.some((item) => item.kind === "title" && item.bottom <= top && item.x < right && item.right > left);
}

/**
 * Parts beside each other, one for each column or for columns that overlap. Titles, whose printed breadth is not known,
 * go with the column over which they start.
 */
function cutLengthwise(items: readonly Item[]): Item[][] {
  const texts = items.filter((item) => item.kind === "text");
  const slices: Item[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const item of (texts.length > 0 ? texts : [...items]).sort((a, b) => a.x - b.x)) {
    const slice = slices[slices.length - 1];
    if (slice === undefined || item.x + SAME_EDGE >= right) slices.push([item]);
    else slice.push(item);
    right = Math.max(right, item.x + item.width * COLUMN_CORE);
  }
  if (texts.length === 0) return slices;
  const edges = slices.map((slice) => least(slice, (item) => item.x));
  for (const item of items) {
    if (item.kind === "text") continue;
    let at = 0;
    for (const [i, edge] of edges.entries()) if (edge <= item.x + SAME_EDGE) at = i;
    slices[at]?.push(item);
  }
  return slices;
}

/** Slices that make up one article, or several above each other. */
function groupSlices(slices: readonly Item[][]): Item[][][] {
  const groups: Item[][][] = [];
  let group: Item[][] = [];
  for (const [i, slice] of slices.entries()) {
    const next = slices[i + 1] ?? [];
    const isNew =
      group.some((other) => other.some((item) => item.kind === "title")) &&
      endsArticle(group.flat()) &&
      (startsArticle(slice, slice) || (startsArticle(slice, next) && !startsAlone(next, [...group, slice])));
    if (isNew || group.length === 0) {
      group = [slice];
      groups.push(group);
    } else group.push(slice);
  }
  return groups;
}

/** Whether the title over a slice belongs to that slice and not to the one before it, over which it does not start. */
function startsAlone(slice: readonly Item[], before: readonly Item[][]): boolean {
  return startsArticle(slice, slice) && endsArticle(before.flat());
}

/** Whether the text of a slice begins with an indent, and a title stands over it in `titles`. */
function startsArticle(slice: readonly Item[], titles: readonly Item[]): boolean {
  const texts = slice.filter((item) => item.kind === "text");
  const top = least(texts, (item) => item.top);
  const first = leftmost(texts.filter((item) => item.top <= top + SAME_TOP_ROWS));
  if (first === undefined) return slice.some((item) => item.kind === "title");
  return first.startsIndented && titles.some((item) => item.kind === "title" && item.bottom <= first.top);
}

function endsArticle(slice: readonly Item[]): boolean {
  const texts = slice.filter((item) => item.kind === "text");
  const bottom = -least(texts, (item) => -item.bottom);
  const lowest = texts.find((item) => item.bottom === bottom);
  const last = leftmost(
    texts.filter((item) => lowest !== undefined && item.bottom >= lowest.top),
    -1,
  );
  return last === undefined || last.endsSentence;
}

/** The least of a measure over the items; infinity where there are none. */
function least(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((lowest, item) => Math.min(lowest, measure(item)), Number.POSITIVE_INFINITY);
}

/** The item furthest to the left, or to the right with `side` -1. */
function leftmost(items: readonly Item[], side: 1 | -1 = 1): Item | undefined {
  return items.reduce<Item | undefined>((a, b) => (a === undefined || (b.x - a.x) * side < 0 ? b : a), undefined);
}

/** Titles, then column after column with subheads in their place, then captions. */
function writeArticle(slices: readonly Item[][], runs: Run[]): void {
  const items = slices.flat();
  const texts = items.filter((item) => item.kind === "text");
  const firstText = least(texts, (item) => item.top);
  const titles = items
    .filter((item) => item.kind === "title" && item.bottom < firstText)
    .sort((a, b) => a.top - b.top || a.x - b.x);
  for (const title of titles) runs.push([title]);
  const captions: Item[] = [];
  let run: Item[] = [];
  for (const slice of slices) {
    for (const item of [...slice].sort((a, b) => a.top - b.top || a.x - b.x)) {
      if (titles.includes(item)) continue;
      if (item.kind === "caption") captions.push(item);
      else if (item.kind === "text") run.push(item);
      else {
        if (run.length > 0) runs.push(run);
        run = [];
        runs.push([item]);
      }
    }
  }
  if (run.length > 0) runs.push(run);
  for (const caption of captions) runs.push([caption]);
}
