/**
 * Which printed lines are of one caption.
 *
 * A caption is set in a measure of its own, so that its last line looks like anything but the rest of the line above.
 */
import type { Context } from "../context.ts";
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { looseBrackets } from "../text/brackets.ts";
import { isSentenceEnd } from "../text/chars.ts";
import { namesView } from "./caption.ts";
import { endsInPhotoCredit, type PlacedLine } from "./placed-line.ts";
import { SAME_WIDTH_CELLS } from "./printed-line.ts";

/** What the last line of a text ends in; a title may end in a question mark. */
export const LAST_MARK = /。[”’」』]?$/;

/**
 * 少先队员向纪念碑敬献鲜⏎花。尹卓 摄, 纪念碑前的少先队员。⏎尹卓 报: the last line of a caption, whose first line the line end has cut.
 */
export function endsCaption(
  above: PlacedLine,
  below: PlacedLine,
  next: PlacedLine | undefined,
  { lexicon }: Context,
): boolean {
  if (above.standsAlone || below.blankLines > 0 || above.text.length > LONGEST_CAPTION_LINE) return false;
  if (isRestOfWideLine(above, below, lexicon)) return true;
  const isSetApart = above.blankLines > 0 && (next === undefined || next.blankLines > 0);
  if (isSetApart && BARE_CREDIT.test(below.text)) return CAPTION_END.test(above.text);
  if (!endsInPhotoCredit(below.text) || isSentenceEnd(above.text) || namesView(below.text)) return false;
  if (looseBrackets(above.text).open !== null && looseBrackets(below.text).orphan !== null) return true;
  if (isSetApart || CAPTION_REST.test(below.text)) return true;
  return continuity(endOf(above.text), startOf(below.text), lexicon).score >= GOES_ON;
}

/** The rest of a sentence that is set wider than any column: 茶农在新修的晒场上翻晒今年头一批⏎春茶。 */
function isRestOfWideLine(above: PlacedLine, below: PlacedLine, lexicon: Lexicon): boolean {
  if (!above.standsOutside || above.cells <= above.column + SAME_WIDTH_CELLS || isSentenceEnd(above.text)) return false;
  if (below.bareCells > above.column || below.startsParagraph || !LAST_MARK.test(below.text)) return false;
  return continuity(endOf(above.text), startOf(below.text), lexicon).score >= GOES_ON;
}

/** 花。尹卓 摄: too little before the stop to be a caption of its own. */
const CAPTION_REST = /^[^。]{1,4}。/;

/** A name and 摄, or what a scan makes of that, on a line alone. */
const BARE_CREDIT = /^[〇㐀-鿿]{2,4}\s[摄攝报報]$/;
const CAPTION_END = /[。，,.]\s*$/;
const LONGEST_CAPTION_LINE = 40;
/** Log-odds of the characters at the line end: no worse than between two words. */
const GOES_ON = -0.3;
