/** Rows of timetables, results and prices that stand in running text. */
import { hasColon, isBlankCode, isDigitCode, isHanCode } from "./chars.ts";

const LONGEST_ROW = 60;
const LEAST_CELLS = 3;
const LONGEST_CELL = 14;
/** Characters of a cell on average: less is a line that the scan has spaced out. */
const LEAST_MEAN = 2;
/** Share of figures among the characters. */
const LEAST_FIGURES = 0.25;
/** Marks of running text, a share but in the last cell, and a mark that the scan has set apart: 热线␠:␠0731. */
const SENTENCE_MARK = /[。，；！？、“”「」『』（）《》〈〉…,;!?()<>"']|(?<!\d)%|%(?!\s*$)|(?:^|\s)[:：.·-](?:\s|$)/;

/** 7:30␠云溪新闻, 晚7:00␠《古渡》. Not 8:30 in a sentence, nor 11:10␠险胜. */
const PROGRAMME_ITEM = /^\s*(?:[上下]午|[早晚])?\d{1,2}[:：][0-5]\d\s+[^\s，。；！？,;][^，。；！？,;]{2,36}$/;

export function isProgrammeItem(text: string): boolean {
  return hasColon(text) && PROGRAMME_ITEM.test(text);
}

/**
 * Whether a line is a row of a table: 6月20日␠上午␠语文␠8:30-11:00 is; 10␠月␠22␠日, where the scan sets blanks around
 * figures, is not. Its blanks are printed, and it ends where it ends.
 */
export function isTableRow(text: string): boolean {
  if (text.length > LONGEST_ROW || text.length < LEAST_CELLS * 2) return false;
  if (isProgrammeItem(text)) return true;
  let cells = 0;
  let cell = 0;
  let chars = 0;
  let figures = 0;
  let besideFigures = 0;
  let left = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) {
      cell = 0;
      continue;
    }
    if (cell === 0) {
      cells += 1;
      if (cells > 1 && (isHanCode(left) ? isDigitCode(code) : isDigitCode(left) && isHanCode(code))) besideFigures += 1;
    }
    cell += 1;
    chars += 1;
    if (cell > LONGEST_CELL) return false;
    if (isDigitCode(code)) figures += 1;
    left = code;
  }
  // The marks last: nearly every line is told by its blanks and figures.
  return (
    cells >= LEAST_CELLS &&
    chars >= cells * LEAST_MEAN &&
    figures >= chars * LEAST_FIGURES &&
    besideFigures * 2 < cells &&
    !SENTENCE_MARK.test(text)
  );
}
