/**
 * Titles in which a quotation does not end: the scan has lost the quote, 皮影戏走进“田间课堂, or it ends on the next line,
 * 县人大通过《古 / 树保护条例》.
 *
 * In: blocks of printed lines, their roles still open. Out: which of them can be titles all the same. Never: a line that
 * the text above goes on in.
 */
import type { Block } from "../block.ts";
import { isFurniture } from "../role.ts";
import { canBeTitle, hasWordsOfTitle } from "./can-be-title.ts";
import { isOpenQuestion, LONGEST_TITLE, type Seen } from "./question.ts";

/** A title of one line, in characters. */
const SHORTEST = 5;
const LONGEST = 32;
const MOST_LINES = 2;
const LEFT_OPEN = /[“《](?=[^”》]*$)/g;

/** 印发《乡村教育建设规划 / 纲要 (2024一: a bracket that opens behind a quotation left open is left open with it. */
function withoutOpen(words: string): string {
  const at = words.search(LEFT_OPEN);
  return at < 0 ? words : words.slice(0, at) + words.slice(at).replace(/[“《（(]/g, "");
}
/** So many lines of a title may stand between this one and the byline. */
const REACH = 3;

export function allowLostQuotes(named: readonly Block[], seen: readonly Seen[]): void {
  for (const [i, here] of seen.entries()) {
    const { words, length, block } = here;
    if (length < SHORTEST || length > LONGEST || block.lines.length > MOST_LINES || !isOpenQuestion(named[i])) continue;
    if (!/[“《]/.test(words) || canBeTitle(here) || /[，、；：,;:]\s*$/.test(words)) continue;
    if (!isClosedAbove(named, seen, i) || !leadsToByline(named, seen, i)) continue;
    here.canBeTitle = [`${words.trimEnd()}”`, withoutOpen(words)].some((whole) =>
      hasWordsOfTitle({ ...here, words: whole }),
    );
  }
}

/**
 * Two short lines, one below the other, of which the second closes what the first one opens. The lines of a large headline
 * are as long as a line of text, and a dump may have a blank line between them: then a byline has to stand below, and
 * what is cut is the name of a work, for running text has cut quotations everywhere.
 */
export function allowCutQuotes(named: readonly Block[], seen: readonly Seen[]): void {
  for (const [i, upper] of seen.entries()) {
    const lower = seen[i + 1];
    if (lower === undefined) return;
    const longer = Math.max(upper.length, lower.length);
    if (longer > LONGEST_LINE || lower.block.blankLinesBefore > 1) continue;
    const isSure = longer <= LONGEST_HALF && lower.block.blankLinesBefore === 0;
    if (!isSure && (named[i + 2]?.role !== "byline" || !/《[^》]*$/.test(upper.words))) continue;
    if (!isOpenQuestion(named[i]) || !isOpenQuestion(named[i + 1]) || !/[《“「]/.test(upper.words)) continue;
    if (canBeTitle(upper) || !isClosedAbove(named, seen, i)) continue;
    const words = upper.words.trimEnd() + lower.words.trimStart();
    if (!hasWordsOfTitle({ ...upper, words, length: upper.length + lower.length })) continue;
    upper.canBeTitle = true;
    lower.canBeTitle = true;
  }
}

/** The lines of a title that the dump tells by its type: what opens on one of them closes on another. */
export function allowLargeTitles(named: readonly Block[], seen: readonly Seen[]): void {
  for (let first = 0; first < seen.length; first += 1) {
    const here = seen[first];
    if (here?.block.isLarge !== true) continue;
    let words = here.words;
    let end = first + 1;
    for (; seen[end]?.block.isLarge === true && seen[end]?.block.blankLinesBefore === 0; end += 1)
      words += seen[end]?.words ?? "";
    const lines = seen.slice(first, end);
    const length = Math.max(...lines.map((line) => line.length));
    if (lines.length > 1 && hasWordsOfTitle({ ...here, words, length }))
      for (const [i, line] of lines.entries()) line.canBeTitle ||= isOpenQuestion(named[first + i]);
    first = end - 1;
  }
}

/** Longest half of a headline, and of one that runs over the width of the page. */
const LONGEST_HALF = 16;
const LONGEST_LINE = 26;

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
