/** A writer's name on a line of its own, with nothing that says so, or behind where the writer lives or works. */
import type { Context } from "../../context.ts";
import { tighten } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { LONGEST_AFFILIATED, readAffiliated } from "../credits/affiliated.ts";
import type { BylineReading } from "../credits/reading.ts";
import { withoutEmphasis } from "../emphasis.ts";
import { opensEditorsNote } from "../own-line.ts";
import { behindMark, LONGEST_NAME, nameBelowText, namesBelowTitle, withoutMarks } from "./bare-name.ts";
import { isBelowTitleOfSite } from "./of-site.ts";
import { LONGEST_TITLE, type Seen } from "./question.ts";
import { isAnswer } from "./speech.ts";
import { FEWEST_VERSES, isVerseFrom, QUATRAIN } from "./verse.ts";

/** What stands below a signature and is no further title line. */
const SHORTEST_PARAGRAPH = 24;
const LONGEST_NAMES = 12;
/** `**乔木青**` */
const EMPHASIS_MARKS = 4;

export interface Signed {
  readonly seen: readonly Seen[];
  /** Each line of the dump is a printed line: a few characters may be what is left of one. */
  readonly isWrapped: boolean;
}

/**
 * Writers' bare names between a title and the text, 乔木青, or one set apart below the text, 齐␠舟. Known family names, and no
 * words of the dictionary; a name that is set as wide as three characters, 丹␠枫, needs no family name.
 */
export function readBareSignature(page: Signed, index: number, context: Context): BylineReading | null {
  const { seen, isWrapped } = page;
  const here = seen[index];
  const longest = isWrapped ? LONGEST_NAME : LONGEST_NAMES;
  if (here === undefined || here.length < 2 || here.length > longest + EMPHASIS_MARKS) return null;
  // Who is seen in a picture stands below it.
  if (here.block.followsPicture) return null;
  const mark = isWrapped ? (MISREAD_MARK.exec(here.words)?.[0].length ?? 0) : 0;
  if (isBelowTitle(page, index, FEWEST_VERSES, mark > 0)) {
    const words = withoutMarks(" ".repeat(mark) + here.words.slice(mark));
    // ## 尾␠声: a heading of its own, and a word.
    if (here.block.headingLevel > 0 && context.lexicon.isWord(context.lexicon.simplify(tighten(words)))) return null;
    return behindMark(mark, namesBelowTitle(words, isWrapped, context.lexicon));
  }
  return isBelowText(seen, index) ? nameBelowText(withoutEmphasis(here.words), isWrapped, context.lexicon) : null;
}

/**
 * ■ 丹␠枫 between a heading and its text. The mark opens labels, too, but no label stands there.
 * @returns null unless the block is such a label.
 */
export function readMarkedName({ seen, isWrapped }: Signed, index: number, { lexicon }: Context): BylineReading | null {
  const here = seen[index];
  if (here?.block.role !== "sectionLabel" || isWrapped || here.block.headingLevel > 0) return null;
  const mark = NAME_MARK.exec(here.words)?.[0];
  if (mark === undefined || here.length > LONGEST_NAME + 1) return null;
  const [above, below] = [itemAt(seen, index - 1)?.block, seen[index + 1]?.block];
  if (above === undefined || above.headingLevel === 0 || below?.role !== "body" || below.headingLevel > 0) return null;
  const names = namesBelowTitle(" ".repeat(mark.length) + here.words.slice(mark.length), isWrapped, lexicon);
  return behindMark(mark.length, names);
}

const NAME_MARK = /^\s*[■●◆▲★]/;

/** 图␠石小舟, 口石小舟: what scans make of ■ and □ before a name. No name begins with 口. */
const MISREAD_MARK = /^\s*(?:[口囗国图回](?=\s)|[口囗])(?=\s?[〇㐀-鿿]{2,4}\s*$)/;

/**
 * @param fewestVerses lines of a poem, which may be taken for those of a title.
 * @param isMarked a mark shows that the line is a name, and what stands below it a text.
 */
function isBelowTitle(
  { seen, isWrapped }: Signed,
  index: number,
  fewestVerses = FEWEST_VERSES,
  isMarked = false,
): boolean {
  let at = index - 1;
  // What a site names between a title and who wrote the text.
  while (at > 0 && isBelowTitleOfSite(seen[at])) at -= 1;
  const above = itemAt(seen, at);
  const text = textBelow(seen, index);
  const below = seen[text];
  if (above === undefined || below === undefined || below.block.role !== "body") return false;
  // The last line of several that head a frame.
  if (seen[index]?.block.headsFrame && above.block.headsFrame && !below.block.headsFrame) return isShort(above);
  const isChapter = below.block.headingLevel > above.block.headingLevel && above.block.headingLevel > 0;
  if (
    below.length <= SHORTEST_PARAGRAPH &&
    !below.endsSentence &&
    !isChapter &&
    !(isMarked && goesOnBelow(seen, text)) &&
    !isVerseFrom(seen, text, fewestVerses)
  )
    return false;
  const isTitle = above.block.headingLevel > 0 || above.block.role === "title";
  return (isTitle || above.block.role === "body") && (above.length > (isWrapped ? 2 : 1) || isTitle) && isShort(above);
}

/** What stands below a line, but for the words to a picture set between the heading and its text. */
function textBelow(seen: readonly Seen[], index: number): number {
  const isCaption = seen[index + 1]?.block.role === "caption";
  return isCaption ? index + 2 : index + 1;
}

/** A line set off from no line below it: the first of a paragraph. */
function goesOnBelow(seen: readonly Seen[], index: number): boolean {
  const next = seen[index + 1]?.block;
  return next?.role === "body" && next.blankLinesBefore === 0;
}

function isShort({ length, endsSentence }: Seen): boolean {
  return length <= LONGEST_TITLE && !endsSentence;
}

/** The text above is closed, and none goes on below. */
function isBelowText(seen: readonly Seen[], index: number): boolean {
  const above = itemAt(seen, index - 1);
  return above?.block.role === "body" && above.endsSentence && canFollowSignature(seen[index + 1]);
}

/**
 * 云溪县青石公社社员␠荀青 below the last paragraph of a letter, with the next article below it, or between a title and its text.
 * Not 一等奖␠向秋, and not where the text goes on.
 */
export function readLetterSignature(page: Signed, index: number, context: Context): BylineReading | null {
  const { seen, isWrapped } = page;
  const here = seen[index];
  if (here === undefined || here.length < 4 || here.length > LONGEST_AFFILIATED || here.block.lines.length > 1)
    return null;
  if (isAnswer(seen[index + 1])) return null;
  const isBelow = itemAt(seen, index - 1)?.endsSentence === true && canFollowSignature(seen[index + 1]);
  if (!isBelow && ((isWrapped && !here.block.headsFrame) || !isBelowTitle(page, index, QUATRAIN))) return null;
  return readAffiliated(withoutEmphasis(here.words), context.lexicon);
}

/** The next article, or none. */
function canFollowSignature(below: Seen | undefined): boolean {
  return (
    below === undefined ||
    below.block.role !== "body" ||
    opensEditorsNote(below.words) ||
    below.block.headingLevel > 0 ||
    isShort(below)
  );
}
