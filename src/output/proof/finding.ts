import type { PositionIndex } from "../../text/position.ts";
import type { Span } from "../../text/source.ts";
import type { Kept } from "./kept.ts";

/** What a proof found wrong. */
export interface VerifyFinding {
  readonly kind: /** Source text that stands nowhere. */
    | "lost"
    /** Source text that stands in several places. */
    | "doubled"
    /** Text that the source does not hold. */
    | "invented"
    /** A change of letters, digits or Han by a rule that may not change them. */
    | "altered"
    /** The map does not fit the page or the source. */
    | "map";
  /** JSON Pointer of the field, or empty where no field is concerned. */
  readonly path: string;
  /** UTF-16 offset in the decoded source, or null where the page alone is concerned. */
  readonly offset: number | null;
  /** 1-based; null with `offset`. */
  readonly line: number | null;
  /** 1-based, in code points; null with `offset`. */
  readonly column: number | null;
  readonly message: string;
  readonly excerpt: string;
}

/** What every part of the proof looks at. */
export interface Evidence {
  readonly source: string;
  readonly positions: PositionIndex;
  /** The part of the source that the page was made from. */
  readonly range: Span;
  readonly kept: Kept;
}

/** UTF-16 units shown before and after the place itself. */
const CONTEXT = 10;

/** UTF-16 units of the place itself that are shown. */
const SHOWN = 30;

export function findingAt(
  { source, positions }: Evidence,
  place: { readonly start: number; readonly end: number },
  about: Pick<VerifyFinding, "kind" | "path" | "message">,
): VerifyFinding {
  const { start, end } = place;
  const before = source.slice(Math.max(0, start - CONTEXT), start);
  const after = source.slice(end, end + CONTEXT);
  return {
    ...about,
    offset: start,
    ...positions.at(start),
    excerpt: `${before}[${shorten(source.slice(start, end))}]${after}`,
  };
}

/** For text of the page that has no place in the source. */
export function findingIn(text: string, about: Pick<VerifyFinding, "kind" | "path" | "message">): VerifyFinding {
  return { ...about, offset: null, line: null, column: null, excerpt: shorten(text) };
}

function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN / 2)}…${text.slice(-SHOWN / 2)}`;
}
