/**
 * Which texts of a page are of one article, where a dump gives its pieces in an order of its own.
 *
 * In: runs of lines that are read in one go, in the order of the dump. Out: heaps of them, each in reading order. Never:
 * parts a run; puts two texts that begin articles on one heap without strong reasons.
 *
 * A text keeps to its names and things: on made pages whose truth is known, the run that fits a piece best by what they
 * share is of its article in nine cases of ten, whether or not the words at their ends tell which follows which.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { lastOf } from "../../text/list.ts";
import type { Above } from "./above.ts";
import { commonTopics } from "./common.ts";
import type { Echoes } from "./echoes.ts";
import { headOf } from "./ends.ts";
import { fitOnPage } from "./fit.ts";
import { bestPath } from "./path.ts";
import type { Strip } from "./strip.ts";

export interface Text {
  /** Place in the order of the dump. */
  readonly at: number;
  readonly strips: readonly Strip[];
  readonly words: string;
  /** What stands right above it in the dump. */
  readonly above: Above;
  /** A headline names it, wherever that stands. */
  readonly isHeaded?: boolean;
}

/** Log-odds, natural base, that a text begins an article: one logistic regression over texts of made pages, rounded. */
const BEGINS = -2.9;
const OPENS = 3.8;
const HAS_INDENT = 2.1;
const BELOW: Readonly<Record<Above, number>> = { "own title": 2, title: 0.5, byline: 2, text: 0 };
const SMALL = -1.4;
const SMALL_LINES = 6;
const OPENING_LINES = 2;

/** The same for two texts being of one article, the second following the first somewhere. */
const TOGETHER = -2.45;
const SHARE_OF_TOPIC = 9;
const MOST_TOPIC = 0.3;
const NEAREST_TOPIC = 1.7;
const NEXT_TOPIC = 0.75;
const SAME_WIDTH = -0.1;
const OTHER_WIDTH = -2.05;
const NEXT = 2.3;
const NEAR = 0.65;
const BACK = 0.2;
const FAR = -0.55;
const GOES_ON = 0.8;
const SHARE_OF_SEAM = 0.2;
/** Each unit by which the weaker of two beginnings is likelier than ALMOST_SURELY_NONE. */
const TWO_BEGINNINGS = -0.5;
const ALMOST_SURELY_NONE = -2;
const TWO_HEADLINES = -1;

/** Columns differ in width by less, or by more than this, in em. */
const ALIKE_WIDTH = 1.1;
const UNLIKE_WIDTH = 1.6;
/** Distances in the order of the dump, counted in runs. */
const NEXT_RUNS = 2;
const NEAR_RUNS = 6;
const BACK_RUNS = 4;
const FAR_RUNS = 15;

/** A heap of more texts is left in the order of the dump. */
const MOST_ORDERED = 9;
/** What place and indent say of the order within an article. */
const JUST_BEHIND = 1.5;
const BEHIND = 0.8;
const PARAGRAPH_AFTER_END = 0.7;
const ON_AFTER_OPEN = 0.3;
const PARAGRAPH_AFTER_OPEN = -1;

interface Known extends Text {
  readonly first: Strip;
  readonly last: Strip;
  readonly width: number;
  readonly begins: number;
  readonly head: "start" | "on" | "short";
}

export function gatherTexts(texts: readonly Text[], lexicon: Lexicon, echoes: Echoes): Text[][] {
  const known = texts.flatMap(describe);
  const heaps = merge(known, fitsOf(known, lexicon, echoes));
  return heaps.map((heap) =>
    inOrder(
      heap.flatMap((i) => known[i] ?? []),
      lexicon,
      echoes,
    ),
  );
}

function describe(text: Text): Known[] {
  const { strips, above, isHeaded = false, at, words } = text;
  const first = strips[0];
  const last = lastOf(strips);
  if (first === undefined || last === undefined) return [];
  // The longest line may be a title.
  const width = strips.map(({ ems }) => ems).sort((a, b) => b - a)[1] ?? 0;
  const head = headOf(first, width);
  let begins = BEGINS + BELOW[above];
  if (strips.slice(0, OPENING_LINES).some(({ reports }) => reports)) begins += OPENS;
  if (head === "start") begins += HAS_INDENT;
  if (strips.length < SMALL_LINES) begins += SMALL;
  return [{ at, strips, words, above, isHeaded, first, last, width, begins, head }];
}

