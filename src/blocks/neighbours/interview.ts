/**
 * 问：… below a short line: in a mailbox each question has a title of its own, in an interview several stand below a subhead, and
 * the text above it is of the same interview.
 */
import type { Question, Seen } from "./question.ts";
import { speakerOf } from "./speech.ts";

/** Blocks of a part of an interview that are looked at. */
const REACH = 24;
const FEWEST_QUESTIONS = 2;
const LONGEST_SUBHEAD = 30;
/** Paragraphs that lead in to an interview. */
const MOST_IN_OPENING = 2;

/** @returns whether the line, title-like by itself, stands over a part of the interview above it. */
export function headsQuestions(question: Question): boolean {
  const { seen, index, here, bodyAbove } = question;
  if (bodyAbove === null || here.length > LONGEST_SUBHEAD || speakerOf(here.words) !== null) return false;
  const asks = speakerOf(seen[index + 1]?.words ?? "");
  if (asks === null) return false;
  const above = questionsAbove(question, asks);
  if (above >= FEWEST_QUESTIONS) return true;
  const part = partBelow(seen, index + 1, asks);
  if (part.questions < FEWEST_QUESTIONS) return false;
  return above > 0 || (isBelowOpening(question) && speakerOf(seen[part.end + 1]?.words ?? "") === asks);
}

/** How often somebody asks from a place on, and what ends the part: its next subhead, or something else. */
function partBelow(seen: readonly Seen[], from: number, asks: string): { questions: number; end: number } {
  let questions = 0;
  let end = from;
  for (; end < seen.length && end < from + REACH; end += 1) {
    const words = seen[end]?.words ?? "";
    if (speakerOf(words) === null && seen[end]?.endsSentence !== true) break;
    if (speakerOf(words) === asks) questions += 1;
  }
  return { questions, end };
}

/** How often the same asks in the part above, up to a subhead or a title. */
function questionsAbove({ named, seen, index }: Question, asks: string): number {
  let questions = 0;
  for (let i = index - 1; i >= 0 && i >= index - REACH; i -= 1) {
    const role = named[i]?.role;
    if (role !== "body" && role !== "caption") break;
    if (speakerOf(seen[i]?.words ?? "") === asks) questions += 1;
  }
  return questions;
}

/** A few paragraphs below a byline stand above: they lead in to the interview. */
function isBelowOpening({ named, index }: Question): boolean {
  for (let i = index - 1; i >= 0 && i >= index - 1 - MOST_IN_OPENING; i -= 1) {
    const role = named[i]?.role;
    if (role === "byline") return named[i - 1]?.role === "title";
    if (role !== "body" && role !== "caption") return false;
  }
  return false;
}
