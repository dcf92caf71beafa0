/**
 * How well one printed line goes on in another, by their lengths, marks and characters.
 *
 * Log-odds, natural base: against two lines of one page picked at random. Counted on seams of printed lines and rounded;
 * each figure has a reason in how columns are set.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Echoes } from "./echoes.ts";
import type { Strip } from "./strip.ts";

/** Full lines of one column differ by this much, in em: digits, marks that hang over or moved to the next line. */
const SAME_LENGTH = 1.6;
/** A line below a first line is longer than it by the indent. */
const INDENT = 2.9;
/** A full line is hardly ever shorter than the one above by more. */
const SHORT_BY = 3;

/** Of lengths and final marks. */
export function fitOfShape(above: Strip, below: Strip): number {
  const longer = below.ems - above.ems;
  if (above.isClosed) {
    // Goes on only where the sentence ends at the end of a full line; otherwise a paragraph begins.
    if (longer > SAME_LENGTH) return below.isClosed ? -1.9 : -0.3;
    if (longer >= -SAME_LENGTH) return below.isClosed ? -1.2 : 0.3;
    if (longer >= -SHORT_BY) return below.isClosed ? -0.9 : 0.15;
    return below.isClosed ? -2 : -1.4;
  }
  if (longer > INDENT) return below.isClosed || above.isPaused ? -1.2 : -0.6;
  if (longer >= -SAME_LENGTH) return 0.25;
  // In mid-sentence only the last line of a paragraph is shorter.
  if (!below.isClosed) return longer >= -SHORT_BY ? -1.6 : -1.8;
  if (longer >= -SHORT_BY) return above.isPaused ? 0.4 : 0.1;
  return above.isPaused ? -0.6 : -0.15;
}

/** Compositors let no line begin with these. */
const NEVER_FIRST = "，。、；：！？）》”’」』,.;:!?)";
const AT_LINE_START = -1.5;
const AFTER_SENTENCE = -0.2;
const LEAST = -1.6;
/** The words say no more than this. */
export const MOST_FIT = 4.5;

/** Of what stands at the seam: what Chinese usually writes, and this page. */
export function fitOfWords(above: Strip, below: Strip, lexicon: Lexicon, echoes: Echoes): number {
  if (above.isClosed && !NEVER_FIRST.includes(below.head.charAt(0))) return AFTER_SENTENCE;
  return fitOnPage(above.tail, below.head, lexicon, echoes);
}

/** A seam of which the page has one triple within a line, or both. */
const ECHO = 2;
const TWO_ECHOES = 3.5;

/** Of an open tail and a head on a page whose lines are known. */
export function fitOnPage(tail: string, head: string, lexicon: Lexicon, echoes: Echoes): number {
  const seam = fitOfSeam(tail, head, lexicon);
  if (seam >= MOST_FIT || NEVER_FIRST.includes(head.charAt(0))) return seam;
  const heard = echoes.count(tail, head);
  if (heard === 0) return seam;
  return Math.min(MOST_FIT, Math.max(seam + ECHO, heard === 2 ? TWO_ECHOES : ECHO / 2));
}

/** Of the last two characters of an open tail and the first two of a head. */
export function fitOfSeam(tail: string, head: string, lexicon: Lexicon): number {
  if (NEVER_FIRST.includes(head.charAt(0))) return AT_LINE_START;
  const seam = lexicon.seam(tail, head);
  return seam < LEAST ? LEAST : seam > MOST_FIT ? MOST_FIT : seam;
}
