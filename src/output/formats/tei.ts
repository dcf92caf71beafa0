/**
 * A page as TEI P5.
 *
 *     TEI
 *       teiHeader      title, source (paper, date, page, file, sha256), program
 *       text / body
 *         pb           the page
 *         fw           each line of page furniture, its kind as type
 *         div article  one an article, see tei-article.ts
 *         div setAside the texts that no article claims, the reason as a note
 *
 * What is not known is left out. Elements stand where the content models of TEI P5 allow them.
 */
import type { Page } from "../../page.ts";
import { titleOfPage } from "./sections.ts";
import { articleDivision } from "./tei-article.ts";
import { type Element, element, toXml } from "./xml.ts";

export function pageToTei(page: Page): string {
  const root = element(
    "TEI",
    { xmlns: "http://www.tei-c.org/ns/1.0", "xml:lang": "zh" },
    header(page),
    element("text", {}, body(page)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`;
}

function header({ page, source, generator }: Page): Element {
  const title = titleOfPage(page);
  const { newspaper, date, number } = page;
  return element(
    "teiHeader",
    {},
    element(
      "fileDesc",
      {},
      element(
        "titleStmt",
        {},
        element("title", {}, title === "" ? source.file : title),
        ...page.staff.map(({ role, name }) =>
          element("respStmt", {}, element("resp", {}, role), element("name", {}, name)),
        ),
      ),
      element("publicationStmt", {}, element("p", {}, "Restored from an OCR text dump.")),
      element(
        "sourceDesc",
        {},
        element(
          "bibl",
          {},
          ...(newspaper === null ? [] : [element("title", { level: "j" }, newspaper)]),
          ...(date === null ? [] : [element("date", { when: date }, date)]),
          ...(number === null ? [] : [element("biblScope", { unit: "page" }, number)]),
          element("idno", { type: "file" }, source.file),
          element("idno", { type: "sha256" }, source.sha256),
        ),
      ),
    ),
    element(
      "encodingDesc",
      {},
      element(
        "appInfo",
        {},
        element(
          "application",
          { "xml:id": "jianbao", ident: generator.name, version: generator.version },
          element("label", {}, generator.name),
        ),
      ),
    ),
  );
}

function body(page: Page): Element {
  const { articles, furniture, setAside } = page;
  const divisions = [
    ...articles.map((article, i) => articleDivision(article, i + 1)),
    ...setAside.map(({ text, reason }) =>
      element(
        "div",
        { type: "setAside" },
        element("p", {}, text),
        element("note", { type: "reason", resp: "#jianbao" }, reason),
      ),
    ),
  ];
  return element(
    "body",
    {},
    element("pb", { n: page.page.number }),
    ...furniture.map(({ kind, text }) => element("fw", { type: kind }, text)),
    // A body is never empty.
    ...(divisions.length === 0 ? [element("p", {})] : divisions),
  );
}
