/** Verse: many short lines below each other, which look like the lines of a title wherever a byline follows. */
import { tighten } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { columnNameOdds, isColumnName, isNoticeName } from "../column-name.ts";
import { canBeTitle } from "./can-be-title.ts";
import { isOpenQuestion, type Question, type Seen } from "./question.ts";

/** Lines of verse are shorter than this, in characters. */
export const LONGEST_VERSE = 14;
/** A title with kicker, two lines of headline, deck, label and byline has fewer lines. */
const FEWEST_LINES = 7;
/** The last lines of a run may be the title of what follows. */
const TITLE_LINES = 3;
/** Where titles are headings, fewer lines without a mark are verse. */
const FEWEST_BESIDE_HEADINGS = 4;

/** @returns whether the line is one of a run of short lines, and not one of the last of them, where a title may begin. */
export function isVerse(question: Question): boolean {
  const { index, isWrapped, hasHeadings } = question;
  if (isWrapped || !isShortLine(question, index)) return false;
  const hasName = !hasHeadings && standsBelowName(question);
  const fewest = hasHeadings || hasName ? FEWEST_BESIDE_HEADINGS : FEWEST_LINES;
  let below = 0;
  while (below < fewest && isShortLine(question, index + below + 1)) below += 1;
  const isClosed = closesVerse(question.seen[index + below + 1]) || isColumn(question.seen[index + 1], question);
  const fewestBelow = hasHeadings ? 0 : hasName ? 1 : TITLE_LINES;
  if (below < fewestBelow && !isClosed) return false;
  if (
    hasName &&
    below < TITLE_LINES &&
    (mayBeLabel(question) || itemAt(question.seen, index - 1)?.endsSentence === true)
  )
    return false;
  let above = 0;
  while (above + below + 1 < fewest && isShortLine(question, index - above - 1)) above += 1;
  return above + below + 1 >= fewest;
}

/** A name below a title, and nothing but such lines since: what follows is the poem, and no further line of a title. */
function standsBelowName({ named, seen, index }: Question): boolean {
  let at = index - 1;
  while (at > 0 && at >= index - LONGEST_POEM && named[at]?.role === "body" && (seen[at]?.length ?? 0) <= LONGEST_VERSE)
    at -= 1;
  return named[at]?.role === "byline" && named[at - 1]?.role === "title";
}

/** Lines of a poem that are looked back upon. */
const LONGEST_POEM = 40;

/** 谈心亭, 更正, near the end of the run: the label of the next article, or its title. */
function mayBeLabel({ here, context }: Question): boolean {
  const simple = context.lexicon.simplify(tighten(here.words));
  return columnNameOdds(simple) > 0 || isNoticeName(simple);
}

/** 往事: the label of the next article. */
function isColumn(below: Seen | undefined, { context }: Question): boolean {
  return below !== undefined && isColumnName(context.lexicon.simplify(tighten(below.words)));
}

/** A short line with a full stop. */
function closesVerse(below: Seen | undefined): boolean {
  return below !== undefined && below.length <= LONGEST_VERSE && below.endsSentence && below.block.role === "body";
}

/** Decided above, undecided here and below. */
function isShortLine({ named, seen, index, hasHeadings }: Question, at: number): boolean {
  const here: Seen | undefined = at < 0 ? undefined : seen[at];
  const block = at < 0 ? undefined : named[at];
  if (here === undefined || block === undefined || here.length > LONGEST_VERSE || here.length === 0) return false;
  if (hasHeadings && (block.headingLevel > 0 || block.isBold)) return false;
  return at < index ? block.role === "body" : isOpenQuestion(block) && canBeTitle(here);
}

/** A poem begins here: short lines without a stop, more than any title has. */
export function isVerseFrom(seen: readonly Seen[], from: number, fewest: number): boolean {
  const lines = seen.slice(from, from + fewest);
  return (
    lines.length === fewest &&
    lines.every(
      ({ block, length, words }) =>
        !/[\d（(\u3000]/.test(words) && block.role === "body" && block.lines.length === 1 && length <= LONGEST_VERSE,
    )
  );
}

/** More lines than any title has. */
export const FEWEST_VERSES = 5;
/** Enough below a name and whose it is. */
export const QUATRAIN = 4;
