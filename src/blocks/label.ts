/**
 * Section labels (栏目): short standing labels, often behind a mark and the junk a scan makes of it.
 */
import type { Context } from "../context.ts";
import { tighten } from "../text/chars.ts";

/**
 * Marks before a label and what a scan makes of them: `-■巾帼之窗`, `▇■教育`, `| 天气`.
 * Not `— 一个母亲`, where words of a deck follow a dash: a label is at most eight characters.
 */
const MARKED = /^[-—–|｜丨_~\s]*[■□▇█▌▍▎●▲◆◇◢◣|｜丨]+[-—–|｜丨\s]*(?=[〇㐀-鿿])/;
/** A dash or dot that is all a scan has left of the mark: `-要闻`. Only before a listed label. */
const DASHED = /^\s*[-—–~·.]{1,2}\s*(?=[〇㐀-鿿])/;
/** The same behind it: `■●健康驿站 ■`. */
const MARKED_BEHIND = /[-—–|｜丨_~\s]*[■□▇█▌▍▎●▲◆◇◢◣|｜丨]+[-—–|｜丨\s]*$/;
const LABEL = /^[〇㐀-鿿A-Za-z·•“”"]{2,8}$/;

export interface LabelReading {
  /** Code units of mark and junk before the label's first character. */
  readonly markLength: number;
  /** Offset of the mark and junk behind its last character; the length of the text where there is none. */
  readonly end: number;
  readonly isListed: boolean;
  readonly isMarked: boolean;
}

/** @returns the reading if the text can be a section label, by its own words. */
export function readLabel(text: string, context: Context): LabelReading | null {
  const mark = MARKED.exec(text) ?? DASHED.exec(text);
  const end = MARKED_BEHIND.exec(text)?.index ?? text.length;
  const rest = text.slice(mark?.[0].length ?? 0, end);
  const words = tighten(rest).text;
  if (!LABEL.test(words)) return null;
  const isListed = context.profile.sectionLabels.includes(context.lexicon.simplify(words));
  if (!isListed && (mark === null || !/[■□▇█▌▍▎●▲◆◇◢◣|｜丨]/.test(mark[0]))) return null;
  return { markLength: mark?.[0].length ?? 0, end, isListed, isMarked: mark !== null };
}
