/**
 * Whether a piece of a few lines is text, a title or a caption.
 *
 * In: a piece and the columns around it. Out: its kind. Never: reads what a title says.
 *
 * Each clue has a weight for text and one for a caption: log-odds against a title, natural base. They were fitted together,
 * by one regression over the short pieces of made pages, and rounded.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isSentenceEnd, tighten, visibleLength } from "../../text/chars.ts";
import type { Source } from "../../text/source.ts";
import type { Cell } from "./cells.ts";
import { INDENT, LEAST_INDENT, SAME_EDGE, WIDEST_INDENT } from "./measures.ts";
import type { Strand } from "./strands.ts";

/** Text and caption. */
type Weights = readonly [number, number];

const PRIOR: Weights = [-2.6, -3.6];
const ENDS_SENTENCE: Weights = [2, 2.7];
const ENDS_WITH_PAUSE: Weights = [1.8, 0.3];
const HOLDS_PAUSE: Weights = [2, 1.3];
/** No title goes on behind the end of a sentence. */
const HOLDS_STOP: Weights = [1.5, 0.3];
const ENDS_WITH_CREDIT: Weights = [0.4, 4.3];
/** `……长桌宴开席。石舟 摄`, `……看书。图/石舟` */
const STOP_AND_CREDIT: Weights = [-1.5, 1.5];
/** 下转A07版 stands below a text and heads nothing. */
const POINTS_ON: Weights = [0, 5];
const POINTS_AT_PICTURE: Weights = [0, 2.1];
const BYLINE: Weights = [-2, -1.7];
const DATELINE: Weights = [-1.6, -1];
/** A title has no text behind it. */
const LEADS_IN: Weights = [3, -1];
const TWO_LINES: Weights = [0.6, -0.2];
const MORE_LINES: Weights = [2.1, -0.4];
/** With a row of the dump between its lines, as large type has, and of no column's measure. */
const SPREAD: Weights = [-2.5, -1];
const SHORT: Weights = [0.6, 0];
/** As wide as the column in which it stands, or as one beside it. */
const AS_WIDE_AS_COLUMN: Weights = [0.8, 0.1];
const AS_WIDE_AS_NEIGHBOUR: Weights = [1.7, 1.5];
const BELOW_HOLE: Weights = [-0.4, 0.5];
const SENTENCE_BELOW_HOLE: Weights = [1.3, 2.5];
const OVER_TEXT: Weights = [-0.3, -0.8];
/** Right above 本报讯（记者 stands its headline. */
const OVER_OPENING: Weights = [-2, -1];
const INDENTED: Weights = [-0.7, -0.8];
/** A column goes on with its words, or it with those of a column. */
const GOES_ON: Weights = [0.8, -0.6];
const IS_GONE_ON_TO: Weights = [0.8, -0.4];
const ROW_MATE: Weights = [1.6, -0.3];
const REST: Weights = [2.1, -0.7];

/** `石舟 摄`, `（石舟 摄）`, `村委会供图`, `资料图片`, `新华社发`. */
export const CREDIT = /(?:[摄攝]|社[发發]|[摄攝]影|供[图圖]|提供|[图圖]片?|照片|[摄攝]影?[/／][^，。]{2,4})[)）]?$/u;
const SENTENCE_AND_CREDIT =
  /[。！？][”」]?(?:[^，。]{1,18}(?:[摄攝]|供[图圖]|提供|[图圖照]片|社[发發])[)）]?|[图圖][/／][^，。]{2,8})$/u;
