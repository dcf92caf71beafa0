/**
 * Characters that a converter writes with a backslash: `\"`, `\n` and `\u4e00` inside quotes, `\-` in Markdown.
 */
import type { Edit } from "../text/edit.ts";

/** What JSON and its kin escape; global, so for `matchAll` only. */
const ESCAPE = /\\(?:u[\da-f]{4}|["'\\/nrtbf])/g;
const ONE_ESCAPE = new RegExp(`^(?:${ESCAPE.source})$`);

/** What an escape stands for; null for a control character, and for what is no escape. */
export function readEscape(written: string): string | null {
  if (!ONE_ESCAPE.test(written)) return null;
  switch (written.charAt(1)) {
    case "n":
      return "\n";
    case "r":
    case "b":
    case "f":
      return "";
    case "t":
      return "\t";
    case "u": {
      const code = Number.parseInt(written.slice(2), 16);
      return code < FIRST_PRINTED ? null : String.fromCharCode(code);
    }
    default:
      return written.slice(1);
  }
}

const FIRST_PRINTED = 0x20;

/** Edits for the escapes between two offsets of a text, in its offsets. */
export function escapeEdits(text: string, from: number, to: number): Edit[] {
  const edits: Edit[] = [];
  const words = text.slice(from, to);
  if (!words.includes("\\")) return edits;
  for (const { 0: written, index } of words.matchAll(ESCAPE)) {
    const read = readEscape(written);
    if (read !== null) edits.push({ start: from + index, end: from + index + written.length, text: read });
  }
  return edits;
}
