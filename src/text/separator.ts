/** Lines that part and say nothing: a row of strokes, or the mark that a tool puts between the pages of a file. */

const STROKES = /^[\s\-=_*~—–·.#+─━═]+$/;
const LEAST_STROKES = 3;
/** `--- Page 2 ---`, `=== 第2页 ===`, `Page 2`. */
const PAGE_MARK = /^[\s\-=*#]*(?:page|Page|PAGE|第)\s*\d{1,4}\s*(?:页|頁|\/\s*\d{1,4}|of\s*\d{1,4})?[\s\-=*#]*$/;
const LONGEST_MARK = 40;

export function isPageMark(text: string): boolean {
  if (text.length > LONGEST_MARK || !mayBePageMark(text) || !PAGE_MARK.test(text)) return false;
  // 第2 alone could be the beginning of a line.
  return !text.includes("第") || /[页頁]/.test(text);
}

/** A cheap look first: nearly every line has none of its words. */
function mayBePageMark(text: string): boolean {
  return text.includes("第") || text.includes("age") || text.includes("AGE");
}

export function isSeparator(text: string): boolean {
  // Nearly every line begins with a letter.
  if (text.charCodeAt(0) > 0x2fff) return isPageMark(text);
  return isStrokes(text) || isPageMark(text);
}

/** Whether a line is a row of strokes and nothing else. */
export function isStrokes(text: string): boolean {
  if (text.charCodeAt(0) > 0x2fff) return false;
  return text.replace(/\s+/g, "").length >= LEAST_STROKES && STROKES.test(text);
}
