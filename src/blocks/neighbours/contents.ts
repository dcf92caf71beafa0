/** Lines of the contents of a front page (导读): below their title or each other, with the page that they name. */
import { tighten } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { type Block, changed } from "../block.ts";
import { isOpenQuestion, type Question, type Seen } from "./question.ts";

const LONGEST_LINE = 40;
/** `山里娃的足球梦␠4版`, `A05␠夏粮收购开秤`, `第三版␠…`; not the number of a page alone, which is a folio. */
const NAMES_PAGE =
  /^[◆●■▲▶►>·\s]*(?:[^。！？；]{3,36}\s*[/／>·…—-]*\s*第?\s*(?:[A-T]\s*\d{1,2}\s*版?|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*版)\s*$|(?:[A-T]\s*\d{1,2}\s*版?|第?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*版)[\s/／>·▶:：][^。！？；]{4,36}$)/;
/** A05, without 版: the cheap look, for the pattern is dear. */
const LETTERED = /[A-T]\s*\d/;

export function continuesContents({ here, index, named }: Question): boolean {
  return itemAt(named, index - 1)?.role === "contents" && namesPage(here);
}

function namesPage({ length, words }: Seen): boolean {
  return length <= LONGEST_LINE && (words.includes("版") || LETTERED.test(words)) && NAMES_PAGE.test(words);
}

/** ▲老粮站变成木偶戏园␠A2 / ▲少年棋手␠A5: two lines below each other that name pages, and the word above them, 今日看点. */
export function nameContents(named: Block[], seen: readonly Seen[]): void {
  for (let i = 1; i < seen.length; i += 1) {
    if (!isContentsLine(named[i], seen[i]) || !isContentsLine(named[i - 1], seen[i - 1])) continue;
    asContents(named, i - 1);
    asContents(named, i);
    const [head, block] = [itemAt(seen, i - 2), itemAt(named, i - 2)];
    if (head !== undefined && isOpenQuestion(block) && head.length <= LONGEST_HEAD && !head.endsSentence)
      asContents(named, i - 2);
  }
}

/**
 * The list of titles at the head of what was copied from a site: lines below each other, each of which stands again further down
 * as a line of its own.
 */
export function nameTitleLists(named: Block[], seen: readonly Seen[]): void {
  if (!named.some(({ role }) => role === "contents")) return;
  const places = new Map<string, number>();
  const words = seen.map(({ words, length }) => (length <= LONGEST_LINE ? tighten(words).replace(MARK, "") : ""));
  for (const [i, line] of words.entries()) if (line.length >= SHORTEST_TITLE) places.set(line, i);
  let from = 0;
  for (let i = 0; i <= words.length; i += 1) {
    const again = places.get(words[i] ?? "") ?? -1;
    if (again > i && again >= i + FEWEST_TITLES) continue;
    if (i - from >= FEWEST_TITLES) for (let k = from; k < i; k += 1) asContents(named, k);
    from = i + 1;
  }
}

const MARK = /^[■●◆▲·•★☆◎○※>▶►\-—*]+|^\d{1,2}[.、．]/;
/** Two lines may come again by chance, as the labels of two columns do. */
const FEWEST_TITLES = 3;
const SHORTEST_TITLE = 4;

/** 今日看点, 本期要目 */
const LONGEST_HEAD = 6;

function isContentsLine(block: Block | undefined, here: Seen | undefined): boolean {
  if (block === undefined || here === undefined || here.length > LONGEST_LINE) return false;
  if (block.role === "contents") return true;
  return (isOpenQuestion(block) || block.role === "caption") && namesPage(here);
}

function asContents(named: Block[], index: number): void {
  const block = named[index];
  if (block !== undefined && block.role !== "contents")
    named[index] = changed(block, { role: "contents", confidence: 0.85 });
}
