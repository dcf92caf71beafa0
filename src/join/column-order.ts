/**
 * Puts the pieces of an article's columns in order, where an engine cut them up or took turns between them.
 *
 * In: blocks of a dump of printed lines. Out: the same blocks, and a finding for each article that changed; in an article
 * whose text breaks off where nothing goes on, the pieces stand in the order that fits best as a whole. Never: moves a
 * piece out of its article, or its first one.
 *
 * Each piece is followed by one other. What it says at its ends, the width of its column and the order of the dump
 * together score each pair (`fit.ts`); the best pairs are linked first, until all pieces stand in one row (`row.ts`).
 */
import type { Block } from "../blocks/block.ts";
import { isOfHeading } from "../blocks/role.ts";
import type { Context } from "../context.ts";
import type { Finding } from "../notice.ts";
import { append } from "../text/append.ts";
import { lastOf } from "../text/list.ts";
import { originOf, plain } from "../text/sourced.ts";
import { type ColumnPiece, linesOf, readColumnPieces } from "./column-order/column-piece.ts";
import { fitOf, mostFitByPlace, mostFitOf } from "./column-order/fit.ts";
import { bestRow } from "./column-order/row.ts";
import type { Reordered } from "./reordered.ts";

/** An article has some dozens of pieces; more are no article. */
const MOST_PIECES = 120;
const LEAST_PIECES = 3;
/** A seam worse than this, in log-odds, is a reason to look for a better order. */
const ODD_SEAM = 1;
/** What all seams together must gain, in log-odds, for the pieces to be moved; and for that to be sure. */
const LEAST_GAIN = 3;
const SURE_GAIN = 8;
/** Characters of a piece that a message shows. */
const SHOWN = 8;

export function orderColumns(blocks: readonly Block[], context: Context): Reordered {
  const out: Block[] = [];
  const findings: Finding[] = [];
  let from = 0;
  for (let i = 0; i <= blocks.length; i += 1) {
    const block = blocks[i];
    if (block !== undefined && !isHeading(block) && !block.opensArticle) continue;
    append(out, ordered(blocks.slice(from, i), context, findings));
    from = i;
    if (block === undefined || block.opensArticle) continue;
    out.push(block);
    from = i + 1;
  }
  return { blocks: out, findings };
}

function isHeading({ role }: Block): boolean {
  return isOfHeading(role) || role === "jump";
}

function ordered(blocks: readonly Block[], context: Context, findings: Finding[]): readonly Block[] {
  const before: Block[] = [];
  const pieces: ColumnPiece[] = [];
  for (const block of blocks) {
    const last = lastOf(pieces);
    if (block.role === "body" || block.role === "subhead") append(pieces, readColumnPieces(block, context));
    else (last?.beside ?? before).push(block);
  }
  if (pieces.length < LEAST_PIECES || pieces.length > MOST_PIECES) return blocks;
  const given: number[] = [];
  for (let i = 0; i + 1 < pieces.length; i += 1)
    given.push(fitOf(pieces[i] as ColumnPiece, pieces[i + 1] as ColumnPiece, 1, context));
  if (Math.min(...given) >= ODD_SEAM) return blocks;
  const old = given.reduce((sum, seam) => sum + seam, 0);
  const score = (i: number, j: number): number =>
    (j === i + 1 ? given[i] : undefined) ?? fitOf(pieces[i] as ColumnPiece, pieces[j] as ColumnPiece, j - i, context);
  const byPlace = (i: number, j: number): number =>
    mostFitByPlace(pieces[i] as ColumnPiece, pieces[j] as ColumnPiece, j - i);
  const byCharacters = (i: number, j: number): number =>
    mostFitOf(pieces[i] as ColumnPiece, pieces[j] as ColumnPiece, j - i, context);
  const { order, total } = bestRow(pieces.length, score, [byPlace, byCharacters]);
  if (total < old + LEAST_GAIN) return blocks;
  const row = order.map((i) => pieces[i] as ColumnPiece);
  const moved = order.findIndex((piece, i) => piece !== i);
  findings.push(movedFinding(row[moved - 1] as ColumnPiece, row[moved] as ColumnPiece, total - old));
  return [...before, ...toBlocks(row)];
}

/** The first piece in the new order that follows another one than in the dump. The first piece of an article stays. */
function movedFinding(above: ColumnPiece, below: ColumnPiece, gain: number): Finding {
  const [tail, head] = [linesOf(above.block, above.from, above.to), linesOf(below.block, below.from, below.to)];
  const [words, opening] = [plain(tail.text).trimEnd(), plain(head.text).trimStart()];
  return {
    rule: "join/column-order",
    level: gain < SURE_GAIN ? "warning" : "info",
    offset: originOf(head.text, 0),
    message:
      `the pieces of this article's columns stand in another order than in the dump, where the text breaks off: ` +
      `“${opening.slice(0, SHOWN)}…” follows “…${words.slice(-SHOWN)}”; compare the scan`,
  };
}

/** The pieces in order; those of one block that stand together are one block again. */
function toBlocks(pieces: readonly ColumnPiece[]): Block[] {
  const out: Block[] = [];
  for (let at = 0; at < pieces.length; ) {
    const first = pieces[at] as ColumnPiece;
    let last = first;
    let end = at + 1;
    for (let next = pieces[end]; next?.block === first.block && next.from === last.to; next = pieces[end]) {
      if (last.beside.length > 0) break;
      last = next;
      end += 1;
    }
    out.push(linesOf(first.block, first.from, last.to), ...last.beside);
    at = end;
  }
  return out;
}
