/**
 * Strands in reading order.
 *
 * In: the strands of a page. Out: runs of strands that are read in one go, article by article. Never: joins text.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { lastOf } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
import { setFurnitureApart } from "./furniture.ts";
import { nameKinds } from "./kinds.ts";
import { bandsOf } from "./layout/bands.ts";
import { type LaidArticle, partition } from "./layout/partition.ts";
import { measurePieces, type Piece } from "./layout/piece.ts";
import { Succession } from "./layout/succession.ts";
import type { Strand } from "./strands.ts";

/** Strands that are read in one go. */
export type Run = readonly Strand[];

/** Log-odds from which on a line set apart is read as text. */
const READ_ON = 0.5;
/** A label with its mark, in em; a byline is longer. */
const LONGEST_LABEL = 6;
const LABEL_ROWS = 1;

export function readingOrder(source: Source, strands: readonly Strand[], lexicon: Lexicon): Run[] {
  const { head, body, foot } = setFurnitureApart(source, strands);
  const runs: Run[] = head.map((strand) => [strand]);
  const items = nameKinds(source, body, lexicon).sort((a, b) => a.top - b.top || a.x - b.x);
  for (const band of bandsOf(items)) {
    const pieces = measurePieces(source, band);
    const succession = new Succession(pieces, lexicon);
    for (const article of partition(pieces, succession)) writeArticle(source, article, succession, runs);
  }
  for (const strand of foot) runs.push([strand]);
  return runs;
}

/** Titles, then the text with subheads in their place, then captions. */
function writeArticle(
  source: Source,
  { titles, flow, captions }: LaidArticle,
  succession: Succession,
  runs: Run[],
): void {
  // A label that stands over the headline comes a row after it where the headline's type is large.
  const row = (titles[0]?.top ?? 0) + LABEL_ROWS;
  const isLabel = (title: Piece): boolean => title.top <= row && isMarked(source, title);
  for (const title of titles) if (isLabel(title)) runs.push([title]);
  for (const title of titles) if (!isLabel(title)) runs.push([title]);
  let run: Piece[] = [];
  for (const piece of flow) {
    const before = lastOf(run);
    const goesOn =
      before !== undefined &&
      ((isText(piece) && isText(before)) || (before.tail === "open" && succession.between(before, piece) > READ_ON));
    if (goesOn) run.push(piece);
    else {
      if (run.length > 0) runs.push(run);
      run = [piece];
    }
  }
  if (run.length > 0) runs.push(run);
  for (const caption of captions) runs.push([caption]);
}

function isText({ kind }: Piece): boolean {
  return kind === "text";
}

/** `■教育`. Not `■ 本报记者 李立`. */
function isMarked(source: Source, { cells, width }: Piece): boolean {
  return width <= LONGEST_LABEL && "■▇●◆【".includes(source.text.charAt(cells[0]?.start ?? 0));
}
