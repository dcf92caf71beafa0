/**
 * Mark-up that a converter left around the words of a line: tags, entities, the `#` of a heading.
 *
 * In: a line of a dump of blocks. Out: the printed lines it stands for, and their texts without the mark-up.
 * Never: takes off what may be printed: `<标题>`, `a<b`, `R&D`, `#1楼`.
 */
import { isLineTag, TAGS } from "../lines/tags.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { ENTITY, readEntity } from "../text/entities.ts";
import type { Span } from "../text/source.ts";
import { plain, type Sourced } from "../text/sourced.ts";

/**
 * A picture in Markdown or HTML, with no words of the paper: `![](a/0_27.jpg)`, `<img src="a.jpg">`, `<!-- image -->`.
 * Not `![开幕](a.jpg)`, whose words are text.
 */
const PICTURE = /^(?:!\[[^\]〇㐀-鿿]*\]\([^()\s]*\)|<img\b[^<>〇㐀-鿿]*>|<!-- ?(?:image|picture|figure) ?-->)$/i;

/** The fence around a piece of code: "```markdown". */
const FENCE = /^(?:`{3,}|~{3,})[a-z]*$/i;

/** The line below the head of a Markdown table: `| --- | :--: |`. */
const TABLE_RULE = /^\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:? *)?$/;

export function isPicture(words: string): boolean {
  const first = words.charAt(0);
  return (first === "!" || first === "<") && (PICTURE.test(words) || (IMAGE.test(words) && isOnlyTags(words)));
}

/** `<figure><img src="a.jpg"/></figure>` is a picture, too. */
const IMAGE = /<img\b/i;

function isOnlyTags(words: string): boolean {
  return words.startsWith("<") && words.replace(TAGS, "").trim() === "";
}

/** Beyond it are Han and the marks of print: no mark-up begins with them. */
const LAST_ASCII = 0x7e;

/** Whether nothing of a line is print: a fence, tags, the rule of a table. Pictures are such lines, too. */
export function isMarkupLine(words: string): boolean {
  const first = words.charCodeAt(0);
  if (first > LAST_ASCII) return false;
  return isPicture(words) || FENCE.test(words) || TABLE_RULE.test(words) || isOnlyTags(words);
}

/** The printed lines of a line with tags in it, and the pictures, each with the tags that open and close it. */
export function printedLines(words: string): readonly Span[] {
  const parts: Span[] = [];
  let from = 0;
  let hasWords = false;
  let textStart = 0;
  for (const { 0: tag, index } of words.matchAll(TAGS)) {
    hasWords ||= words.slice(textStart, index).trim() !== "";
    textStart = index + tag.length;
    if (IMAGE.test(tag)) {
      if (hasWords) parts.push({ start: from, end: index });
      parts.push({ start: hasWords ? index : from, end: textStart });
      from = textStart;
      hasWords = false;
    }
    if (!hasWords || !isLineTag(tag)) continue;
    const isClosing = tag.startsWith("</") || /^<[bh]r/i.test(tag);
    const end = isClosing ? textStart : index;
    parts.push({ start: from, end });
    from = end;
    hasWords = false;
  }
  const last = parts.at(-1);
  // What closes the page behind the last words belongs to them.
  if (last !== undefined && !hasWords && words.slice(textStart).trim() === "") {
    return [...parts.slice(0, -1), { start: last.start, end: words.length }];
  }
  return [...parts, { start: from, end: words.length }];
}

/** The text without tags and with the characters that entities stand for. */
export function withoutTags(text: Sourced): Sourced {
  const words = plain(text);
  const untagged = words.includes("<") ? applyEdits(text, "markup/tag", tagEdits(words)) : text;
  return words.includes("&") ? applyEdits(untagged, "markup/entity", entityEdits(plain(untagged))) : untagged;
}

function tagEdits(words: string): Edit[] {
  const edits: Edit[] = [];
  let behind = 0;
  for (const { 0: tag, index } of words.matchAll(TAGS)) {
    const between = words.slice(behind, index);
    behind = index + tag.length;
    // In `<<b>p>` another tag would come out.
    if (between.lastIndexOf("<") > between.lastIndexOf(">")) continue;
    // The cells of a table stand apart: a blank would go between two Han words. One mark, which no later edit can cut.
    const isCell = /^<\/t[dh]/i.test(tag) && words.slice(behind).trimStart().startsWith("<t");
    edits.push({ start: index, end: behind, text: isCell ? "|" : "" });
  }
  return edits;
}

function entityEdits(words: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: entity, index } of words.matchAll(ENTITY)) {
    const text = readEntity(entity);
    if (text !== null) edits.push({ start: index, end: index + entity.length, text });
  }
  return edits;
}

/** Whether a line is a row of a table: `<tr><td>…</td></tr>`, `| 3月5日 | 上午 |`. */
export function isRowOfTable(words: string): boolean {
  if (words.startsWith("|")) return words.endsWith("|") && words.indexOf("|", 1) < words.length - 1;
  return words.includes("<") && /<t[dh][\s>]/i.test(words);
}

/** A whole line in bold: `<p><b>题</b></p>`. */
export function isBoldTagged(words: string): boolean {
  return words.includes("<") && BOLD.test(words);
}

const BOLD = /^(?:<[^<>]*>)*<(?:b|strong)(?:\s[^<>]*)?>[^<>]*<\/(?:b|strong)>(?:<[^<>]*>)*$/i;
