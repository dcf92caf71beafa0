/** A text as the grammar reads it: without blanks, in simplified characters, with the way back. */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isBlankCode } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";

export interface Folded {
  readonly text: string;
  /** Without blanks. */
  readonly tight: string;
  /** The same in simplified characters, one code unit for one. */
  readonly simple: string;
  /** Offset in `text` of each code unit of `tight`. */
  readonly offsets: readonly number[];
}

/** @param reach code units of the text that are read. */
export function fold(text: string, lexicon: Lexicon, reach = text.length): Folded {
  const offsets: number[] = [];
  let tight = "";
  let run = 0;
  const end = Math.min(reach, text.length);
  for (let i = 0; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) {
      if (i > run) tight += text.slice(run, i);
      run = i + 1;
    } else offsets.push(i);
  }
  tight = run === 0 && end === text.length ? text : tight + text.slice(run, end);
  return { text, tight, simple: lexicon.simplify(tight), offsets };
}

/** Whether a blank stands before a place of the tight text. */
export function followsBlank({ offsets }: Folded, at: number): boolean {
  const here = offsets[at];
  const before = itemAt(offsets, at - 1);
  return here !== undefined && before !== undefined && here > before + 1;
}

/** Offset in the text of a place of the tight text; for its end, the offset behind its last character. */
export function startOf({ offsets }: Folded, at: number): number {
  return offsets[at] ?? endOf({ offsets }, at);
}

/** Offset in the text behind the character before a place of the tight text. */
export function endOf({ offsets }: Pick<Folded, "offsets">, at: number): number {
  return (itemAt(offsets, at - 1) ?? -1) + 1;
}
