/**
 * What speaks for and against one flow of a column going on in another one further down.
 *
 * In: the lines at both ends, and what is known of the columns around them. Out: log-odds, natural base. Never: looks at
 * other turns itself.
 *
 * The weights were fitted to pages whose truth is known, as two choices: of all turns, or none, that could come next; and of
 * all, or none, that could have come before. They are rounded. Where two columns of weights stand, the first is for a look
 * at two lines by themselves, the second for a look that knows their columns.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { fitOfColumn, KNOWN_LINES } from "./column-fit.ts";
import type { Echoes } from "./echoes.ts";
import { fitOfShape, fitOfWords } from "./fit.ts";
import type { Around, Clues, Turn } from "./looks.ts";
import type { Strip } from "./strip.ts";

interface Seam {
  /** What the words say, and what lengths and marks say (`fit.ts`). */
  readonly words: number;
  readonly shape: number;
}

/** Of a look at two lines by themselves, and of one that knows their columns. */
type Two = readonly [number, number];

const SHARE_OF_WORDS: Two = [0.9, 0.55];
const SHARE_OF_SHAPE: Two = [1.55, 1.2];
const TO_OPENING: Two = [-1.8, -2.6];
const BESIDE_ALONE: Two = [-1.55, -1.5];
/** By how many turns further down: columns that stand side by side are two to six. */
const DISTANCES: readonly { readonly most: number; readonly says: Two }[] = [
  { most: 1, says: [1.05, 1.3] },
  { most: 4, says: [2.2, 1.3] },
  { most: 6, says: [1.75, 1.5] },
  { most: 7, says: [-0.7, 1.1] },
  { most: 9, says: [-1.65, 1.1] },
  { most: 24, says: [-2.3, 0.15] },
  { most: Number.POSITIVE_INFINITY, says: [-2.3, -0.3] },
];
const EACH_BESIDE = 3.05;
const EACH_WITHIN = -0.9;
const EACH_ACROSS = -0.35;
const MOST_CROSSED = 3;
const SHARE_OF_COLUMN = 0.5;

const END: Two = [2.6, 3.5];
/** For each ten em: a full line hardly ends a column. */
const END_OF_TEN_EM: Two = [-0.42, -0.8];
const LONGEST_TENS = 3;
const END_ALONE: Two = [1.05, 0.45];
const END_CLOSED: Two = [0.25, 0.45];
const START: Two = [2.25, 2.75];
const START_OPENS: Two = [1.6, 1.1];
const START_CLOSED: Two = [-0.4, -0.3];
/** What nothing went on to, or from, at the look before. */
const STAYS_APART: Two = [0, 0.55];

/** A line finds its continuation within so many turns. */
const REACH = 40;
const LEAST_LIKELY = 0.25;

export function cluesOfFlows(turns: readonly Turn[], lexicon: Lexicon, echoes: Echoes): Clues {
  const seams = turns.map(({ last }, i) =>
    turns.slice(i + 1, i + 1 + REACH).map(
      ({ first }): Seam => ({
        words: fitOfWords(last, first, lexicon, echoes),
        shape: fitOfShape(last, first),
      }),
    ),
  );
  return {
    reach: REACH,
    leastLikely: LEAST_LIKELY,
    link: (from, to, around) => {
      const [above, below, seam] = [turns[from]?.last, turns[to]?.first, seams[from]?.[to - from - 1]];
      if (above === undefined || below === undefined || seam === undefined) return Number.NEGATIVE_INFINITY;
      return oddsOfLink(above, below, to - from, seam, around);
    },
    end: (i, ends) => oddsOfEnd((turns[i] as Turn).last, ends?.begins ?? null),
    start: (i, ends) => oddsOfStart((turns[i] as Turn).first, ends?.ends ?? null),
  };
}

/** That a turn goes on in the one so many further down. */
function oddsOfLink(above: Strip, below: Strip, distance: number, seam: Seam, around: Around | null): number {
  const look = around === null ? 0 : 1;
  let odds = SHARE_OF_WORDS[look] * seam.words;
  odds += DISTANCES.find(({ most }) => distance <= most)?.says[look] ?? 0;
  if (below.opens) odds += TO_OPENING[look];
  if (above.isAlone || below.isAlone) odds += BESIDE_ALONE[look];
  if (around === null) return odds + SHARE_OF_SHAPE[look] * seam.shape;
  odds += EACH_BESIDE * around.beside;
  odds += EACH_WITHIN * Math.min(MOST_CROSSED, around.within) + EACH_ACROSS * Math.min(MOST_CROSSED, around.across);
  const width = widthOf(around);
  if (width === 0) return odds + SHARE_OF_SHAPE[look] * seam.shape;
  return odds + SHARE_OF_COLUMN * fitOfColumn(width, around.isFirst, above, below);
}

/** That a column ends with a line, against a link. */
function oddsOfEnd(last: Strip, staysApart: boolean | null): number {
  const look = staysApart === null ? 0 : 1;
  let odds = END[look] + END_OF_TEN_EM[look] * Math.min(LONGEST_TENS, last.ems / 10);
  if (last.isAlone) odds += END_ALONE[look];
  if (last.isClosed) odds += END_CLOSED[look];
  return staysApart === true ? odds + STAYS_APART[look] : odds;
}

/** That a column begins with a line, against a link. */
function oddsOfStart(first: Strip, staysApart: boolean | null): number {
  const look = staysApart === null ? 0 : 1;
  let odds = START[look];
  if (first.opens) odds += START_OPENS[look];
  if (first.isClosed) odds += START_CLOSED[look];
  return staysApart === true ? odds + STAYS_APART[look] : odds;
}

function widthOf({ above, below }: Around): number {
  if (above.lines >= KNOWN_LINES) return above.width;
  return below.lines >= KNOWN_LINES ? below.width : 0;
}
