/**
 * Brings the pieces of a sentence together that a column end, a picture or a displaced block keeps apart.
 *
 * In: blocks with roles, blanks repaired. Out: blocks in reading order, paragraphs whole, and a record of each join.
 * Never: drops a block, changes a character, or joins on thin evidence: what stays apart is reported.
 */
import { type Block, changed } from "../blocks/block.ts";
import { readJump } from "../blocks/jump.ts";
import { isOfHeading } from "../blocks/role.ts";
import type { Context } from "../context.ts";
import { isTextLayer } from "../lines/mark-widths.ts";
import type { Finding } from "../notice.ts";
import { itemAt } from "../text/list.ts";
import { concatAll, plain } from "../text/sourced.ts";
import { assign } from "./assign.ts";
import { findCandidates } from "./candidates.ts";
import { findMoved, movedApart } from "./evidence/moved.ts";
import { gapFinding, openEnds } from "./findings.ts";
import { confidenceOf, isLikely, oddsOfLines, type ScoredCandidate, scored, scoredOfLines } from "./odds.ts";
import { type Candidate, type Piece, readPiece } from "./piece.ts";
import type { Dumped } from "./reordered.ts";
import { unswapColumns } from "./swapped-columns.ts";
import { versesApart } from "./verse.ts";

export interface Join extends Candidate {
  /** 0 to 1. */
  readonly confidence: number;
}

/** A block in reading order, with the pieces it was joined from. */
export interface Unit {
  readonly block: Block;
  readonly joins: readonly Join[];
}

export interface Joined {
  readonly units: readonly Unit[];
  readonly joins: readonly Join[];
  readonly findings: readonly Finding[];
}

/** A title line is taken for a stray piece of text only when both its ends fit this well, in log-odds. */
const STRAY_TITLE = 3;

export function joinBlocks(given: readonly Block[], dump: Dumped, context: Context): Joined {
  const { kind } = dump;
  // Printed lines have columns of their own to be put in order, before blocks are formed of them.
  const isInBlocks = kind === "blocks" || kind === "markdown";
  const { blocks, findings } = isInBlocks ? unswapColumns(given, context) : { blocks: given, findings: [] };
  const pieces = isInBlocks ? versesApart(readPieces(blocks)) : readPieces(blocks);
  const isMoved = isInBlocks ? null : findMoved(pieces);
  const inDump = kind === "side-by-side" || kind === "boxes" ? null : isMoved;
  const candidates = findCandidates(pieces, context, inDump, isTextLayer(dump));
  const likely = isInBlocks ? candidates : candidates.filter(isLikely);
  const chosen = withoutCycles(withoutLoneTitles(assign(likely.map(isInBlocks ? scored : scoredOfLines))));
  const joins = chosen.map(({ candidate }) => {
    const { tail, head, clues, score } = isMoved === null ? candidate : movedApart(candidate, isMoved);
    const odds = isInBlocks ? score : oddsOfLines({ tail, head, clues, score });
    return { tail, head, clues, score, confidence: confidenceOf(odds) };
  });
  joins.sort((a, b) => a.tail.index - b.tail.index);
  const units = inReadingOrder(blocks, joins);
  return { units, joins, findings: [...findings, ...joins.flatMap(gapFinding), ...openEnds(pieces, joins)] };
}

export function readPieces(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  const firstByline = blocks.findIndex((block) => block.role === "byline");
  let section = 0;
  let inTitle = false;
  for (const [index, block] of blocks.entries()) {
    const isTitle = isOfHeading(block.role);
    const jump = block.role === "jump" ? readJump(plain(block.text)) : null;
    if ((isTitle && !inTitle) || jump !== null) section += 1;
    const isFirst = block.role === "body" && (inTitle || itemAt(blocks, index - 1)?.role === "subhead");
    if (isTitle || block.role === "body") inTitle = isTitle;
    else if (jump !== null) inTitle = jump.from !== null;
    const isDoubtful = block.role === "title" && block.confidence < 0.8 && block.headingLevel === 0;
    if (block.role === "body" || isDoubtful)
      pieces.push(
        readPiece(block, {
          index,
          place: pieces.length,
          section,
          isFirst,
          isAboveArticles: index < firstByline,
          leavesPage: leavesPage(blocks[index + 1]),
        }),
      );
  }
  return pieces;
}

/** 下转A03版 below: the text goes on, but on another page. */
function leavesPage(below: Block | undefined): boolean {
  return below?.role === "jump" && readJump(plain(below.text))?.to !== null;
}

/** A doubtful title that fits at one end only is a title. */
function withoutLoneTitles(chosen: readonly ScoredCandidate[]): ScoredCandidate[] {
  const asHead = new Map(chosen.map((item) => [item.to, item]));
  const asTail = new Map(chosen.map((item) => [item.from, item]));
  const isStray = (piece: Piece): boolean => {
    if (!piece.isDoubtful) return true;
    const before = asHead.get(piece.index);
    const after = asTail.get(piece.index);
    return before !== undefined && after !== undefined && before.score + after.score >= STRAY_TITLE;
  };
  return chosen.filter(({ candidate }) => isStray(candidate.tail) && isStray(candidate.head));
}

/** Following heads from any tail must end; where it comes back, the weakest join of the ring goes. */
function withoutCycles(chosen: readonly ScoredCandidate[]): ScoredCandidate[] {
  const next = new Map(chosen.map((item) => [item.from, item]));
  const isHead = new Set(chosen.map((item) => item.to));
  const seen = new Set<ScoredCandidate>();
  const walk = (first: ScoredCandidate): ScoredCandidate => {
    let weakest = first;
    for (let at: ScoredCandidate | undefined = first; at !== undefined && !seen.has(at); at = next.get(at.to)) {
      seen.add(at);
      if (at.score < weakest.score) weakest = at;
    }
    return weakest;
  };
  for (const item of chosen) if (!isHead.has(item.from)) walk(item);
  // What no open beginning leads to goes round.
  const dropped = new Set<ScoredCandidate>();
  for (const item of chosen) if (!seen.has(item)) dropped.add(walk(item));
  return chosen.filter((item) => !dropped.has(item));
}

function inReadingOrder(blocks: readonly Block[], joins: readonly Join[]): Unit[] {
  const next = new Map(joins.map((join) => [join.tail.index, join]));
  const isHead = new Set(joins.map((join) => join.head.index));
  const placed = new Map<number, Unit>();
  for (const [index, block] of blocks.entries()) {
    if (isHead.has(index)) continue;
    const chain: Join[] = [];
    for (let join = next.get(index); join !== undefined; join = next.get(join.head.index)) chain.push(join);
    if (chain.length === 0) {
      placed.set(index, { block: settled(block), joins: [] });
      continue;
    }
    placed.set(anchorOf(index, chain), {
      block: changed(block, {
        role: "body",
        text: concatAll([block.text, ...chain.map((join) => join.head.block.text)]),
      }),
      joins: chain,
    });
  }
  return [...placed.entries()].sort((a, b) => a[0] - b[0]).map(([, unit]) => unit);
}

/** A title that might have been a stray piece of text, and fits nowhere as one, is a title. */
function settled(block: Block): Block {
  return block.role === "title" && block.confidence < SURE_TITLE ? changed(block, { confidence: SURE_TITLE }) : block;
}

const SURE_TITLE = 0.9;

/** A chain stands where it begins, unless it begins with a piece that was displaced to before every article. */
function anchorOf(first: number, chain: readonly Join[]): number {
  const [join] = chain;
  if (join === undefined || join.tail.section > 0) return first;
  return join.head.section > 0 ? join.head.index : first;
}
