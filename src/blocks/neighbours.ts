/**
 * Second look at the blocks whose own words decide nothing: short lines by the company they keep.
 *
 * A title stands above a byline or a dateline; a label above a title; a caption below a picture or between the two
 * halves of a sentence; a subhead between two paragraphs. What fits none of these stays body text. Each question has
 * its file in `neighbours/`.
 */
import type { Context } from "../context.ts";
import { itemAt } from "../text/list.ts";
import { type Block, changed } from "./block.ts";
import { besideAdvert } from "./neighbours/advert.ts";
import { isBareLabel, isTitleOfBrief, nameLabelsAboveTitles, nameLabelsInCompany } from "./neighbours/bare-label.ts";
import { canBeTitle, hasOrphanClose } from "./neighbours/can-be-title.ts";
import { interrupts, isCaption, isCutCaption } from "./neighbours/caption.ts";
import { allowCutDecks, allowUpperHalves } from "./neighbours/comma-title.ts";
import { continuesContents, nameContents, nameTitleLists } from "./neighbours/contents.ts";
import { signsWithDash } from "./neighbours/dash-signature.ts";
import { headsArticle } from "./neighbours/heads-article.ts";
import { headsQuestions } from "./neighbours/interview.ts";
import { isLabelLikeOthers } from "./neighbours/label-like-others.ts";
import { isParted, levelsTell, nameParted } from "./neighbours/levels.ts";
import { nameLists, refuseResults } from "./neighbours/lists.ts";
import { allowCutQuotes, allowLostQuotes } from "./neighbours/lost-quote.ts";
import { nameMast } from "./neighbours/mast.ts";
import { namesPicture } from "./neighbours/name-below-picture.ts";
import { callsItselfNotice, changesSubject, headsBriefs, leadsToNewSubject } from "./neighbours/new-subject.ts";
import { nameNumberedPictures } from "./neighbours/numbered-pictures.ts";
import { goesOnInTitle, opensArticle } from "./neighbours/opens-article.ts";
import { isCounted, isCountedHead } from "./neighbours/ordinals.ts";
import { BodyText } from "./neighbours/pull-quote.ts";
import {
  isOpenQuestion,
  LONGEST_CAPTION,
  LONGEST_TITLE,
  look,
  type Question,
  type Seen,
} from "./neighbours/question.ts";
import { nameSidebars } from "./neighbours/sidebar.ts";
import { readBareSignature, readLetterSignature, readMarkedName } from "./neighbours/signature.ts";
import { beginAboveSecondCredit } from "./neighbours/signed-twice.ts";
import { isAnswered, isSpeech, speakersOf } from "./neighbours/speech.ts";
import { isQuotedSubhead, isSubhead } from "./neighbours/subhead.ts";
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
} from "./neighbours/title-line.ts";
import { isVerse } from "./neighbours/verse.ts";
import { namesViewBelowText } from "./neighbours/view-below-text.ts";
import type { Role } from "./role.ts";

export function nameByNeighbours(blocks: readonly Block[], context: Context): Block[] {
  const named: Block[] = [...blocks];
  const seen = blocks.map(look);
  const [first] = seen;
  if (first === undefined) return [];
  const isWrapped = blocks.some((block) => block.lines.length > 1);
  const page = { seen, isWrapped };
  for (const [i, block] of named.entries()) {
    const signature = isOpenQuestion(block)
      ? (readBareSignature(page, i, context) ?? readLetterSignature(page, i, context))
      : readMarkedName(page, i, context);
    if (signature !== null)
      named[i] = changed(block, { role: "byline", confidence: 0.8, startsParagraph: null, credits: signature });
    else if (isOpenQuestion(block) && namesPicture(page, i, context))
      named[i] = changed(block, { role: "caption", confidence: 0.8 });
    else if (isTitleOfBrief({ seen, named }, i)) named[i] = changed(block, { role: "title", confidence: 0.8 });
    else if (!isWrapped && isAnswered(block, seen[i + 1]))
      named[i] = changed(block, { role: "body", confidence: 0.85, startsParagraph: true, credits: null });
    else if (isLabelLikeOthers(page, i)) named[i] = changed(block, { role: "sectionLabel", credits: null });
  }
  nameMast(named, page, context);
  allowUpperHalves(named, seen);
  if (isWrapped) {
    allowCutQuotes(named, seen);
    allowLostQuotes(named, seen);
  }
  allowCutDecks(named, seen);
  nameContents(named, seen);
  nameTitleLists(named, seen);
  nameNumberedPictures(named, seen);
  refuseResults(seen);
  nameLists(named, seen, isWrapped, context);
  nameSidebars(named, seen, context.lexicon);
  const firstText = seen.findIndex(isText);
  const framesTell = blocks.some(({ headsFrame }) => headsFrame);
  // One question moved from block to block: a copy of the page's facts for each cost more than to judge it.
  const question: Asked = {
    index: 0,
    here: first,
    bodyAbove: null,
    named,
    seen,
    context,
    hasHeadings: !isWrapped && blocks.some((block) => block.headingLevel > 0),
    levelsTell: levelsTell(named),
    isWrapped,
    framesTell,
    layoutTells: blocks.some(({ headsArticle }) => headsArticle),
    firstText: firstText < 0 ? blocks.length : firstText,
    lastText: seen.findLastIndex(isText),
    isBelowText: false,
    bodies: new BodyText(seen),
    speakers: speakersOf(seen),
  };
  for (const [i, block] of named.entries()) {
    const above = itemAt(named, i - 1);
    if (above?.role === "body") question.bodyAbove = i - 1;
    else if (above?.role === "title" || above?.role === "byline" || above?.role === "sectionLabel")
      question.bodyAbove = null;
    question.isBelowText ||= above?.role === "body" && above.shape.lineCount > 3;
    const here = seen[i];
    if (here === undefined || !isOpenQuestion(block)) continue;
    question.index = i;
    question.here = here;
    const [role, confidence] = judge(question);
    named[i] = changed(block, { role, confidence });
  }
  if (!isWrapped) nameLabelsAboveTitles(named, seen, context);
  if (!isWrapped || framesTell) nameLabelsInCompany(named, seen, context);
  beginAboveSecondCredit(named, seen, question.hasHeadings);
  return named;
}

