/**
 * Titles whose closing quote the scan has lost: 皮影戏走进“田间课堂, 老街里的“时光-.
 *
 * In: blocks of printed lines, their roles still open. Out: which of them can be titles although a quotation in them does
 * not end. Never: a line that the text above goes on in.
 */
import type { Block } from "../block.ts";
import { isFurniture } from "../role.ts";
import { isOpenQuestion, LONGEST_TITLE, type Seen } from "./question.ts";
import { canBeTitle, hasWordsOfTitle } from "./title-line.ts";

/** A title of one line, in characters. */
const SHORTEST = 5;
const LONGEST = 24;
/** So many lines of a title may stand between this one and the byline. */
const REACH = 3;

export function allowLostQuotes(named: readonly Block[], seen: readonly Seen[]): void {
  for (const [i, here] of seen.entries()) {
    const { words, length, block } = here;
    if (length < SHORTEST || length > LONGEST || block.lines.length > 1 || !isOpenQuestion(named[i])) continue;
    if (!words.includes("“") || canBeTitle(here) || /[，、；：,;:]\s*$/.test(words)) continue;
    if (!isClosedAbove(named, seen, i) || !leadsToByline(named, seen, i)) continue;
    here.canBeTitle = hasWordsOfTitle({ ...here, words: `${words.trimEnd()}”` });
  }
}

function isClosedAbove(named: readonly Block[], seen: readonly Seen[], index: number): boolean {
  const above = named[index - 1];
  const words = seen[index - 1];
  if (above === undefined || words === undefined || above.role !== "body" || isFurniture(above.role)) return true;
  return words.endsSentence || (words.length <= LONGEST_TITLE && canBeTitle(words));
}

function leadsToByline(named: readonly Block[], seen: readonly Seen[], index: number): boolean {
  for (let i = index + 1; i <= index + REACH && i < named.length; i += 1) {
    const next = seen[i];
    if (named[i]?.role === "byline") return true;
    if (next === undefined || !isOpenQuestion(named[i]) || !canBeTitle(next)) return false;
  }
  return false;
}
