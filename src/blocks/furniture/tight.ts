/** A line as furniture is read: without blanks, in simplified forms and ASCII digits, with the way back to its print. */
import type { Context } from "../../context.ts";
import { isBlankCode } from "../../text/chars.ts";
import { itemAt, lastOf } from "../../text/list.ts";

export interface TightLine {
  /** One code unit for one of the printed line, blanks left out. */
  readonly text: string;
  /** Offset in the printed line of each code unit of `text`, and of the end. */
  readonly offsets: readonly number[];
  /** Whether blanks part most characters, so that they tell nothing. */
  readonly isSpaced: boolean;
}

export function tightLine(line: string, context: Context): TightLine {
  let text = "";
  const offsets: number[] = [];
  let gaps = 0;
  // What is printed as it is read is taken over in one go.
  let copied = 0;
  for (let i = 0; i < line.length; i += 1) {
    const code = line.charCodeAt(i);
    const isBlank = isBlankCode(code);
    if (isBlank || isWide(code) || code === SLANT) {
      if (i > copied) text += line.slice(copied, i);
      if (!isBlank) text += code === SLANT ? "/" : String.fromCharCode(code - 0xfee0);
      copied = i + 1;
      if (isBlank) continue;
    }
    if (offsets.length > 0 && lastOf(offsets) !== i - 1) gaps += 1;
    offsets.push(i);
  }
  text = copied === 0 ? line : text + line.slice(copied);
  offsets.push(line.trimEnd().length);
  return { text: context.lexicon.simplify(text), offsets, isSpaced: gaps * 3 > text.length };
}

/** ╱: papers of Taiwan set it for a slash. */
const SLANT = 0x2571;

/** Full-width digits, letters and signs; the marks of sentences stay apart from their half-width twins. */
function isWide(code: number): boolean {
  return code >= 0xff01 && code <= 0xff5e && !"，；！？".includes(String.fromCharCode(code));
}

/** Whether a blank stands before the code unit, or it opens or ends the line. */
export function isBoundary({ offsets, text }: TightLine, at: number): boolean {
  return at <= 0 || at >= text.length || (offsets[at] ?? 0) - (itemAt(offsets, at - 1) ?? 0) > 1;
}
