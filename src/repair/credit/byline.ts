import type { CreditPart } from "../../blocks/credits/credit.ts";
import { isBlankCode } from "../../text/chars.ts";
import type { Edit } from "../../text/edit.ts";
import { itemAt, lastOf } from "../../text/list.ts";

/**
 * Blanks in a byline follow its grammar: one between role and name and before the next role, none inside a name.
 *
 *     记者␠何␠雅清␠通讯员␠孟帆 → 记者␠何雅清␠通讯员␠孟帆      通讯员石青 → 通讯员␠石青
 *
 * Where the paper set a slash, a colon or a comma it stays and needs no blank. The dateline before the credits and the
 * bracket behind them hold none.
 * @param parts of the credits, in offsets of the text.
 */
export function bylineBlanks(text: string, parts: readonly CreditPart[]): Edit[] {
  const first = parts[0];
  const last = lastOf(parts);
  if (first === undefined || last === undefined) return withoutBlanks(text, 0, text.length);
  // 本报讯␠记者 石青: a blank parts the dateline from credits that no bracket opens.
  const dateline = /[讯訊电電]\s+$/.exec(text.slice(0, first.start));
  const edits = withoutBlanks(text, 0, dateline === null ? first.start : dateline.index);
  if (dateline !== null && dateline[0].length !== 2)
    edits.push({ start: dateline.index + 1, end: first.start, text: " ", why: "byline grammar" });
  for (const [i, part] of parts.entries()) {
    const previous = itemAt(parts, i - 1);
    if (previous !== undefined) edits.push(...gapEdits(text, previous, part));
    edits.push(...withoutBlanks(text, part.start, part.end));
  }
  // 记者 石青 云溪报道: a blank parts the last name from the place.
  const place = /^\s+(?=[〇㐀-鿿])(?![报報]\s*[道導])/.exec(text.slice(last.end));
  const blanks = place === null ? 0 : place[0].length;
  if (blanks > 1) edits.push({ start: last.end, end: last.end + blanks, text: " ", why: "byline grammar" });
  edits.push(...withoutBlanks(text, last.end + blanks, text.length));
  return edits;
}

function gapEdits(text: string, previous: CreditPart, part: CreditPart): Edit[] {
  const printed = text.slice(previous.end, part.start);
  const wanted = gapBefore(part.kind, previous.kind, printed);
  if (printed === wanted || printed.trim() !== "") return [];
  return [{ start: previous.end, end: part.start, text: wanted, why: "byline grammar" }];
}

function gapBefore(kind: string, previous: string, printed: string): string {
  if (kind === "separator" || previous === "separator") return "";
  if (previous === "outlet") return kind === "name" ? " " : "";
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
