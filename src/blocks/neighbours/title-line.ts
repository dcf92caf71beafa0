/** Title lines: above a byline, below a label, at an end of the page. */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { isTableRow } from "../../text/table-row.ts";
import { readJump } from "../jump.ts";
import { isOpenQuestion, LONGEST_TITLE, type Question, type Seen } from "./question.ts";
import { SUBHEAD_SEAM } from "./subhead.ts";

/** How many short blocks may stand between a title and its byline: other title lines, a label, a picture. */
const ZONE_REACH = 6;

/** Short, no sentence, nothing left open, not all in brackets as （作者系本市教师）: the words of a title. */
export function canBeTitle({ block, length, words }: Seen): boolean {
  if (/^\s*[（(][^（()）]*[）)]\s*$/.test(words)) return false;
  if (isTableRow(words)) return false;
  // An indented question is a paragraph: one of an interview, or of an essay.
  if (block.startsParagraph === true && /[？?！!]\s*$/.test(words)) return false;
  if (length > LONGEST_TITLE || /[。；，、,;]\s*$/.test(words) || /。.|[；;]/.test(words)) return false;
  return !(words.includes(".") && HALF_STOP.test(words)) && !hasOpenQuote(words);
}

/** A full stop of half width behind Han text, at the end or before more of it; not 3.5 nor a.com. */
const HALF_STOP = /[〇㐀-鿿”"%℃]\.\s*(?:[〇㐀-鿿“"]|$)/;

/** A quotation or bracket that does not end here: the text goes on elsewhere. */
function hasOpenQuote(words: string): boolean {
  const count = (mark: RegExp): number => words.match(mark)?.length ?? 0;
  return (
    count(/["＂]/g) % 2 === 1 ||
    count(/“/g) !== count(/”/g) ||
    count(/[「『]/g) !== count(/[」』]/g) ||
    count(/《/g) !== count(/》/g) ||
    count(/[（(]/g) !== count(/[）)]/g)
  );
}

/** Whether only short blocks stand between here and a byline, or the 上接 above the rest of an article. */
export function leadsToByline({ named, seen, index }: Question): boolean {
  for (let i = index + 1; i < named.length && i <= index + ZONE_REACH; i += 1) {
    const block = named[i];
    const next = seen[i];
    if (block === undefined || next === undefined) return false;
    if (block.role === "byline") return true;
    if (block.role === "jump") return readJump(next.words)?.from != null;
    if (block.role === "picture" || block.role === "title" || block.role === "sectionLabel") continue;
    if (block.role === "caption") continue;
    if (!isOpenQuestion(block) || !canBeTitle(next)) return false;
  }
  return false;
}

export function isFirstOfGroup({ named, index }: Question): boolean {
  const previous = named[index - 1];
  return previous === undefined || (previous.role !== "title" && previous.role !== "sectionLabel");
}

export function followsLabel({ named, index, seen }: Question): boolean {
  return named[index - 1]?.role === "sectionLabel" && seen[index + 1] !== undefined;
}

/** The first line of a page above a paragraph, where no byline tells: a title, unless it runs on into the text. */
export function opensPage({ named, seen, index, here, firstText, context }: Question): boolean {
  const next = named[index + 1];
  const below = seen[index + 1];
  if (
    index > firstText ||
    next?.role !== "body" ||
    below === undefined ||
    here.length < 4 ||
    below.length <= here.length
  )
    return false;
  return (
    next.shape.isIndented !== false &&
    continuity(endOf(here.words), startOf(below.words), context.lexicon).score < SUBHEAD_SEAM
  );
}

/** A short line below the last text of a page is a title whose text stands above it, as content streams have it. */
export function closesPage({ named, index, here, lastText }: Question): boolean {
  if (here.length < 5 || here.block.lines.length > 2 || index < lastText) return false;
  return named.slice(0, index).some((block) => block.role === "body" && block.shape.lineCount > 3);
}
