/**
 * What a short block was printed as, by the company it keeps: the first row of a list that speaks of it.
 *
 * In: a block whose own words decide nothing, and the page around it. Out: its role, and how sure that is. Never: changes
 * a block, or looks again at one that is decided.
 *
 * The order matters: marks of the paper come first (frames, numbers, heading levels), then what stands next to the line (a
 * byline, a label, the end of an article), then what only the words tell.
 */
import type { Role } from "../role.ts";
import { isAboveFrame } from "./above-frame.ts";
import { besideAdvert } from "./advert.ts";
import { isBareLabel } from "./bare-label.ts";
import { canBeTitle, hasOrphanClose } from "./can-be-title.ts";
import { isCaption, isCutCaption } from "./caption.ts";
import { continuesContents } from "./contents.ts";
import { signsWithDash } from "./dash-signature.ts";
import { headsArticle } from "./heads-article.ts";
import { interrupts } from "./interrupts.ts";
import { headsQuestions } from "./interview.ts";
import { isParted, nameParted } from "./levels.ts";
import { callsItselfNotice, changesSubject, headsBriefs, leadsToNewSubject } from "./new-subject.ts";
import { goesOnInTitle, opensArticle } from "./opens-article.ts";
import { isCounted, isCountedHead } from "./ordinals.ts";
import { LONGEST_CAPTION, LONGEST_TITLE, type Question } from "./question.ts";
import { isSpeech } from "./speech.ts";
import { isQuotedSubhead, isSubhead } from "./subhead.ts";
import {
  closesPage,
  followsEnd,
  followsLabel,
  isBelowByline,
  isFirstOfGroup,
  isFramedLabel,
  isNoteOfTitle,
  leadsToByline,
  leadsToHeading,
  opensPage,
} from "./title-line.ts";
import { isVerse } from "./verse.ts";
import { namesViewBelowText } from "./view-below-text.ts";

type Answer = readonly [role: Role, confidence: number];

/** A row that only asks has its answer beside it; one that answers with several roles is a function. */
type Row = {
  /** `titles`: lines that can be a title, where they stand. `phrases`: such lines that nobody on the page says. */
  readonly of: "all" | "titles" | "phrases";
  /** Only of dumps whose lines are paragraphs, not printed lines. */
  readonly ofBlocks?: true;
} & (
  | { readonly asks: (question: Question) => boolean; readonly answer: Answer }
  | { readonly answers: (question: Question) => Answer | null }
);

const ROWS: readonly Row[] = [
  { of: "all", asks: ({ here }) => here.block.isRepeated, answer: ["pullQuote", 0.9] },
  { of: "all", asks: isFramedLabel, answer: ["sectionLabel", 0.85] },
  { of: "all", asks: isCutBelowPicture, answer: ["caption", 0.8] },
  { of: "all", asks: isCut, answer: ["body", 0.8] },
  { of: "all", asks: continuesContents, answer: ["contents", 0.85] },
  { of: "all", asks: (question) => isVerse(question) && !isBareLabel(question), answer: ["body", 0.8] },
  { of: "all", ofBlocks: true, asks: signsWithDash, answer: ["body", 0.8] },
  { of: "all", ofBlocks: true, asks: isNoteOfTitle, answer: ["title", 0.8] },

  { of: "titles", ofBlocks: true, asks: isCountedHead, answer: ["subhead", 0.85] },
  { of: "titles", answers: nameCounted },
  { of: "titles", asks: headsBriefs, answer: ["title", 0.7] },
  { of: "titles", asks: isBareLabel, answer: ["sectionLabel", 0.6] },
  { of: "titles", asks: (question) => question.here.block.isLarge || isAboveFrame(question), answer: ["title", 0.9] },
  { of: "all", ofBlocks: true, answers: nameHeading },
  { of: "titles", answers: nameBoldBelowText },
  { of: "titles", answers: nameAboveByline },
  { of: "titles", asks: namesViewBelowText, answer: ["caption", 0.7] },

  { of: "phrases", asks: (question) => isBoldWithWords(question) || followsLabel(question), answer: ["title", 0.8] },
  { of: "phrases", asks: leadsToHeading, answer: ["title", 0.8] },
  { of: "phrases", asks: headsArticle, answer: ["title", 0.8] },
  { of: "phrases", asks: followsEnd, answer: ["title", 0.8] },
  { of: "phrases", asks: opensPage, answer: ["title", 0.6] },
  { of: "phrases", ofBlocks: true, asks: headsQuestions, answer: ["subhead", 0.8] },
  { of: "phrases", asks: beginsWithoutByline, answer: ["title", 0.7] },
  { of: "phrases", asks: callsItselfNotice, answer: ["title", 0.7] },
  { of: "phrases", asks: changesSubject, answer: ["title", 0.7] },
  { of: "phrases", asks: leadsToNewSubject, answer: ["title", 0.7] },
  { of: "phrases", asks: isQuotedSubhead, answer: ["subhead", 0.8] },

  { of: "all", asks: repeatsText, answer: ["pullQuote", 0.9] },
  { of: "all", answers: nameBesideAdvert },
  { of: "phrases", asks: (question) => question.isWrapped && closesPage(question), answer: ["title", 0.7] },
  { of: "all", answers: nameCaption },
  { of: "phrases", asks: interrupts, answer: ["caption", 0.7] },
  { of: "phrases", answers: nameSubhead },
];

