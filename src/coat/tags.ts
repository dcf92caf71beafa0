/**
 * HTML tags that a converter leaves in a dump: `<h2 class="t">题</h2>`, `<p>`, `<br/>`, `<!-- Page 3 -->`.
 *
 * Only names that HTML has, and no Han inside: `<标题>` and `a<b` are text.
 */

/** Tags at which a printed line begins or ends. */
const OF_LINES =
  "h[1-6]|p|br|hr|div|li|tr|ul|ol|dl|dt|dd|table|thead|tbody|caption|blockquote|pre|section|article|header|footer|main|aside|nav|figure|figcaption|html|head|title|body|meta|link";
/** Tags inside a line. */
const OF_WORDS = "td|th|span|b|strong|i|em|u|s|del|ins|mark|small|big|sup|sub|a|font|center|code|img";

/** What a model of DeepSeek says of the block below: `<|ref|>title<|/ref|><|det|>[[33, 18, 200, 44]]<|/det|>`. */
const OF_MODELS = "<\\|(?:ref|det)\\|>[\\w ,.[\\]\\n-]*<\\|\\/(?:ref|det)\\|>";

/** What a browser shows nothing of, with its rules or its program, as long as no Han stands in them. */
const OF_BROWSERS =
  "<(?:style|script)\\b[^<>\\f〇㐀-鿿]*>(?:(?!<\\/?(?:style|script)\\b)[^\\f〇㐀-鿿])*<\\/(?:style|script)>";

/** A form feed parts two pages, and no tag. */
const INSIDE = "(?:[ \\t\\r\\n][^<>\\f〇㐀-鿿]*)?\\/?>";

/** Every tag, a comment too; global, so for `matchAll` and `replace` only. */
export const TAGS = new RegExp(
  `${OF_BROWSERS}|<\\/?(?:${OF_LINES}|${OF_WORDS})${INSIDE}|<!(?:--|doctype\\s)[^<>\\f〇㐀-鿿]*>|${OF_MODELS}`,
  "gi",
);

const LINE_TAG = new RegExp(`^<\\/?(?:${OF_LINES}|center)${INSIDE}`, "i");

export function isTag(text: string): boolean {
  return text.replace(TAGS, "") === "";
}

/** Whether a printed line begins or ends at this tag. */
export function isLineTag(tag: string): boolean {
  return LINE_TAG.test(tag) || /^<(?:\||style|script)/i.test(tag);
}

/** The name of a tag, with the stroke of one that closes: `/h2`; `!` for a comment. */
export function tagName(tag: string): string {
  return tag.startsWith("<!")
    ? "!"
    : tag
        .slice(1)
        .replace(/[^/\w].*$|\/?>$/s, "")
        .toLowerCase();
}
