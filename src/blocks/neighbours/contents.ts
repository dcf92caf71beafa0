/** Lines of the contents of a front page (导读): below their title or each other, with the page that they name. */

import { itemAt } from "../../text/list.ts";
import type { Question } from "./question.ts";

const LONGEST_LINE = 40;
/** `山里娃的足球梦␠4版`, `A05␠夏粮收购开秤`, `第三版␠…`; not the number of a page alone, which is a folio. */
const NAMES_PAGE =
  /^[◆●■▶►>·\s]*(?:[^。！？；]{3,36}\s*[/／>·…—-]*\s*第?\s*(?:[A-T]\s*\d{1,2}\s*版?|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*版)\s*$|(?:[A-T]\s*\d{1,2}\s*版?|第?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*版)[\s/／>·▶:：][^。！？；]{4,36}$)/;

export function continuesContents({ here, index, named }: Question): boolean {
  return itemAt(named, index - 1)?.role === "contents" && here.length <= LONGEST_LINE && NAMES_PAGE.test(here.words);
}
