/** The articles of a page as a clean block dump: every line of print a block of its own. */
import type { Article, Page } from "../../src/page.ts";

export function cleanText({ articles }: Page): string {
  return articles
    .map(cleanArticle)
    .filter((text) => text !== "")
    .join("\n\n");
}

function cleanArticle({ titleLines, byline, dateline, paragraphs }: Article): string {
  // A dateline opens the first paragraph; any other byline stands on a line of its own.
  const isLead = dateline !== null && byline !== null && paragraphs.length > 0;
  const [first, ...rest] = paragraphs;
  const body = isLead ? [`${byline}${first}`, ...rest] : [...(byline === null ? [] : [byline]), ...paragraphs];
  return [...titleLines, ...body].join("\n\n");
}
