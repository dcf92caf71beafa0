/**
 * An article that is signed above its text is not signed below it once more: between the two another one begins.
 *
 * In: blocks with roles. Out: the same; the one short line between the two credits that can be a title is one. Where there
 * are several, nothing is changed: which of them it is, the page does not say.
 */
import { itemAt } from "../../text/list.ts";
import { type Block, changed } from "../block.ts";
import { isInBrackets } from "../in-brackets.ts";
import { readJump } from "../jump.ts";
import { canBeTitle } from "./can-be-title.ts";
import type { Seen } from "./question.ts";

/** How sure such a title is. */
const CONFIDENCE = 0.7;
/** A kicker and a headline of one or two lines. */
const MOST_LINES = 3;

/** @param hasHeadings where a page has none, bold lines are titles as well as subheads. */
export function beginAboveSecondCredit(named: Block[], seen: readonly Seen[], hasHeadings: boolean): void {
  let isSigned = false;
  let hasText = false;
  let lines: number[] = [];
  const begin = (signed: boolean): void => {
    isSigned = signed;
    hasText = false;
    lines = [];
  };
  for (const [i, block] of named.entries()) {
    const here = seen[i];
    if (here === undefined) continue;
    if (block.role === "title" || block.role === "sectionLabel") begin(false);
    else if (block.role === "jump") {
      if (readJump(here.words)?.to != null) begin(false);
    } else if (block.role === "byline") {
      const isEnd = hasText && isInBrackets(here.words) && block.startsParagraph !== true;
      // （作者系云溪中学校长） says more of who has signed above.
      const isAbout = /作者(?:[系为爲為係是]|[单單]位)/.test(here.words);
      if (isEnd && !isAbout && isSigned && lines.length <= MOST_LINES && areOneTitle(lines)) {
        for (const line of lines) {
          const title = named[line];
          if (title !== undefined) named[line] = changed(title, { role: "title", confidence: CONFIDENCE });
        }
      }
      begin(!isEnd && (block.credits?.authors.length ?? 0) > 0);
    } else if (isText(block, here)) hasText = true;
    else if (hasText && !(block.isBold && hasHeadings) && mayBegin(block, here, itemAt(seen, i - 1))) lines.push(i);
  }
}

/** One line, or several right below each other. */
function areOneTitle(lines: readonly number[]): boolean {
  const [first] = lines;
  return first !== undefined && lines.every((line, k) => line === first + k);
}

function isText({ role }: Block, here: Seen): boolean {
  return role === "body" && (here.endsSentence || !canBeTitle(here));
}

/** A line between two texts that its own marks do not make a subhead. */
function mayBegin({ role, headingLevel }: Block, here: Seen, above: Seen | undefined): boolean {
  if ((role !== "subhead" && role !== "body") || headingLevel > 0 || !canBeTitle(here)) return false;
  return role === "subhead" || above?.endsSentence === true || (above !== undefined && canBeTitle(above));
}
