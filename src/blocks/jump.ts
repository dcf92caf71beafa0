/** Jump lines (转版): where an article goes on or comes from. */

/**
 * `（下转A02版）`, `下转第三版`, `(上接 1 版)`; at the end of a paragraph or as a block of its own.
 * Not `下转型`, which has no 版.
 */
const JUMP =
  /[（(〔[]?\s*(?<way>[下上]\s*[转轉接])\s*第?\s*(?<page>[A-TＡ-Ｔ]?\s*[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*版\s*[）)〕\]]?/;

const JUMP_AT_END = new RegExp(`${JUMP.source}\\s*$`, "u");
const JUMP_AT_START = new RegExp(`^\\s*${JUMP.source}`, "u");

/** A jump line with all its blanks is no longer than this. */
const LONGEST_JUMP = 30;

export interface JumpReading {
  readonly start: number;
  readonly end: number;
  readonly to: string | null;
  readonly from: string | null;
}

/** The jump line that opens or closes a text, or null. */
export function readJump(text: string): JumpReading | null {
  const tailStart = Math.max(0, text.length - LONGEST_JUMP);
  const tail = tailStart === 0 ? text : text.slice(tailStart);
  const head = tailStart === 0 ? text : text.slice(0, LONGEST_JUMP);
  if (!tail.includes("版") && !head.includes("版")) return null;
  const atEnd = JUMP_AT_END.exec(tail);
  const found = atEnd ?? JUMP_AT_START.exec(head);
  if (found?.groups === undefined) return null;
  const offset = atEnd === null ? 0 : tailStart;
  const way = (found.groups["way"] ?? "").replace(/\s/g, "");
  const page = (found.groups["page"] ?? "")
    .replace(/\s/g, "")
    .replace(/[Ａ-Ｔ０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const isTo = way === "下转" || way === "下轉" || way === "下接";
  return {
    start: offset + found.index,
    end: offset + found.index + found[0].length,
    to: isTo ? page : null,
    from: isTo ? null : page,
  };
}
