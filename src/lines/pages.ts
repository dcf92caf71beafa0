/**
 * The pages of a dump that holds several: a form feed ends a page, as `pdftotext` writes it.
 *
 * In: the text of a dump. Out: where each page begins and ends.
 * Never: counts blank text as a page of its own, and never moves the number of a page because others are blank.
 */
import { isBlankCode } from "../text/chars.ts";
import type { Span } from "../text/source.ts";

/** One of several pages of a dump: a range of its text, form feeds not included. */
export interface PagePart extends Span {
  /** From 1; blank pages are counted, so that it is the number of the page in a PDF. */
  readonly number: number;
  /** Pages of the dump, blank ones included; what is blank after the last form feed is no page. */
  readonly of: number;
}

/**
 * The printed pages of a dump. A dump with one printed page has no parts: whatever form feeds stand around the text,
 * it is a page of its own.
 */
export function partsOf(text: string): readonly PagePart[] {
  if (!text.includes("\f")) return [];
  const ranges: Span[] = [];
  let start = 0;
  for (let end = text.indexOf("\f"); end >= 0; end = text.indexOf("\f", start)) {
    ranges.push({ start, end });
    start = end + 1;
  }
  const last = { start, end: text.length };
  if (isPrinted(text, last)) ranges.push(last);
  const printed = ranges
    .map((range, i) => ({ number: i + 1, of: ranges.length, ...range }))
    .filter((range) => isPrinted(text, range));
  return printed.length > 1 ? printed : [];
}

function isPrinted(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i += 1) if (!isBlankCode(text.charCodeAt(i))) return true;
  return false;
}
