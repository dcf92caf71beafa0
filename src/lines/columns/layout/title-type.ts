/**
 * What the places of two lines of a title say of the size of their type.
 *
 * In: two lines below each other, and the sides of the text they stand over. Out: log-odds, natural base, fitted together with
 * what the words say (`articles/title-seam.ts`). Never: reads what they say.
 *
 * The dump gives where a line begins and how many characters it has; how large they are, it does not. But lines that are
 * centred over one text begin the further left, the longer they are: by half the size of its type for each character.
 */
import type { TypeOdds } from "../../lines.ts";
import type { Strand } from "../strands.ts";
import type { Piece } from "./piece.ts";

export interface Sides {
  readonly left: number;
  readonly right: number;
}

export function sidesOf(flow: readonly Piece[]): Sides {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const piece of flow) {
    left = Math.min(left, piece.x);
    right = Math.max(right, piece.right);
  }
  return { left, right };
}

/** Lines that are not centred begin where the text does. */
const AT_EDGE = 1.6;
const BOTH_AT_EDGE = 0.7;
const SAME_LENGTH = 1;
/** A headline broken over two lines of one measure. */
const ONE_MEASURE = 2.5;
const SAME_START = 1.2;
const FULL_LINES = 2;
/** Centred, in one type; the sizes of type of titles, in em. */
const CENTRED = 1;
const SMALLEST = 0.8;
const LEAST_OF_HEADLINE = 1;
const LARGEST = 7;
const LARGEST_BROKEN = 5;
/** One is set in larger type: they differ by few characters, and by more. */
const OTHER_TYPE = -2.6;
const OTHER_LENGTH = -0.7;
/** A line that begins further right and has as many characters is set smaller; so is one that comes out so much smaller. */
const SHORTEST_CENTRED = 5;
const SURELY_LARGER = 3;
const MOVED = 2;
const COMES_OUT_LARGER = 2;
const LARGER = 1.3;

export function typeOdds(above: Strand, below: Strand, sides: Sides): TypeOdds {
  const isAtEdge = Math.abs(above.x - sides.left) < AT_EDGE && Math.abs(below.x - sides.left) < AT_EDGE;
  const longer = below.width - above.width;
  if (isAtEdge) return { same: Math.abs(longer) <= SAME_LENGTH ? BOTH_AT_EDGE : 0, larger: 0 };
  return { same: sameOdds(above.x - below.x, longer), larger: largerOdds(above, below, sides) };
}

function sameOdds(shift: number, longer: number): number {
  if (Math.abs(shift) <= SAME_START && Math.abs(longer) <= FULL_LINES) return ONE_MEASURE;
  const size = (2 * shift) / longer;
  if (Math.abs(longer) >= SAME_LENGTH && size >= LEAST_OF_HEADLINE && size <= LARGEST_BROKEN) return CENTRED;
  return Math.abs(longer) <= FULL_LINES ? OTHER_TYPE : OTHER_LENGTH;
}

/** Above 0 where the lower line is in larger type. A label of a few characters is centred over nothing. */
function largerOdds(above: Strand, below: Strand, sides: Sides): number {
  if (Math.min(above.width, below.width) < SHORTEST_CENTRED) return 0;
  const shift = above.x - below.x;
  if (shift >= MOVED && above.width >= below.width) return SURELY_LARGER;
  if (shift <= -MOVED && below.width >= above.width) return -SURELY_LARGER;
  const [upper, lower] = [sizeOver(above, sides), sizeOver(below, sides)];
  if (Math.min(upper, lower) < SMALLEST || Math.max(upper, lower) > LARGEST) return 0;
  if (lower > upper * LARGER) return COMES_OUT_LARGER;
  return upper > lower * LARGER ? -COMES_OUT_LARGER : 0;
}

/** Of a line that is centred over the text, in em. */
function sizeOver({ x, width }: Strand, { left, right }: Sides): number {
  return (left + right - 2 * x) / width;
}
