/**
 * Whether the marks of a dump are those of a recognised picture.
 *
 * Papers print full-width marks, and a program that takes the text out of a PDF gives them as they are. An OCR engine of
 * printed lines reads most of them as half-width ones: 高速免费时段: 9月30日; 他说:“好! ” Half-width marks of a text layer were typed
 * so, or a program has folded all of them (Unicode's NFKC); its quotes and brackets open and close as they were set. An
 * engine loses one or turns one round on nearly every page.
 *
 * In: lines. Out: the answer. Never: looks at words.
 */
import type { DumpKind } from "../page.ts";
import { isBlankCode, isHanCode, isWordCode } from "../text/chars.ts";
import type { Source } from "../text/source.ts";
import type { Line } from "./lines.ts";

/** Fewer marks do not tell. */
const LEAST_HALF = 4;
/** So many half-width ones for each full-width one. */
const HALF_TO_FULL = 3;

/** Most marks are half-width, and no program has made them so. */
export function hasMarksOfScan(text: string, lines: readonly Line[]): boolean {
  let half = 0;
  let full = 0;
  for (const { start, end } of lines) {
    for (let i = start + 1; i < end; i += 1) {
      const code = text.charCodeAt(i);
      if (code >= 0x4e00 && code <= 0x9fff) continue;
      // : ; ! ? and their full-width forms
      if (code === 0xff1a || code === 0xff1b || code === 0xff01 || code === 0xff1f) full += 1;
      else if ((code === 58 || code === 59 || code === 33 || code === 63) && isHanCode(text.charCodeAt(i - 1)))
        half += 1;
    }
  }
  return half >= LEAST_HALF && half >= HALF_TO_FULL * full && !hasMarksOfPrint(text, lines);
}

/** Half-width marks for each full-width one, up to which they may have been typed. */
const TYPED_SHARE = 0.05;

/**
 * An engine reads one mark or another as a half-width one on almost every page; a text layer has none behind a Han, or few,
 * or nothing else. What people type half-width does not count: a colon (责编: 尹长河), and any mark before a figure or a Latin
 * word (电话:0731, 详见.com).
 */
export function hasMarksOfPrint(text: string, lines: readonly Line[]): boolean {
  let [from, to] = [text.length, 0];
  for (const { start, end } of lines) {
    if (start < from) from = start;
    if (end > to) to = end;
  }
  if (known.text !== text || known.from !== from || known.to !== to)
    known = { text, from, to, isPrint: isOfPrint(text, from, to) };
  return known.isPrint;
}

interface DumpOfLines {
  readonly source: Source;
  readonly lines: readonly Line[];
  readonly kind: DumpKind;
}

/** Printed lines, a line each, that a program took out of a PDF: no engine has read them. */
export function isTextLayer({ source, lines, kind }: DumpOfLines): boolean {
  return kind === "wrapped" && hasMarksOfPrint(source.text, lines);
}

/** Each page is asked some ten times, its lines in one order or another: the last answer is kept. */
let known = { text: "", from: 0, to: 0, isPrint: true };

function isOfPrint(text: string, from: number, to: number): boolean {
  let half = 0;
  let full = 0;
  for (let i = from + 1; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    if (isFullMark(code)) full += 1;
    else if (isHalfMark(code) && isHanCode(text.charCodeAt(i - 1)) && !isTyped(text, i + 1)) {
      if (code === DOT) return false;
      half += 1;
    }
  }
  if (half === 0) return !hasTurnedBracket(text, from, to);
  return (full === 0 || half <= full * TYPED_SHARE) && arePaired(text, from, to);
}

/** 〈含县␠城), 《记者␠荀青): an engine reads （ as another bracket, and its end as a half-width one. No one types so. */
function hasTurnedBracket(text: string, from: number, to: number): boolean {
  let opened = -LONGEST_BRACKETED;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x3008 || code === 0x300a) opened = i;
    else if (code === 41 && i - opened < LONGEST_BRACKETED) return true;
    else if (code === 40 || code === 41 || code === 0xff08 || code === 0xff09 || code === 0x3009 || code === 0x300b)
      opened = -LONGEST_BRACKETED;
  }
  return false;
}

const LONGEST_BRACKETED = 40;

const BLANK = 32;
const DOT = 46;

/** , . ; ! ? */
function isHalfMark(code: number): boolean {
  return code < 64 && (code === 44 || code === DOT || code === 59 || code === 33 || code === 63);
}

function isFullMark(code: number): boolean {
  return code === 0xff0c || code === 0xff1b || code === 0xff01 || code === 0xff1f;
}

/** @param from behind the mark. */
function isTyped(text: string, from: number): boolean {
  let next = from;
  while (isBlankInLine(text.charCodeAt(next))) next += 1;
  return isWordCode(text.charCodeAt(next));
}

function isBlankInLine(code: number): boolean {
  return isBlankCode(code) && code !== LINE_FEED && code !== RETURN;
}

const LINE_FEED = 10;
const RETURN = 13;

/** Marks of a page that come in pairs, opening and closing; the widths of brackets are one. */
const PAIRED = [..."“”‘’()（）《》【】「」『』"].map((mark) => mark.charCodeAt(0));
/** Fewer marks stand in pairs by chance. On 134 pages out of PDFs all did, on 4 of 136 that Tesseract read. */
const LEAST_PAIRED = 10;

function arePaired(text: string, from: number, to: number): boolean {
  const open = [0, 0, 0, 0, 0, 0, 0, 0];
  let marks = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BLANK || (code >= 0x4e00 && code <= 0x9fff)) continue;
    const kind = PAIRED.indexOf(code);
    if (kind < 0) continue;
    marks += 1;
    open[kind >> 1] = (open[kind >> 1] ?? 0) + (kind % 2 === 0 ? 1 : -1);
  }
  return marks >= LEAST_PAIRED && open.every((count) => count === 0);
}
