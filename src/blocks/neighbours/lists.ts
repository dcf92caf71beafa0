/** Lines that have one form with a line beside them: items of a list or a table, and no titles. */
import type { Context } from "../../context.ts";
import { hasColon } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { isProgrammeItem, isTableRow } from "../../text/table-row.ts";
import { type Block, changed } from "../block.ts";
import { isResult } from "../own-line.ts";
import { isOpenQuestion, LONGEST_TITLE, type Seen } from "./question.ts";
import { LIKELY_SCENE, sceneOdds } from "./scene.ts";

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
 * 金奖：何雅清 / 银奖：孟帆, 周二␠8:00—17:00␠…, ▲北门浴室…: lines below each other that have one form are items of a list. None is a
 * title, nor is the line that heads the columns of a table; what a mark, an ordinal or its hours set apart begins a paragraph.
 */
export function nameLists(named: Block[], seen: readonly Seen[], isWrapped: boolean, context: Context): void {
  let from = 0;
  for (let i = 1; i <= seen.length; i += 1) {
    const form = formOf(seen[from]);
    if (i < seen.length && form !== null && areAlike(form, formOf(seen[i]))) continue;
    const isTitle = i - from === LEAST_ITEMS && areTitleLines(seen.slice(from, i), seen[i]);
    if (form !== null && !isTitle && i - from >= (form === CELLS ? FEWEST_ROWS : LEAST_ITEMS)) {
      const above = itemAt(seen, from - 1);
      if (form === ROW && above !== undefined && headsColumns(above)) above.canBeTitle = false;
      const isList = areItems(seen.slice(from, i), context);
      for (let k = from; k < i; k += 1) nameItem(named, seen, k, !isWrapped && isList);
    }
    from = i;
  }
}

/** 船工：票价多年没变 / 乘客：多一班也好, right above who wrote it: two lines of a title, and who says what. */
function areTitleLines(lines: readonly Seen[], below: Seen | undefined): boolean {
  if (below?.block.role !== "byline" || below.block.startsParagraph === true) return false;
  return lines.every(({ words, length }) => length >= SHORTEST_SAID && !/[：:]\s*\d/.test(words));
}

const SHORTEST_SAID = 8;
const LEAST_ITEMS = 2;
/** Two lines of a title may have three phrases each. */
const FEWEST_ROWS = 3;

function nameItem(named: Block[], seen: readonly Seen[], index: number, opensParagraph: boolean): void {
  const [item, block] = [seen[index], named[index]];
  if (item === undefined || block === undefined) return;
  item.canBeTitle = false;
  if (!opensParagraph || LIST_ITEM.test(item.words)) return;
  if (isOpenQuestion(block)) named[index] = changed(block, { startsParagraph: true });
  else if (block.role === "caption")
    named[index] = changed(block, { role: "body", confidence: 0.8, startsParagraph: true });
}

/** ▲北门浴室… / ▲苗圃…: a triangle stands before captions, too, and those say what is to be seen. */
function areItems(items: readonly Seen[], context: Context): boolean {
  const captions = items.filter(({ block }) => block.role === "caption");
  if (captions.length === 0) return true;
  return (
    items.length >= FEWEST_BRIEFS &&
    items.every(({ words }) => sceneOdds(words.replace(MARKED, ""), context) < LIKELY_SCENE)
  );
}

/** Two pictures beside each other are no rarity, three with no view in their captions are. */
const FEWEST_BRIEFS = 3;

const LIST_ITEM = /^\s*[〇㐀-鿿\d]{2,6}[：:]\s*[〇㐀-鿿\d]/;
/** 一等奖：18注, 下期奖池：2.31亿元: whatever they give the figures of. */
const VALUE = /^\s*[〇㐀-鿿]{2,8}[：:]\s*\d/;
const OF_VALUES = "=";

function areAlike(form: string, other: string | null): boolean {
  return other === form || (other?.endsWith(OF_VALUES) === true && form.endsWith(OF_VALUES));
}

/** A day and its hours. */
const HOURS_ITEM =
  /^\s*(?:[周週][一二三四五六日天]|星期[一二三四五六日天]|\d{1,2}月\d{1,2}日)\s+\d{1,2}[：:]\d{2}\s*[—–~～-]/;
/** ▲北门浴室… */
const MARKS = "·•●○◆◇▲△□▪★☆※";
const MARKED = /^\s*[·•●○◆◇▲△□▪★☆※]\s*(?=[〇㐀-鿿“《「])/;
/** 第一场␠云溪中学队对双渡中学队 */
const ORDINAL = /^\s*第[一二三四五六七八九十\d]{1,3}[〇㐀-鿿]\s/;
const ROW = "row";
/** 兰城␠十二～十九度␠多云转晴: three cells or more, wide blanks between them. */
const CELLS = "cells";
const PARTED_WIDE = /^\s*[^\s，。；！？]{1,12}(?:(?:\u3000\s*| {2,})[^\s，。；！？]{1,12}){2,7}\s*$/;

/** What stands at the head of an item: the characters before its colon, its mark, or what else it is told by; null for other lines. */
function formOf(here: Seen | undefined): string | null {
  if (here === undefined || here.block.headingLevel > 0 || here.length === 0) return null;
  const mark = here.words.trimStart().charAt(0);
  if (MARKS.includes(mark)) {
    const { role } = here.block;
    return (role === "body" || role === "caption") && MARKED.test(here.words) ? mark : null;
  }
  if (here.length > LONGEST_TITLE || here.block.role !== "body") return null;
  if (hasColon(here.words)) {
    const value = VALUE.test(here.words) ? OF_VALUES : "";
    if (value !== "" || LIST_ITEM.test(here.words)) return here.words.trim().search(/[：:]/) + value;
    if (isProgrammeItem(here.words)) return "programme";
    if (HOURS_ITEM.test(here.words)) return "hours";
  }
  if (mark === "第" && ORDINAL.test(here.words)) return mark;
  if (isTableRow(here.words)) return ROW;
  const hasWide = here.words.includes("\u3000") || here.words.includes("  ");
  return hasWide && PARTED_WIDE.test(here.words) ? CELLS : null;
}

/** 名次␠队名␠积分: the words above the columns of a table. */
function headsColumns({ words }: Seen): boolean {
  const cells = words.trim().split(/\s+/);
  return cells.length >= LEAST_COLUMNS && cells.every((cell) => cell.length <= LONGEST_HEAD);
}

const LEAST_COLUMNS = 3;
/** 零售价（元/公斤） */
const LONGEST_HEAD = 10;