const TEXT: Answer = ["body", 0.9];

export function judge(question: Question): Answer {
  let isTitle: boolean | null = null;
  let isPhrase: boolean | null = null;
  for (const row of ROWS) {
    if (row.ofBlocks && question.isWrapped) continue;
    // Asked late: what the first rows speak of need not be judged as a title.
    if (row.of !== "all") isTitle ??= canStandAsTitle(question);
    if (row.of !== "all" && !isTitle) continue;
    if (row.of === "phrases") isPhrase ??= !isSaid(question);
    if (row.of === "phrases" && !isPhrase) continue;
    const answer = "answers" in row ? row.answers(question) : row.asks(question) ? row.answer : null;
    if (answer !== null) return answer;
  }
  return TEXT;
}

function canStandAsTitle(question: Question): boolean {
  const { here, isWrapped } = question;
  return canBeTitle(here) && !(!isWrapped && isPlain(question) && isBelowByline(question));
}

function isPlain({ here }: Question): boolean {
  return here.block.headingLevel === 0;
}

/** 闻人歌：先把话说完: a line of an interview. */
function isSaid(question: Question): boolean {
  return isPlain(question) && isSpeech(question.here, question.speakers);
}

/** …那边》剧照。 has lost its beginning, unless `lost-quote.ts` has found out that it is a title with half a quotation. */
function isCut({ here }: Question): boolean {
  return here.canBeTitle !== true && hasOrphanClose(here.words);
}

function isCutBelowPicture(question: Question): boolean {
  return isCut(question) && question.here.block.followsPicture && isCutCaption(question);
}

function nameCounted(question: Question): Answer | null {
  if (!isPlain(question) || !isCounted(question)) return null;
  return isSubhead(question) ? ["subhead", 0.7] : ["body", 0.85];
}

/** A heading of the dump: of which level, or what stands around it where levels do not tell. */
function nameHeading(question: Question): Answer | null {
  const { here, levelsTell } = question;
  if (isPlain(question) || here.length > LONGEST_TITLE * 2) return null;
  if (leadsToByline(question)) return ["title", 0.98];
  if (!levelsTell && isParted(question)) return nameParted(question);
  return here.block.headingLevel <= 2 ? ["title", 0.98] : ["subhead", 0.9];
}

/**
 * Bold lines are titles where a byline is still to come. Below text of an article they are subheads beside headings, and
 * where a page has none, either.
 */
function nameBoldBelowText(question: Question): Answer | null {
  if (!question.here.block.isBold || question.bodyAbove === null || leadsToByline(question)) return null;
  return question.hasHeadings ? ["subhead", 0.9] : nameParted(question);
}

function nameAboveByline(question: Question): Answer | null {
  if (!leadsToByline(question)) return null;
  return ["title", isFirstOfGroup(question) ? 0.7 : 0.9];
}

function isBoldWithWords({ here }: Question): boolean {
  return here.block.isBold && /[^*\s]/.test(here.words);
}

/** No byline tells, but the text above and the text below: the first line of an article, or the next of its title. */
function beginsWithoutByline(question: Question): boolean {
  return !question.hasHeadings && (opensArticle(question) || goesOnInTitle(question));
}

function repeatsText({ here, bodies }: Question): boolean {
  return here.length <= LONGEST_CAPTION / 2 && bodies.repeats(here);
}

function nameBesideAdvert(question: Question): Answer | null {
  const kind = besideAdvert(question);
  return kind === null ? null : [kind, 0.8];
}

function nameCaption(question: Question): Answer | null {
  if (!isCaption(question)) return null;
  return ["caption", question.here.block.followsPicture ? 0.9 : 0.8];
}

/** A subhead stands within its frame; what looks like one and heads a frame is a title. */
function nameSubhead(question: Question): Answer | null {
  if (!isSubhead(question)) return null;
  return [question.here.block.headsFrame ? "title" : "subhead", 0.7];
}
