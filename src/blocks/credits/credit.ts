/** What a byline says: its parts in order, and the people it names. */
import type { Author } from "../../page.ts";
import type { Span } from "../../text/source.ts";

export type CreditPartKind = "mark" | "outlet" | "role" | "name" | "separator" | "work";

/** Offsets are those of the text that was read. */
export interface CreditPart extends Span {
  readonly kind: CreditPartKind;
}

export interface Credits {
  readonly parts: readonly CreditPart[];
  readonly authors: readonly Author[];
  /** A role, an outlet or a mark shows that this is a byline; bare names alone do not. */
  readonly isMarked: boolean;
  /** Says only who made a picture: 贺青 摄. */
  readonly isPhoto: boolean;
  /** Says only who made the page: 责编 贺青 校对 石青. */
  readonly isStaff: boolean;
}

/** The reading of a part of a text, in offsets of the whole. */
export function moved(credits: Credits, by: number): Credits {
  if (by === 0) return credits;
  const parts = credits.parts.map(({ kind, start, end }) => ({ kind, start: start + by, end: end + by }));
  return {
    parts,
    authors: credits.authors,
    isMarked: credits.isMarked,
    isPhoto: credits.isPhoto,
    isStaff: credits.isStaff,
  };
}
