/**
 * A block: the part of a dump that was printed as one thing. A title line, a byline, a paragraph or a piece of one.
 */
import { type LineShape, NO_SHAPE } from "../lines/geometry.ts";
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
  /** The whole block stood between `**` marks. */
  readonly isBold: boolean;
  readonly blankLinesBefore: number;
  /** A picture stood above: its mark-up, or the wide gap that a removed one leaves. */
  readonly followsPicture: boolean;
  readonly shape: LineShape;
  /** Whether a paragraph begins here: known from an indent or a dateline, or not known (null). */
  readonly startsParagraph: boolean | null;
  /** Printed line ends of hard-wrapped dumps are marked in the text as line feeds. */
  readonly lines: readonly Span[];
  /** What a byline says, read once when it is named. Null for every other role. */
  readonly credits: BylineReading | null;
}

/** A block before anything is known of it. */
export function newBlock(text: Sourced, blankLinesBefore: number, lines: readonly Span[], shape = NO_SHAPE): Block {
  return {
    text,
    role: "body",
    confidence: 0,
    headingLevel: 0,
    isBold: false,
    blankLinesBefore,
    followsPicture: false,
    shape,
    startsParagraph: null,
    lines,
    credits: null,
  };
}
