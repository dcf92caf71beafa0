/**
 * Whether a dump keeps the places of its columns.
 *
 * `pdftotext -layout` starts whatever stands at one edge on paper at one place of the line. An OCR engine makes so many
 * blanks of the white that it saw: its columns start somewhere near, and places tell nothing for sure.
 *
 * In: the lines of a dump with gutters. Out: the answer. Never: looks at words.
 */
import { isBlankCode, printedWidth } from "../text/chars.ts";
import type { Source } from "../text/source.ts";
import type { Line } from "./lines.ts";
import { hasMarksOfPrint, hasMarksOfScan } from "./mark-widths.ts";

/** Blanks that are a gutter for sure. */
const GUTTER = 4;
/** Lines up and down in which another part may start at the same place. */
const REACH = 2;
/** Share of parts behind a gutter that start straight below or above another one: 0.37 and more, and 0.25 and less. */
const STRAIGHT_SHARE = 0.3;
/** Above this share it is a scan only if its marks are those of one. */
const LIKELY_SHARE = 0.25;
/** Fewer parts do not tell; of so few the marks do. */
const LEAST_PARTS = 8;
const FEW_PARTS = 20;

/** What a scan makes of narrow white: 抵 ”素, 运“ 问, “”. So many lines with such a speck are of a scan; of others up to 3. */
const SPECK = /[^!?,;:.)！？\s] {1,2}[”’」]\S|“ ?”|[〇㐀-鿿] ?[“‘「] (?=[〇㐀-鿿])/u;
const LEAST_SPECKED = 5;

export function keepsPlaces(source: Source, lines: readonly Line[]): boolean {
  const filled = lines.filter(({ isBlank }) => !isBlank);
  const specked = filled.filter(({ start, end }) => SPECK.test(source.text.slice(start, end)));
  if (specked.length >= LEAST_SPECKED) return false;
  const inCharacters = countStraight(filled.map((line) => startsBehindGutters(source.text, line, () => 1)));
  const inCells = countStraight(filled.map((line) => startsBehindGutters(source.text, line, cellsOf)));
  const { parts } = inCharacters;
  const straight = Math.max(inCharacters.straight, inCells.straight);
  if (parts < LEAST_PARTS || straight >= parts * STRAIGHT_SHARE) return true;
  if (parts < FEW_PARTS) return hasMarksOfPrint(source.text, lines);
  return straight >= parts * LIKELY_SHARE && !hasMarksOfScan(source.text, lines);
}

/** Parts behind a gutter, and those of them that start straight below or above another one. */
function countStraight(rows: readonly (readonly number[])[]): { readonly parts: number; readonly straight: number } {
  let parts = 0;
  let straight = 0;
  for (const [i, starts] of rows.entries()) {
    const near = rows.slice(Math.max(0, i - REACH), i + REACH + 1).filter((row) => row !== starts && row.length > 0);
    if (near.length === 0) continue;
    for (const start of starts) {
      parts += 1;
      if (near.some((row) => row.includes(start))) straight += 1;
    }
  }
  return { parts, straight };
}

/** @param widthOf how far a character moves what follows: a Han is one character, and two cells. */
function startsBehindGutters(text: string, line: Line, widthOf: (code: number) => number): readonly number[] {
  const starts: number[] = [];
  let place = 0;
  let blanks = 0;
  for (let i = line.lineStart; i < line.end; i += 1) {
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) blanks += 1;
    else {
      if (blanks >= GUTTER && i > line.start) starts.push(place);
      blanks = 0;
    }
    place += widthOf(code);
  }
  return starts;
}

function cellsOf(code: number): number {
  return isBlankCode(code) ? 1 : printedWidth(code);
}
