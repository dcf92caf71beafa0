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
import type { Context } from "../context.ts";
import { endOf, scoreWithin, startOf } from "../lexicon/continuity.ts";
import type { Finding } from "../notice.ts";
import { looseBrackets } from "../text/brackets.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { originOf, plain } from "../text/sourced.ts";
import { beginsCut } from "./evidence/openness.ts";

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
/** Seams that do not fit, beyond which a page is in shreds and proves nothing. */
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
  const page = new Seams(read, context);
  const odd = page.oddPlaces();
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

function isHeading(role: Block["role"]): boolean {
  return role === "title" || role === "sectionLabel";
}

interface Read {
  readonly block: Block;
  readonly index: number;
  readonly words: string;
  readonly endOf: string;
  readonly startOf: string;
  readonly isClosed: boolean;
  readonly open: string | null;
  /** Goes on from elsewhere, by its first mark or particle, or by a bracket that it closes and nothing opened. */
  readonly isCut: boolean;
  readonly orphan: string | null;
  /** A byline that opens a text: 本报讯（记者 …）. */
  readonly isLead: boolean;
  readonly isIndented: boolean | null;
}

function readBlock(block: Block, index: number): Read {
  const words = plain(block.text);
  const { open, orphan } = looseBrackets(words);
  const isLead = block.role === "byline" && block.startsParagraph === true;
  return {
    block,
    index,
    words,
    endOf: endOf(words),
    startOf: startOf(words),
    isClosed: isSentenceEnd(words),
    open,
    orphan,
    isCut: orphan !== null || beginsCut(words),
    isLead,
    isIndented: block.startsParagraph === true ? true : block.shape.isIndented,
  };
}

/** A title line, or a short line that could be one. */
function canHead(block: Block): boolean {
  return isHeading(block.role) || block.role === "subhead" || (block.role === "body" && canBeTitle(look(block)));
}

/** How well each readable block of a page stands below another one, in log-odds; 0 is neither for nor against. */
class Seams {
  readonly #read: readonly Read[];
  readonly #context: Context;
  readonly #known = new Map<number, number>();

  constructor(read: readonly Read[], context: Context) {
    this.#read = read;
    this.#context = context;
  }

  get count(): number {
    return this.#read.length;
  }

  at(place: number): Read | undefined {
    return this.#read[place];
  }

  /** @param below may be the count: nothing stands below the last block. */
  between(above: number, below: number): number {
    const key = above * (this.#read.length + 1) + below;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const score = seamScore(this.#read[above], this.#read[below], this.#context);
    this.#known.set(key, score);
    return score;
  }

  /** Places below whose upper neighbour the block there does not fit. */
  oddPlaces(): ReadonlySet<number> {
    const odd = new Set<number>();
    for (let place = 1; place <= this.#read.length && odd.size <= MOST_ODD_SEAMS; place += 1) {
      if (this.between(place - 1, place) < 0) odd.add(place);
    }
    return odd;
  }
}

/** Text that breaks off, and nothing that could go on from it; text that goes on, and nothing that broke off. */
const BROKEN_OFF = -3;
const FROM_NOWHERE = -3;
/** A full first line below a closed paragraph whose last line is short. */
const FULL_BELOW_SHORT = -2;
/** A byline that opens a text, with text above it instead of its title. */
const NO_TITLE = -3;
/** The characters at a seam say against it no more than this. */
const WORST_CHARACTERS = -1.6;
const INDENTED_HEAD = -2.5;
const FLUSH_HEAD = 0.6;
const CLOSES_BRACKET = 3;
const CLOSES_NOTHING = -1.5;
const CUT_HEAD = 2;
const SHORT_TAIL = -1;

function seamScore(above: Read | undefined, below: Read | undefined, context: Context): number {
  if (above === undefined) return 0;
  const isText = above.block.role === "body";
  if (below === undefined) return isText && !above.isClosed ? BROKEN_OFF : 0;
  if (below.block.role !== "body") {
    if (below.isLead) return canHead(above.block) || above.block.role === "byline" ? 0 : NO_TITLE;
    return isText && !above.isClosed && below.block.role !== "jump" ? BROKEN_OFF : 0;
  }
  if (!isText || above.isClosed) {
    if (below.isCut) return FROM_NOWHERE;
    const isFull = isText ? above.block.shape.isLastLineFull === true : above.isLead;
    return below.isIndented === false && !isFull ? FULL_BELOW_SHORT : 0;
  }
  let score = scoreWithin(WORST_CHARACTERS, Number.POSITIVE_INFINITY, above.endOf, below.startOf, context.lexicon);
  if (below.isIndented !== null) score += below.isIndented ? INDENTED_HEAD : FLUSH_HEAD;
  if (below.orphan !== null) score += below.orphan === above.open ? CLOSES_BRACKET : CLOSES_NOTHING;
  else if (below.isCut) score += CUT_HEAD;
  if (above.block.shape.isLastLineFull === false) score += SHORT_TAIL;
  return score;
}

function findSwaps(page: Seams, odd: ReadonlySet<number>): Swap[] {
  const swaps: Swap[] = [];
  for (const from of startsNear(odd, page.count)) {
    for (let middle = from + 1; middle < page.count && middle <= from + MOST_BLOCKS; middle += 1) {
      if (!canMove(page.at(middle - 1), false)) break;
      for (let to = middle + 1; to <= page.count && to <= middle + MOST_BLOCKS; to += 1) {
        if (!canMove(page.at(to - 1), to - 1 === middle)) break;
        if (!odd.has(from) && !odd.has(middle) && !odd.has(to)) continue;
        const gain = gainOf(page, from, middle, to);
        if (gain !== null) swaps.push({ gain, from, middle, to });
      }
    }
  }
  return swaps;
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

function gainOf(page: Seams, from: number, middle: number, to: number): number | null {
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
