/** Jump lines (转版): where an article goes on or comes from. */

/**
 * `（下转A02版）`, `下转第三版`, `(上接 1 版)`, `（紧接第二版·综合）`, `《下转 3 版 )` where a scan misread the bracket; at the end
 * of a paragraph or as a block of its own. Not `下转型`, which has no 版.
 */
const JUMP =
  /(?<bracket>[（(〔[［【《〈]?)\s*(?<way>[下上]\s*[转轉接]|[紧緊]\s*接)\s*(?:今日\s*)?第?\s*(?<page>[A-TＡ-Ｔ]?\s*[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*版(?<rest>[^（(〔[［【）)〕\]］】。，\n]{0,8}[）)〕\]］】]|)/;

const JUMP_AT_END = new RegExp(`${JUMP.source}\\s*$`, "u");
const JUMP_AT_START = new RegExp(`^\\s*${JUMP.source}`, "u");

/** `→下转 A3`, `(上接A1)`: without 版 only where nothing else stands in the line. */
const BARE_JUMP =
  /^\s*(?<bracket>[（(〔[［【]?)[\s▶►→◀◄←]*(?<way>[下上]\s*[转轉接])\s*(?<page>[A-TＡ-Ｔ]\s*[\d０-９]{1,3})(?<rest>\s*[）)〕\]］】]|)\s*$/u;

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
  if (!tail.includes("版") && !head.includes("版")) {
    const bare = tailStart === 0 && HAS_WAY.test(text) ? BARE_JUMP.exec(text) : null;
    return bare === null ? null : readingOf(bare, 0, text);
  }
  const atEnd = JUMP_AT_END.exec(tail);
  if (atEnd !== null && isClosed(atEnd)) return readingOf(atEnd, tailStart, text);
  const atStart = JUMP_AT_START.exec(head);
  return atStart === null ? null : readingOf(atStart, 0, text);
}

const HAS_WAY = /[下上]\s*[转轉接]/;

/** What follows 版 belongs to the jump line where the bracket around both was opened. */
function isClosed({ groups }: RegExpExecArray): boolean {
  return groups?.["bracket"] !== "" || (groups["rest"] ?? "").length <= 1;
}

function readingOf(found: RegExpExecArray, offset: number, text: string): JumpReading {
  const groups = found.groups ?? {};
  const page = (groups["page"] ?? "")
    .replace(/\s/g, "")
    .replace(/[Ａ-Ｔ０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const start = offset + found.index;
  const end = start + found[0].length - (isClosed(found) ? 0 : (groups["rest"] ?? "").length);
  const way = (groups["way"] ?? "").charAt(0);
  const isTo = way === "下" || (way !== "上" && goesOn(text, start, end, page));
  return { start, end, to: isTo ? page : null, from: isTo ? null : page };
}

/** 紧接 says both: below a text where it goes on, above one where it comes from; alone, no text goes on on page one. */
function goesOn(text: string, start: number, end: number, page: string): boolean {
  if (text.slice(0, start).trim() !== "") return true;
  return text.slice(end).trim() === "" && !/^(?:[A-T]?0{0,2}1|一)$/.test(page);
}
