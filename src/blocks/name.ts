/**
 * Names the role of every block.
 *
 * In: blocks in dump order. Out: blocks with roles; fused ones split into what was printed.
 * First each block by its own words, then captions with their credits, then the short ones by the company they keep.
 */
import type { Context } from "../context.ts";
import { append } from "../text/append.ts";
import { plain } from "../text/sourced.ts";
import type { Block } from "./block.ts";
import { withBylinesAtTitles } from "./byline-in-text.ts";
import { readAgency } from "./credits/lead.ts";
import { creditVocabulary } from "./credits/vocabulary.ts";
import { withHeadlinesBelow } from "./headlines-below.ts";
import { withoutStrayLines } from "./neighbours/stray-line.ts";
import { nameByNeighbours } from "./neighbours.ts";
import { nameByOwnWords } from "./own-words.ts";
import { readPictureLines } from "./picture-lines.ts";
import { withRemarks } from "./remarks.ts";
import { partRunInHeads } from "./run-in-heads.ts";
import { withSignedNotices } from "./signed-notices.ts";
import { withoutSpecks } from "./specks.ts";
import { splitTitleLines } from "./title-lines.ts";

export function nameBlocks(blocks: readonly Block[], context: Context): readonly Block[] {
  const vocabulary = creditVocabulary(context, outletsOfPage(blocks, context));
  const first: Block[] = [];
  for (const block of withRemarks(partRunInHeads(blocks)))
    append(first, block.role === "remark" ? [block] : nameByOwnWords(block, context, vocabulary));
  const sifted = withoutSpecks(first);
  const placed = withBylinesAtTitles(readPictureLines(withSignedNotices(sifted.blocks), context, vocabulary), context);
  const lines = withoutStrayLines(nameByNeighbours(placed, context), context);
  const named = splitTitleLines(withHeadlinesBelow(lines, context, vocabulary), context);
  return sifted.specks.length > 0 ? [...named, ...sifted.specks] : named;
}

/** Papers and agencies that the datelines of the page name: a byline may name them before a role. */
function outletsOfPage(blocks: readonly Block[], context: Context): string[] {
  const vocabulary = creditVocabulary(context);
  const outlets = new Set<string>();
  for (const block of blocks) {
    const agency = readAgency(plain(block.text), vocabulary);
    if (agency !== null && agency.length > 1) outlets.add(agency);
  }
  return [...outlets].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
