/**
 * The lines of a title in printed order, and which of them is the largest.
 *
 * In: the titles of an article and its text. Out: runs of lines, each with a level as of a heading, 0 where nothing tells.
 * Never: reads what a title says, but for labels and credits.
 *
 * `pdftotext -layout` sorts lines by their upper edges: a large headline comes before the kicker over it. It gives blank rows
 * by the distance to the next baseline, in characters of the line above. So a small line right below a large one, and rows
 * above what follows, is printed over it.
 */
import type { Source } from "../../../text/source.ts";
import { SAME_EDGE } from "../measures.ts";
import { leadsOn } from "../says-on.ts";
import type { Strand } from "../strands.ts";
import type { Piece } from "./piece.ts";
import { runsBySize } from "./title-size.ts";

/** Lines that are read in one go. */
export interface Run {
  readonly strands: readonly Strand[];
  /** 1 for a headline, 2 for its kicker. */
  readonly level: number;
  /** A picture stands above. */
  readonly isCaption?: boolean;
  /** It stands over an article. */
  readonly headsArticle?: boolean;
}

/** A label with its mark, in em; a byline is longer. */
const LONGEST_LABEL = 6;
const LABEL_ROWS = 1;
/** One without a mark: 民生, 我们的节日. */
const LONGEST_PLAIN_LABEL = 5;
/** Rows from a label to what stands below its headline. */
const HEADLINE_ROWS = 2;
/** Rows from a kicker to what stands below its headline. */
const KICKER_ROWS = 3;

const CREDIT = /记者|記者|通讯员|通訊員|作者|[文图圖摄攝][/／]|^[■□◎●▲◆]|[讯訊电電](?:$|[（(])/u;

export function titleRuns(source: Source, titles: readonly Piece[], flow: readonly Piece[]): Run[] {
  const bySize = runsBySize(titles);
  if (bySize !== null) return bySize;
  const row = (titles[0]?.top ?? 0) + LABEL_ROWS;
  // A label that stands over the headline comes a row after it where the headline's type is large.
  const isLabel = (title: Piece): boolean =>
    title.top <= row && isMarked(source, title) && !(isDotted(source, title) && standsRightOfTitle(title, titles));
  const isAbove = (title: Piece): boolean => isLabel(title) || isPlainLabel(title, titles, flow);
  const labels = titles.filter(isAbove);
  const others = titles.filter((title) => !isAbove(title));
  const lines: Strand[] = others.flatMap(linesOf).sort((a, b) => a.top - b.top || a.x - b.x);
  const first = lines.findIndex(({ width }) => width > LONGEST_PLAIN_LABEL);
  const headline = lines[first];
  const kicker = lines[first + 1];
  if (headline === undefined || kicker === undefined || !isKicker(source, kicker, headline, lines, flow))
    return [...labels.map((title) => ({ strands: [title], level: 0 })), ...together(source, others)];
  const runs: Run[] = [...labels, ...lines.slice(0, first)].map((line) => ({ strands: [line], level: 0 }));
  runs.push({ strands: [kicker], level: 2 });
  for (const [i, line] of lines.entries()) {
    if (i >= first && line !== kicker) runs.push({ strands: [line], level: isCredit(source, line) ? 0 : 1 });
  }
  return runs;
}

/** `民生`, a row below the upper edge of a large headline that is printed under it. */
function isPlainLabel(label: Piece, titles: readonly Piece[], flow: readonly Piece[]): boolean {
  const [headline] = titles;
  return (
    headline !== undefined &&
    label.top === headline.top + LABEL_ROWS &&
    label.x <= headline.x + SAME_EDGE &&
    label.width <= LONGEST_PLAIN_LABEL &&
    headline.width > LONGEST_PLAIN_LABEL &&
    !label.signs &&
    !headline.signs &&
    rowsBelow(label, headline, titles, flow) >= HEADLINE_ROWS
  );
}

function isKicker(
  source: Source,
  kicker: Strand,
  headline: Strand,
  lines: readonly Strand[],
  flow: readonly Piece[],
): boolean {
  return (
    isRightBelow(kicker, headline, flow) &&
    !isCredit(source, headline) &&
    !lines.some((line) => line.top === kicker.top && isCredit(source, line)) &&
    !(leadsOn(source, headline) && !lines.some((line) => line.top > kicker.top && !isCredit(source, line))) &&
    rowsBelow(kicker, headline, lines, flow) >= KICKER_ROWS &&
    !isAsLarge(kicker, headline, flow)
  );
}

/** `杜若兰：` is read in one go with the line below it, and a byline between them after both. */
function together(source: Source, titles: readonly Piece[]): Run[] {
  const runs: { strands: Strand[]; level: number }[] = [];
  let open: Strand[] | null = null;
  for (const title of titles) {
    if (open !== null && title.signs) runs.push({ strands: [title], level: 0 });
    else {
      const strands: Strand[] = open ?? [];
      strands.push(title);
      if (open === null) runs.push({ strands, level: 0 });
      open = leadsOn(source, title) ? strands : null;
    }
  }
  return runs;
}

/** On the next row, or on the next but one where a column beside them has a line between. */
function isRightBelow({ top }: Strand, headline: Strand, flow: readonly Piece[]): boolean {
  if (top === headline.top + 1) return true;
  return top === headline.top + 2 && flow.some(({ cells }) => cells.some(({ row }) => row === top - 1));
}

/** Whether the second of two lines that are centred over the text is set in type as large as the first one's. */
function isAsLarge(second: Strand, first: Strand, flow: readonly Piece[]): boolean {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const piece of flow) {
    left = Math.min(left, piece.x);
    right = Math.max(right, piece.right);
  }
  if (first.x - left <= SAME_EDGE || second.x - left <= SAME_EDGE) return false;
  const centre = (left + right) / 2;
  return (centre - second.x) / second.width >= (centre - first.x) / first.width;
}

/** Rows from a line to the next title or text below it. */
function rowsBelow({ top }: Strand, headline: Strand, lines: readonly Strand[], flow: readonly Piece[]): number {
  let next = Number.POSITIVE_INFINITY;
  for (const line of lines) if (line.top > top) next = Math.min(next, line.top);
  for (const piece of flow) {
    if (piece.top > top && piece.x < headline.x + headline.width && headline.x < piece.right)
      next = Math.min(next, piece.top);
  }
  return next - top;
}

function linesOf({ cells }: Piece): Strand[] {
  return cells.map((cell) => ({ x: cell.x, width: cell.ems, top: cell.row, bottom: cell.row, cells: [cell] }));
}

function isDotted(source: Source, { cells }: Piece): boolean {
  return "■▇●◆".includes(source.text.charAt(cells[0]?.start ?? 0));
}

/** `● 杜若兰` on the row of the headline signs it; a label with such a mark stands above or to the left. */
function standsRightOfTitle({ x, top }: Piece, titles: readonly Piece[]): boolean {
  return titles.some((other) => other.top === top && other.right <= x);
}

/** `■教育`. Not `■ 本报记者 李立`. */
function isMarked(source: Source, { cells, width }: Piece): boolean {
  return width <= LONGEST_LABEL && "■▇●◆【[［·".includes(source.text.charAt(cells[0]?.start ?? 0));
}

function isCredit(source: Source, { cells }: Strand): boolean {
  const [cell] = cells;
  return cell !== undefined && CREDIT.test(source.text.slice(cell.start, cell.end));
}
