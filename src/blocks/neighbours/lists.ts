/** Lines that have one form with a line beside them: items of a list or a table, and no titles. */
import { hasColon } from "../../text/chars.ts";
import { isProgrammeItem } from "../../text/table-row.ts";
import { type Block, changed } from "../block.ts";
import { isResult } from "../own-line.ts";
import { isOpenQuestion, LONGEST_TITLE, type Seen } from "./question.ts";

/** Two lines of results below each other are a table; 青石队2比0胜云溪队 alone is a headline. */
export function refuseResults(seen: readonly Seen[]): void {
  for (const [i, here] of seen.entries()) {
    if (!isResult(here.words)) continue;
    const next = seen[i + 1];
    if (next === undefined || !isResult(next.words)) continue;
    here.canBeTitle = false;
    next.canBeTitle = false;
  }
}

/**
 * 金奖：何雅清 / 银奖：孟帆 and 周二␠8:00—17:00␠…: lines of a list that say who, what or when in one form. None is a title; a
 * day with its hours and an item of a programme begin a paragraph.
 */
export function nameLists(named: Block[], seen: readonly Seen[], isWrapped: boolean): void {
  let from = 0;
  for (let i = 1; i <= seen.length; i += 1) {
    if (i < seen.length && listHead(seen[i]) > 0 && listHead(seen[i]) === listHead(seen[from])) continue;
    for (let k = i - from >= LEAST_ITEMS ? from : i; k < i; k += 1) {
      const [item, block] = [seen[k], named[k]];
      if (item === undefined || block === undefined) continue;
      item.canBeTitle = false;
      if (!isWrapped && isOpenQuestion(block) && (HOURS_ITEM.test(item.words) || isProgrammeItem(item.words)))
        named[k] = changed(block, { startsParagraph: true });
    }
    from = i;
  }
}

const LEAST_ITEMS = 2;
const LIST_ITEM = /^\s*[〇㐀-鿿\d]{2,6}[：:]\s*[〇㐀-鿿\d]/;
/** A day and its hours. */
const HOURS_ITEM =
  /^\s*(?:[周週][一二三四五六日天]|星期[一二三四五六日天]|\d{1,2}月\d{1,2}日)\s+\d{1,2}[：:]\d{2}\s*[—–~～-]/;
const OF_HOURS = 100;
const OF_PROGRAMME = 200;

/** Characters before the colon of an item, or what stands for hours; 0 for other lines. */
function listHead(here: Seen | undefined): number {
  if (here === undefined || here.length > LONGEST_TITLE || here.block.headingLevel > 0 || !hasColon(here.words))
    return 0;
  if (LIST_ITEM.test(here.words)) return here.words.trim().search(/[：:]/);
  if (isProgrammeItem(here.words)) return OF_PROGRAMME;
  return HOURS_ITEM.test(here.words) ? OF_HOURS : 0;
}
