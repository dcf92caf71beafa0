/** Files of data and of HTML: what is print in a piece of them. */
import { unescaped } from "../../coat/escapes.ts";
import { TAGS } from "../../coat/tags.ts";
import { ENTITY, readEntity } from "../../text/entities.ts";
import type { Span } from "../../text/source.ts";
import { skeleton } from "./skeleton.ts";
import { UNPRINTED } from "./unprinted.ts";

/** Code units around a piece in which its line begins and ends. */
export const WIDEST_INDENT = 200;

/** Strings of data that go with what stands around them: each must be one that stays, or a part of it. */
export function saidAgain(removed: string): readonly string[] {
  const strings = removed.split(QUOTE).filter((string) => HAN.test(string));
  return strings.map((string) => skeleton(withoutHtml(unescaped(string))));
}

const HAN = /[〇㐀-鿿]|\\u[4-9][\da-f]{3}/i;

/**
 * A piece of a file of JSON without what stands between its texts: from the quote that closes one to the quote that opens
 * the next, the file and its pages beginning and ending with none, or with a fence.
 */
export function withoutData({ start, end }: Span, source: string): string {
  const before = source.slice(start, end);
  const isOpening = start === 0 || source.charAt(start - 1) === "\f" || before.startsWith("```");
  const first = isOpening ? 0 : before.search(QUOTE);
  const isClosed =
    before.endsWith("```") || /^(?:$|["'\f])/.test(source.slice(end, end + WIDEST_INDENT).replace(UNPRINTED, ""));
  const last = isClosed ? before.length : Math.max(before.lastIndexOf('"'), before.lastIndexOf("'")) + 1;
  return first < 0 || last <= first ? before : before.slice(0, first) + before.slice(last);
}

/** Python writes its strings in single ones. */
const QUOTE = /["']/;

export function isData(source: string): boolean {
  return /(?:^|```(?:json)?)\s*[[{]/i.test(source);
}

/** What is printed of HTML: no tag, and of an entity its character. */
export function withoutHtml(text: string): string {
  return text
    .replace(UNPRINTED, "")
    .replace(TAGS, "")
    .replace(ENTITY, (entity) => readEntity(entity) ?? entity);
}
