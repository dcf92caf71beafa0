/**
 * Every change of a page with its reason.
 *
 * In: a page with its map, the dump. Out: edits and joins in the order of the dump, with what stands beside them.
 * Never: decides anything anew; what the map does not say is not said here.
 */
import type { JoinRecord, PageMap } from "../page.ts";
import { isBlankCode } from "../text/chars.ts";
import { Reading } from "./reading.ts";

interface Placed {
  readonly rule: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
  /** UTF-16 offsets in the decoded dump. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface EditReason extends Placed {
  readonly kind: "edit";
  /** A few characters of the dump, as read before and after the change. */
  readonly left: string;
  readonly right: string;
  readonly evidence: string | null;
}

/** `before` and `after` are the ends of the two texts; start and end are the seam's last and first character. */
export interface JoinReason extends Placed {
  readonly kind: "join";
  readonly evidence: JoinRecord["evidence"];
}

export type Reason = EditReason | JoinReason;

/** Code points shown beside an edit. */
const BESIDE_EDIT = 3;
/** Code points shown of each side of a seam. */
const BESIDE_SEAM = 4;

export function reasonsOf(text: string, map: PageMap): readonly Reason[] {
  const reading = new Reading(text, map);
  const edits = map.edits.map((edit): EditReason => {
    const { rule, line, column, start, end, before, after, evidence, confidence } = edit;
    return {
      kind: "edit",
      rule,
      line,
      column,
      start,
      end,
      before,
      after,
      left: reading.before(start, end, BESIDE_EDIT),
      right: reading.after(start, end, BESIDE_EDIT),
      evidence,
      confidence,
    };
  });
  const joins = map.joins.map(({ rule, tail, head, line, column, confidence, evidence }): JoinReason => {
    const before = reading.before(head, head + 1, 3 * BESIDE_SEAM);
    const after = text.slice(head, head + 1) + reading.after(head, head + 1, 3 * BESIDE_SEAM);
    return {
      kind: "join",
      rule,
      line,
      column,
      start: tail,
      end: head,
      before: tight(before).slice(-BESIDE_SEAM).join(""),
      after: tight(after).slice(0, BESIDE_SEAM).join(""),
      evidence,
      confidence,
    };
  });
  return [...edits, ...joins].sort((a, b) => placeOf(a) - placeOf(b));
}

/** A join stands where its second piece begins. */
function placeOf(reason: Reason): number {
  return reason.kind === "join" ? reason.end : reason.start;
}

/** The code points that are not blank. */
function tight(text: string): readonly string[] {
  return [...text].filter((character) => !isBlankCode(character.charCodeAt(0)));
}
