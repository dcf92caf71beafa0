/**
 * What speaks for and against one turn of a column going on in another one further down, on a page whose dump goes through its
 * columns in turns.
 *
 * In: turns, each a line or a few. Out: log-odds, natural base. Never: looks at other turns than those around the two.
 *
 * Where columns stand beside each other, the next lines of all of them are as far away: what the words say of one is said of
 * its neighbours, at the same distance, too. That alone, at the first look, finds five links in six. Later the column is
 * known, and what its lengths say. The weights were fitted to pages whose truth is known and on which each turn is a line, as
 * two choices: of all turns, or none, that could come next; and of all, or none, that could have come before. They are
 * rounded, and serve turns of a few lines as well.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Echoes } from "./echoes.ts";
import { fitOfShape, fitOfWords } from "./fit.ts";
import type { Around, Clues, Ends, Turn } from "./looks.ts";
import type { Strip } from "./strip.ts";

/** A page has no more columns beside each other. */
const REACH = 16;
const LEAST_LIKELY = 0.4;

/** Of a look at two lines by themselves, and of one that knows their columns. */
type Two = readonly [number, number];

const LINK: Two = [-0.8, -0.7];
const SHARE_OF_WORDS: Two = [0.7, 0.46];
const SHARE_OF_SHAPE: Two = [1.35, 0.75];
const TO_OPENING: Two = [-2.4, -1.75];
const BESIDE_ALONE: Two = [-1.2, -0.7];

/** At the first look, by how many turns further down. */
const DISTANCES: readonly { readonly most: number; readonly says: number }[] = [
  { most: 1, says: 1.2 },
  { most: 4, says: 1.95 },
  { most: 6, says: 1.55 },
  { most: 7, says: 0.2 },
  { most: 9, says: -1.15 },
  { most: REACH, says: -2.65 },
];
/** At the first look, the mean of what the three turns right above, or below, say of this distance; and the next three. */
const NEIGHBOURS: readonly { readonly first: number; readonly share: number }[] = [
  { first: 1, share: 0.97 },
  { first: 4, share: 0.33 },
];
const NEIGHBOURS_ASKED = 3;
const SHARE_OF_NEIGHBOURS_SHAPE = 0.8;
const LEAST_SAID = -2;
const MOST_SAID = 3;

/** At later looks. */
const EACH_BESIDE = 2.4;
const EACH_WITHIN = -1.55;
const EACH_ACROSS = -1.1;
const MOST_CROSSED = 3;
const BESIDE_TITLE_ABOVE = -0.6;
const BESIDE_TITLE_BELOW = -0.8;

/** After so many lines the width of a column is known. */
const KNOWN_LINES = 3;
const SAME_LENGTH = 1.6;
const SURELY_FULL = 1.1;
const INDENT = 3.2;
const TOO_WIDE = -1.85;
/** What a line below is in its column: full, short by an indent, the end of a paragraph, or shorter than any of these. */
type Lengths = readonly [full: number, indented: number, last: number, short: number];
const AFTER_OPEN: Lengths = [0.3, -0.95, 0.6, -0.85];
const AFTER_OPEN_FIRST: Lengths = [0.65, -0.55, -0.25, -0.8];
const AFTER_OPEN_SHORT: Lengths = [-1, -0.5, -0.5, -0.6];
const AFTER_CLOSED_FULL: Lengths = [-0.2, 0.3, 0.6, -0.2];
const AFTER_CLOSED: Lengths = [-1.4, 1.35, 0.15, -0.3];

const END: Two = [1.2, 0.8];
/** For each ten em: a full line hardly ends a column. */
const END_OF_TEN_EM: Two = [-0.95, -0.5];
const LONGEST_TENS = 3;
const END_ALONE: Two = [1.1, 0.95];
const END_CLOSED: Two = [0.1, 0.45];
const END_ENDS = 0.65;
const END_BARE = 0.35;
const END_TITLE = -0.45;
const START: Two = [0.25, 0.4];
const START_OPENS: Two = [1.25, 1];
const START_CLOSED: Two = [-0.8, -0.4];
const START_BEGINS = 0.65;

/** A line of so many em without a mark may be a title. */
const LEAST_TITLE = 6;
const MARKS = "，。、；：！？,;";

