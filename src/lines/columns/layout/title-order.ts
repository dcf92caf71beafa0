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
import type { Lexicon } from "../../../lexicon/lexicon.ts";
import type { Source } from "../../../text/source.ts";
import type { TypeOdds } from "../../lines.ts";
import type { Cell } from "../cells.ts";
import { SAME_EDGE } from "../measures.ts";
import { leadsOn } from "../says-on.ts";
import type { Strand } from "../strands.ts";
import { isCredit, isKicker, rowsBelow } from "./kicker.ts";
import type { Piece } from "./piece.ts";
import { runsBySize } from "./title-size.ts";
import { sidesOf, typeOdds } from "./title-type.ts";

/** Lines that are read in one go. */
export interface Run {
  readonly strands: readonly Strand[];
  /** 1 for a headline, 2 for its kicker. */
  readonly level: number;
  /** A picture stands above. */
  readonly isCaption?: boolean;
  /** It stands over an article. */
  readonly headsArticle?: boolean;
  /** Of each line of a title, against the line above. */
  readonly types?: ReadonlyMap<Cell, TypeOdds> | undefined;
}

/** A label with its mark, in em; a byline is longer. */
const LONGEST_LABEL = 6;
const LABEL_ROWS = 1;
/** One without a mark: 民生, 我们的节日. */
const LONGEST_PLAIN_LABEL = 5;
/** Rows from a label to what stands below its headline. */
const HEADLINE_ROWS = 2;
export function titleRuns(source: Source, titles: readonly Piece[], flow: readonly Piece[], lexicon: Lexicon): Run[] {
  return runsBySize(titles) ?? withTypes(source, runsByRows(source, titles, flow, lexicon), flow);
}

/** The same runs, where lines of the title are held against the line above. */
function withTypes(source: Source, runs: readonly Run[], flow: readonly Piece[]): Run[] {
  const sides = sidesOf(flow);
  let above: Strand | undefined;
  return runs.map((run) => {
    const types = new Map<Cell, TypeOdds>();
    for (const line of run.strands.flatMap(linesOf)) {
      const isTitle = !isCredit(source, line);
      const [cell] = line.cells;
      if (isTitle && above !== undefined && cell !== undefined) types.set(cell, typeOdds(above, line, sides));
      above = isTitle ? line : undefined;
    }
    return { ...run, types };
  });
}

function runsByRows(source: Source, titles: readonly Piece[], flow: readonly Piece[], lexicon: Lexicon): Run[] {
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
  if (headline === undefined || kicker === undefined || !isKicker(source, kicker, headline, lines, flow, lexicon))
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

function linesOf({ cells }: Strand): Strand[] {
  return cells.map((cell) => ({ x: cell.x, width: cell.ems, top: cell.row, bottom: cell.row, cells: [cell] }));
}

function isDotted(source: Source, { cells }: Piece): boolean {
  return "■▇●◆".includes(source.text.charAt(cells[0]?.start ?? 0));
}

/** `● 杜若兰` on the row of the headline signs it; a label with such a mark stands above or to the left. */
function standsRightOfTitle({ x, top }: Piece, titles: readonly Piece[]): boolean {
  return titles.some((other) => other.top === top && other.right <= x);
}

/** `■教育`. Not `■ 本报记者 石舟`. */
function isMarked(source: Source, { cells, width }: Piece): boolean {
  return width <= LONGEST_LABEL && "■▇●◆【[［·".includes(source.text.charAt(cells[0]?.start ?? 0));
}
