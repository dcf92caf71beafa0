/**
 * The articles of a page for programs that read a line at a time: one article a line, with what a line needs to stand
 * alone. The keys of an article are those of the page JSON, `null` and empty lists included, so that every line has the
 * same ones. Furniture and set-aside texts are in the page JSON only.
 */
import type { Page } from "../../page.ts";
import { articleInOrder, escapeLines, generatorInOrder } from "../json.ts";

export function pageToNdjson(page: Page): string {
  const { source, generator } = page;
  const about = {
    schemaVersion: page.schemaVersion,
    generator: generatorInOrder(generator),
    source: { file: source.file, sha256: source.sha256 },
    page: page.page,
  };
  return page.articles
    .map((article, i) => {
      const line = JSON.stringify({ ...about, position: i + 1, ...articleInOrder(article) });
      return `${escapeLines(line)}\n`;
    })
    .join("");
}
