/** How well the blocks of a page stand below each other where its columns may have been read in another order. */
import type { Block } from "../blocks/block.ts";
import { canBeTitle } from "../blocks/neighbours/can-be-title.ts";
import { look } from "../blocks/neighbours/question.ts";
import type { Context } from "../context.ts";
import { endOf, scoreWithin, startOf } from "../lexicon/continuity.ts";
import { looseBrackets } from "../text/brackets.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { plain } from "../text/sourced.ts";
import { beginsCut } from "./evidence/openness.ts";

export function isHeading(role: Block["role"]): boolean {
  return role === "title" || role === "sectionLabel";
}

export interface Read {
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

export function readBlock(block: Block, index: number): Read {
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
export class ColumnSeams {
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

  /** Places below whose upper neighbour the block there does not fit; the first ones where there are more than `most`. */
  oddPlaces(most: number): ReadonlySet<number> {
    const odd = new Set<number>();
    for (let place = 1; place <= this.#read.length && odd.size <= most; place += 1) {
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
export const WORST_CHARACTERS = -1.6;
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
