/**
 * Whether a text goes on from one piece of a column in another that stands where it could.
 *
 * In: pieces. Out: log-odds, natural base. Fitted by one logistic regression over pieces that stand below or beside each
 * other on made pages, and rounded.
 */
import type { Lexicon } from "../../../lexicon/lexicon.ts";
import { commonTopics } from "../../succession/common.ts";
import type { Head } from "../../succession/ends.ts";
import { fitOfSeam } from "../../succession/fit.ts";
import { SAME_COLUMN, SAME_WIDTH } from "../measures.ts";
import type { Piece } from "./piece.ts";

const PRIOR = -0.2;
const SHARE_OF_WORDS = 0.6;
const SHARE_OF_TOPIC = 0.6;
const MOST_TOPIC = 3;
const TOPIC_SCALE = 13;
const USUAL_TOPIC = 0.6;
const TO_OPENING = -2.7;
const OTHER_WIDTH = -2.3;
/** A line set apart from the text above and below is mostly a title. */
const NO_TEXT = -1.4;
const SUBHEAD = -1;
const NO_SUBHEAD = -3;
/** A line by itself close below or above the text of its column is rather a subhead: blank rows set a headline apart. */
const CLOSE = 0.6;
/** Of one that the kinds of the pieces show as a subhead. */
const CLOSE_SUBHEAD = 1.4;
const ROWS_ABOVE = 2;
const ROWS_BELOW = 1;
/** It may stand out of its column by this. */
const OUT_OF_COLUMN = 1;

/** To the column beside it that begins on the same row; across a hole of more rows; to what begins further left, below. */
const TO_ROW_MATE = 0.5;
const OVER_HOLE = -0.4;
const TO_SECTION = -1.8;
const SLIP_ROWS = 1;
const HOLE_ROWS = 2;

/** What a tail and a head say together: an open one goes on in mid-paragraph, a closed one in a new paragraph. */
const ENDS: Readonly<Record<Piece["tail"], Readonly<Record<Head, number>>>> = {
  open: { on: 0.4, start: -1.8, short: 0.5, one: 0.4 },
  closed: { on: -2.4, start: -0.3, short: -1.2, one: 0.3 },
  signed: { on: -2.4, start: -2, short: -2, one: -1 },
  full: { on: -2, start: -0.7, short: -1.2, one: 0.3 },
};

export class Succession {
  readonly #known: Float64Array;
  readonly #count: number;
  readonly #lexicon: Lexicon;
  readonly #topics: Float64Array;

  constructor(pieces: readonly Piece[], lexicon: Lexicon) {
    this.#count = pieces.length;
    this.#known = new Float64Array(pieces.length * pieces.length).fill(Number.NaN);
    this.#lexicon = lexicon;
    this.#topics = commonTopics(pieces.map(({ words }) => words));
  }

  /** Log-odds that `below` goes on with `above`. */
  between(above: Piece, below: Piece): number {
    const at = above.id * this.#count + below.id;
    const known = this.#known[at] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const score = this.#ask(above, below);
    this.#known[at] = score;
    return score;
  }

  #ask(above: Piece, below: Piece): number {
    const asText = this.#asText(above, below);
    const place = ofPlaces(above, below);
    // A subhead stands between two paragraphs.
    if (above.kind !== "text" && below.kind !== "text") return Math.min(0, asText + place + 2 * NO_TEXT);
    if (below.kind !== "text") {
      const goesOn = above.tail !== "open" && above.tail !== "signed";
      const close = above.tail !== "signed" && isCloseBelow(above, below) ? closeness(below) : 0;
      return place + close + Math.max(asText + NO_TEXT, goesOn ? SUBHEAD : NO_SUBHEAD);
    }
    if (above.kind !== "text") {
      const close = isCloseAbove(above, below) ? closeness(above) : 0;
      return place + close + Math.max(asText + NO_TEXT, below.head === "start" ? SUBHEAD : NO_SUBHEAD);
    }
    return asText + place;
  }

  #asText(above: Piece, below: Piece): number {
    let score = PRIOR + ENDS[above.tail][below.head];
    if (above.tail === "open") score += SHARE_OF_WORDS * fitOfSeam(above.lastWords, below.firstWords, this.#lexicon);
    if (below.opens) score += TO_OPENING;
    if (above.cells.length > 2 && below.cells.length > 2 && Math.abs(above.width - below.width) > SAME_WIDTH)
      score += OTHER_WIDTH;
    if (above.words !== "" && below.words !== "") {
      const common = TOPIC_SCALE * (this.#topics[above.id * this.#count + below.id] ?? 0);
      score += SHARE_OF_TOPIC * (Math.min(MOST_TOPIC, common) - USUAL_TOPIC);
    }
    return score;
  }
}

/** What the places of two pieces say. */
function ofPlaces(above: Piece, below: Piece): number {
  if (Math.abs(above.x - below.x) < SAME_COLUMN) return below.top - above.bottom - 1 > HOLE_ROWS ? OVER_HOLE : 0;
  if (below.x < above.x) return TO_SECTION;
  return Math.abs(below.top - above.top) <= SLIP_ROWS ? TO_ROW_MATE : 0;
}

function closeness({ kind }: Piece): number {
  return kind === "inside" ? CLOSE_SUBHEAD : CLOSE;
}

function isCloseBelow(text: Piece, line: Piece): boolean {
  const rows = line.top - text.bottom;
  return rows > 0 && rows <= ROWS_ABOVE && isLineOf(text, line);
}

function isCloseAbove(line: Piece, text: Piece): boolean {
  return text.top - line.bottom === ROWS_BELOW && isLineOf(text, line);
}

function isLineOf(text: Piece, line: Piece): boolean {
  return (
    line.cells.length === 1 &&
    !line.signs &&
    line.x >= text.x - OUT_OF_COLUMN &&
    line.right <= text.right + OUT_OF_COLUMN
  );
}
