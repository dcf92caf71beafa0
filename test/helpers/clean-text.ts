/** The articles of a page as clean text: every line of print a block of its own, paragraphs indented as in print. */
import type { Article, Page } from "../../src/page.ts";

const INDENT = "　　";

export function cleanText({ articles }: Page): string {
  return articles
    .map(cleanArticle)
    .filter((text) => text !== "")
    .join("\n\n");
}

function cleanArticle({ sectionLabel, titleLines, byline, dateline, paragraphs, jump }: Article): string {
  // A dateline opens the first paragraph; any other byline stands on a line of its own.
  const isLead = dateline !== null && byline !== null && paragraphs.length > 0;
  const [first, ...rest] = paragraphs.map((text) => `${INDENT}${text}`);
  const body = isLead
    ? [`${INDENT}${byline}${first?.slice(INDENT.length)}`, ...rest]
    : [...(byline === null ? [] : [byline]), ...(first === undefined ? [] : [first, ...rest])];
  const from = jump !== null && jump.from !== null ? [jump.text] : [];
  const to = jump !== null && jump.to !== null ? [jump.text] : [];
  return [...(sectionLabel === null ? [] : [sectionLabel]), ...titleLines, ...from, ...body, ...to].join("\n\n");
}
