/**
 * Lines of a dump that were two lines in print.
 *
 * In: the lines of the dump, measured. Out: the same; one with which something else runs on is two. Never: parts a caption
 * from its credit.
 *
 * A caption on the height of a last line may be given on the line of that: 航，要等雾散。␠茶农在晒场上翻晒新茶。 The
 * whole is longer than the column, the sentence before the blank is not; print knows no blank behind a full stop.
 */
import { hasMarksOfPrint } from "../lines/mark-widths.ts";
import { isBlankCode, printedCells } from "../text/chars.ts";
import type { Source } from "../text/source.ts";
import { opensCaption } from "./caption.ts";
import { ColumnWidths, type PrintedLine, SAME_WIDTH_CELLS } from "./printed-line.ts";

export function partRunOn({ text }: Source, lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const gaps = new Map<number, number>();
  let gapped = 0;
  for (const [i, line] of lines.entries()) {
    if (line.looseCells === line.bareCells) continue;
    gapped += 1;
    const at = gapBehindSentence(line.text);
    if (at > 0) gaps.set(i, at);
  }
  if (gaps.size === 0 || gapped > lines.length * MOST_GAPPED) return lines;
  const printed = lines.map(({ line }) => line);
  if (!hasMarksOfPrint(text, printed)) return lines;
  const widths = new ColumnWidths(lines);
  return lines.flatMap((line, i) => {
    const at = gaps.get(i);
    if (at === undefined || !isTwoLines(line, at, widths.at(i))) return [line];
    return [partOf(line, 0, at), partOf(line, skipBlanks(line.text, at), line.text.length)];
  });
}

/** Share of the lines of a page with blanks, above which they are an engine's, or columns lie side by side. */
const MOST_GAPPED = 0.15;

/** Whether a line is the second half of one of the dump: nothing of what stands before it goes on in it. */
export function isRunOn(lines: readonly PrintedLine[], index: number): boolean {
  return index > 0 && lines[index - 1]?.line.lineStart === lines[index]?.line.lineStart;
}

/** Offset of the first blank that stands behind the end of a sentence; -1 if there is none. */
function gapBehindSentence(text: string): number {
  for (let i = 1; i < text.length; i += 1)
    if (isBlankCode(text.charCodeAt(i)) && "。！？".includes(text.charAt(i - 1))) return i;
  return -1;
}

function isTwoLines({ text, bareCells }: PrintedLine, at: number, column: number): boolean {
  const rest = text.slice(skipBlanks(text, at));
  if (opensCaption(rest) && !MAY_BE_CREDIT.test(rest)) return true;
  if (column === 0 || bareCells <= column + SAME_WIDTH_CELLS) return false;
  return printedCells(text, 0, at) <= column && printedCells(rest) >= LEAST_REST && !MAY_BE_CREDIT.test(rest);
}

/** Cells of what may be text or a caption. */
const LEAST_REST = 12;
/** …本报记者 尹长河, 图/受访者: the rest of the line names who took the picture. */
const MAY_BE_CREDIT = /^[^。，]{0,12}(?:记者|記者|通讯员|通訊員|[摄攝图圖]|社[发發])|^[（(]/;

function partOf(line: PrintedLine, from: number, to: number): PrintedLine {
  const { start, end } = line.line;
  const text = line.text.slice(from, to);
  const bareCells = printedCells(text);
  return {
    ...line,
    line: { ...line.line, start: start + from, end: to === line.text.length ? end : start + to },
    text,
    bareCells,
    looseCells: bareCells,
    blankLines: from === 0 ? line.blankLines : 0,
    indent: from === 0 ? line.indent : 0,
  };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlankCode(text.charCodeAt(at))) at += 1;
  return at;
}