interface Asked extends Question {
  index: number;
  here: Seen;
  bodyAbove: number | null;
  isBelowText: boolean;
}

/** Running text without doubt: longer than a title, or a whole sentence. */
function isText({ block, length, endsSentence }: Seen): boolean {
  return block.role === "body" && (length > LONGEST_TITLE || endsSentence);
}

/** One of the first lines of a frame, with more of it right below: no caption, which is a frame of its own. */
function isAboveFrame({ here, seen, index }: Question): boolean {
  if (!here.block.headsFrame) return false;
  return here.block.blankLinesBefore === 0 || seen[index + 1]?.block.blankLinesBefore === 0;
}

function judge(question: Question): [Role, number] {
  const { here, hasHeadings } = question;
  const { block } = here;
  if (isFramedLabel(question)) return ["sectionLabel", 0.85];
  if (here.canBeTitle !== true && hasOrphanClose(here.words))
    return here.block.followsPicture && isCutCaption(question) ? ["caption", 0.8] : ["body", 0.8];
  if (continuesContents(question)) return ["contents", 0.85];
  if (isVerse(question) && !isBareLabel(question)) return ["body", 0.8];
  if (!question.isWrapped && signsWithDash(question)) return ["body", 0.8];
  if (!question.isWrapped && isNoteOfTitle(question)) return ["title", 0.8];
  const isTitle = canBeTitle(here) && !(!question.isWrapped && block.headingLevel === 0 && isBelowByline(question));
  if (!question.isWrapped && isTitle && isCountedHead(question)) return ["subhead", 0.85];
  if (isTitle && block.headingLevel === 0 && isCounted(question))
    return isSubhead(question) ? ["subhead", 0.7] : ["body", 0.85];
  if (isTitle && headsBriefs(question)) return ["title", 0.7];
  if (isTitle && isBareLabel(question)) return ["sectionLabel", 0.6];
  if (isTitle && (block.isLarge || isAboveFrame(question))) return ["title", 0.9];
  if (!question.isWrapped && block.headingLevel > 0 && here.length <= LONGEST_TITLE * 2) {
    if (leadsToByline(question)) return ["title", 0.98];
    if (!question.levelsTell && isParted(question)) return nameParted(question);
    return block.headingLevel <= 2 ? ["title", 0.98] : ["subhead", 0.9];
  }
  // Bold lines are titles where a byline is still to come. Below text of an article they are subheads beside headings, and
  // where a page has none, either.
  if (isTitle && block.isBold && !leadsToByline(question) && question.bodyAbove !== null)
    return hasHeadings ? ["subhead", 0.9] : nameParted(question);
  if (isTitle && leadsToByline(question)) return ["title", isFirstOfGroup(question) ? 0.7 : 0.9];
  if (isTitle && namesViewBelowText(question)) return ["caption", 0.7];
  const standsAlone = isTitle && !(block.headingLevel === 0 && isSpeech(here, question.speakers));
  if (standsAlone && ((block.isBold && /[^*\s]/.test(here.words)) || followsLabel(question))) return ["title", 0.8];
  if (standsAlone && leadsToHeading(question)) return ["title", 0.8];
  if (standsAlone && headsArticle(question)) return ["title", 0.8];
  if (standsAlone && followsEnd(question)) return ["title", 0.8];
  if (standsAlone && opensPage(question)) return ["title", 0.6];
  if (standsAlone && !question.isWrapped && headsQuestions(question)) return ["subhead", 0.8];
  if (standsAlone && !hasHeadings && (opensArticle(question) || goesOnInTitle(question))) return ["title", 0.7];
  if (standsAlone && (callsItselfNotice(question) || changesSubject(question) || leadsToNewSubject(question)))
    return ["title", 0.7];
  if (standsAlone && isQuotedSubhead(question)) return ["subhead", 0.8];
  if (here.length <= LONGEST_CAPTION / 2 && question.bodies.repeats(here)) return ["pullQuote", 0.9];
  const advert = besideAdvert(question);
  if (advert !== null) return [advert, 0.8];
  if (standsAlone && question.isWrapped && closesPage(question)) return ["title", 0.7];
  if (isCaption(question)) return ["caption", block.followsPicture ? 0.9 : 0.8];
  if (standsAlone && interrupts(question)) return ["caption", 0.7];
  // A subhead stands within its frame.
  if (standsAlone && isSubhead(question)) return [block.headsFrame ? "title" : "subhead", 0.7];
  return ["body", 0.9];
}