export function cluesOfLinks(text: string, turns: readonly Turn[], lexicon: Lexicon, echoes: Echoes): Clues {
  const firsts = turns.map(({ first }) => first);
  const lasts = turns.map(({ last }) => last);
  const seams = new Seams(firsts, lasts, lexicon, echoes);
  const isBare = lasts.map((strip) => mayBeTitle(text, strip));
  const isTitle = (i: number): boolean => isBare[i] === true && lasts[i]?.isClosed === false;
  return {
    reach: REACH,
    leastLikely: LEAST_LIKELY,
    link: (from, to, around) => {
      const [above, below] = [lasts[from] as Strip, firsts[to] as Strip];
      const look = around === null ? 0 : 1;
      let odds =
        LINK[look] + SHARE_OF_WORDS[look] * seams.words(from, to) + SHARE_OF_SHAPE[look] * seams.shape(from, to);
      if (below.opens) odds += TO_OPENING[look];
      if (above.isAlone || below.isAlone) odds += BESIDE_ALONE[look];
      if (around === null) return odds + seams.ofNeighbours(from, to);
      odds += EACH_BESIDE * around.beside;
      odds += EACH_WITHIN * Math.min(MOST_CROSSED, around.within) + EACH_ACROSS * Math.min(MOST_CROSSED, around.across);
      if (around.above.lines === 1 && isTitle(from)) odds += BESIDE_TITLE_ABOVE;
      if (around.below.lines === 1 && isTitle(to)) odds += BESIDE_TITLE_BELOW;
      return odds + ofLengths(around, above, below);
    },
    end: (i, ends) => oddsOfEnd(lasts[i] as Strip, ends, isBare[i] === true),
    start: (i, ends) => oddsOfStart(firsts[i] as Strip, ends),
  };
}

/** What the last line of one turn and the first of another say by themselves. */
class Seams {
  readonly #count: number;
  readonly #words: Float64Array;
  readonly #shapes: Float64Array;

  constructor(firsts: readonly Strip[], lasts: readonly Strip[], lexicon: Lexicon, echoes: Echoes) {
    this.#count = firsts.length;
    this.#words = new Float64Array(firsts.length * REACH);
    this.#shapes = new Float64Array(firsts.length * REACH);
    for (const [i, above] of lasts.entries()) {
      for (const [k, below] of firsts.slice(i + 1, i + 1 + REACH).entries()) {
        this.#words[i * REACH + k] = fitOfWords(above, below, lexicon, echoes);
        this.#shapes[i * REACH + k] = fitOfShape(above, below);
      }
    }
  }

  words(from: number, to: number): number {
    return this.#words[from * REACH + to - from - 1] ?? 0;
  }

  shape(from: number, to: number): number {
    return this.#shapes[from * REACH + to - from - 1] ?? 0;
  }

  ofNeighbours(from: number, to: number): number {
    const distance = to - from;
    let odds = DISTANCES.find(({ most }) => distance <= most)?.says ?? 0;
    for (const { first, share } of NEIGHBOURS) {
      let said = 0;
      for (let away = first; away < first + NEIGHBOURS_ASKED; away += 1)
        said += this.#says(from - away, distance) + this.#says(from + away, distance);
      odds += (share * said) / NEIGHBOURS_ASKED;
    }
    return odds;
  }

  #says(from: number, distance: number): number {
    if (from < 0 || from + distance >= this.#count) return 0;
    const said = this.words(from, from + distance) + SHARE_OF_NEIGHBOURS_SHAPE * this.shape(from, from + distance);
    return said < LEAST_SAID ? LEAST_SAID : said > MOST_SAID ? MOST_SAID : said;
  }
}

function ofLengths({ above: column, below: rest, isFirst }: Around, above: Strip, below: Strip): number {
  const width = column.lines >= KNOWN_LINES ? column.width : rest.lines >= KNOWN_LINES ? rest.width : 0;
  if (width === 0) return 0;
  const missing = width - below.ems;
  if (missing < -SAME_LENGTH) return TOO_WIDE;
  const lengths = lengthsAfter(width - above.ems, above.isClosed, isFirst || column.lines === 1);
  if (missing <= SURELY_FULL) return lengths[0];
  if (below.isClosed) return lengths[2];
  return missing <= INDENT ? lengths[1] : lengths[3];
}

function lengthsAfter(missing: number, isClosed: boolean, mayBeFirst: boolean): Lengths {
  if (isClosed) return missing <= SAME_LENGTH ? AFTER_CLOSED_FULL : AFTER_CLOSED;
  if (missing <= SAME_LENGTH) return AFTER_OPEN;
  return mayBeFirst && missing < INDENT ? AFTER_OPEN_FIRST : AFTER_OPEN_SHORT;
}

function oddsOfEnd({ ems, isAlone, isClosed }: Strip, ends: Ends | null, isBare: boolean): number {
  const look = ends === null ? 0 : 1;
  let odds = END[look] + END_OF_TEN_EM[look] * Math.min(LONGEST_TENS, ems / 10);
  if (isAlone) odds += END_ALONE[look];
  if (isClosed) odds += END_CLOSED[look];
  if (ends === null) return odds;
  if (ends.ends) odds += END_ENDS;
  if (isBare) odds += END_BARE;
  return ends.begins && isBare && !isClosed ? odds + END_TITLE : odds;
}

function oddsOfStart({ opens, isClosed }: Strip, ends: Ends | null): number {
  const look = ends === null ? 0 : 1;
  let odds = START[look];
  if (opens) odds += START_OPENS[look];
  if (isClosed) odds += START_CLOSED[look];
  return ends?.begins === true ? odds + START_BEGINS : odds;
}

function mayBeTitle(text: string, { line, ems }: Strip): boolean {
  if (ems < LEAST_TITLE) return false;
  for (let i = line.start; i < line.end; i += 1) if (MARKS.includes(text.charAt(i))) return false;
  return true;
}
