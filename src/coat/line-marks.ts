/**
 * Marks that Markdown puts before a line: `> ` of a quotation, `- ` of a list.
 *
 * In: the text of a dump. Out: edits that take them off. Never: takes the stroke before a deck for the mark of a list; one
 * line makes none, nor does a dump without other marks of Markdown.
 */
import type { Edit } from "../text/edit.ts";

const QUOTED = /^[ \t]{0,3}(?:>[ \t]{1,3})+(?=[^\s>])/gm;
const LISTED = /^[ \t]{0,3}[-*+] {1,3}(?=[^\s\-*+])/gm;
const LEAST_LISTED = 2;
/** A heading, or words in bold. */
const IS_MARKDOWN = /^#{1,6} |\*\*[^*\n]+\*\*/m;

export function lineMarkEdits(text: string): readonly Edit[] {
  const quoted = text.includes("> ") ? matches(text, QUOTED) : NO_EDITS;
  const mayBeListed = text.includes("- ") || text.includes("* ") || text.includes("+ ");
  const listed = mayBeListed && IS_MARKDOWN.test(text) ? matches(text, LISTED) : NO_EDITS;
  if (listed.length < LEAST_LISTED) return quoted;
  return [...quoted, ...listed].sort((a, b) => a.start - b.start);
}

const NO_EDITS: readonly Edit[] = [];

function matches(text: string, marks: RegExp): Edit[] {
  return [...text.matchAll(marks)].map(({ 0: mark, index }) => ({ start: index, end: index + mark.length, text: "" }));
}
