/**
 * Pieces of a hard-wrapped dump back in the places where they were printed, before their text is repaired.
 *
 * In: blocks with roles, in the order of the dump. Out: headings above their texts, an article's text together, columns in
 * their order, and what was moved. Never: drops a block.
 */
import type { Block } from "../blocks/block.ts";
import type { Context } from "../context.ts";
import { orderColumns } from "./column-order.ts";
import { isOfEngine, liftHeadings } from "./late-headings.ts";
import type { Dumped, Reordered } from "./reordered.ts";
import { resumeArticles } from "./resumed.ts";
import { resumeAnywhere } from "./resumed-anywhere.ts";
import { returnTitles } from "./spare-titles.ts";
import { nameStandingHeadlines } from "./standing-headline.ts";
import { returnStrayed } from "./strayed-text.ts";
import { openUnheaded } from "./unheaded.ts";

export function putInPlace(blocks: readonly Block[], dump: Dumped, context: Context): Reordered {
  const isScan = isOfEngine(dump);
  const parted = isScan ? openUnheaded(nameStandingHeadlines(blocks, context)) : { blocks, findings: [] };
  const headed = isScan ? liftHeadings(parted.blocks) : { blocks, findings: [] };
  const below = resumeArticles(headed.blocks, context);
  const resumed = isScan ? resumeAnywhere(below.blocks, context) : { blocks: below.blocks, findings: [] };
  const titled = returnTitles(resumed.blocks);
  const returned = isScan ? returnStrayed(titled.blocks) : { blocks: titled.blocks, findings: [] };
  const ordered = orderColumns(returned.blocks, context);
  const findings = [parted, headed, below, resumed, titled, returned, ordered].flatMap((step) => step.findings);
  return { blocks: ordered.blocks, findings };
}
