/**
 * Full stops that an OCR engine writes as `.` throughout: 会议结束.随后参观.(本报记者 尹长河)
 *
 * In: the blocks of a page as formed. Out: the same with `。`, if that is how the page writes most of its stops.
 * Never: changes a page that has both; there the repairs decide stop by stop.
 *
 * Repairs come after the roles, but what a sentence end is decides roles: a signature, a credit, a caption.
 */
import { countOf, isBlankCode, isDigitCode, isHanCode, isLatinCode } from "../text/chars.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { plain } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";

/** So many stops show a habit. */
const LEAST_STOPS = 3;
/** How many `.` there are for each `。`. */
const STOPS_RATIO = 4;

export function withFullStops(blocks: Block[]): Block[] {
  if (!writesHalfStops(blocks.map(({ text }) => plain(text)))) return blocks;
  return blocks.map((block) => {
    const edits = stopsIn(plain(block.text));
    return edits.length === 0 ? block : changed(block, { text: applyEdits(block.text, "width/full-stop", edits) });
  });
}

/** Whether a page writes its full stops as dots. @param texts its lines or blocks. */
export function writesHalfStops(texts: readonly string[]): boolean {
  let half = 0;
  for (const text of texts) half += stopsIn(text).length;
  if (half < LEAST_STOPS) return false;
  let full = 0;
  for (const text of texts) full += countOf(text, "。");
  return half >= full * STOPS_RATIO;
}

/** The dots of a text that are full stops. */
export function stopsIn(words: string): readonly Edit[] {
  let at = words.indexOf(".");
  if (at < 0) return NO_EDITS;
  const edits: Edit[] = [];
  for (; at >= 0; at = words.indexOf(".", at + 1)) {
    if (isStop(words, at)) edits.push({ start: at, end: at + 1, text: "。" });
  }
  return edits;
}

const NO_EDITS: readonly Edit[] = [];

/** Behind Han text or the mark that closes it, and not in front of a figure or a Latin word. */
function isStop(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1);
  if (!isHanCode(left) && !CLOSING.includes(text.charAt(at - 1) || "x")) return false;
  let next = at + 1;
  while (next < text.length && isBlankCode(text.charCodeAt(next))) next += 1;
  // A blank parts the stop from a figure that opens the next sentence.
  return next > at + 1 || next >= text.length || !opensWord(text.charCodeAt(next));
}

const CLOSING = "”’」』）)》%％℃";

function opensWord(code: number): boolean {
  return isDigitCode(code) || isLatinCode(code) || code === STOP;
}

const STOP = 46;
