/**
 * Names of fields that a text base writes before the parts of an article: `标题：…`, `【作者】…`, `<正文>=…`.
 *
 * In: the text of a dump. Out: edits that take the names off: what is named a title becomes a heading, and what is said of
 * the page one running line. Never: believes one name alone: a paper may print 内容：, but none names its titles and texts.
 */
import type { Edit } from "../text/edit.ts";

const TITLE = "(?:正|主)?[标標][题題]|[题題]目";
/** A kicker or a deck: which of the two, its place tells. */
const SIDE_TITLE = "[引肩眉][题題]|副[标標]?[题題]";
const SUBHEAD = "小[标標][题題]";
const TEXT = "正文|[内內]容|全文";
/** The name stays: with it the line is a byline. */
const SIGNED = "作者|署名|[记記]者";
/** The paper, the day, the number and the name of the page. */
const PAGE = "来源|來源|[报報](?:纸|紙)?(?:名[称稱]?)?|(?:[发發][布表]|[见見][报報]|出版)?日期|星期|版[次号號名面]";

/** What a base writes above each text of a page, mostly with nothing behind it; else the label of the text. */
const COLUMN = "[专專][栏欄]|[栏欄]目";

const NAMES = [TITLE, SIDE_TITLE, SUBHEAD, TEXT, SIGNED, PAGE, COLUMN].join("|");
/** A name at the beginning of a line, in brackets or with a colon behind it. Global, so for `matchAll` and `replace` only. */
const FIELD = new RegExp(
  `^[ \\t\\u3000]*(?:[【[<](?:${NAMES})[】\\]>][ \\t]*[:：=]?|(?:${NAMES})[ \\t\\u3000]*[:：])[ \\t\\u3000]*`,
  "gm",
);

/** What a field is, by its name: the first pattern that fits whole. */
const KINDS = [
  { name: whole(TITLE), kind: "headline", mark: "# " },
  { name: whole(SIDE_TITLE), kind: "title", mark: "## " },
  { name: whole(SUBHEAD), kind: "title", mark: "### " },
  { name: whole(TEXT), kind: "text", mark: "" },
  { name: whole(SIGNED), kind: "signed", mark: "：" },
  { name: whole(PAGE), kind: "page", mark: "" },
  { name: whole(COLUMN), kind: "column", mark: "" },
] as const;

function whole(names: string): RegExp {
  return new RegExp(`^(?:${names})$`);
}

export function fieldEdits(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  const found = new Set<string>();
  let endOfPageField = -1;
  for (const { 0: field, index } of text.matchAll(FIELD)) {
    const name = field.replace(MARKS, "");
    const known = KINDS.find(({ name: names }) => names.test(name));
    if (known === undefined) continue;
    const end = index + field.length;
    const value = lineAt(text, end);
    const { kind, mark } = known;
    found.add(kind);
    if (kind === "column" && value !== "") {
      // Between a title and its text no label stands.
      if (TITLE_BELOW.test(text.slice(end + value.length, end + value.length + REACH)))
        edits.push({ start: index, end, text: LABEL_MARK });
      continue;
    }
    if ((kind === "signed" || kind === "column") && value === "") edits.push({ start: index, end, text: "" });
    else if (kind === "signed") {
      // Of 【作者】 only the marks change.
      const at = index + field.indexOf(name);
      edits.push({ start: index, end: at, text: "" }, { start: at + name.length, end, text: mark });
      for (const { index: at } of value.matchAll(/[;；]/g))
        edits.push({ start: end + at, end: end + at + 1, text: "、" });
    } else if (kind === "page") {
      const goesOn = endOfPageField >= 0 && !/[^ \t\r\n]/.test(text.slice(endOfPageField, index));
      edits.push({ start: goesOn ? endOfPageField : index, end, text: goesOn ? BAR : "" });
      endOfPageField = end + value.length;
    } else {
      // A title may stand on the line below its name.
      const below = kind !== "text" ? /^[ \t\r\n]*\n(?=\S)/.exec(text.slice(end, end + LONGEST_SEAM)) : null;
      const from = end + (below?.[0].length ?? 0);
      // The dump may have marked the heading, too.
      const isMarked = text.charAt(from) === "#";
      edits.push({ start: index, end: isMarked ? end : from, text: isMarked ? "" : mark });
    }
  }
  const isRecord = found.has("headline") && (found.has("text") || found.has("signed"));
  return isRecord || (found.has("column") && EMPTY_PAGE.test(text)) ? edits : NO_EDITS;
}

/** The text without such names. */
export function withoutFields(text: string): string {
  return text.replace(FIELD, "");
}

function lineAt(text: string, start: number): string {
  return /[^\r\n\f]*/.exec(text.slice(start, start + LONGEST_VALUE))?.[0] ?? "";
}

const NO_EDITS: readonly Edit[] = [];
/** 第2版(): the number of a page, and no name of it. */
const EMPTY_PAGE = /第.{1,3}版[(（] ?[)）]/;
/** The next field is a title. */
const TITLE_BELOW = new RegExp(`^\\s*[【[<]?(?:${SIDE_TITLE}|${TITLE})[】\\]>:：]`);
const REACH = 40;
/** A heading far below that of the title. */
const LABEL_MARK = "#### ";
/** Between what is said of the page. */
const BAR = " | ";
/** Characters of a field of one line. */
const LONGEST_VALUE = 200;
const MARKS = /[\s【】[\]<>:：=]+/g;
/** Line ends, and what stands behind them. */
const LONGEST_SEAM = 8;
