/** Subheads (小标题): one phrase between two paragraphs. */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { INDENT_CELLS } from "../../lines/width-fit.ts";
import { printedCells } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { isOpenQuestion, type Question } from "./question.ts";

/** A subhead may happen to fit the text below it this well, in log-odds; a cut sentence fits better. */
export const SUBHEAD_SEAM = 1.6;
/** Words that go on this well, in log-odds, are those of one sentence. */
const GOES_ON = 3;
/** The same where the line is just as long as a paragraph's first. */
const FIRST_LINE_SEAM = -0.5;
const LONGEST_SUBHEAD = 30;
/** One of two halves, with a blank between them. */
const LONGEST_IN_HALVES = 44;
const IN_HALVES = /^\s*\S.{6,}\S[ \u3000]\S.{6,}\S\s*$/;
/** A quotation set as a subhead is a few words; a pull quote is a sentence. */
const LONGEST_QUOTED = 14;
/** A subhead is one phrase, no half sentence: no comma, no particle or verb at its end that asks for more. */
const OPEN_END = /[，,的了在是和与及对为把被将达从向于以而并或都也还就到等、…]$/;
/** Half a sentence: 三次抽样时间分别是. */
export const HALF_SENTENCE = /[，,的在是和与及对为把被将从向于以而并或、]\s*$/;
export const ONE_QUOTATION = /^\s*(?:“[^”]+”|"[^"]+"|「[^」]+」)\s*$/;

export function isPhrase(words: string): boolean {
  return words !== "" && !/[，,]/.test(words) && !OPEN_END.test(words);
}

export function isSubhead(question: Question): boolean {
  const { named, seen, index, here, context } = question;
  const longest = IN_HALVES.test(here.words) ? LONGEST_IN_HALVES : LONGEST_SUBHEAD;
  if (here.block.followsPicture || here.length < 2 || here.length > longest) return false;
  if (!ONE_QUOTATION.test(here.words) && !isPhrase(here.words)) return false;
  const below = isUpperLine(question) ? index + 2 : index + 1;
  const next = named[below];
  const previous = question.bodyAbove;
  if (next === undefined || next.role !== "body" || previous === null) return false;
  const follows = seen[below];
  if (follows === undefined || seen[previous]?.endsSentence !== true || follows.length <= here.length) return false;
  if (next.shape.isIndented === false || /^[，。、；：！？）》」』”,.;:!?)]/.test(follows.words.trim())) return false;
  if (next.shape.isIndented === true) return true;
  const seam = continuity(endOf(here.words), startOf(follows.words), context.lexicon);
  if (seam.word !== null || seam.score >= (isFirstLine(question) ? FIRST_LINE_SEAM : SUBHEAD_SEAM)) return false;
  return !goesOnBeyond(question, below);
}

/** 参会的有县委常 / 茶农在晒场上 / 委、副县长……: the words go on behind a short line, a caption that has cut in. */
function goesOnBeyond({ named, seen, here, context }: Question, below: number): boolean {
  const between = seen[below];
  const beyond = seen[below + 1];
  if (between === undefined || beyond === undefined || !isOpenQuestion(named[below])) return false;
  if (between.length > LONGEST_SUBHEAD || named[below + 1]?.role !== "body") return false;
  const seam = continuity(endOf(here.words), startOf(beyond.words), context.lexicon);
  return seam.score > GOES_ON;
}

/** A line as long as the first one of a paragraph may be one that the end of the column has cut off. */
function isFirstLine({ named, index, here }: Question): boolean {
  const width = itemAt(named, index - 1)?.shape.width ?? named[index + 1]?.shape.width ?? null;
  if (width === null || here.block.blankLinesBefore > 2) return false;
  return Math.abs(width - INDENT_CELLS - printedCells(here.words)) <= 1;
}

/** “先救老人”, between two paragraphs: the text has these words again, as it has those of a pull quote. */
export function isQuotedSubhead(question: Question): boolean {
  return question.here.length <= LONGEST_QUOTED && ONE_QUOTATION.test(question.here.words) && isSubhead(question);
}

/** The first of two lines of one subhead, set together: 茶农␠祁大山： / 一天要走二十里山路. */
function isUpperLine({ named, seen, index, here }: Question): boolean {
  const next = named[index + 1];
  const line = seen[index + 1];
  if (next === undefined || line === undefined || !isOpenQuestion(next) || next.blankLinesBefore > 0) return false;
  return /[：:]\s*$/.test(here.words) && line.length <= LONGEST_SUBHEAD && !line.endsSentence;
}
