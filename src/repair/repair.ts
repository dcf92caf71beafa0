/**
 * Repairs what the scan broke, by the rules of `index.ts`.
 *
 * In: blocks with roles. Out: the same blocks with their text repaired. Never: moves text from one block to another.
 */
import { type Block, changed } from "../blocks/block.ts";
import { inOtherBlanks, readAgain } from "../blocks/credits/reading.ts";
import { creditVocabulary } from "../blocks/credits/vocabulary.ts";
import type { Role } from "../blocks/role.ts";
import type { Context } from "../context.ts";
import { findMisreadings } from "../doubt/misread.ts";
import { NO_SHAPE } from "../lines/geometry.ts";
import type { DumpKind } from "../page.ts";
import { applyEdits, type Change } from "../text/edit.ts";
import { plain, type Sourced } from "../text/sourced.ts";
import { bylineBlanks } from "./credit/byline.ts";
import { photoCredit } from "./credit/photo.ts";
import { runningLineBlanks } from "./credit/running-line.ts";
import { BLOCK_RULES, TEXT_RULES } from "./index.ts";
import { type RuleTable, tabulate } from "./needs.ts";
import type { RuleView } from "./rule.ts";
import { arePrinted } from "./space/page-blanks.ts";

const BLOCK_TABLE = tabulate(BLOCK_RULES);
const TEXT_TABLE = tabulate(TEXT_RULES);

/** Blanks and mark-up of the blocks of a page. */
export function repairBlocks(
  blocks: readonly Block[],
  dump: DumpKind,
  context: Context,
  log: Change[] | null,
): readonly Block[] {
  const blanksArePrinted = arePrinted(blocks, dump);
  return blocks.map((block) => {
    const { role, shape } = block;
    const view = { role, dump, shape, blanksArePrinted, lexicon: context.lexicon, wantsReasons: log !== null };
    return repairBlock(block, view, context, log);
  });
}

function repairBlock(block: Block, view: RuleView, context: Context, log: Change[] | null): Block {
  if (RUNNING_LINES.has(block.role)) {
    const text = applyEdits(block.text, "space/running-line", runningLineBlanks(plain(block.text), context), log);
    return changed(block, { text: runRules(text, BLOCK_TABLE, view, log) });
  }
  if (block.role === "byline") return changed(block, { text: repairByline(block, view, context, log) });
  const credit = block.role === "caption" ? photoCredit(plain(block.text), creditVocabulary(context)) : null;
  if (credit === null || credit.end < 0) {
    const repaired = runRules(block.text, BLOCK_TABLE, view, log);
    return repaired === block.text ? block : changed(block, { text: repaired });
  }
  // The credit is a byline; only the words before it are running text.
  const text = applyEdits(block.text, "credit/blanks", credit.edits, log);
  return changed(block, { text: runRules(text, BLOCK_TABLE, view, log, credit.end) });
}

/** What the grammar of running lines reads item by item. */
const RUNNING_LINES: ReadonlySet<Role> = new Set<Role>(["nameplate", "folio", "staffCredit", "contact", "imprint"]);

/** Widths, marks and quotes of one whole text. */
export function repairText(text: Sourced, role: Role, dump: DumpKind, context: Context, log: Change[] | null): Sourced {
  return runRules(
    text,
    TEXT_TABLE,
    { role, dump, shape: NO_SHAPE, lexicon: context.lexicon, wantsReasons: log !== null },
    log,
  );
}

function repairByline(block: Block, view: RuleView, context: Context, log: Change[] | null): Sourced {
  const marked = runRules(block.text, BLOCK_TABLE, view, log);
  const words = plain(marked);
  // The reading knows the offsets of the text that was named; blanks and mark-up taken off since move them.
  const own =
    marked === block.text || block.credits === null
      ? block.credits
      : inOtherBlanks(block.credits, plain(block.text), words, context.lexicon);
  const credits = own ?? readAgain(words, creditVocabulary(context));
  return applyEdits(marked, "credit/blanks", bylineBlanks(words, credits?.parts ?? []), log);
}

/** @param end rules see and change only the text before this offset; default the whole text. */
function runRules(
  text: Sourced,
  table: RuleTable,
  view: RuleView,
  log: Change[] | null,
  end: number = Number.POSITIVE_INFINITY,
): Sourced {
  let result = text;
  let words = plain(text);
  let limit = Math.min(end, words.length);
  let wanted = table.wantedIn(words);
  for (const { rule, bit } of table.rulesFor(view.role)) {
    if ((wanted & bit) === 0) continue;
    const edits = rule.find(limit < words.length ? words.slice(0, limit) : words, view);
    if (edits.length === 0) continue;
    result = applyEdits(result, rule.id, edits, log);
    for (const edit of edits) wanted |= table.wantedIn(edit.text);
    const before = words.length;
    words = plain(result);
    limit += words.length - before;
  }
  return result;
}

/**
 * Likely misreadings replaced by their candidates: only where the user asked for it.
 * @param text finished, as `findDoubts` sees it.
 */
export function correctText(text: Sourced, context: Context, log: Change[] | null): Sourced {
  const edits = findMisreadings(plain(text), context.lexicon).map(({ offset, candidate, context: around }) => ({
    start: offset,
    end: offset + 1,
    text: candidate,
    why: `likely ${around}`,
    confidence: 0.8,
  }));
  return applyEdits(text, "correct/lookalike", edits, log);
}
