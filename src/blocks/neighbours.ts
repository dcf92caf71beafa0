/**
 * Second look at the blocks whose own words decide nothing: short lines by the company they keep.
 *
 * A title stands above a byline or a dateline; a label above a title; a caption below a picture or between the two
 * halves of a sentence; a subhead between two paragraphs. What fits none of these stays body text.
 */
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import { looseBrackets } from "../text/brackets.ts";
import { isSentenceEnd, printedWidth, tighten, visibleLength } from "../text/chars.ts";
import { plain } from "../text/sourced.ts";
import type { Block } from "./block.ts";
import { readNames } from "./credits/names.ts";
import { surnameLength } from "./credits/surnames.ts";
import { isFurniture, type Role } from "./role.ts";

/** Counted on 13,000 headlines: 95 % have 40 characters or fewer. */
const LONGEST_TITLE = 46;
/** A caption without a credit: one or two sentences. */
const LONGEST_CAPTION = 110;
const LONGEST_LABEL = 6;
/** What stands below a signature and is no further title line. */
const SHORTEST_PARAGRAPH = 24;
/** The name of a shop above what it offers. */
const ADVERT_TITLE = 14;
/** How many short blocks may stand between a title and its byline: other title lines, a label, a picture. */
const ZONE_REACH = 6;
/** How much better, in log-odds, the text after an interrupter must continue the text before it. */
const INTERRUPTER_MARGIN = 2.5;
/** The same below a picture, where a caption is expected: only much worse continuity speaks against it. */
const PICTURE_MARGIN = 4;
/** A subhead may happen to fit the text below it this well, in log-odds; a cut sentence fits better. */
const SUBHEAD_SEAM = 1.6;
/** A flush or indented head beyond an interrupter counts this much for or against it, in log-odds. */
const LAYOUT_CLUE = 3;
/** A subhead is one phrase, no half sentence: no comma, no particle or verb at its end that asks for more. */
const IS_PHRASE = /^[^，,]*[^，,的了在是和与及对为把被将达从向于以而并或都也还就到等、]\s*$/;
const IS_QUOTATION = /^\s*(?:“[^”]+”|"[^"]+"|「[^」]+」)\s*$/;

interface Seen {
  readonly block: Block;
  readonly words: string;
  readonly length: number;
  readonly endsSentence: boolean;
  readonly isOpen: boolean;
}

export function nameByNeighbours(blocks: readonly Block[], context: Context): Block[] {
  const named: Block[] = [...blocks];
  const seen = blocks.map(look);
  const hasHeadings = blocks.some((block) => block.headingLevel > 0);
  for (let i = 0; i < named.length; i += 1) {
    if (isOpenQuestion(named[i]) && isBareSignature(seen, i, context)) named[i] = renamed(named[i], "byline", 0.8);
  }
  for (let i = 0; i < named.length; i += 1) if (isPageName(named, i)) named[i] = renamed(named[i], "folio", 0.9);
  const bodies = new BodyText(seen);
  const isWrapped = blocks.some((block) => block.lines.length > 1);
  for (let i = 0; i < named.length; i += 1) {
    const block = named[i];
    const here = seen[i];
    if (block === undefined || here === undefined || !isOpenQuestion(block)) continue;
    const [role, confidence] = judge({ named, seen, index: i, here, hasHeadings, context, bodies, isWrapped });
    // A subhead is set in the measure of the column it stands in.
    const width = role === "subhead" ? (block.shape.width ?? named[i + 1]?.shape.width ?? null) : block.shape.width;
    named[i] = { ...block, role, confidence, shape: width === block.shape.width ? block.shape : { ...block.shape, width } };
  }
  return named;
}

function look(block: Block): Seen {
  const words = plain(block.text);
  const length = words.length > LONGEST_CAPTION * 2 ? words.length : visibleLength(words);
  const endsSentence = isSentenceEnd(words);
  return { block, words, length, endsSentence, isOpen: !endsSentence };
}

