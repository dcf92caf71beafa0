/** A line that may be a section label (栏目): short, by itself, above a title. Whether it is one, its recurrence tells. */
import type { Block } from "../../blocks/block.ts";
import { namesIn } from "../../blocks/credits/names.ts";
import { surnameLength } from "../../blocks/credits/surnames.ts";
import { isUsualMark, readLabel } from "../../blocks/label.ts";
import { isFurniture } from "../../blocks/role.ts";
import type { Context } from "../../context.ts";
import { isSentenceEnd, tighten } from "../../text/chars.ts";
import { plain } from "../../text/sourced.ts";

export interface SeenLabel {
  readonly text: string;
  /** The mark before it, or empty. */
  readonly mark: string;
  /** The beginning of what it stands above. */
  readonly over: string;
}

/** `港湾纪事`; no marks inside. */
const WORDS = /^[〇㐀-鿿]{2,8}$/;

/** A sign that no profile knows yet before the words of a label: `★云岭纪事`. No mark of a sentence, bracket or quote. */
const OWN_MARK =
  /^([^\s〇㐀-鿿A-Za-z0-9，。、；：！？,.;:!?"'“”‘’「」『』《》〈〉（）()[\]【】〔〕…—·/／+*#-]{0,2})([〇㐀-鿿]+)$/;

/** The label that the block may be, or null. */
export function seenLabel(blocks: readonly Block[], index: number, context: Context): SeenLabel | null {
  const block = blocks[index];
  if (block === undefined || isFurniture(block.role) || block.role === "byline" || block.role === "jump") return null;
  const words = plain(block.text);
  if (words.length > LONGEST_LABEL_LINE) return null;
  const below = blocks[index + 1];
  const over = below === undefined ? "" : tighten(plain(below.text).slice(0, OVER)).slice(0, SHORT_OVER);
  const marked = readLabel(words, context);
  if (marked?.isMarked === true) {
    const text = tighten(words.slice(marked.markLength, marked.end));
    const mark = tighten(words.slice(0, marked.markLength));
    // Where a scan read 国 for □, the paper prints no 国.
    const isKnown = isUsualMark(mark) || /[\p{L}\p{N}]/u.test(mark);
    return WORDS.test(text) ? { text, mark: isKnown ? "" : mark, over } : null;
  }
  const [, mark = "", text = ""] = OWN_MARK.exec(tighten(words)) ?? [];
  if (!WORDS.test(text) || !standsAbove(blocks, index) || isName(text, context)) return null;
  return { text, mark, over };
}

/** Characters of the title below, with blanks and without. */
const OVER = 24;
const SHORT_OVER = 6;
/** With blanks and marks. */
const LONGEST_LABEL_LINE = 24;

/** Above a title or a byline, and not the end of a sentence that a column has cut. */
function standsAbove(blocks: readonly Block[], index: number): boolean {
  const above = blocks[index - 1];
  const below = blocks[index + 1];
  if (below?.role !== "title" && below?.role !== "byline") return false;
  return above === undefined || above.role !== "body" || isSentenceEnd(plain(above.text));
}

/** A writer's name recurs as well: 乔木青. */
function isName(text: string, context: Context): boolean {
  const simple = context.lexicon.simplify(text);
  if (simple.length > 4 || surnameLength(simple) === 0 || context.lexicon.isWord(simple)) return false;
  return namesIn(simple, context.lexicon)?.length === 1 && simple.length <= surnameLength(simple) + 2;
}
