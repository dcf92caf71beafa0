/** Title lines that end in a comma, which elsewhere only text does: what stands around them says so. */
import { itemAt } from "../../text/list.ts";
import type { Block } from "../block.ts";
import { canBeTitle } from "./can-be-title.ts";
import { isOpenQuestion, LONGEST_TITLE, type Seen } from "./question.ts";

/** Longest upper half of a headline. */
const LONGEST_HALF = 14;

/**
 * 老街改造， above 先问街坊 and a byline: a comma ends the upper half of a headline, and a line of text elsewhere. The text
 * above it is closed, and nothing but title lines stand below it before the byline.
 */
export function allowUpperHalves(named: readonly Block[], seen: readonly Seen[]): void {
  for (const [i, half] of seen.entries()) {
    if (half.length > LONGEST_HALF || half.length < 3 || !isOpenQuestion(named[i]) || !/[，,]\s*$/.test(half.words))
      continue;
    const above = itemAt(seen, i - 1);
    const lower = seen[i + 1];
    if (above !== undefined && above.length > LONGEST_TITLE && !above.endsSentence) continue;
    if (lower === undefined || !isOpenQuestion(named[i + 1]) || lower.length > LONGEST_HALF + 2) continue;
    let next = i + 1;
    while (next < named.length && next <= i + 3 && isOpenQuestion(named[next]) && isTitleAt(seen, next)) next += 1;
    if (next > i + 1 && named[next]?.role === "byline") half.canBeTitle = true;
  }
}

function isTitleAt(seen: readonly Seen[], index: number): boolean {
  const here = itemAt(seen, index);
  return here !== undefined && canBeTitle(here);
}

/**
 * 一间旧屋修了三十年， between a line that can be a title and a byline: the upper half of a deck, of which a scan read the
 * lower half elsewhere.
 */
export function allowCutDecks(named: readonly Block[], seen: readonly Seen[]): void {
  for (const [i, deck] of seen.entries()) {
    if (named[i + 1]?.role !== "byline" || !isOpenQuestion(named[i]) || !/[，,]\s*$/.test(deck.words)) continue;
    if (deck.length > LONGEST_CUT_DECK || deck.block.lines.length > 1 || deck.block.blankLinesBefore === 0) continue;
    const above = itemAt(named, i - 1);
    if ((above?.role === "title" || isOpenQuestion(above)) && isTitleAt(seen, i - 1)) deck.canBeTitle = true;
  }
}

const LONGEST_CUT_DECK = 24;
