/**
 * HTML tags that a converter leaves in a dump: `<h2>题</h2>`, `<p>`, `<br/>`, `<!-- image -->`.
 *
 * Only names that HTML has, and no Han inside: `<标题>` and `a<b` are text.
 */

/** `<` */
export const LESS_THAN = 60;
/** Characters of the longest tag that is looked for at the start of a line. */
export const LONGEST_TAG = 200;

/** Tags at which a printed line begins or ends. */
const OF_LINES =
  "h[1-6]|p|br|hr|div|li|tr|ul|ol|dl|dt|dd|table|thead|tbody|caption|blockquote|pre|section|article|header|footer|main|aside|nav|figure|figcaption|html|head|body|meta|link";
/** Tags inside a line. */
const OF_WORDS = "td|th|span|b|strong|i|em|u|s|del|ins|mark|small|big|sup|sub|a|font|center|code|img";

const INSIDE = "(?:\\s[^<>〇㐀-鿿]*)?\\/?>";

/** Every tag, a comment too; global, so for `matchAll` and `replace` only. */
export const TAGS = new RegExp(`<\\/?(?:${OF_LINES}|${OF_WORDS})${INSIDE}|<!(?:--|doctype\\s)[^<>〇㐀-鿿]*>`, "gi");

const LINE_TAG = new RegExp(`^<\\/?(?:${OF_LINES})${INSIDE}`, "i");

/** Whether a printed line begins or ends at this tag. */
export function isLineTag(tag: string): boolean {
  return LINE_TAG.test(tag);
}

/** A line of HTML opens with one of its tags. */
export function opensWithTag(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) === LESS_THAN && LINE_TAG.test(text.slice(start, Math.min(end, start + LONGEST_TAG)));
}

const HEADING = /<h([1-6])(?:\s[^<>]*)?>/i;

/** The level of the heading that a part of a line holds: 2 for `<h2 class="t">题</h2>`, 0 for none. */
export function headingTagLevel(words: string): number {
  return Number(HEADING.exec(words)?.[1] ?? 0);
}
