import { isBlankCode, isHanCode } from "../../text/chars.ts";
import type { Edit } from "../../text/edit.ts";
import { ALL, type DumpRule } from "../rule.ts";

const COMMA = "，";
const MARKS = "，。、；：！？";
/** So many commas show a habit, and such a share of them; 0 to 0.15 of those of other dumps have a blank behind them. */
const LEAST_COMMAS = 6;
const HABIT_SHARE = 0.9;
/** Where blanks stand between Han as well, they are those of a spaced-out dump. */
const MOST_BETWEEN_HAN = 0.1;

/** Blanks that a program writes behind each mark, for the white that is part of a full-width one. They part no columns. */
export const afterMarks: DumpRule = {
  id: "space/after-marks",
  summary: "A blank behind a mark is taken out where the dump has one behind each comma.",
  roles: ALL,
  examples: [
    {
      before: `${"春耕开始，␠各村备耕，␠种子到户，␠".repeat(2)}农民下田。␠今年`,
      after: `${"春耕开始，各村备耕，种子到户，".repeat(2)}农民下田。今年`,
    },
    { before: "各村备耕，␠种子到户，农民下田", after: "各村备耕，␠种子到户，农民下田", note: "the end of a column" },
  ],
  needs: COMMA,
  find: (text) => (writesBlanks(text) && !isSpacedOut(text) ? blanksBehindMarks(text) : NO_EDITS),
};

const NO_EDITS: readonly Edit[] = [];

/** Whether one blank stands behind nearly every comma that does not end a line. */
function writesBlanks(text: string): boolean {
  let commas = 0;
  let spaced = 0;
  for (let at = text.indexOf(COMMA); at >= 0; at = text.indexOf(COMMA, at + 1)) {
    if (hasOneBlank(text, at)) spaced += 1;
    else if (isBlankCode(text.charCodeAt(at + 1)) || at + 1 === text.length) continue;
    commas += 1;
  }
  return commas >= LEAST_COMMAS && spaced >= commas * HABIT_SHARE;
}

function hasOneBlank(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === BLANK && at + 2 < text.length && !isBlankCode(text.charCodeAt(at + 2));
}

const BLANK = 32;

function isSpacedOut(text: string): boolean {
  let gaps = 0;
  let spaced = 0;
  for (let at = 1; at < text.length; at += 1) {
    if (!isHanCode(text.charCodeAt(at))) continue;
    if (isHanCode(text.charCodeAt(at - 1))) gaps += 1;
    else if (text.charCodeAt(at - 1) === BLANK && isHanCode(text.charCodeAt(at - 2))) spaced += 1;
  }
  return spaced > (gaps + spaced) * MOST_BETWEEN_HAN;
}

function blanksBehindMarks(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (MARKS.includes(text.charAt(at)) && hasOneBlank(text, at)) edits.push({ start: at + 1, end: at + 2, text: "" });
  }
  return edits;
}