/** Square table: how likely two texts are of one article, whichever follows the other. */
function fitsOf(known: readonly Known[], lexicon: Lexicon, echoes: Echoes): Float64Array {
  const count = known.length;
  const topics = commonTopics(known.map(({ words }) => words));
  const fits = new Float64Array(count * count).fill(Number.NEGATIVE_INFINITY);
  for (const [i, below] of known.entries()) {
    let most = 0;
    let second = 0;
    for (let j = 0; j < count; j += 1) {
      const topic = topics[i * count + j] ?? 0;
      if (topic > most) [most, second] = [topic, most];
      else if (topic > second) second = topic;
    }
    for (const [j, above] of known.entries()) {
      if (i === j) continue;
      const topic = topics[i * count + j] ?? 0;
      let fit = TOGETHER + SHARE_OF_TOPIC * Math.min(MOST_TOPIC, topic) + fitOfPlaces(above, below);
      if (topic > 0 && topic === most) fit += NEAREST_TOPIC;
      else if (topic > 0 && topic === second) fit += NEXT_TOPIC;
      if (!above.last.isClosed) {
        if (below.head === "on") fit += GOES_ON;
        fit += SHARE_OF_SEAM * fitOnPage(above.last.tail, below.first.head, lexicon, echoes);
      }
      const either = Math.max(fit, fits[i * count + j] ?? fit);
      fits[i * count + j] = either;
      fits[j * count + i] = either;
    }
  }
  return fits;
}

function fitOfPlaces(above: Known, below: Known): number {
  const difference = Math.abs(above.width - below.width);
  const width = difference <= ALIKE_WIDTH ? SAME_WIDTH : difference > UNLIKE_WIDTH ? OTHER_WIDTH : 0;
  const distance = below.at - above.at;
  if (Math.abs(distance) > FAR_RUNS) return width + FAR;
  if (distance > 0) return width + (distance <= NEXT_RUNS ? NEXT : distance <= NEAR_RUNS ? NEAR : 0);
  return width + (distance >= -BACK_RUNS ? BACK : 0);
}

/** The two heaps that fit best become one, as long as any fit: by the mean of their texts, and the two that fit best. */
function merge(known: readonly Known[], fits: Float64Array): number[][] {
  const count = known.length;
  const heaps = known.map((_, i) => [i]);
  const sums = fits.slice();
  const tops = fits.slice();
  const begins = Float64Array.from(known, (text) => text.begins);
  const headed = known.map(({ isHeaded }) => isHeaded === true);
  const isGone = new Uint8Array(count);
  for (;;) {
    let [into, from, most] = [-1, -1, 0];
    for (let a = 0; a < count; a += 1) {
      if (isGone[a] === 1) continue;
      for (let b = a + 1; b < count; b += 1) {
        if (isGone[b] === 1) continue;
        const pairs = (heaps[a]?.length ?? 1) * (heaps[b]?.length ?? 1);
        const weaker = Math.min(begins[a] ?? 0, begins[b] ?? 0);
        const fit =
          ((sums[a * count + b] ?? 0) / pairs + (tops[a * count + b] ?? 0)) / 2 +
          TWO_BEGINNINGS * Math.max(0, weaker - ALMOST_SURELY_NONE) +
          (headed[a] === true && headed[b] === true ? TWO_HEADLINES : 0);
        if (fit > most) [into, from, most] = [a, b, fit];
      }
    }
    if (into < 0) return heaps.filter((_, i) => isGone[i] !== 1);
    isGone[from] = 1;
    heaps[into]?.push(...(heaps[from] ?? []));
    headed[into] = headed[into] === true || headed[from] === true;
    begins[into] = Math.max(begins[into] ?? 0, begins[from] ?? 0);
    for (let other = 0; other < count; other += 1) {
      const sum = (sums[into * count + other] ?? 0) + (sums[from * count + other] ?? 0);
      const top = Math.max(tops[into * count + other] ?? 0, tops[from * count + other] ?? 0);
      sums[into * count + other] = sum;
      sums[other * count + into] = sum;
      tops[into * count + other] = top;
      tops[other * count + into] = top;
    }
  }
}

/** The order in which the ends fit best, the likeliest beginning first. */
function inOrder(heap: readonly Known[], lexicon: Lexicon, echoes: Echoes): Text[] {
  const texts = [...heap].sort((a, b) => a.at - b.at);
  if (texts.length < 2 || texts.length > MOST_ORDERED) return texts;
  const links = texts.map((above) => texts.map((below) => linkOf(above, below, lexicon, echoes)));
  const order = bestPath(
    texts.map(({ begins }) => begins),
    links,
  );
  return order.flatMap((i) => texts[i] ?? []);
}

function linkOf(above: Known, below: Known, lexicon: Lexicon, echoes: Echoes): number {
  const distance = below.at - above.at;
  const place = distance <= 0 ? 0 : distance <= NEXT_RUNS ? JUST_BEHIND : BEHIND;
  if (above.last.isClosed) {
    if (below.head === "start") return place + PARAGRAPH_AFTER_END;
    return below.head === "on" ? place - PARAGRAPH_AFTER_END : place;
  }
  const indent = below.head === "on" ? ON_AFTER_OPEN : below.head === "start" ? PARAGRAPH_AFTER_OPEN : 0;
  return place + indent + fitOnPage(above.last.tail, below.first.head, lexicon, echoes);
}
