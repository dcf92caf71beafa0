/**
 * What a printed line of an article shows of its place, by itself and by the measure of the article.
 *
 * In: the printed lines of one article in the order of the dump. Out: for each its kind, and how its ends look.
 */
import type { Context } from "../../context.ts";
import { endOf, startOf } from "../../lexicon/continuity.ts";
import { INDENT_CELLS } from "../../lines/width-fit.ts";
import { isSentenceEnd } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { creditVocabulary } from "../credits/vocabulary.ts";
import { cellsOfFirst } from "../first-unit.ts";
import { readCreditLines } from "../form-credits.ts";
import { recogniseFurniture } from "../furniture.ts";
import { readJump } from "../jump.ts";
import { readLabel } from "../label.ts";
import { type PrintedLine, SAME_WIDTH_CELLS } from "../printed-line.ts";

export type LineKind = "text" | "display" | "byline" | "label" | "furniture" | "jump";

export interface FrameLine {
  readonly printed: PrintedLine;
  readonly kind: LineKind;
  /** Width of the column in cells. */
  readonly column: number;
  readonly isFull: boolean;
  readonly isClosed: boolean;
  /** Begins with a mark that closes something: it belongs to the line above, whatever that is. */
  readonly leans: boolean;
  /** A dateline begins here. */
  readonly opensBody: boolean;
  /** The credits of the dateline or byline go on below. */
  readonly runsOn: boolean;
  readonly start: string;
  readonly end: string;
  /** Cells that the line leaves free, and those of what cannot be parted at its beginning: 2024, “红, 巷”。 */
  readonly free: number;
  readonly firstCells: number;
}

const LEANING = /^[，。、；：！？）》」』”’,.;:!?)\]]/;
/** A full line may fall this short of its column: a mark or a number moved down. */
const SHORT_BY_CELLS = 3;
const LONGEST_LABEL = 16;
const LONGEST_FURNITURE = 120;

export function readArticleLines(lines: readonly PrintedLine[], context: Context): FrameLine[] {
  const column = columnOf(lines);
  const credits = readCreditLines(lines, creditVocabulary(context), () => false);
  const out = lines.map((printed, i): FrameLine => {
    const { text, bareCells } = printed;
    const { opensBody = false, isByline = false, runsOn = false } = credits[i] ?? {};
    const isFull = column > 0 && bareCells >= column - SHORT_BY_CELLS;
    const isClosed = isSentenceEnd(text);
    return {
      printed,
      kind: kindOf(text, isByline, opensBody, context) ?? (fits(printed, column, isClosed) ? "text" : "display"),
      column,
      isFull,
      isClosed,
      leans: LEANING.test(text),
      opensBody,
      runsOn,
      start: startOf(text),
      end: endOf(text),
      free: column - bareCells,
      firstCells: cellsOfFirst(text),
    };
  });
  return out.map((line, i) => (line.kind === "text" && isTitleByPlace(out, i) ? { ...line, kind: "display" } : line));
}

/** Above a byline, below a label, or between two other lines of a title, in one frame with them. */
function isTitleByPlace(lines: readonly FrameLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.isClosed || line.opensBody) return false;
  const below = lines[index + 1]?.kind;
  const above = itemAt(lines, index - 1);
  if (below === "byline" || above?.kind === "label") return true;
  return below === "display" && above?.kind === "display";
}

/** A line of a column: no wider, and only where a sentence ends much narrower. */
function fits({ text, bareCells }: PrintedLine, column: number, isClosed: boolean): boolean {
  if (column === 0 || bareCells > column + SAME_WIDTH_CELLS || PHOTO_CREDIT.test(text)) return false;
  return isClosed || bareCells >= column - INDENT_CELLS - SHORT_BY_CELLS - 1 || PAUSE.test(text);
}

const PHOTO_CREDIT = /[〇㐀-鿿][摄攝][）)]?$|[供資资][图圖]片?$/;
const PAUSE = /[，、；,;]$/;

/** The measure of an article: that of most of its lines. */
function columnOf(lines: readonly PrintedLine[]): number {
  const counts = new Map<number, number>();
  for (const { bareCells } of lines) counts.set(bareCells, (counts.get(bareCells) ?? 0) + 1);
  const widths = [...counts.keys()].sort((a, b) => b - a);
  /** Lines of a column so wide: a mark or a number may have moved to the next line. */
  const count = (width: number): number => {
    let sum = 0;
    for (let other = width - SAME_WIDTH_CELLS; other <= width + 1; other += 1) sum += counts.get(other) ?? 0;
    return sum;
  };
  const most = mostOf(widths, count);
  const near = widths.filter((width) => width <= most + 1 && width >= most - SAME_WIDTH_CELLS);
  return mostOf(near, (width) => counts.get(width) ?? 0);
}

/** The width that most lines have, the widest of several; 0 where there is none. */
function mostOf(widths: readonly number[], count: (width: number) => number): number {
  let best = 0;
  let most = 0;
  for (const width of widths) if (count(width) > most) [best, most] = [width, count(width)];
  return best;
}

function kindOf(text: string, isByline: boolean, opensBody: boolean, context: Context): LineKind | null {
  if (isByline) return "byline";
  if (opensBody || text.length > LONGEST_FURNITURE) return null;
  const jump = readJump(text);
  if (jump !== null && jump.end - jump.start >= text.trim().length) return "jump";
  if (recogniseFurniture(text, context) !== null) return "furniture";
  return text.length <= LONGEST_LABEL && readLabel(text, context) !== null ? "label" : null;
}
