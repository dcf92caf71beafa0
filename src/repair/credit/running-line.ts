import { readRunningLine } from "../../blocks/furniture/running-line.ts";
import { creditStarts } from "../../blocks/furniture/staff.ts";
import type { Context } from "../../context.ts";
import { isDigitCode, isLatinCode } from "../../text/chars.ts";
import type { Edit } from "../../text/edit.ts";

/**
 * Blanks inside the items of a running line are taken out; those between items, and between role and name, stay.
 *
 *     2023␠年␠9␠月␠14␠日␠星期␠四 → 2023年9月14日␠星期四      责任␠编辑␠:␠池␠小鱼 → 责任编辑:池小鱼
 *
 * A blank that the dump does not have is not put in.
 */
export function runningLineBlanks(text: string, context: Context): Edit[] {
  if (!/\s/.test(text.trim())) return [];
  const running = readRunningLine(text, context);
  if (running === null) return [];
  const { line, items } = running;
  const edits: Edit[] = [];
  for (const item of items) {
    const kept = item.kind === "staff" ? creditStarts(line, item, context) : [];
    for (let at = item.start + 1; at < item.end; at += 1) {
      const start = (line.offsets[at - 1] ?? 0) + 1;
      const end = line.offsets[at] ?? start;
      // Nothing but a blank parts two words in letters: QINGHE␠DAILY; and a press number is printed so: CN␠61-0001.
      const right = text.charCodeAt(end);
      const isBetweenWords =
        isLatinCode(text.charCodeAt(start - 1)) &&
        (isLatinCode(right) || (item.kind === "imprint" && isDigitCode(right)));
      if (end > start && !kept.includes(at) && !isBetweenWords)
        edits.push({ start, end, text: "", why: "running line" });
    }
  }
  return edits;
}
