/** A short block that its own words leave undecided, and the company it keeps. */
import type { Context } from "../../context.ts";
import { isSentenceEnd, visibleLength } from "../../text/chars.ts";
import { plain } from "../../text/sourced.ts";
import type { Block } from "../block.ts";
import type { BodyText } from "./pull-quote.ts";

/** Counted on 13,000 headlines: 95 % have 40 characters or fewer. */
export const LONGEST_TITLE = 46;
/** A caption without a credit: one or two sentences. */
export const LONGEST_CAPTION = 110;

/** A block as the questions look at it. */
export interface Seen {
  readonly block: Block;
  readonly words: string;
  /** Characters without blanks; of long blocks, about. */
  readonly length: number;
  readonly endsSentence: boolean;
  /** Whether these can be the words of a title; found out once, when it is asked. */
  canBeTitle: boolean | undefined;
}

export interface Question {
  /** Roles as far as they are known: decided above `index`, by their own words below it. */
  readonly named: readonly Block[];
  readonly seen: readonly Seen[];
  readonly index: number;
  readonly here: Seen;
  /** The nearest running text above, within the article; null where a title or byline stands above, or nothing. */
  readonly bodyAbove: number | null;
  /** The dump has heading marks. */
  readonly hasHeadings: boolean;
  /** The levels of its headings tell titles from subheads. */
  readonly levelsTell: boolean;
  /** Each line of the dump is a printed line. */
  readonly isWrapped: boolean;
  /** Blank lines part the frames of the page, and indents begin its paragraphs. */
  readonly framesTell: boolean;
  /** The layout of the dump shows where columns of text begin side by side below a title. */
  readonly layoutTells: boolean;
  /** First and last block of the page that is running text without doubt. */
  readonly firstText: number;
  readonly lastText: number;
  /** Running text of more than three lines stands above. */
  readonly isBelowText: boolean;
  readonly bodies: BodyText;
  /** Who speaks on the page: 记者, 答, a name. */
  readonly speakers: ReadonlySet<string>;
  readonly context: Context;
}

export function look(block: Block): Seen {
  const words = plain(block.text);
  const length = words.length > LONGEST_CAPTION * 2 ? words.length : visibleLength(words);
  return { block, words, length, endsSentence: isSentenceEnd(words), canBeTitle: undefined };
}

export function isOpenQuestion(block: Block | undefined): boolean {
  return block !== undefined && block.role === "body" && block.confidence === 0;
}

/** The nearest running text below, within the article; no quotation of it, set large between the columns. */
export function nextBody({ named, seen, index, bodies }: Question): number | null {
  for (let i = index + 1; i < named.length; i += 1) {
    const role = named[i]?.role;
    const below = seen[i];
    if (below === undefined) return null;
    if (isOpenQuestion(named[i]) && below.length <= LONGEST_CAPTION / 2 && bodies.repeats(below)) continue;
    if (role === "body" && below.length > 0) return i;
    if (role === "title" || role === "byline") return null;
  }
  return null;
}
