/**
 * Strands in reading order.
 *
 * In: the strands of a page. Out: runs of strands that are read in one go, article by article. Never: joins text.
 *
 * The page is cut across where an article ends on its whole breadth, then lengthwise where one with a headline of its own
 * stands beside another, and so on in each part. What cannot be cut any more is one article: its titles, its columns
 * from left to right, its captions.
 */
import { isSentenceEnd } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import { isRunningLine } from "./furniture.ts";
import type { Strand } from "./strands.ts";

/** Strands that are read in one go. */
export type Run = readonly Strand[];

type Kind = "text" | "title" | "caption" | "inside";

interface Item extends Strand {
  readonly kind: Kind;
  /** Right edge. */
  readonly right: number;
  readonly startsIndented: boolean;
  readonly endsSentence: boolean;
}

/** Ends with a full stop or names who took the picture. */
const CAPTION = /(?:。|[摄攝]|[摄攝][）)]|提供|供图|供圖)$/u;
const HEAD_ROWS = 10;
const FOOT_ROWS = 3;
/** A picture leaves a hole of at least this many rows above its caption. */
const PICTURE_ROWS = 3;
const SAME_EDGE = 1.6;
const SAME_WIDTH = 2;
/** Longest nameplate, in em. */
const NAMEPLATE = 6;

export function readingOrder(source: Source, strands: readonly Strand[]): Run[] {
  const { head, body, foot } = setFurnitureApart(source, strands);
  const runs: Run[] = head.map((strand) => [strand]);
  layOut(classify(source, body), runs);
  for (const strand of foot) runs.push([strand]);
  return runs;
}

function textOf(source: Source, strand: Strand): string {
  return strand.cells.map((cell) => source.text.slice(cell.start, cell.end)).join("");
}

/** Folio lines, nameplate and imprint stand over and under the articles and belong to none. */
function setFurnitureApart(
  source: Source,
  strands: readonly Strand[],
): { head: Strand[]; body: Strand[]; foot: Strand[] } {
  const firstRow = Math.min(...strands.map((strand) => strand.top));
  const lastRow = Math.max(...strands.map((strand) => strand.bottom));
  const isRunning = (strand: Strand): boolean =>
    strand.cells.length <= 3 && strand.cells.some((cell) => isRunningLine(source.text.slice(cell.start, cell.end)));
  const inHead = strands.filter((strand) => strand.bottom <= firstRow + HEAD_ROWS && isRunning(strand));
  const headEnd = Math.max(-1, ...inHead.map((strand) => strand.bottom));
  const head = new Set(inHead);
  for (const strand of strands) {
    if (strand.bottom <= headEnd && strand.cells.length === 1 && strand.width <= NAMEPLATE) head.add(strand);
  }
  const foot = new Set(strands.filter((strand) => strand.top > lastRow - FOOT_ROWS && isRunning(strand)));
  return {
    head: [...head].sort((a, b) => a.top - b.top || a.x - b.x),
    body: strands.filter((strand) => !head.has(strand) && !foot.has(strand)),
    foot: [...foot].filter((strand) => !head.has(strand)),
  };
}

function classify(source: Source, strands: readonly Strand[]): Item[] {
  const long = strands.filter((strand) => strand.cells.length >= 3);
  return strands.map((strand) => {
    const words = textOf(source, strand);
    const first = strand.cells[0];
    const item = {
      ...strand,
      right: strand.x + strand.width,
      startsIndented: first !== undefined && first.x - strand.x > 1.3,
      endsSentence: isSentenceEnd(words),
    };
    return { ...item, kind: kindOf(item, words, long) };
  });
}

function kindOf(item: Omit<Item, "kind">, words: string, long: readonly Strand[]): Kind {
  const above = nearest(long, item, (other) => other.bottom < item.top, (other) => -other.bottom);
  const hole = above === undefined ? PICTURE_ROWS : item.top - above.bottom - 1;
  if (item.cells.length <= 2 && hole >= PICTURE_ROWS && CAPTION.test(words)) {
    // The rest of a column that broke off before a short last line is text: it starts where the others start.
    const isTop = long.some((other) => other.top === item.top && other.x < item.x && item.endsSentence && !/[摄攝]）?$/u.test(words));
    return isTop ? "text" : "caption";
  }
  if (item.cells.length >= 3) return "text";
  if (long.some((other) => other.top === item.top && other.x < item.x && item.endsSentence)) return "text";
  const below = nearest(long, item, (other) => other.top > item.bottom, (other) => other.top);
  const isBetween = above !== undefined && below !== undefined && item.top - above.bottom <= 2 && below.top - item.bottom <= 2;
  return isBetween && Math.abs(above.x - below.x) <= SAME_EDGE ? "inside" : item.endsSentence && hole <= 1 ? "text" : "title";
}

