/**
 * A block: the part of a dump that was printed as one thing. A title line, a byline, a paragraph or a piece of one.
 */
import { type LineShape, NO_SHAPE } from "../lines/geometry.ts";
import type { TypeOdds } from "../lines/lines.ts";
import type { Span } from "../text/source.ts";
import type { Sourced } from "../text/sourced.ts";
import type { BylineReading } from "./credits/reading.ts";
import type { Role } from "./role.ts";

export interface Block {
  readonly text: Sourced;
  readonly role: Role;
  /** 0 to 1: how sure the role is. */
  readonly confidence: number;
  /** `##` is 2; 0 where the dump has no heading marks. */
  readonly headingLevel: number;
  /** The layout of the page says that it stands over an article. */
  readonly headsArticle: boolean;
  /** Stands above the first paragraph of its frame, as indents and blank lines of the dump show. */
  readonly headsFrame: boolean;
  /** Text of another article than what stands above, as its lines were put in order. */
  readonly opensArticle: boolean;
  /** The dump says that its type is larger than that of the body. */
  readonly isLarge: boolean;
  /** A sentence of the text, set again. */
  readonly isRepeated: boolean;
  /** The whole block stood between `**` marks. */
  readonly isBold: boolean;
  readonly blankLinesBefore: number;
  /** A picture stood above: its mark-up, or the wide gap that a removed one leaves. */
  readonly followsPicture: boolean;
  /** Its printed lines are in the measure of no column. */
  readonly standsOutside: boolean;
  readonly shape: LineShape;
  /** Whether a paragraph begins here: known from an indent or a dateline, or not known (null). */
  readonly startsParagraph: boolean | null;
  /** Printed line ends of hard-wrapped dumps are marked in the text as line feeds. */
  readonly lines: readonly PrintedSpan[];
  /** What a byline says, read once when it is named. Null for every other role. */
  readonly credits: BylineReading | null;
}

/** Where a printed line stands in the dump. */
export interface PrintedSpan extends Span {
  /** Against the title line above it, where its place tells. */
  readonly type?: TypeOdds | undefined;
}

/** A block before anything is known of it. */
export function newBlock(
  text: Sourced,
  blankLinesBefore: number,
  lines: readonly PrintedSpan[],
  shape = NO_SHAPE,
): Block {
  return {
    text,
    role: "body",
    confidence: 0,
    headingLevel: 0,
    headsArticle: false,
    headsFrame: false,
    opensArticle: false,
    isLarge: false,
    isRepeated: false,
    isBold: false,
    blankLinesBefore,
    followsPicture: false,
    standsOutside: false,
    shape,
    startsParagraph: null,
    lines,
    credits: null,
  };
}

/**
 * The same block but for some fields. Every block is made by the two literals of this file: V8 gives the objects of each
 * spread a hidden class of their own, and looks a field up by its name where it meets many.
 */
export function changed(block: Block, change: Partial<Block>): Block {
  const { text, role, confidence, headingLevel, isBold, blankLinesBefore, followsPicture, shape, lines } = block;
  return {
    text: change.text ?? text,
    role: change.role ?? role,
    confidence: change.confidence ?? confidence,
    headingLevel: change.headingLevel ?? headingLevel,
    headsArticle: change.headsArticle ?? block.headsArticle,
    headsFrame: change.headsFrame ?? block.headsFrame,
    opensArticle: change.opensArticle ?? block.opensArticle,
    isLarge: change.isLarge ?? block.isLarge,
    isRepeated: change.isRepeated ?? block.isRepeated,
    isBold: change.isBold ?? isBold,
    blankLinesBefore: change.blankLinesBefore ?? blankLinesBefore,
    followsPicture: change.followsPicture ?? followsPicture,
    standsOutside: change.standsOutside ?? block.standsOutside,
    shape: change.shape ?? shape,
    startsParagraph: change.startsParagraph === undefined ? block.startsParagraph : change.startsParagraph,
    lines: change.lines ?? lines,
    credits: change.credits === undefined ? block.credits : change.credits,
  };
}
