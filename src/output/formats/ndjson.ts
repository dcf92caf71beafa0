/**
 * The articles of a page for programs that read a line at a time: one article a line, with what a line needs to stand
 * alone. The keys of an article are those of the page JSON, `null` and empty lists included, so that every line has the
 * same ones. Furniture and set-aside texts are in the page JSON only.
 */
import type { Page } from "../../page.ts";
import { articleInOrder, escapeControls, generatorInOrder } from "../json.ts";

/** JSON may hold them raw, but many readers take them for line ends. */
const LINE_SEPARATORS = /[\u2028\u2029]/g;

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
      return `${escapeControls(line).replace(LINE_SEPARATORS, escapeUnit)}\n`;
    })
    .join("");
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16)}`;
}
