/**
 * Whether the lines of a page read better in another order than that of the dump.
 *
 * In: lines, what blank lines set apart among them, and a way to order them. Out: the lines in the order that reads better.
 * Never: orders them itself.
 *
 * The seams of a scan break in any order, where characters were misread, and its engine has looked for the columns of the
 * picture: another order must read much better. A program that takes the text out of a PDF misreads nothing, and knows of
 * columns only what the places of the characters tell: there a little is enough.
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Source } from "../text/source.ts";
import { isInterleaved } from "./interleaved.ts";
import type { Line } from "./lines.ts";
import { hasMarksOfPrint } from "./mark-widths.ts";
import { Echoes } from "./succession/echoes.ts";
import { mostToGain, type Readability, readabilityOf } from "./succession/readability.ts";

/** What is asked of a page and of another order of its lines. */
interface Bar {
  /** Share of the open seams that breaks at least as they are given. */
  readonly broken: number;
  /** And at most in the order found. */
  readonly stillBroken: number;
  /** The least gain, in log-odds, over the page and for each seam. */
  readonly gain: number;
  readonly gainOfSeam: number;
}

/**
 * Gains at each seam are 0.32 to 1.5 where the order found is right, up to 0.3 where that given was; one piece out of place
 * is put back where the text breaks off (`join/resumed.ts`): the least gain is half a dozen seams.
 */
const SCAN: Bar = { broken: 0.2, stillBroken: 0.32, gain: 30, gainOfSeam: 0.28 };
/** Of 28 pages out of PDFs in doubt 17 read better so and pass, and 4 that read worse; of dumps in order none passes. */
const TEXT_LAYER: Bar = { broken: 0.12, stillBroken: 1, gain: 8, gainOfSeam: 0.05 };

/** So few parts do not lie about. */
const MOST_IN_ORDER = 8;
/** Each is held against each other one; a page of print has dozens. */
const MOST_PARTS = 1000;
/**
 * What makes it worth a try: lines of several cells; or lines of parts whose columns take turns, of which one page in five
 * seems to have ten by chance (21 to 55 where they do); or what could be gained at each open seam (1.4 and more, half of it
 * in fact; to try it from 0.7 on took a twentieth of the time of a scan's dump and mended none of 97).
 */
const LEAST_WOVEN = 10;
const LEAST_TAKING_TURNS = 20;
const WORTH_A_TRY = 1;
const PAIRS_OF_PART = 8;

/** Another order of the lines of a page. */
interface Ordering {
  /** Lines that hold several cells. */
  readonly woven: number;
  readonly ordered: () => Line[];
}

export function ifClearer(
  source: Source,
  lines: readonly Line[],
  parts: readonly (readonly Line[])[],
  lexicon: Lexicon,
  order: (echoes: Echoes) => Ordering,
): readonly Line[] {
  if (parts.length <= MOST_IN_ORDER) return lines;
  const isTextLayer = hasMarksOfPrint(source.text, lines);
  const bar = isTextLayer ? TEXT_LAYER : SCAN;
  const echoes = new Echoes(source.text, lines);
  const given = readabilityOf(source, lines, lexicon, echoes);
  if (given.broken < given.seams * bar.broken) return lines;
  const { woven, ordered } = order(echoes);
  const isTried = isTextLayer || woven >= LEAST_WOVEN || mayBeOutOfOrder(source, parts, lexicon, echoes, given.seams);
  if (!isTried) return lines;
  const found = ordered();
  return isClearer(given, readabilityOf(source, found, lexicon, echoes), bar) ? found : lines;
}

function isClearer(given: Readability, found: Readability, bar: Bar): boolean {
  const gain = found.fit - given.fit;
  return found.broken <= found.seams * bar.stillBroken && gain > bar.gain && gain > given.seams * bar.gainOfSeam;
}

/**
 * A look before all is ordered: are there parts whose columns take turns, or could the ends of the parts go on elsewhere
 * much better than where the dump goes on? Of pages in order one in twenty passes, of others all do.
 */
function mayBeOutOfOrder(
  source: Source,
  parts: readonly (readonly Line[])[],
  lexicon: Lexicon,
  echoes: Echoes,
  seams: number,
): boolean {
  if (parts.length > MOST_PARTS) return false;
  let taken = 0;
  for (const part of parts)
    if (part.length > PAIRS_OF_PART && isInterleaved(source.text, part, lexicon, PAIRS_OF_PART)) taken += part.length;
  if (taken >= LEAST_TAKING_TURNS) return true;
  return mostToGain(source, parts, lexicon, echoes) >= seams * WORTH_A_TRY;
}
