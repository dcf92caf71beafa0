/**
 * The mast of a page by where its parts stand: 星期四, 4月16日, 民生 or a bare name are furniture beside other furniture,
 * and words of an article elsewhere.
 */
import type { Context } from "../../context.ts";
import { itemAt, lastOf } from "../../text/list.ts";
import { type Block, changed } from "../block.ts";
import { namesIn } from "../credits/names.ts";
import { readRunningLine } from "../furniture/running-line.ts";
import { staffCredits } from "../furniture/staff.ts";
import { isWeakRunningLine } from "../furniture.ts";
import { isFurniture, type Role } from "../role.ts";
import { canBeTitle } from "./can-be-title.ts";
import { isOpenQuestion, type Seen } from "./question.ts";
import type { Signed } from "./signature.ts";

const LONGEST_PART = 16;
/** 社会, 都市圈 · 社区: two to eight characters, a dot at most between them. */
const PAGE_NAME = /^[〇㐀-鿿]{2,4}(?:\s*(?:[·•・]\s*)?[〇㐀-鿿]{2,4})?$/;
/** Confidence that `own-words` gives a label of the profile's list. */
const LISTED_LABEL = 0.97;

/** Names the parts of the mast in place; the name of the page only above the first title. */
export function nameMast(named: Block[], { seen, isWrapped }: Signed, context: Context): void {
  let mayBeName = true;
  for (let i = 0; i < named.length; i += 1) {
    const block = named[i];
    const here = seen[i];
    if (block === undefined || here === undefined) continue;
    if (block.role === "title" || block.role === "byline") mayBeName = false;
    else if (block.role === "nameplate" && !mayBeName && !isWrapped && isAboveTitle(named, seen, i))
      named[i] = changed(block, { role: "sectionLabel", confidence: 0.8 });
    // A page has one name: what stands below A07 教育 as 民生 is a label.
    else if (isMast(block.role)) mayBeName &&= !holdsPageName(here.words, context);
    else if (isPartOfMast(named, seen, i, context))
      named[i] = changed(block, { role: mastRole(named, seen, i), confidence: 0.9 });
    else if (mayBeName && (isPageName(named, i, here) || isSetBelowFolio(named, i, here, context))) {
      named[i] = changed(block, { role: "folio", confidence: 0.9 });
      mayBeName = false;
    }
  }
}

/** 热线快报 between two articles, with a title below it: a label that ends as names of papers do. */
function isAboveTitle(named: readonly Block[], seen: readonly Seen[], index: number): boolean {
  const [below, words] = [named[index + 1], seen[index + 1]];
  if (below === undefined || words === undefined || isMast(itemAt(named, index - 1)?.role)) return false;
  return below.role === "title" || (isOpenQuestion(below) && canBeTitle(words));
}

function isMast(role: Role | undefined): boolean {
  return role === "folio" || role === "nameplate" || role === "staffCredit" || role === "contact" || role === "imprint";
}

function holdsPageName(words: string, context: Context): boolean {
  return readRunningLine(words, context)?.items.some(({ kind }) => kind === "pageName") === true;
}

/** A listed label beside the folio or the page editors, above every title, is the name of the page: 民生. */
function isPageName(named: readonly Block[], index: number, here: Seen): boolean {
  const block = named[index];
  if (block?.role !== "sectionLabel" || block.confidence < LISTED_LABEL) return false;
  if (/^[^〇㐀-鿿]/.test(here.words.trim()) || !isMast(itemAt(named, index - 1)?.role)) return false;
  return isFurniture(named[index + 1]?.role ?? "body") || isMast(itemAt(named, index - 2)?.role);
}

/** A name set close below the folio: a listed one, 综合新闻, or another that stands apart from the titles, 都市圈·社区. */
function isSetBelowFolio(named: readonly Block[], index: number, here: Seen, context: Context): boolean {
  const block = named[index];
  const below = named[index + 1];
  if (block === undefined || below === undefined || !isOpenQuestion(block)) return false;
  const isClose =
    itemAt(named, index - 1)?.role === "folio" && block.blankLinesBefore === 0 && block.lines.length === 1;
  if (!isClose || !PAGE_NAME.test(here.words.trim())) return false;
  return below.blankLinesBefore > 0 || holdsPageName(here.words, context);
}

function isPartOfMast(named: readonly Block[], seen: readonly Seen[], index: number, context: Context): boolean {
  const here = seen[index];
  if (here === undefined || !isOpenQuestion(named[index]) || here.length > LONGEST_PART || here.length === 0)
    return false;
  const above = itemAt(named, index - 1)?.role;
  if (!isMast(above) && !isMast(named[index + 1]?.role)) return false;
  // 16日 below an open sentence goes on with it.
  if (above === "body" && itemAt(seen, index - 1)?.endsSentence === false) return false;
  return (
    isWeakRunningLine(here.words, context) ||
    PAPER.test(here.words.trim()) ||
    (above === "staffCredit" && isNameOfRole(seen, index, context))
  );
}

/** 池小鱼 below 责编： has its role on the line above. */
function isNameOfRole(seen: readonly Seen[], index: number, context: Context): boolean {
  const role = itemAt(seen, index - 1)?.words ?? "";
  const running = readRunningLine(role, context);
  const last = running === null ? undefined : lastOf(running.items);
  if (
    running === null ||
    last?.kind !== "staff" ||
    staffCredits(running.line, last, running.line.text, context).length > 0
  )
    return false;
  return namesIn(seen[index]?.words ?? "", context.lexicon)?.every(({ isUsual }) => isUsual) === true;
}

/** 西部画报, 潮音副刊: a paper or a part of it, where its mast stands. */
const PAPER = /^[〇㐀-鿿]{2,6}[报報刊]$/;

function mastRole(named: readonly Block[], seen: readonly Seen[], index: number): Role {
  if (PAPER.test(seen[index]?.words.trim() ?? "")) return "nameplate";
  return itemAt(named, index - 1)?.role === "staffCredit" ? "staffCredit" : "folio";
}
