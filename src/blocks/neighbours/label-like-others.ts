/** Labels that read as names, told by the other labels of the page. */
import { withoutEmphasis } from "../emphasis.ts";
import type { Signed } from "./signature.ts";

/**
 * ■馬經 right above a heading, where the page has ■法庭 above another one: a label that reads as a name. The labels of a page
 * have one mark; a name of three characters rather signs the text above.
 */
export function isLabelLikeOthers({ seen, isWrapped }: Signed, index: number): boolean {
  const here = seen[index];
  if (here?.block.role !== "byline" || isWrapped || !MARKED_WORD.test(withoutEmphasis(here.words))) return false;
  const mark = withoutEmphasis(here.words).trim().charAt(0);
  const isAboveHeading = (i: number): boolean => (seen[i + 1]?.block.headingLevel ?? 0) > 0;
  if (!isAboveHeading(index)) return false;
  return seen.some(({ block, words, length }, i) => {
    if (i === index || length > LONGEST_MARKED || !isAboveHeading(i)) return false;
    const own = withoutEmphasis(words).trim();
    return own.startsWith(mark) && (block.role === "sectionLabel" || MARKED_WORD.test(own));
  });
}

const MARKED_WORD = /^\s*[■●◆▲★]\s*[〇㐀-鿿]{2}\s*$/;
const LONGEST_MARKED = 14;
