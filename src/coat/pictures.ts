/**
 * Pictures of Markdown and HTML that have words of the paper with them: `![渡船靠岸](images/3.jpg)`, `<img alt="渡船靠岸">`.
 *
 * In: the text of a dump. Out: edits that leave the words on a line of their own, below a picture without any. Never:
 * touches a picture without Han, which the reading of the page takes out.
 */
import type { Edit } from "../text/edit.ts";

const IN_MARKDOWN = /(!\[)([^[\]\n]{0,300}[〇㐀-鿿][^[\]\n]{0,300})(\]\([^()\s]{0,300}\))/g;
const IN_HTML =
  /(<img\b[^<>〇㐀-鿿]{0,300}?\balt=["'])([^"'<>\n]{0,300}[〇㐀-鿿][^"'<>\n]{0,300})(["'][^<>〇㐀-鿿]{0,300}>)/gi;

/** A picture without words, on a line of its own. */
const PICTURE = "\n\n![]()\n\n";
const BELOW = "\n\n";
/** Blanks that may stand at a line end. */
const INDENT = 8;

export function pictureEdits(text: string): readonly Edit[] {
  return [...text.matchAll(IN_MARKDOWN), ...text.matchAll(IN_HTML)]
    .sort((one, other) => one.index - other.index)
    .flatMap(({ 0: whole, 1: open = "", 3: close = "", index }) => {
      const end = index + whole.length;
      return [
        { start: index, end: index + open.length, text: PICTURE },
        // More white would be one more picture.
        {
          start: end - close.length,
          end,
          text: /^[ \t]*(?:[\r\n]|<|$)/.test(text.slice(end, end + INDENT)) ? "" : BELOW,
        },
      ];
    });
}

/** What is left of a piece of such a picture, beside tags: for the proof that nothing else went with it. */
export function withoutPictures(text: string): string {
  return text
    .replace(/\]\([^()\s]{0,300}\)/g, "")
    .replace(/<img\b[^<>〇㐀-鿿]{0,300}\balt=["']$/i, "")
    .replace(/^["'][^<>〇㐀-鿿]{0,300}>/, "");
}
