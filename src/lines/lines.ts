/**
 * Lines and what they carry.
 *
 * In: a source. Out: one record per line, blank lines too, without reading any Chinese.
 * Never: changes or drops a character; line ends (LF, CRLF, CR, form feed) belong to no line.
 */
import type { Box } from "../coat/boxes.ts";
import { isBlankCode } from "../text/chars.ts";
import type { Source, Span } from "../text/source.ts";

/** The type of a line against that of the line above it, as log-odds. */
export interface TypeOdds {
  /** Of one size. */
  readonly same: number;
  /** Larger: above 0; smaller: below 0. */
  readonly larger: number;
}

/** A line's visible extent: from its first non-blank to its last non-blank character. */
export interface Line extends Span {
  /** Offset of the first code unit of the line, blanks included. */
  readonly lineStart: number;
  /** Level of a heading (`##` is 2), 0 for other lines. */
  readonly headingLevel: number;
  readonly isBlank: boolean;
  /** Where it was printed, as far as the dump says so. */
  readonly box?: Box;
  /** Blanks that stand for its indent, where the dump has none for it. */
  readonly indent?: number;
  /** A blank parts it from the rest of its printed line, which is the next one. */
  readonly isParted?: boolean;
  /** The layout of the page says that it stands over an article. */
  readonly headsArticle?: boolean;
  /** The dump says that its type is larger than that of the body. */
  readonly isLarge?: boolean;
  /** Against the title line above it, where its place tells. */
  readonly type?: TypeOdds | undefined;
  /** A sentence of the text, set again. */
  readonly isRepeated?: boolean;
  /** Text of another article than what stands above. */
  readonly opensArticle?: boolean;
}

/** A line that no dump has: what stands behind it begins anew. */
export function blankLine(offset: number): Line {
  return { lineStart: offset, start: offset, end: offset, headingLevel: 0, isBlank: true };
}

/**
 * `## 标题`: one to six marks at the start of a line and a blank of any kind. Not `#1楼`, `####### 七`.
 */
const HEADING = /^(#{1,6})\s/;

/** @param range the part of the text that is read; all of it by default. */
export function readLines(source: Source, range: Span = { start: 0, end: source.text.length }): Line[] {
  const { text } = source;
  const lines: Line[] = [];
  let lineStart = range.start;
  for (let i = range.start; i <= range.end; i += 1) {
    const code = i < range.end ? text.charCodeAt(i) : 10;
    if (code !== 10 && code !== 13 && code !== 12 && code !== 0x2028 && code !== 0x2029 && code !== 0x85) continue;
    lines.push(readLine(text, lineStart, i));
    if (code === 13) i += lineEndRest(text, i + 1);
    lineStart = i + 1;
  }
  return lines;
}

/** Code units of a line end behind its CR: none, LF, or CR LF, which a conversion makes of CRLF. */
function lineEndRest(text: string, at: number): number {
  if (text.charCodeAt(at) === 10) return 1;
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 0;
}

function readLine(text: string, lineStart: number, lineEnd: number): Line {
  let start = lineStart;
  let end = lineEnd;
  while (start < end && isBlankCode(text.charCodeAt(start))) start += 1;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end -= 1;
  return { lineStart, start, end, headingLevel: headingLevelOf(text, start, end), isBlank: start >= end };
}

function headingLevelOf(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== HASH) return 0;
  return HEADING.exec(text.slice(start, Math.min(end, start + 8)))?.[1]?.length ?? 0;
}

const HASH = 35;
