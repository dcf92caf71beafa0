/**
 * Lines of a dump in which nothing is print: pictures, fences, the rules of tables.
 *
 * In: a line. Out: what it is. Never: takes for mark-up what may be printed: `<标题>`, `a<b`, `#1楼`.
 */
/**
 * A picture in Markdown or HTML, with no words of the paper: `![](a/0_27.jpg)`, `<img src="a.jpg">`, `<!-- image -->`.
 * Not `![开幕](a.jpg)`, whose words are text.
 */
const PICTURE = /^(?:!\[[^\]〇㐀-鿿]*\]\([^()\s]*\)|<img(?:\s[^<>〇㐀-鿿]*)?>|<!-- ?(?:image|picture|figure) ?-->)$/i;

/** The fence around a piece of code: "```markdown". */
const FENCE = /^(?:`{3,}|~{3,})[a-z]*$/i;

/** The line below the head of a Markdown table: `| --- | :--: |`. */
const TABLE_RULE = /^\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:? *)?$/;

export function isPicture(words: string): boolean {
  const first = words.charAt(0);
  return (first === "!" || first === "<") && PICTURE.test(words);
}

/** Beyond it are Han and the marks of print: no mark-up begins with them. */
const LAST_ASCII = 0x7e;

/** Whether nothing of a line is print: a fence, the rule of a table. Pictures are such lines, too. */
export function isMarkupLine(words: string): boolean {
  const first = words.charCodeAt(0);
  if (first > LAST_ASCII) return false;
  return isPicture(words) || FENCE.test(words) || TABLE_RULE.test(words);
}

/** Whether a line is a row of a table: `| 3月5日 | 上午 |`. */
export function isRowOfTable(words: string): boolean {
  return words.startsWith("|") && words.endsWith("|") && words.indexOf("|", 1) < words.length - 1;
}
