import { type Credits, readCredits } from "../../blocks/credits/credits.ts";
import type { Context } from "../../context.ts";
import { isBlankCode } from "../../text/chars.ts";
import type { Edit } from "../../text/edit.ts";

/**
 * Blanks in a byline follow its grammar: one between role and name and before the next role, none inside a name.
 *
 *     记者␠何␠雅清␠通讯员␠孟帆 → 记者␠何雅清␠通讯员␠孟帆      通讯员石青 → 通讯员␠石青
 *
 * Where the paper set a slash, a colon or a comma it stays and needs no blank.
 */
export function bylineBlanks(text: string, context: Context): Edit[] {
  const edits: Edit[] = [];
  const bracket = /[（(〈《[【〔](?<inner>[^（()）]*)[）)〉》\]】〕]?\s*$/.exec(text);
  const inner = bracket?.groups?.["inner"];
  const credits = inner === undefined ? null : readCredits(inner, context, [], true);
  if (bracket !== null && inner !== undefined && credits !== null) {
    edits.push(...withoutBlanks(text, 0, bracket.index + 1));
    edits.push(...creditBlanks(text, bracket.index + 1, bracket.index + 1 + inner.length, credits));
    edits.push(...withoutBlanks(text, bracket.index + 1 + inner.length, text.length));
    return edits;
  }
  const whole = readCredits(text, context);
  if (whole !== null) return creditBlanks(text, 0, text.length, whole);
  return withoutBlanks(text, 0, text.length);
}

function creditBlanks(text: string, from: number, to: number, { parts }: Credits): Edit[] {
  const edits: Edit[] = [];
  let end = from;
  for (const [i, part] of parts.entries()) {
    const start = from + part.start;
    const previous = parts[i - 1];
    const wanted = previous === undefined ? "" : gapBefore(part.kind, previous.kind, text.slice(end, start));
    if (text.slice(end, start) !== wanted) edits.push({ start: end, end: start, text: wanted, why: "byline grammar" });
    edits.push(...withoutBlanks(text, start, from + part.end));
    end = from + part.end;
  }
  if (end < to && text.slice(end, to).trim() === "") edits.push({ start: end, end: to, text: "" });
  return edits;
}

function gapBefore(kind: string, previous: string, printed: string): string {
  if (kind === "separator" || previous === "separator") return "";
  if (previous === "outlet") return "";
  // ◎乔木青 and □ 本报记者: the paper chooses, and a scan loses no blank after a mark.
  if (previous === "mark") return printed === "" ? "" : " ";
  return " ";
}

function withoutBlanks(text: string, from: number, to: number): Edit[] {
  const edits: Edit[] = [];
  for (let i = from; i < to; i += 1) {
    if (!isBlankCode(text.charCodeAt(i))) continue;
    const start = i;
    while (i < to && isBlankCode(text.charCodeAt(i))) i += 1;
    edits.push({ start, end: i, text: "", why: "byline grammar" });
  }
  return edits;
}
