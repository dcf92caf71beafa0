/**
 * A page as Markdown for people: a heading for each article, its subheads one level below.
 *
 * In: a page. Out: its articles, then the page furniture and the texts that no article claims. Never: leaves out text,
 * or lets a printed character be taken for mark-up.
 */
import type { Article, Page } from "../../page.ts";
import { printable } from "./printable.ts";
import { keywordLine, sectionsOf, titleOfPage } from "./sections.ts";

const FURNITURE_HEADING = "版面附件";
const SET_ASIDE_HEADING = "未归入文章的文字";

export function pageToMarkdown(page: Page): string {
  const title = titleOfPage(page.page);
  const articles = page.articles.map((article) => blocksOf(article).join("\n\n"));
  const rest = [
    ...listOf(
      FURNITURE_HEADING,
      page.furniture.map(({ text }) => text),
    ),
    ...listOf(
      SET_ASIDE_HEADING,
      page.setAside.map(({ text }) => text),
    ),
  ];
  const parts = [...(title === "" ? [] : [`# ${marked(title)}`]), ...separated([...articles, ...rest])];
  return `${parts.join("\n\n")}\n`;
}

/** A rule between articles: a kicker above a heading would look like the end of the article before. */
function separated(parts: readonly string[]): readonly string[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : ["---", part]));
}

function blocksOf(article: Article): readonly string[] {
  const { sectionLabel, kicker, headline, deck, byline, captions, pullQuotes, jump, keywords } = article;
  return [
    ...wrapped(sectionLabel, (text) => `**${text}**`),
    ...wrapped(kicker),
    ...wrapped(headline, (text) => `## ${text}`),
    ...wrapped(deck),
    ...wrapped(byline),
    ...sectionsOf(article).flatMap(({ heads, paragraphs }) => [
      ...heads.map((text) => `### ${marked(text)}`),
      ...paragraphs.map(marked),
    ]),
    ...wrapped(jump?.text ?? null),
    ...captions.map(({ text }) => `*${marked(text)}*`),
    ...pullQuotes.map((text) => `> ${marked(text)}`),
    ...wrapped(keywordLine(keywords) || null),
  ];
}

function wrapped(text: string | null, wrap: (line: string) => string = (line) => line): readonly string[] {
  return text === null ? [] : [wrap(marked(text))];
}

function listOf(heading: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`## ${heading}\n\n${texts.map((text) => `- ${marked(text)}`).join("\n")}`];
}

/** What CommonMark and its usual extensions read as mark-up inside a line. Matches `*` and `<`; not `（` or `.`. */
const INLINE_MARK = /[\\`*_{}[\]<>#|~$]/g;
/** What opens a list or a rule at the start of a line, and nowhere else. Matches `1.` and `-`; not `1.5` or `—`. */
const LINE_START = /^(?:(\d{1,9})([.)])(?=\s|$)|([-+=])|([:;])(?=\s))/;
/** `&amp;` would become `&`; not the one of `A&B`. */
const ENTITY = /&(?=#?\w+;)/g;

/** One line that a Markdown reader shows as it was printed. */
function marked(text: string): string {
  const line = printable(text.replace(/[\r\n\u0085\u2028\u2029]+/g, " ")).trim();
  return line
    .replace(INLINE_MARK, "\\$&")
    .replace(ENTITY, "\\&")
    .replace(LINE_START, (_, digits?: string, mark?: string, bullet?: string, colon?: string) =>
      digits === undefined ? `\\${bullet ?? colon}` : `${digits}\\${mark}`,
    );
}
