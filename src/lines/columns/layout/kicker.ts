/**
 * Whether the second line of a title is the kicker that is printed over the first one.
 *
 * In: the lines of a title in the order of the dump, and the text they stand over. Out: the answer, from places; of the words
 * only whether one goes on over the line end.
 */
import { continuity, endOf, startOf } from "../../../lexicon/continuity.ts";
import type { Lexicon } from "../../../lexicon/lexicon.ts";
import type { Source } from "../../../text/source.ts";
import { SAME_EDGE } from "../measures.ts";
import { leadsOn } from "../says-on.ts";
import type { Strand } from "../strands.ts";
import type { Piece } from "./piece.ts";
import { sidesOf, typeOdds } from "./title-type.ts";

/** Rows from a kicker to what stands below its headline. */
const KICKER_ROWS = 3;
const CREDIT = /记者|記者|通讯员|通訊員|作者|[文图圖摄攝][/／]|^[■□◎●▲◆]|[讯訊电電](?:$|[（(])/u;

export function isKicker(
  source: Source,
  kicker: Strand,
  headline: Strand,
  lines: readonly Strand[],
  flow: readonly Piece[],
  lexicon: Lexicon,
): boolean {
  return (
    isRightBelow(kicker, headline, flow) &&
    !areHalves(source, headline, kicker, flow, lexicon) &&
    !isCredit(source, headline) &&
    !lines.some((line) => line.top === kicker.top && isCredit(source, line)) &&
    !(leadsOn(source, headline) && !lines.some((line) => line.top > kicker.top && !isCredit(source, line))) &&
    (isBetweenHalves(kicker, headline, lines, flow) ||
      (rowsBelow(kicker, headline, lines, flow) >= KICKER_ROWS && !isAsLarge(kicker, headline, flow)))
  );
}

/** A headline broken over two lines: they are in one type, or a word goes on in the next line. */
function areHalves(source: Source, above: Strand, below: Strand, flow: readonly Piece[], lexicon: Lexicon): boolean {
  const { same } = typeOdds(above, below, sidesOf(flow));
  if (same < 0 || same > SURELY_SAME) return same > 0;
  const [upper, lower] = [above, below].map(({ cells: [cell] }) =>
    cell === undefined ? "" : lexicon.simplify(source.text.slice(cell.start, cell.end)),
  );
  const { score, word } = continuity(endOf(upper ?? ""), startOf(lower ?? ""), lexicon);
  return score >= (word === null ? ONE_PHRASE : ONE_WORD);
}

/** Log-odds of the characters at the end of a line, from which on a phrase goes on in the next one, and a word. */
const ONE_PHRASE = 3;
const ONE_WORD = 2.5;

/** Log-odds from which on two lines are halves of a headline, whatever stands between them. */
const SURELY_SAME = 2;

/** The dump gives the first line of a large headline, the kicker over it, and the second line. */
function isBetweenHalves(kicker: Strand, headline: Strand, lines: readonly Strand[], flow: readonly Piece[]): boolean {
  const next = lines[lines.indexOf(kicker) + 1];
  if (next === undefined) return false;
  const sides = sidesOf(flow);
  const smaller = typeOdds(headline, kicker, sides);
  return (smaller.same < 0 || smaller.larger < 0) && typeOdds(headline, next, sides).same > SURELY_SAME;
}

/** On the next row, or on the next but one where a column beside them has a line between. */
function isRightBelow({ top }: Strand, headline: Strand, flow: readonly Piece[]): boolean {
  if (top === headline.top + 1) return true;
  return top === headline.top + 2 && flow.some(({ cells }) => cells.some(({ row }) => row === top - 1));
}

/** Whether the second of two lines that are centred over the text is set in type as large as the first one's. */
function isAsLarge(second: Strand, first: Strand, flow: readonly Piece[]): boolean {
  const { left, right } = sidesOf(flow);
  if (first.x - left <= SAME_EDGE || second.x - left <= SAME_EDGE) return false;
  const centre = (left + right) / 2;
  return (centre - second.x) / second.width >= (centre - first.x) / first.width;
}

/** Rows from a line to the next title or text below it. */
export function rowsBelow({ top }: Strand, headline: Strand, lines: readonly Strand[], flow: readonly Piece[]): number {
  let next = Number.POSITIVE_INFINITY;
  for (const line of lines) if (line.top > top) next = Math.min(next, line.top);
  for (const piece of flow) {
    if (piece.top > top && piece.x < headline.x + headline.width && headline.x < piece.right)
      next = Math.min(next, piece.top);
  }
  return next - top;
}

export function isCredit(source: Source, { cells }: Strand): boolean {
  const [cell] = cells;
  return cell !== undefined && CREDIT.test(source.text.slice(cell.start, cell.end));
}
