/**
 * Puts headlines back above their texts where a dump gives them below.
 *
 * In: units in the order of the dump. Out: the same units; on a page whose headlines speak of the texts above them, each
 * headline with its label and byline stands before the text it follows. Other pages stay as they are.
 * Content streams of PDF pages are often written so: the text frames of an article first, its title frames last.
 */
import { changed } from "../blocks/block.ts";
import { sideOfHeadlines } from "../blocks/headline-side.ts";
import { canBeTitle } from "../blocks/neighbours/can-be-title.ts";
import { look } from "../blocks/neighbours/question.ts";
import { isPhrase } from "../blocks/neighbours/subhead.ts";
import { isFurniture, type Role } from "../blocks/role.ts";
import type { Unit } from "../join/join.ts";
import { hasColon, isSentenceEnd, tighten } from "../text/chars.ts";
import { itemAt, lastOf } from "../text/list.ts";
import { countPairs, hanPairs } from "../text/pairs.ts";
import { plain } from "../text/sourced.ts";

const HEADING: ReadonlySet<Role> = new Set<Role>(["title", "sectionLabel", "subhead"]);

export function headlinesFirst(units: readonly Unit[]): readonly Unit[] {
  const content = units.filter(({ block }) => !isFurniture(block.role));
  if (!standBelow(content)) return units;
  const out: Unit[] = units.filter(({ block }) => isFurniture(block.role));
  for (const { text, heading } of chunks(content)) {
    for (const unit of heading) out.push(asHeading(unit));
    for (const unit of text) out.push(unit);
  }
  return out;
}

/** A headline speaks of one side more than of the other by this many pairs of characters. */
const CLEARLY_MORE = 2;
/** As much text on either side as tells what it is about, in characters. */
const TOPIC_CHARS = 1500;

/** Whether the headlines of the page stand below their texts, by what they speak of; else by how the page begins and ends. */
function standBelow(content: readonly Unit[]): boolean {
  const side = sideOfHeadlines(content.map(({ block }) => block));
  return side === "below" || (side === null && opensWithText(content) && endsWithHeadline(content));
}

function opensWithText(content: readonly Unit[]): boolean {
  const first = content.find(({ block }) => block.role === "body" || HEADING.has(block.role));
  return first?.block.role === "body";
}

/** A title, or a title and its byline, with no text below. */
function endsWithHeadline(content: readonly Unit[]): boolean {
  const last = lastOf(content)?.block.role;
  if (last === "title") return true;
  return last === "byline" && itemAt(content, content.length - 2)?.block.role === "title";
}

interface Chunk {
  readonly text: Unit[];
  readonly heading: Unit[];
}

/**
 * The text of an article runs up to its heading: a title with its byline below it, or one that does not speak of the text
 * below. Above an unsigned text only its words or its place tell a title from a subhead.
 */
function chunks(content: readonly Unit[]): Chunk[] {
  const out: Chunk[] = [];
  let text: Unit[] = [];
  let hasLead = false;
  let hasBody = false;
  let linesEnd = 0;
  for (let at = 0; at < content.length; ) {
    const unit = content[at];
    if (unit === undefined) break;
    // The same end for every line of a heading: it is looked for once.
    if (at >= linesEnd) linesEnd = endOfLines(content, at);
    const hasByline = isBylineLine(content[linesEnd]);
    const isTitle = linesEnd > at && hasBody && (hasByline || endsText(content, at, linesEnd, hasLead));
    if (isTitle) {
      const end = hasByline ? linesEnd + 1 : linesEnd;
      out.push({ text, heading: content.slice(at, end) });
      text = [];
      hasLead = false;
      hasBody = false;
      at = end;
    } else {
      hasLead ||= unit.block.role === "byline";
      hasBody ||= unit.block.role === "body";
      text.push(unit);
      at += 1;
    }
  }
  if (text.length > 0) out.push({ text, heading: [] });
  return out;
}

/** A subhead speaks of the text below it, a headline that stands below its text of that. */
function endsText(content: readonly Unit[], from: number, to: number, isSigned: boolean): boolean {
  const more = speaksOfAbove(content, from, to);
  if (isSigned || content[from]?.block.role === "sectionLabel") return more > -CLEARLY_MORE;
  if (!content.slice(from, to).some(({ block }) => block.role === "title")) return false;
  const below = content[to]?.block.role;
  return more >= (below === "body" ? CLEARLY_MORE : below === "byline" ? 1 : 0);
}

/** How many more of the pairs of characters of these lines the text above has than the text below. */
function speaksOfAbove(content: readonly Unit[], from: number, to: number): number {
  const pairs = hanPairs(content.slice(from, to).map(wordsOf).join("|"));
  return countPairs(pairs, textFrom(content, from - 1, -1)) - countPairs(pairs, textFrom(content, to, 1));
}

/** The text on one side, up to the next heading or byline, as far as it tells what it is about. */
function textFrom(content: readonly Unit[], from: number, step: 1 | -1): string {
  let text = "";
  for (let i = from; text.length < TOPIC_CHARS; i += step) {
    const unit = itemAt(content, i);
    if (unit?.block.role === "body") text += `|${wordsOf(unit)}`;
    else if (unit?.block.role !== "caption" && unit?.block.role !== "subhead") break;
  }
  return text;
}

function wordsOf({ block }: Unit): string {
  return tighten(plain(block.text));
}

/** Where the labels, titles and short lines end that stand from here on in a row; here, if there are none. */
function endOfLines(content: readonly Unit[], from: number): number {
  let to = from;
  while (HEADING.has(content[to]?.block.role ?? "body") || isLooseTitle(content, to)) to += 1;
  return to;
}

/** The byline below a title belongs to the heading; a dateline to the text below. */
const isBylineLine = (unit?: Unit): boolean => unit?.block.role === "byline" && unit.block.startsParagraph !== true;

/** A short line behind the last sentence of a text: a title if there is nothing below that it could open, or does. */
function isLooseTitle(content: readonly Unit[], at: number): boolean {
  const unit = content[at];
  const above = itemAt(content, at - 1)?.block;
  const below = content[at + 1]?.block;
  if (unit === undefined || unit.block.role !== "body" || unit.joins.length > 0 || above === undefined) return false;
  if (above.role === "body" && !isSentenceEnd(plain(above.text))) return false;
  if (above.role !== "body" && above.role !== "caption") return false;
  const seen = look(unit.block);
  if (seen.length < SHORTEST_TITLE || !canBeTitle(seen)) return false;
  if (below?.role === "body")
    return isPhrase(seen.words) && !hasColon(seen.words) && speaksOfAbove(content, at, at + 1) >= CLEARLY_MORE;
  return (
    below === undefined || below.role === "sectionLabel" || (below.role === "byline" && below.startsParagraph === true)
  );
}

const SHORTEST_TITLE = 5;

/** Below the text of another article a title may have looked like a subhead. */
function asHeading(unit: Unit): Unit {
  if (unit.block.role !== "subhead" && unit.block.role !== "body") return unit;
  return { block: changed(unit.block, { role: "title" }), joins: unit.joins };
}
