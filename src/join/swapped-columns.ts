/**
 * Puts neighbouring columns back in order where a scan read the second one first.
 *
 * In: blocks in dump order. Out: the same blocks; where two neighbouring groups of an article clearly changed places,
 * they stand in their printed order. Never: moves a title or crosses one, or moves anything on a page that is in shreds.
 *
 * One look at three seams decides: before, between and after the two groups. Where columns were read in order, text
 * that breaks off goes on below, and a line that is full to its left edge goes on from above. A swap breaks that at
 * the three seams at once: 甲｜丙 丁｜乙 戊 for 甲 乙 丙 丁 戊.
 */
import { type Block, changed } from "../blocks/block.ts";
import { canBeTitle } from "../blocks/neighbours/can-be-title.ts";
import { look } from "../blocks/neighbours/question.ts";
import { LONGEST_VERSE } from "../blocks/neighbours/verse.ts";
import type { Context } from "../context.ts";
import type { Finding } from "../notice.ts";
import { originOf } from "../text/sourced.ts";
import { ColumnSeams, isHeading, type Read, readBlock, WORST_CHARACTERS } from "./column-seams.ts";

/** How much better, in log-odds, the swapped order must be. */
const LEAST_GAIN = 4;
/** No seam of the new order may speak against it, or by no more than characters can where the gain is large. */
const LEAST_SEAM = -0.2;
const LARGE_GAIN = 6;
/** What the words at the new seams must say together where the old order is contradictory. */
const LEAST_CONTENT = 2.5;
/** A contradiction: text that breaks off before a title, or goes on where nothing broke off. */
const CONTRADICTION = -2;
/** Where nothing contradicts the old order, two of the new seams must each say this much. */
const STRONG_SEAM = 3;
/** Most blocks in a group: a column holds a dozen paragraphs. */
const MOST_BLOCKS = 14;
/** ColumnSeams that do not fit, beyond which a page is in shreds and proves nothing. */
const MOST_ODD_SEAMS = 40;

