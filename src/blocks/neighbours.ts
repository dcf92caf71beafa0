/**
 * Second look at the blocks whose own words decide nothing: short lines by the company they keep.
 *
 * A title stands above a byline or a dateline; a label above a title; a caption below a picture or between the two
 * halves of a sentence; a subhead between two paragraphs. What fits none of these stays body text. Each question has
 * its file in `neighbours/`; `neighbours/judge.ts` has the order in which they are asked.
 */
import type { Context } from "../context.ts";
import { itemAt } from "../text/list.ts";
import { type Block, changed } from "./block.ts";
import { isTitleOfBrief, nameLabelsAboveTitles, nameLabelsInCompany } from "./neighbours/bare-label.ts";
import { allowCutDecks, allowUpperHalves } from "./neighbours/comma-title.ts";
import { nameContents, nameTitleLists } from "./neighbours/contents.ts";
import { judge } from "./neighbours/judge.ts";
import { isLabelLikeOthers } from "./neighbours/label-like-others.ts";
import { levelsTell } from "./neighbours/levels.ts";
import { nameLists, refuseResults } from "./neighbours/lists.ts";
import { allowCutQuotes, allowLargeTitles, allowLostQuotes } from "./neighbours/lost-quote.ts";
import { nameMast } from "./neighbours/mast.ts";
import { namesPicture } from "./neighbours/name-below-picture.ts";
import { nameNumberedPictures } from "./neighbours/numbered-pictures.ts";
import { BodyText } from "./neighbours/pull-quote.ts";
import { isOpenQuestion, LONGEST_TITLE, look, type Question, type Seen } from "./neighbours/question.ts";
import { nameSidebars } from "./neighbours/sidebar.ts";
import { readBareSignature, readLetterSignature, readMarkedName } from "./neighbours/signature.ts";
import { beginAboveSecondCredit } from "./neighbours/signed-twice.ts";
import { isAnswered, speakersOf } from "./neighbours/speech.ts";
import { isOfHeading } from "./role.ts";

export function nameByNeighbours(blocks: readonly Block[], context: Context): Block[] {
  const named: Block[] = [...blocks];
  const page: Page = { named, seen: blocks.map(look), isWrapped: blocks.some(({ lines }) => lines.length > 1) };
  nameBesideOne(page, context);
  const { seen, isWrapped } = page;
  nameMast(named, page, context);
  allowUpperHalves(named, seen);
  if (isWrapped) {
    allowCutQuotes(named, seen);
    allowLostQuotes(named, seen);
    allowLargeTitles(named, seen);
  }
  allowCutDecks(named, seen);
  nameContents(named, seen);
  nameTitleLists(named, seen);
  nameNumberedPictures(named, seen);
  refuseResults(seen);
  nameLists(named, seen, isWrapped, context);
  nameSidebars(named, seen, context.lexicon);
  const facts = factsOf(blocks, page, context);
  nameByJudgement(page, facts);
  if (!isWrapped) nameLabelsAboveTitles(named, seen, context);
  if (!isWrapped || facts.framesTell) nameLabelsInCompany(named, seen, context);
  beginAboveSecondCredit(named, seen, facts.hasHeadings);
  return named;
}

interface Page {
  /** The blocks with the roles found so far: each step names more of them. */
  readonly named: Block[];
  readonly seen: readonly Seen[];
  readonly isWrapped: boolean;
}

/** Names, signatures and labels, for which the lines right above and below are enough. */
function nameBesideOne(page: Page, context: Context): void {
  const { named, seen, isWrapped } = page;
  for (const [i, block] of named.entries()) {
    const isOpen = isOpenQuestion(block);
    const signature = isOpen
      ? (readBareSignature(page, i, context) ?? readLetterSignature(page, i, context))
      : readMarkedName(page, i, context);
    if (signature !== null)
      named[i] = changed(block, { role: "byline", confidence: 0.8, startsParagraph: null, credits: signature });
    else if (isOpen && namesPicture(page, i, context)) named[i] = changed(block, { role: "caption", confidence: 0.8 });
    else if (isTitleOfBrief(page, i)) named[i] = changed(block, { role: "title", confidence: 0.8 });
    else if (!isWrapped && isAnswered(block, seen[i + 1]))
      named[i] = changed(block, { role: "body", confidence: 0.85, startsParagraph: true, credits: null });
    else if (isLabelLikeOthers(page, i)) named[i] = changed(block, { role: "sectionLabel", credits: null });
  }
}

/** What a question asks of the page, and no step changes. */
type Facts = Omit<Question, "index" | "here" | "bodyAbove" | "isBelowText">;

function factsOf(blocks: readonly Block[], { named, seen, isWrapped }: Page, context: Context): Facts {
  const firstText = seen.findIndex(isText);
  return {
    named,
    seen,
    context,
    isWrapped,
    hasHeadings: !isWrapped && blocks.some((block) => block.headingLevel > 0),
    levelsTell: levelsTell(named),
    framesTell: blocks.some(({ headsFrame }) => headsFrame),
    layoutTells: blocks.some(({ headsArticle }) => headsArticle),
    firstText: firstText < 0 ? blocks.length : firstText,
    lastText: seen.findLastIndex(isText),
    bodies: new BodyText(seen),
    speakers: speakersOf(seen),
  };
}

interface Asked extends Question {
  index: number;
  here: Seen;
  bodyAbove: number | null;
  isBelowText: boolean;
}

function nameByJudgement({ named, seen }: Page, facts: Facts): void {
  const [first] = seen;
  if (first === undefined) return;
  // One question moved from block to block: a copy of the page's facts for each cost more than to judge it.
  const question: Asked = { ...facts, index: 0, here: first, bodyAbove: null, isBelowText: false };
  for (const [i, block] of named.entries()) {
    const above = itemAt(named, i - 1);
    if (above?.role === "body") question.bodyAbove = i - 1;
    else if (isOfHeading(above?.role)) question.bodyAbove = null;
    question.isBelowText ||= above?.role === "body" && above.shape.lineCount > 3;
    const here = seen[i];
    if (here === undefined || !isOpenQuestion(block)) continue;
    question.index = i;
    question.here = here;
    const [role, confidence] = judge(question);
    named[i] = changed(block, { role, confidence });
  }
}

/** Running text without doubt: longer than a title, or a whole sentence. */
function isText({ block, length, endsSentence }: Seen): boolean {
  return block.role === "body" && (length > LONGEST_TITLE || endsSentence);
}
