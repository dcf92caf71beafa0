/**
 * How printed lines read where an OCR engine knows half-width marks only: a dot behind Han is a full stop, and of two
 * straight quotes one opens and one closes.
 *
 * In: the lines of a page. Out: copies to read them by, of the same length. Never: text of an article; what is written
 * is the line as the dump has it.
 *
 * Where a paragraph ends is asked before the repairs, and a mark that closes begins no line of a paragraph.
 */
import { countOf, isSentenceEnd } from "../text/chars.ts";
import { stopsIn, writesHalfStops } from "./half-stops.ts";

export interface ReadLine {
  readonly text: string;
  readonly blankLines: number;
}

/** How many straight quotes there are for each curly one. */
const STRAIGHT_RATIO = 4;

export function readingCopies(lines: readonly ReadLine[]): readonly string[] {
  let texts = lines.map(({ text }) => text);
  if (writesHalfStops(texts)) texts = texts.map(withStops);
  return writesStraightQuotes(texts) ? withDirections(lines, texts) : texts;
}

function withStops(text: string): string {
  let out = "";
  let from = 0;
  for (const { start, end } of stopsIn(text)) {
    out += `${text.slice(from, start)}。`;
    from = end;
  }
  return out + text.slice(from);
}

function writesStraightQuotes(texts: readonly string[]): boolean {
  let straight = 0;
  let curly = 0;
  for (const text of texts) {
    straight += countOf(text, '"');
    curly += countOf(text, "“") + countOf(text, "”");
  }
  return straight > 1 && straight > curly * STRAIGHT_RATIO;
}

/** What stands behind a quote that closes, and before one that opens. */
const BEHIND_CLOSING = "，。、；：！？）》,;:!?)";
const BEFORE_OPENING = "：:（(《";

function withDirections(lines: readonly ReadLine[], texts: readonly string[]): string[] {
  const out: string[] = [];
  let isOpen = false;
  for (const [i, text] of texts.entries()) {
    const above = texts[i - 1] ?? "";
    // A quote that a scan has lost must not turn all of the page around.
    if ((lines[i]?.blankLines ?? 0) > 0 && isSentenceEnd(above)) isOpen = false;
    let copy = "";
    let from = 0;
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      const before = at > 0 ? text.charAt(at - 1) : above.slice(-1);
      const after = text.charAt(at + 1);
      if (after !== "" && BEHIND_CLOSING.includes(after)) isOpen = false;
      else if (before !== "" && BEFORE_OPENING.includes(before)) isOpen = true;
      else isOpen = !isOpen;
      copy += text.slice(from, at) + (isOpen ? "“" : "”");
      from = at + 1;
    }
    out.push(copy + text.slice(from));
  }
  return out;
}