function nearest(
  strands: readonly Strand[],
  item: Strand,
  isCandidate: (other: Strand) => boolean,
  rank: (other: Strand) => number,
): Strand | undefined {
  let best: Strand | undefined;
  for (const other of strands) {
    if (other.x >= item.x + item.width || item.x >= other.x + other.width || !isCandidate(other)) continue;
    if (best === undefined || rank(other) < rank(best)) best = other;
  }
  return best;
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
  for (const band of bands) {
    const above = out[out.length - 1];
    if (above !== undefined && (isTitleOnly(above) || goesOn(above, band))) above.push(...band);
    else out.push(band);
  }
  return out;
}

function isTitleOnly(band: readonly Item[]): boolean {
  return band.every((item) => item.kind === "title");
}

/** Whether the columns of one part go on in the next: a picture lies between, or a subhead. */
function goesOn(above: readonly Item[], below: readonly Item[]): boolean {
  if (below.every((item) => item.kind === "caption" || item.kind === "inside")) return true;
  const texts = below.filter((item) => item.kind === "text");
  if (texts.length === 0) return false;
  const firstText = Math.min(...texts.map((item) => item.top));
  const hasTitle = below.some((item) => item.kind === "title" && item.bottom < firstText);
  const last = above.filter((item) => item.kind === "text").sort((a, b) => b.x - a.x || b.bottom - a.bottom)[0];
  if (hasTitle && last?.endsSentence === true) return false;
  return texts.some((text) => {
    if (text.startsIndented) return false;
    const upper = above
      .filter((item) => item.kind === "text" && Math.abs(item.x - text.x) <= SAME_EDGE && Math.abs(item.width - text.width) <= SAME_WIDTH)
      .sort((a, b) => b.bottom - a.bottom)[0];
    return upper !== undefined && !upper.endsSentence;
  });
}

/** Parts beside each other: nothing runs across the cut. */
function cutLengthwise(items: readonly Item[]): Item[][] {
  const slices: Item[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((a, b) => a.x - b.x)) {
    const slice = slices[slices.length - 1];
    if (slice === undefined || item.x >= right - 0.6) slices.push([item]);
    else slice.push(item);
    right = Math.max(right, item.right);
  }
  return slices;
}

/** Slices that make up one article, or several above each other. */
function groupSlices(slices: readonly Item[][]): Item[][][] {
  const groups: Item[][][] = [];
  let isTitled = false;
  for (const [i, slice] of slices.entries()) {
    const group = groups[groups.length - 1];
    const before = slices[i - 1];
    if (group === undefined || before === undefined) groups.push([slice]);
    else if (isTitled && startsArticle(slice, slices[i + 1]) && endsArticle(before)) groups.push([slice]);
    else group.push(slice);
    if (groups.length > 0 && groups[groups.length - 1] !== group) isTitled = false;
    isTitled ||= slice.some((item) => item.kind === "title");
  }
  return groups;
}

function startsArticle(slice: readonly Item[], next: readonly Item[] | undefined): boolean {
  const texts = slice.filter((item) => item.kind === "text");
  const first = texts.reduce<Item | undefined>((a, b) => (a === undefined || b.top < a.top ? b : a), undefined);
  if (first === undefined) return slice.some((item) => item.kind === "title");
  if (!first.startsIndented) return false;
  const isAbove = (item: Item): boolean => item.kind === "title" && item.bottom < first.top;
  return slice.some(isAbove) || (next?.some(isAbove) === true);
}

function endsArticle(slice: readonly Item[]): boolean {
  const last = slice.reduce<Item | undefined>(
    (a, b) => (b.kind === "text" && (a === undefined || b.bottom > a.bottom) ? b : a),
    undefined,
  );
  return last === undefined || last.endsSentence;
}

/** Titles, then column after column with subheads in their place, then captions. */
function writeArticle(slices: readonly Item[][], runs: Run[]): void {
  const items = slices.flat();
  const texts = items.filter((item) => item.kind === "text");
  const firstText = Math.min(...texts.map((item) => item.top));
  const titles = items.filter((item) => item.kind === "title" && item.bottom < firstText).sort((a, b) => a.top - b.top || a.x - b.x);
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
