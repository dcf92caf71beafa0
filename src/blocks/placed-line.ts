/**
 * Printed lines in their columns, and what each says by itself of where it may stand.
 *
 * In: printed lines. Out: for each the width of its column, whether a body or a paragraph begins with it, and whether it
 * stands alone. Never: forms blocks.
 */
import type { Context } from "../context.ts";
import { hasMarksOfPrint } from "../lines/mark-widths.ts";
import { isBlankCode } from "../text/chars.ts";
import { itemAt } from "../text/list.ts";
import type { Source } from "../text/source.ts";
import { bareSignatureOf, readEndSignature } from "./credits/end-signature.ts";
import { withPhotoSign } from "./credits/misread-sign.ts";
import { type CreditVocabulary, creditVocabulary } from "./credits/vocabulary.ts";
import { type CreditLine, readCreditLines } from "./form-credits.ts";
import { recogniseFurniture } from "./furniture.ts";
import { readJump } from "./jump.ts";
import { readFramed, readLabel } from "./label.ts";
import { readPlaces } from "./paragraph-starts.ts";
import { ColumnWidths, type PrintedLine, SAME_WIDTH_CELLS } from "./printed-line.ts";
import { isRunOn } from "./run-on-lines.ts";

/** A printed line in its column. */
export interface PlacedLine extends PrintedLine {
  /** Width in cells of the column; 0 where the neighbours agree on none. */
  readonly column: number;
  readonly cells: number;
  /** A dateline begins here: so does a paragraph. */
  readonly opensBody: boolean;
  /** Furniture, label, byline or jump: no part of a paragraph. */
  readonly standsAlone: boolean;
  /** A byline or lead that the line below goes on with. */
  readonly runsOn: boolean;
  /** Ends with the signature of its text. */
  readonly isSigned: boolean;
  /** The first line of a paragraph, below the end of another one. */
  readonly startsParagraph: boolean;
  /** As short as the first line of a paragraph that the dump gives without its indent. */
  readonly isFirst: boolean;
  /** Goes on in the paragraph of the line above, by the measures of all lines. */
  readonly goesOn: boolean;
  /** In the measure of no column. */
  readonly standsOutside: boolean;
}

/** @param blanksCount false where blanks carry no information, as in spaced-out dumps. */
export function placeLines(
  source: Source,
  lines: readonly PrintedLine[],
  blanksCount: boolean,
  context: Context,
): PlacedLine[] {
  const vocabulary = creditVocabulary(context);
  const credits = readCreditLines(lines, vocabulary, (i) => isSameRow(source, lines[i], lines[i + 1]));
  const widths = new ColumnWidths(lines);
  const alone = lines.map(({ text }, i) => isAlone(text, credits[i], itemAt(credits, i - 1), context));
  const places = readPlaces(
    lines,
    (i) => alone[i] === true,
    (i) => credits[i]?.opensBody === true,
    isTextLayer(source, lines),
  );
  return lines.map((item, i) => {
    const { opensBody = false, runsOn = false } = credits[i] ?? {};
    // What stands above the first line of a body is set in another measure; the line below it is of its column.
    const column = widths.at(opensBody ? Math.min(i + 2, lines.length - 1) : i);
    // Blanks that would make the line too long for its column were not printed so: 持 续 推 进 fills a justified line.
    const cells = blanksCount && item.looseCells <= column + SAME_WIDTH_CELLS ? item.looseCells : item.bareCells;
    const { line, text, bareCells, looseCells, isCut, indent, blankLines } = item;
    // Spelled out: V8 is slow at adding fields to a spread, and a page has hundreds of lines.
    return {
      line,
      text,
      bareCells,
      looseCells,
      isCut,
      indent,
      blankLines,
      column,
      cells,
      opensBody,
      standsAlone: alone[i] === true,
      runsOn,
      isSigned: endsSigned(text, vocabulary),
      startsParagraph: places.starts[i] === 1,
      isFirst: places.firsts[i] === 1,
      goesOn: places.goesOn[i] === 1,
      standsOutside: places.outside[i] === 1 || isRunOn(lines, i),
    };
  });
}

/** Lines as a program took them out of a PDF, in its order. */
function isTextLayer({ text }: Source, lines: readonly PrintedLine[]): boolean {
  if (lines.some(({ line }, i) => line.start < (lines[i - 1]?.line.end ?? 0))) return false;
  return hasMarksOfPrint(
    text,
    lines.map(({ line }) => line),
  );
}

/** ……走远。（作者系本市教师）, ……写字。石小舟/文 */
function endsSigned(text: string, vocabulary: CreditVocabulary): boolean {
  const last = text.charAt(text.length - 1);
  if (last === "文") return bareSignatureOf(text) !== null;
  return "）)".includes(last) && readEndSignature(text, vocabulary) !== null;
}

/** Two lines that were one in the dump, as columns go: nothing but blanks stands between them there. */
function isSameRow(source: Source, above: PrintedLine | undefined, below: PrintedLine | undefined): boolean {
  if (above === undefined || below === undefined || below.line.start < above.line.end) return false;
  if (below.line.start - above.line.end > WIDEST_SEAM) return false;
  for (let i = above.line.end; i < below.line.start; i += 1) {
    const code = source.text.charCodeAt(i);
    if (!isBlankCode(code) || code === 10 || code === 13) return false;
  }
  return true;
}

const WIDEST_SEAM = 4;

/** A byline, or no text at all; the second line of a lead is none of these, whatever it looks like. */
function isAlone(text: string, own: CreditLine | undefined, above: CreditLine | undefined, context: Context): boolean {
  if (own?.isByline === true) return true;
  if (own?.opensBody === true || own?.runsOn === true || above?.runsOn === true) return false;
  return standsAlone(text, context);
}

function standsAlone(text: string, context: Context): boolean {
  if (text.length > LONGEST_ALONE) return false;
  const jump = readJump(text);
  return (
    endsInPhotoCredit(text) ||
    (jump !== null && jump.end - jump.start >= text.trim().length) ||
    recogniseFurniture(text, context) !== null ||
    (text.length <= LONGEST_LABEL && (readLabel(text, context) ?? readFramed(text)) !== null)
  );
}

export function endsInPhotoCredit(text: string): boolean {
  return PHOTO_LETTERS.includes(text.charAt(text.length - 1)) && PHOTO_CREDIT.test(withPhotoSign(text));
}

/** 长桌宴开席。 尹长河 摄 */
const PHOTO_CREDIT =
  /。\s*(?:[（(]?[^，。]{2,12}[摄攝][）)]?|[图圖][/／][^，。]{2,10}[供给給]|[^，。]{0,8}(?:[记記]者|通[讯訊][员員])[^，。]{2,6}[图圖]|[^，。]{2,8}供[图圖]|[（(][资資]料(?:[图圖]片?|照片)[）)])$/;
/** What it ends in. */
const PHOTO_LETTERS = "摄攝图圖）)报報供给給";
const LONGEST_ALONE = 120;
const LONGEST_LABEL = 16;