export interface Unswapped {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

interface Swap {
  readonly gain: number;
  /** Places in the list of readable blocks: the first group is [from, middle), the second [middle, to). */
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

export function unswapColumns(blocks: readonly Block[], context: Context): Unswapped {
  const read = blocks.flatMap((block, index) => (isRead(block) ? [readBlock(block, index)] : []));
  const page = new ColumnSeams(read, context);
  const odd = page.oddPlaces(MOST_ODD_SEAMS);
  if (odd.size === 0 || odd.size > MOST_ODD_SEAMS) return { blocks, findings: [] };
  const swaps = withoutOverlaps(findSwaps(page, odd));
  if (swaps.length === 0) return { blocks, findings: [] };
  let out = blocks;
  const findings: Finding[] = [];
  for (const swap of swaps) {
    out = applySwap(out, read, swap);
    const [first, second] = [read[swap.from], read[swap.middle]];
    if (first === undefined || second === undefined) continue;
    findings.push({
      rule: "join/swapped",
      level: "info",
      offset: originOf(second.block.text, 0),
      message: `“${second.words.slice(0, 8)}…” was read after “${first.words.slice(0, 8)}…” and goes before it: the text breaks off and goes on there; compare the scan`,
    });
  }
  return { blocks: out, findings };
}

/** A block that is read in a row with others; captions, page furniture and the like stand beside the text. */
function isRead({ role }: Block): boolean {
  return role === "body" || role === "byline" || isHeading(role) || role === "subhead" || role === "jump";
}

function findSwaps(page: ColumnSeams, odd: ReadonlySet<number>): Swap[] {
  const swaps: Swap[] = [];
  for (const from of startsNear(odd, page.count)) {
    for (let middle = from + 1; middle < page.count && middle <= from + MOST_BLOCKS; middle += 1) {
      if (!canMove(page.at(middle - 1), false)) break;
      for (let to = middle + 1; to <= page.count && to <= middle + MOST_BLOCKS; to += 1) {
        if (!canMove(page.at(to - 1), to - 1 === middle)) break;
        if (!odd.has(from) && !odd.has(middle) && !odd.has(to)) continue;
        const gain = gainOf(page, from, middle, to);
        if (gain !== null && holdsText(page, from, to)) swaps.push({ gain, from, middle, to });
      }
    }
  }
  return swaps;
}

/** Lines of verse break off as the ends of columns do, and stand in their order. */
function holdsText(page: ColumnSeams, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if ((page.at(i)?.words.length ?? 0) > LONGEST_VERSE) return true;
  return false;
}

/** Places from which two groups can reach one that is odd, in order: pages are mostly in order. */
function startsNear(odd: ReadonlySet<number>, count: number): readonly number[] {
  const starts = new Set<number>();
  for (const place of odd) {
    for (let from = Math.max(1, place - 2 * MOST_BLOCKS); from <= place && from < count; from += 1) starts.add(from);
  }
  return [...starts].sort((a, b) => a - b);
}

/** Titles and jumps stay where they are; a byline moves only at the head of the second group, back to its title. */
function canMove(read: Read | undefined, isFirstOfSecond: boolean): boolean {
  if (read === undefined || isHeading(read.block.role) || read.block.role === "jump") return false;
  return read.block.role !== "byline" || (isFirstOfSecond && read.isLead);
}

function gainOf(page: ColumnSeams, from: number, middle: number, to: number): number | null {
  const before = page.between(from - 1, middle);
  const between = page.between(to - 1, from);
  const after = page.between(middle - 1, to);
  const weakest = Math.min(before, between, after);
  if (weakest < WORST_CHARACTERS) return null;
  const old = [page.between(from - 1, from), page.between(middle - 1, middle), page.between(to - 1, to)];
  const gain = before + between + after - old.reduce((total, seam) => total + seam, 0);
  if (gain < LEAST_GAIN) return null;
  const words = [before, between, after].filter((seam) => seam > 0);
  const isContradictory = Math.min(...old) <= CONTRADICTION;
  if (weakest < LEAST_SEAM && (gain < LARGE_GAIN || !isContradictory)) return null;
  const content = words.reduce((total, seam) => total + seam, 0);
  if (isContradictory && content >= LEAST_CONTENT) return gain;
  return words.filter((seam) => seam >= STRONG_SEAM).length >= 2 ? gain : null;
}

/** The clearest first, the one that leaves more at the head of its article among equals; each block moves once. */
function withoutOverlaps(swaps: readonly Swap[]): Swap[] {
  const chosen: Swap[] = [];
  for (const swap of [...swaps].sort((a, b) => b.gain - a.gain || b.from - a.from || a.to - b.to)) {
    if (chosen.every((other) => swap.to < other.from || swap.from > other.to)) chosen.push(swap);
  }
  return chosen;
}

function applySwap(blocks: readonly Block[], read: readonly Read[], { from, middle, to }: Swap): Block[] {
  const first = read[from]?.index ?? 0;
  const second = read[middle]?.index ?? 0;
  const end = (read[to - 1]?.index ?? 0) + 1;
  const out = [
    ...blocks.slice(0, first),
    ...blocks.slice(second, end),
    ...blocks.slice(first, second),
    ...blocks.slice(end),
  ];
  return read[middle]?.isLead === true ? withHeadline(out, first) : out;
}

/** The short lines that now stand above the byline are its title. */
function withHeadline(blocks: readonly Block[], byline: number): Block[] {
  const out = [...blocks];
  for (let i = byline - 1; i >= 0; i -= 1) {
    const block = out[i];
    if (block === undefined || (block.role !== "body" && block.role !== "subhead") || !canBeTitle(look(block))) break;
    out[i] = changed(block, { role: "title", confidence: 0.9 });
  }
  return out;
}