function isOpenQuestion(block: Block | undefined): boolean {
  return block !== undefined && block.role === "body" && block.confidence === 0;
}

function renamed(block: Block | undefined, role: Role, confidence: number): Block {
  if (block === undefined) throw new Error("no block");
  return { ...block, role, confidence };
}

interface Question {
  readonly named: readonly Block[];
  readonly seen: readonly Seen[];
  readonly index: number;
  readonly here: Seen;
  readonly hasHeadings: boolean;
  readonly context: Context;
  readonly bodies: BodyText;
  /** Each line of the dump is a printed line. */
  readonly isWrapped: boolean;
}

/** The long pieces of running text without blanks and marks, made only when somebody asks. */
class BodyText {
  readonly #seen: readonly Seen[];
  #text: string | undefined;

  constructor(seen: readonly Seen[]) {
    this.#seen = seen;
  }

  /** Whether the words also stand in another block: a pull quote repeats a sentence of its article. */
  repeats(here: Seen): boolean {
    const core = wordsOnly(here.words);
    if (core.length < SHORTEST_QUOTE) return false;
    this.#text ??= this.#seen
      .filter((other) => other.block.role === "body" && other.length > LONGEST_CAPTION / 2)
      .map((other) => wordsOnly(other.words))
      .join("");
    return this.#text.includes(core);
  }
}

/** A pull quote shorter than this could stand anywhere by chance. */
const SHORTEST_QUOTE = 8;

function wordsOnly(text: string): string {
  return text.replace(/[^〇㐀-鿿\dA-Za-z]+/g, "");
}

/** A listed label beside the folio or the page editors, above every title, is the name of the page: 民生. */
function isPageName(named: readonly Block[], index: number): boolean {
  const block = named[index];
  if (block?.role !== "sectionLabel" || block.confidence < LISTED_LABEL) return false;
  if (/^[^〇㐀-鿿]/u.test(plain(block.text).trim())) return false;
  const isMast = (other: Block | undefined): boolean =>
    other?.role === "folio" || other?.role === "nameplate" || other?.role === "staffCredit";
  const above = named.slice(0, index);
  if (above.some((other) => other.role === "title" || other.role === "byline")) return false;
  return (
    (isMast(named[index - 1]) && isFurniture(named[index + 1]?.role ?? "body")) ||
    (isMast(named[index - 1]) && isMast(named[index - 2]))
  );
}

/** Confidence that `own-words` gives a label of the profile's list. */
const LISTED_LABEL = 0.97;

function judge(question: Question): [Role, number] {
  const { here, index, named, hasHeadings } = question;
  const { block } = here;
  if (hasOrphanClose(here.words)) return ["body", 0.8];
  const canBeTitle =
    here.length <= LONGEST_TITLE &&
    !/[。；，、,;]\s*$/u.test(here.words) &&
    !/。.|[；;]/u.test(here.words) &&
    !hasOpenQuote(here.words);
  if (block.headingLevel > 0 && here.length <= LONGEST_TITLE * 2) {
    if (block.headingLevel <= 2 || leadsToByline(question)) return ["title", 0.98];
    return ["subhead", 0.9];
  }
  if (canBeTitle && block.isBold) return ["subhead", 0.9];
  if (canBeTitle && leadsToByline(question)) {
    if (hasHeadings && here.length <= LONGEST_LABEL && named[index + 1]?.headingLevel !== 0)
      return ["sectionLabel", 0.6];
    return ["title", isFirstOfGroup(question) ? 0.7 : 0.9];
  }
  if (canBeTitle && followsLabel(question)) return ["title", 0.8];
  if (canBeTitle && opensPage(question)) return ["title", 0.6];
  if (here.length <= LONGEST_CAPTION / 2 && question.bodies.repeats(here)) return ["pullQuote", 0.9];
  if (here.length <= ADVERT_TITLE && !here.endsSentence && named[index + 1]?.role === "advert") return ["advert", 0.8];
  if (canBeTitle && question.isWrapped && closesPage(question)) return ["title", 0.7];
  if (isCaption(question)) return ["caption", block.followsPicture ? 0.9 : 0.8];
  if (canBeTitle && isSubhead(question)) return ["subhead", 0.7];
  return ["body", 0.9];
}