/** `图为街景`, `▲街景`, `石舟（右）`. */
const PICTURE = /^(?:[▲▼◄►←→↑↓]|[图圖][为為：:]|[上下][图圖])|[（(][左右中上下前后後][一二三四起排]?[）)]/u;
/** `（下转A07版）`, `（相关报道见A05版）`. */
const JUMP = /^[（(]?.{0,4}[下见見][转轉接刊]?第?[A-Z]?[\d〇一二三四五六七八九十]{1,3}版[）)]?$/u;
export const CREDITS = /记者|記者|通讯员|通訊員|作者|文[/／]|[图圖][/／]|^[■□◎●▲◆]/u;
/** 本报讯（记者 */
export const OPENING = /^[^，。]{1,14}[讯訊电電](?:$|[（( ])/u;
/** `本报讯（记者 杜若兰）昨天`, `本报岚州3月7日电 记者杜若兰报道：昨天`. Not `本报讯（记者 杜若兰）`. */
const LEAD_WITH_TEXT = /^[^，。]{1,14}[讯訊電电](?:[（(][^）)]*[）)]|[^，。]{0,24}[报報][道導][：:])./u;
const PAUSES = "，、；：,;";
const INNER = /[，。；]./u;
const INNER_STOP = /[。；]./u;
/** `“守一盏灯，等一个人”`, as a kicker. */
const QUOTED = /^[“「『][^”」』]*[”」』]$/u;

/** Printed length, in em, under which a line is short; over which it is no byline. */
const SHORT_LINE = 6;
const LONGEST_BYLINE = 30;
/** Full lines of one measure differ by less. */
const SAME_MEASURE = 0.7;
const HOLE_ROWS = 3;
const NEAR_ROWS = 3;
/** Rows from a headline to its text: a byline may stand between. */
const OPENING_ROWS = 4;
/** Log-odds of two characters beside each other from which on they belong together. */
const SURE_SEAM = 2.5;

/** A column of text, with what its ends say. */
export interface Column extends Strand {
  /** The first two characters, and the last two; blanks are none. */
  readonly head: string;
  readonly tail: string;
  readonly endsSentence: boolean;
}

export interface Around {
  readonly source: Source;
  readonly lexicon: Lexicon;
  /** Columns of text nearby. */
  readonly texts: readonly Column[];
  /** Rows without anything between the piece and the column above it. */
  readonly hole: number;
  /** It begins on one row with another column of the same measure. */
  readonly isRowMate: boolean;
  /** It ends a sentence on the row on which columns to the left begin. */
  readonly isRest: boolean;
}

export function kindOfShort(piece: Strand, around: Around): "text" | "title" | "caption" {
  let text = 0;
  let caption = 0;
  for (const [forText, forCaption] of cluesOf(piece, around)) {
    text += forText;
    caption += forCaption;
  }
  if (text <= 0 && caption <= 0) return "title";
  return text >= caption ? "text" : "caption";
}

function cluesOf(piece: Strand, around: Around): Weights[] {
  const lines = piece.cells.map((cell) => wordsOf(around.source, cell));
  const words = lines.join("");
  const { hole, isRowMate, isRest } = around;
  const clues: Weights[] = [PRIOR];
  // Titles ask and cry out as well.
  const isClosed = isSentenceEnd(words) && !"？！?!".includes(words.slice(-1));
  if (isClosed) clues.push(ENDS_SENTENCE);
  if (PAUSES.includes(words.slice(-1))) clues.push(ENDS_WITH_PAUSE);
  const hasPause = INNER.test(words) && !QUOTED.test(words);
  if (hasPause) clues.push(HOLDS_PAUSE);
  if (hasPause && INNER_STOP.test(words)) clues.push(HOLDS_STOP);
  if (CREDIT.test(words)) clues.push(ENDS_WITH_CREDIT);
  if (SENTENCE_AND_CREDIT.test(words)) clues.push(STOP_AND_CREDIT);
  if (PICTURE.test(words)) clues.push(POINTS_AT_PICTURE);
  if (words.includes("版", words.length - 2) && JUMP.test(words)) clues.push(POINTS_ON);
  const longest = lines.reduce((most, line) => Math.max(most, visibleLength(line)), 0);
  const leadsIn = LEAD_WITH_TEXT.test(words);
  if (longest <= LONGEST_BYLINE && !hasPause && !isClosed && !leadsIn && CREDITS.test(words)) clues.push(BYLINE);
  if (leadsIn) clues.push(LEADS_IN);
  else if (OPENING.test(lines[0] ?? "")) clues.push(DATELINE);
  else if (isOverOpening(piece, around)) clues.push(OVER_OPENING);
  if (lines.length > 1) clues.push(lines.length === 2 ? TWO_LINES : MORE_LINES);
  if (longest <= SHORT_LINE) clues.push(SHORT);
  if (hole >= HOLE_ROWS) clues.push(BELOW_HOLE);
  if (hole >= HOLE_ROWS && isClosed) clues.push(SENTENCE_BELOW_HOLE);
  if (lines.length > 1 && (piece.cells[0]?.x ?? piece.x) - piece.x >= LEAST_INDENT) clues.push(INDENTED);
  if (isRowMate) clues.push(ROW_MATE);
  if (isRest) clues.push(REST);
  addPlaces(piece, around, clues);
  addSeams(words, piece, around, clues);
  return clues;
}

