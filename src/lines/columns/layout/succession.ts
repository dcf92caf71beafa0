/**
 * Whether a text goes on from one piece of a column in another that stands where it could.
 *
 * In: pieces. Out: log-odds, natural base. Fitted by one logistic regression over pieces that stand below or beside each
 * other on made pages, and rounded.
 */
import type { Lexicon } from "../../../lexicon/lexicon.ts";
import { commonTopics } from "../../succession/common.ts";
import type { Head, Tail } from "../../succession/ends.ts";
import { fitOfSeam } from "../../succession/fit.ts";
import { SAME_WIDTH } from "../measures.ts";
import type { Piece } from "./piece.ts";

const PRIOR = -0.2;
const SHARE_OF_WORDS = 0.77;
const SHARE_OF_TOPIC = 0.4;
const MOST_TOPIC = 3;
const TOPIC_SCALE = 10;
const USUAL_TOPIC = 0.6;
const TO_OPENING = -2.7;
const OTHER_WIDTH = -1.7;
/** A line set apart from the text above and below is mostly a title. */
const NO_TEXT = -1;
const SUBHEAD = -0.7;
const NO_SUBHEAD = -3;

/** What a tail and a head say together: an open one goes on in mid-paragraph, a closed one in a new paragraph. */
const ENDS: Readonly<Record<Tail, Readonly<Record<Head, number>>>> = {
  open: { on: 0, start: -1.8, short: -0.25, one: 0.3 },
  closed: { on: -2.4, start: -0.3, short: -1.2, one: 0.3 },
  full: { on: -1.2, start: -0.4, short: -1.2, one: 0.3 },
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
    // A subhead stands between two paragraphs.
    if (above.kind !== "text" && below.kind !== "text") return Math.min(0, asText + 2 * NO_TEXT);
    if (below.kind !== "text") return Math.max(asText + NO_TEXT, above.tail === "open" ? NO_SUBHEAD : SUBHEAD);
    if (above.kind !== "text") return Math.max(asText + NO_TEXT, below.head === "start" ? SUBHEAD : NO_SUBHEAD);
    return asText;
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
