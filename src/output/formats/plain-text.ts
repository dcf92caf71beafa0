/**
 * A page as plain text for people: what was printed, in order, each paragraph on one line with the indent of print.
 *
 * In: a page. Out: its articles, then the page furniture and the texts that no article claims. Never: leaves out text.
 */
import type { Article, Page } from "../../page.ts";
import { printable } from "./printable.ts";
import { keywordLine, sectionsOf, titleOfPage } from "./sections.ts";

/** Two characters wide, as print has it. */
const INDENT = "\u3000\u3000";
/** Newspapers print it beside a caption, pointing at the picture. */
const CAPTION_MARK = "▲ ";
const PULL_QUOTE_MARK = "❝ ";
const RULE = "─".repeat(16);

export function pageToText(page: Page): string {
  const parts = [
    [titleOfPage(page.page)],
    ...page.articles.map(linesOf),
    page.furniture.map(({ text }) => text),
    page.setAside.map(({ text }) => text),
  ];
  const texts = parts
    .map((lines) => lines.filter((line) => line !== "").map(onOneLine))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"));
  return `${texts.join(`\n\n${RULE}\n\n`)}\n`;
}

function linesOf(article: Article): readonly string[] {
  const { sectionLabel, kicker, headline, deck, byline, captions, pullQuotes, jump, keywords } = article;
  const titles = [sectionLabel, kicker, headline, deck, byline].map((line) => line ?? "");
  return [
    ...titles,
    ...sectionsOf(article).flatMap(({ heads, paragraphs }) => [...heads, ...paragraphs.map((text) => INDENT + text)]),
    jump?.text ?? "",
    ...captions.map(({ text }) => CAPTION_MARK + text),
    ...pullQuotes.map((text) => PULL_QUOTE_MARK + text),
    keywordLine(keywords),
  ];
}

/** A line end inside a text would look like the end of its paragraph. */
function onOneLine(text: string): string {
  return printable(text.replace(/[\r\n\u0085\u2028\u2029]+/g, " "));
}
