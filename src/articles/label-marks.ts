/** The words of a section label without the marks around it. */
import { misreadMarkLength, readFramed, readLabel } from "../blocks/label.ts";
import type { Context } from "../context.ts";
import { applyEdits } from "../text/edit.ts";
import { plain, type Sourced, slice } from "../text/sourced.ts";

const HAS_HAN = /[〇㐀-鿿]/;

/**
 * ■ and the junk a scan makes of it stand beside a label and are no part of it.
 * @param misread receives the mark where it holds a character: 国文化, O健康门诊.
 */
export function withoutMarks(text: Sourced, context: Context, misread: Sourced[]): Sourced {
  const words = plain(text);
  const stray = misreadMarkLength(words, context.lexicon);
  const reading = readLabel(words, context) ?? readFramed(words);
  if (reading === null) {
    if (stray === 0) return text;
    misread.push(slice(text, 0, stray));
    return slice(text, stray);
  }
  const mark = words.slice(0, reading.markLength);
  const asideLength = HAS_HAN.test(mark) ? mark.trimEnd().length : 0;
  if (asideLength > 0) misread.push(slice(text, 0, asideLength));
  const edits = [
    { start: 0, end: reading.markLength - asideLength, text: "" },
    { start: reading.end - asideLength, end: words.length - asideLength, text: "" },
  ];
  return applyEdits(
    slice(text, asideLength),
    "label/mark",
    edits.filter((edit) => edit.start < edit.end),
  );
}
