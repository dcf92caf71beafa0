/**
 * Headings of Markdown in the forms that the later stages do not know: `#题`, `# 题 #`, a title with `===` below it; and those
 * that are none: `## Page 3`. And what stands in front of the page.
 *
 * In: the text of a dump. Out: edits that write them as `# 题`. Never: touches a lone `#1楼`, or the `#话题#` of a network.
 */
import type { Edit } from "../text/edit.ts";
import { isPageMark } from "../text/separator.ts";

/** A line that begins with hashes: them, a blank or none, the words, and hashes behind them. */
const HASHED = /^[ \t]{0,3}(#{1,6})([ \t\u3000]{0,9})([^#\n\r]{0,200}[^#\s])([ \t]{1,9}#{1,9})?[ \t]{0,9}$/gm;

/** Strokes below a title, on a line of their own: `=====`. */
const UNDERLINED = /(?<=(?:^|\n[ \t\r]*\n))([^\n=#|]{2,60})\r?\n(={3,}|-{3,})[ \t]*(?=\r?\n[ \t\r]*\n|$)/g;

/** What stands in front of a file of Markdown: `---`, lines of `key: value`, `---`. */
const FRONT_MATTER = /^\s*---[ \t]*\r?\n(?:[\w-]+:[ -~]*\r?\n)+---[ \t]*(?=\r?\n|$)/;

/** So many lines with no blank behind their hashes are headings. */
const LEAST_TIGHT = 2;

export function headingEdits(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  if (text.includes("#")) {
    const lines = [...text.matchAll(HASHED)];
    const isTight = ({ 2: blank, 3: words = "" }: RegExpExecArray): boolean => blank === "" && OPENS_TITLE.test(words);
    const areHeadings = lines.filter(isTight).length >= LEAST_TIGHT;
    for (const line of lines) {
      const { 0: whole, 1: hashes = "", 2: blank = "", 3: words = "", 4: closing = "", index } = line;
      const start = index + whole.indexOf("#");
      const behind = start + hashes.length;
      if (isPageMark(words)) edits.push({ start, end: behind + blank.length, text: "" });
      else if (areHeadings && isTight(line)) edits.push({ start: behind, end: behind, text: " " });
      const end = behind + blank.length + words.length;
      if (closing !== "" && blank !== "") edits.push({ start: end, end: end + closing.length, text: "" });
    }
  }
  if (!text.includes("\n===")) return edits;
  // Alone, a row of `-` is a rule.
  for (const { 0: whole, 1: words = "", 2: strokes = "", index } of text.matchAll(UNDERLINED)) {
    edits.push({ start: index, end: index, text: strokes.startsWith("=") ? "# " : "## " });
    edits.push({ start: index + words.length, end: index + whole.length, text: "" });
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** Not `#1楼`. */
const OPENS_TITLE = /^[〇㐀-鿿“《（【]/;

export function frontMatterEdits(text: string): readonly Edit[] {
  const matter = FRONT_MATTER.exec(text);
  return matter === null ? [] : [{ start: 0, end: matter[0].length, text: "" }];
}
