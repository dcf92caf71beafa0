/**
 * LaTeX to the marks of Markdown, as some models write a page: `\section*{题}` to `## 题`, a row of a table to cells.
 *
 * In: the text of a dump. Out: edits that take off commands and environments. Never: touches the words between braces.
 */
import type { Edit } from "../text/edit.ts";

/** `\title{…}`, `\section*{…}`, `\author{…}`, `\caption{…}`: what is printed stands between the braces, also on a line of its own. */
const COMMAND =
  /\\(title|section|subsection|subsubsection|author|date|caption|textbf|textit|footnotetext)\*?\{([^{}]{0,400})\}/g;
const HEADINGS: Readonly<Record<string, string>> = {
  title: "# ",
  section: "## ",
  subsection: "### ",
  subsubsection: "#### ",
};
const PICTURE = /\\includegraphics(?:\[[^\]\n]{0,120}\])?\{[^{}\n]{0,200}\}/g;
/** `\begin{tabular}{|l|l|}`, `\end{figure}`, `\hline`, `\maketitle`: they print nothing. */
const SETTING =
  /\\(?:begin|end)\{[a-z]{1,20}\*?\}[^\n〇㐀-鿿]{0,80}|\\(?:hline|maketitle|centering|newpage|noindent)|\\captionsetup\{[^{}\n]{0,200}\}/g;
/** The last of a command that is no setting: what opens it and what closes it. */
const AROUND_WORDS = /\\[a-z]{1,20}\*?\{|\\\\|\}/g;
/** `甲 & 乙 \\`: a row, and what parts its cells. */
const ROW = /^[^\n&]{1,80}&[^\n]{1,400}$/gm;
const ROW_END = /\\\\(?:[ \t]*\\hline)?[ \t]*$/;
const CELL = /(?<!\\)&/g;

/** The words between braces, without what of LaTeX prints nothing. */
export function withoutLatex(text: string): string {
  if (!text.includes("\\") && !text.includes("}")) return text;
  return text.replace(PICTURE, "").replace(SETTING, "").replace(AROUND_WORDS, "");
}

export function latexEdits(text: string): readonly Edit[] {
  const edits = [...commandEdits(text), ...lineEdits(text), ...rowEdits(text)];
  return edits
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, i, all) => i === 0 || start >= (all[i - 1]?.end ?? 0));
}

function* commandEdits(text: string): Generator<Edit> {
  for (const { 0: whole, 1: name = "", 2: inner = "", index } of text.matchAll(COMMAND)) {
    const from = index + whole.indexOf("{") + 1;
    const start = from + (inner.length - inner.trimStart().length);
    const end = index + whole.length - 1 - (inner.trim() === "" ? 0 : inner.length - inner.trimEnd().length);
    if (inner.trim() === "") yield { start: index, end: index + whole.length, text: "" };
    else {
      yield { start: index, end: start, text: HEADINGS[name] ?? "" };
      yield { start: end, end: index + whole.length, text: "" };
    }
  }
}

function* lineEdits(text: string): Generator<Edit> {
  const alone = new RegExp(`^[ \\t]*(?:${SETTING.source})[ \\t]*$`, "gm");
  for (const { 0: line, index } of text.matchAll(alone)) yield { start: index, end: index + line.length, text: "" };
  for (const { 0: picture, index } of text.matchAll(PICTURE))
    yield { start: index, end: index + picture.length, text: "![](picture)" };
}

/** Rows are told by what ends them; their cells are set apart as those of a table without rules. */
function* rowEdits(text: string): Generator<Edit> {
  for (const { 0: row, index } of text.matchAll(ROW)) {
    const end = ROW_END.exec(row);
    if (end === null) continue;
    for (const { index: at } of row.slice(0, end.index).matchAll(CELL)) {
      const behind = row.slice(at + 1);
      const start = row.slice(0, at).trimEnd().length;
      yield { start: index + start, end: index + row.length - behind.trimStart().length, text: "\u3000" };
    }
    const tail = row.slice(0, end.index).trimEnd().length;
    yield { start: index + tail, end: index + row.length, text: "" };
  }
}
