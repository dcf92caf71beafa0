/**
 * Puts headlines back above their texts where a dump gives them below.
 *
 * In: units in the order of the dump. Out: the same units; on a page that opens with text and ends with a headline,
 * each headline with its label and byline stands before the text it follows. Other pages stay as they are.
 * Content streams of PDF pages are often written so: the text frames of an article first, its title frames last.
 */
import { isFurniture, type Role } from "../blocks/role.ts";
import type { Unit } from "../join/join.ts";

const HEADING: ReadonlySet<Role> = new Set<Role>(["title", "sectionLabel", "subhead"]);

export function headlinesFirst(units: readonly Unit[]): readonly Unit[] {
  const content = units.filter(({ block }) => !isFurniture(block.role) && block.role !== "picture");
  if (!opensWithText(content) || !endsWithHeadline(content)) return units;
  const out: Unit[] = units.filter(({ block }) => isFurniture(block.role) || block.role === "picture");
  for (const { text, heading } of chunks(content)) out.push(...heading.map(asHeading), ...text);
  return out;
}

function opensWithText(content: readonly Unit[]): boolean {
  const first = content.find(({ block }) => block.role === "body" || HEADING.has(block.role));
  return first?.block.role === "body";
}

/** A title, or a title and its byline, with no text below. */
function endsWithHeadline(content: readonly Unit[]): boolean {
  const last = content[content.length - 1]?.block.role;
  if (last === "title") return true;
  return last === "byline" && content[content.length - 2]?.block.role === "title";
}

interface Chunk {
  readonly text: Unit[];
  readonly heading: Unit[];
}

/**
 * The text of an article runs up to its heading. Once it has a dateline the next short line is its title; without one
 * only a title with a byline below it is.
 */
function chunks(content: readonly Unit[]): Chunk[] {
  const out: Chunk[] = [];
  let text: Unit[] = [];
  let at = 0;
  while (at < content.length) {
    const unit = content[at];
    if (unit === undefined) break;
    const heading = headingAt(content, at);
    const hasByline = heading.some(({ block }) => block.role === "byline");
    const hasLead = text.some(({ block }) => block.role === "byline");
    const hasBody = text.some(({ block }) => block.role === "body");
    if (heading.length > 0 && hasBody && (hasByline || hasLead)) {
      out.push({ text, heading });
      text = [];
      at += heading.length;
    } else {
      text.push(unit);
      at += 1;
    }
  }
  if (text.length > 0) out.push({ text, heading: [] });
  return out;
}

/** Labels, titles and short lines in a row, and a byline line below them; a dateline belongs to the text below. */
function headingAt(content: readonly Unit[], from: number): Unit[] {
  let to = from;
  while (HEADING.has(content[to]?.block.role ?? "body")) to += 1;
  if (to === from) return [];
  const byline = content[to]?.block;
  if (byline?.role === "byline" && byline.startsParagraph !== true) to += 1;
  return content.slice(from, to);
}

/** Below the text of another article a title may have looked like a subhead. */
function asHeading(unit: Unit): Unit {
  if (unit.block.role !== "subhead") return unit;
  return { block: { ...unit.block, role: "title" }, joins: unit.joins };
}