/** A closing bracket or quote whose opening one is missing: the block is the second half of something. */
function hasOrphanClose(words: string): boolean {
  return (
    looseBrackets(words.length > LONGEST_CAPTION * 2 ? words.slice(0, LONGEST_CAPTION * 2) : words).orphan !== null
  );
}

/** A quotation or bracket that does not end here: the text goes on elsewhere. */
function hasOpenQuote(words: string): boolean {
  const count = (mark: RegExp): number => words.match(mark)?.length ?? 0;
  return (
    count(/["＂]/gu) % 2 === 1 ||
    count(/“/gu) !== count(/”/gu) ||
    count(/[「『]/gu) !== count(/[」』]/gu) ||
    count(/《/gu) !== count(/》/gu)
  );
}

/** Whether only short blocks stand between here and a byline. */
function leadsToByline({ named, seen, index }: Question): boolean {
  for (let i = index + 1; i < named.length && i <= index + ZONE_REACH; i += 1) {
    const block = named[i];
    const next = seen[i];
    if (block === undefined || next === undefined) return false;
    if (block.role === "byline") return true;
    if (block.role === "picture" || block.role === "title" || block.role === "sectionLabel") continue;
    if (block.role === "caption") continue;
    if (!isOpenQuestion(block) || next.length > LONGEST_TITLE || /[。；，、]\s*$/u.test(next.words)) return false;
  }
  return false;
}

function isFirstOfGroup({ named, index }: Question): boolean {
  const previous = named[index - 1];
  return previous === undefined || (previous.role !== "title" && previous.role !== "sectionLabel");
}

/** The first line of a page above a paragraph, where no byline tells: a title, unless it runs on into the text. */
function opensPage({ named, seen, index, here, context }: Question): boolean {
  const isFirst = named
    .slice(0, index)
    .every((block) => isFurniture(block.role) || block.role === "picture" || block.role === "sectionLabel");
  const next = named[index + 1];
  const below = seen[index + 1];
  if (!isFirst || next?.role !== "body" || below === undefined || here.length < 4 || below.length <= here.length)
    return false;
  return (
    next.shape.isIndented !== false &&
    continuity(endOf(here.words), startOf(below.words), context.lexicon).score < SUBHEAD_SEAM
  );
}

/** A short line below the last text of a page is a title whose text stands above it, as content streams have it. */
function closesPage({ named, seen, index, here }: Question): boolean {
  if (here.length < 5 || here.block.lines.length > 2) return false;
  const isLast = seen.slice(index + 1).every(({ block, length, endsSentence }, i) => {
    const role = named[index + 1 + i]?.role ?? block.role;
    return role !== "body" || (length <= LONGEST_TITLE && !endsSentence);
  });
  return isLast && named.slice(0, index).some((block) => block.role === "body" && block.shape.lineCount > 3);
}

function followsLabel({ named, index, seen }: Question): boolean {
  return named[index - 1]?.role === "sectionLabel" && seen[index + 1] !== undefined;
}

function isCaption(question: Question): boolean {
  const { here, seen, named, index, context } = question;
  if (here.length > LONGEST_CAPTION) return false;
  if (question.isWrapped && isSetWider(here)) return true;
  if (!here.block.followsPicture && !(here.endsSentence && here.length <= LONGEST_CAPTION * 0.6)) return false;
  const before = lastBody(question);
  const after = nextBody(question);
  const tail = before === null ? null : seen[before];
  const head = after === null ? null : seen[after];
  if (tail === undefined || tail === null || !tail.isOpen) {
    // After a closed paragraph only a picture makes a short text a caption.
    return (
      here.block.followsPicture &&
      (here.endsSentence || here.length <= LONGEST_TITLE) &&
      named[index]?.shape.isIndented !== true
    );
  }
  const joinsHere = continuity(endOf(tail.words), startOf(here.words), context.lexicon).score;
  if (head === undefined || head === null) return here.block.followsPicture && joinsHere < INTERRUPTER_MARGIN;
  const { isIndented } = head.block.shape;
  const layout = isIndented === null ? 0 : isIndented ? -LAYOUT_CLUE : LAYOUT_CLUE;
  const joinsBeyond = layout + continuity(endOf(tail.words), startOf(head.words), context.lexicon).score;
  const margin = here.block.followsPicture ? -PICTURE_MARGIN : INTERRUPTER_MARGIN;
  return here.endsSentence || here.block.followsPicture ? joinsBeyond - joinsHere > margin : false;
}

/** A sentence on one or two lines that are longer than the column: set below a picture, in the picture's measure. */
function isSetWider({ block, words, endsSentence }: Seen): boolean {
  const { width, lineCount } = block.shape;
  if (!endsSentence || width === null || block.lines.length > 2 || lineCount > 2) return false;
  const [first] = words.split("\n");
  let cells = 0;
  for (let i = 0; i < (first ?? "").length; i += 1) cells += printedWidth(words.charCodeAt(i));
  return cells > width + WIDER_CELLS;
}

/** More than marks that a scan widens can add to a line. */
const WIDER_CELLS = 3;

function lastBody({ named, index }: Question): number | null {
  for (let i = index - 1; i >= 0; i -= 1) {
    const role = named[i]?.role;
    if (role === "body") return i;
    if (role === "title" || role === "byline") return null;
  }
  return null;
}

function nextBody({ named, seen, index }: Question): number | null {
  for (let i = index + 1; i < named.length; i += 1) {
    const role = named[i]?.role;
    if (role === "body" && (seen[i]?.length ?? 0) > 0) return i;
    if (role === "title" || role === "byline") return null;
  }
  return null;
}

function isSubhead(question: Question): boolean {
  const { named, seen, index, here, context } = question;
  if (here.block.followsPicture || here.length < 2 || here.length > 30) return false;
  if (!IS_QUOTATION.test(here.words) && !IS_PHRASE.test(here.words)) return false;
  const next = named[index + 1];
  const previous = lastBody(question);
  if (next === undefined || next.role !== "body" || previous === null) return false;
  const follows = seen[index + 1];
  if (follows === undefined || seen[previous]?.isOpen !== false || follows.length <= here.length) return false;
  if (next.shape.isIndented === false || /^[，。、；：！？）》」』”,.;:!?)]/u.test(follows.words.trim())) return false;
  if (next.shape.isIndented === true) return true;
  const seam = continuity(endOf(here.words), startOf(follows.words), context.lexicon);
  return seam.word === null && seam.score < SUBHEAD_SEAM;
}

/** A writer's bare name between a title and the text: 乔木青. A known family name, and no word of the dictionary. */
function isBareSignature(seen: readonly Seen[], index: number, context: Context): boolean {
  const here = seen[index];
  const above = seen[index - 1];
  const below = seen[index + 1];
  if (here === undefined || above === undefined || below === undefined) return false;
  const name = tighten(here.words).text;
  if (name.length < 2 || name.length > 4 || !/^[〇㐀-鿿]+$/u.test(name)) return false;
  const simple = [...name].map((char) => context.lexicon.toSimplified(char)).join("");
  if (surnameLength(simple) === 0 || (simple.length > 2 && simple.length - surnameLength(simple) > 2)) return false;
  if (simple.length < 4 && (context.lexicon.wordFrequency(simple) ?? -9) > 1) return false;
  if (readNames(here.words, (char) => context.lexicon.toSimplified(char))?.length !== 1) return false;
  const isAboveTitle =
    above.length <= LONGEST_TITLE && !above.endsSentence && above.block.role === "body" && above.length > 2;
  return isAboveTitle && below.block.role === "body" && below.length > SHORTEST_PARAGRAPH;
}