/** How it stands among the columns. */
function addPlaces({ cells, x, width, top, bottom }: Strand, { texts }: Around, clues: Weights[]): void {
  let isAsWide = false;
  let isAsWideBeside = false;
  let isOver = false;
  const isSpread = cells.length > 1 && bottom - top >= 2 * (cells.length - 1);
  for (const text of texts) {
    if (text.cells === cells) continue;
    const shift = (cells[0]?.x ?? x) - text.x;
    const isFirstLine = cells.length === 1 && shift >= LEAST_INDENT - 0.2 && shift <= WIDEST_INDENT;
    if (Math.abs(x - text.x) <= SAME_EDGE || isFirstLine) {
      isAsWide ||= Math.abs((isFirstLine ? width + INDENT : width) - text.width) <= SAME_MEASURE;
      isOver ||= text.top > bottom && text.top - bottom <= NEAR_ROWS;
    } else if (text.top <= bottom + 1 && text.bottom >= top - 1) {
      isAsWideBeside ||=
        Math.abs(width - text.width) <= SAME_MEASURE || Math.abs(width + INDENT - text.width) <= SAME_MEASURE;
    }
  }
  if (isAsWide) clues.push(AS_WIDE_AS_COLUMN);
  if (isAsWideBeside) clues.push(AS_WIDE_AS_NEIGHBOUR);
  if (isOver) clues.push(OVER_TEXT);
  if (isSpread && !isAsWide && !isAsWideBeside) clues.push(SPREAD);
}

function isOverOpening({ x, width, bottom }: Strand, { source, texts }: Around): boolean {
  return texts.some(
    (text) =>
      text.top > bottom &&
      text.top <= bottom + OPENING_ROWS &&
      text.x < x + width &&
      text.x + text.width > x &&
      text.cells[0] !== undefined &&
      OPENING.test(wordsOf(source, text.cells[0])),
  );
}

/** Whether some column goes on with its words, or it with those of some column. */
function addSeams(words: string, { cells }: Strand, { lexicon, texts }: Around, clues: Weights[]): void {
  const isClosed = isSentenceEnd(words);
  const head = words.slice(0, 2);
  const tail = words.slice(-2);
  let goesOn = false;
  let isGoneOnTo = false;
  for (const text of texts) {
    const first = text.cells[0];
    if (text.cells === cells || first === undefined) continue;
    if (!goesOn && !isClosed && first.x - text.x < LEAST_INDENT) goesOn = lexicon.seam(tail, text.head) >= SURE_SEAM;
    if (!isGoneOnTo) isGoneOnTo = !text.endsSentence && lexicon.seam(text.tail, head) >= SURE_SEAM;
  }
  if (goesOn) clues.push(GOES_ON);
  if (isGoneOnTo) clues.push(IS_GONE_ON_TO);
}

function wordsOf(source: Source, { start, end }: Cell): string {
  return tighten(source.text.slice(start, end));
}
