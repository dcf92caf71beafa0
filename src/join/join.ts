/**
 * Brings the pieces of a sentence together that a column end, a picture or a displaced block keeps apart.
 *
 * In: blocks with roles, blanks repaired. Out: blocks in reading order, paragraphs whole, and a record of each join.
 * Never: drops a block, changes a character, or joins on thin evidence: what stays apart is reported.
 */
import { type Block, changed } from "../blocks/block.ts";
import { readJump } from "../blocks/jump.ts";
import type { Context } from "../context.ts";
import type { Finding } from "../notice.ts";
import type { DumpKind } from "../page.ts";
import { hasWords } from "../text/chars.ts";
import { itemAt } from "../text/list.ts";
import { concatAll, originOf, plain } from "../text/sourced.ts";
import { assign } from "./assign.ts";
import { findCandidates } from "./candidates.ts";
import { findMoved, movedApart } from "./evidence/moved.ts";
import { isWeighedAsNext } from "./next-piece.ts";
import { type Candidate, type Piece, readPiece } from "./piece.ts";
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

/**
 * Log-odds of the characters at a seam at or below which words may be missing there. One whole seam in eight is as odd,
 * so the characters alone are only worth knowing.
 */
const GAP_SEAM = -0.9;
/** A title line is taken for a stray piece of text only when both its ends fit this well, in log-odds. */
const STRAY_TITLE = 3;

export function joinBlocks(given: readonly Block[], kind: DumpKind, context: Context): Joined {
  // Printed lines have columns of their own to be put in order, before blocks are formed of them.
  const isInBlocks = kind === "blocks" || kind === "markdown";
  const { blocks, findings } = isInBlocks ? unswapColumns(given, context) : { blocks: given, findings: [] };
  const pieces = isInBlocks ? versesApart(readPieces(blocks)) : readPieces(blocks);
  const isMoved = isInBlocks ? null : findMoved(pieces);
  const candidates = findCandidates(pieces, context, kind === "side-by-side" ? null : isMoved);
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
    const isTitle = block.role === "title" || block.role === "byline" || block.role === "sectionLabel";
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

interface ScoredCandidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly candidate: Candidate;
}

function scored(candidate: Candidate): ScoredCandidate {
  return { from: candidate.tail.index, to: candidate.head.index, score: candidate.score, candidate };
}

function scoredOfLines(candidate: Candidate): ScoredCandidate {
  const { from, to, score } = scored(candidate);
  const isNext = isWeighedAsNext(candidate);
  return { from, to, score: isNext ? ITS_PLACE + OF_NEXT * score : score, candidate };
}

/** The clues of a piece from elsewhere say this for it where those of the next piece say nothing; a line through both. */
const ITS_PLACE = 1.2;
const OF_NEXT = 1.25;

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

/**
 * What the clues of a join are worth, in log-odds, where the dump gives printed lines: the pieces had to be found first
 * and may be wrong. Of the next piece that is their sum; of one from elsewhere layout and order say a third as much as
 * between whole blocks, and what the words say decides. Fitted on 1,420 joins of the devset; its two halves agree.
 */
function oddsOfLines(candidate: Candidate): number {
  const { score, clues } = candidate;
  if (isWeighedAsNext(candidate)) return score;
  let characters = 0;
  for (const { clue, weight } of clues) if (clue === "characters") characters += weight;
  return PRINTED_LINES.base + PRINTED_LINES.share * score + PRINTED_LINES.characters * characters;
}

function isLikely(candidate: Candidate): boolean {
  const isNext = isWeighedAsNext(candidate);
  return oddsOfLines(candidate) > (isNext ? LEAST_ODDS_OF_NEXT : LEAST_ODDS);
}

function confidenceOf(odds: number): number {
  const share = Math.round(100 / (1 + Math.exp(-odds))) / 100;
  return Math.min(MOST_CONFIDENT, share);
}

const PRINTED_LINES = { base: -0.1, share: 0.37, characters: 1 };
/** No join is certain: rounding must not say so. */
const MOST_CONFIDENT = 0.99;
/**
 * Below these odds three joins of four were wrong, and the text stays apart. Above them the next piece is still the best
 * guess where the words do not say more, and the confidence says that it is one.
 */
const LEAST_ODDS = -0.85;
/** Of the next piece, too, fewer than one in three are right below these odds. */
const LEAST_ODDS_OF_NEXT = -0.85;

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

/** A verb of motion or visiting with its object: 一行来到云溪. */
const VISIT = /(?:来到|走进|前往|赶到|赶赴|抵达|参观|考察|走访|探访|慰问)(?:了)?[^，。；：、！？]{0,6}$/;
const LONGEST_SUBJECT = 32;
/** A subject with its copula before any comma: 云岫精密公司是一家. */
const SUBJECT = /^[^，。；：、！？,.;:!?]{4,24}是/;

/** Words seem to be missing at a seam: two predicates collide there, or its characters hardly ever meet. */
function gapFinding(join: Join): Finding[] {
  const seam = join.clues.find((clue) => clue.clue === "characters");
  const head = join.head.words.slice(0, LONGEST_SUBJECT);
  const collides = head.includes("是") && VISIT.test(join.tail.words.slice(-16)) && SUBJECT.test(head);
  const isOdd =
    seam !== undefined &&
    seam.weight <= GAP_SEAM &&
    !join.clues.some((clue) => clue.clue === "word" || clue.clue === "bracket");
  if (!collides && !isOdd) return [];
  return [
    {
      rule: "join/gap",
      level: collides ? "warning" : "info",
      offset: originOf(join.head.block.text, 0),
      message:
        `“${join.tail.endOf.slice(-4)}” runs into “${join.head.startOf.slice(0, 4)}”, ` +
        "as if words were lost between them; compare the scan",
    },
  ];
}

/** Text that breaks off and was joined to nothing. */
function openEnds(pieces: readonly Piece[], joins: readonly Join[]): Finding[] {
  const joined = new Set(joins.map((join) => join.tail.index));
  return (
    pieces
      // 具体如下： above the rows of a table is whole.
      .filter((piece, i) => !(pieces[i + 1]?.isRow === true && /[：:]\s*$/.test(piece.words)))
      // Marks without words break off nowhere.
      .filter((piece) => hasWords(piece.words))
      .filter((piece) => !piece.isClosed && !piece.isDoubtful && !piece.leavesPage && !joined.has(piece.index))
      .map((piece) => ({
        rule: "join/open-tail",
        level: "warning" as const,
        offset: Math.max(0, originOf(piece.block.text, Math.max(0, piece.words.length - 1))),
        message: `“…${piece.endOf.slice(-8)}” breaks off and nothing on the page continues it; compare the scan`,
      }))
  );
}
