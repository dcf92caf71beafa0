/**
 * The articles of a page as schema.org NewsArticle in JSON-LD, the page as `@graph`. What is not known is left out.
 * Furniture, set-aside texts and jump lines have no place in that vocabulary and are in the page JSON only.
 */
import type { Article, Author, Page } from "../../page.ts";
import { escapeControls } from "../json.ts";
import { sectionsOf } from "./sections.ts";

type Node = Readonly<Record<string, unknown>>;

const PAGE_ID = "#page";
const ISSUE_ID = "#issue";
const NEWSPAPER_ID = "#newspaper";

export function pageToJsonLd(page: Page): string {
  const { newspaper, date, number, name, staff } = page.page;
  const issue = date === null && newspaper === null ? undefined : { "@id": ISSUE_ID };
  const graph = [
    newspaper === null ? undefined : node("Newspaper", NEWSPAPER_ID, { name: newspaper }),
    issue &&
      node("PublicationIssue", ISSUE_ID, {
        datePublished: date,
        isPartOf: newspaper === null ? null : { "@id": NEWSPAPER_ID },
      }),
    node("CreativeWork", PAGE_ID, {
      name,
      position: number,
      editor: staff.map(({ role, name: editor }) => roleNode(role, "editor", personNode(editor))),
      identifier: { "@type": "PropertyValue", propertyID: "sha256", value: page.source.sha256 },
      isPartOf: issue,
      hasPart: page.articles.map(({ id }) => ({ "@id": idOf(id) })),
    }),
    ...page.articles.map((article, i) => articleNode(article, i + 1, page)),
  ].filter((entry) => entry !== undefined);
  return `${escapeControls(JSON.stringify({ "@context": "https://schema.org", "@graph": graph }, null, 2))}\n`;
}

function articleNode(article: Article, position: number, { page }: Page): Node {
  const { kicker, headline, deck, byline, dateline, captions, pullQuotes } = article;
  return node("NewsArticle", idOf(article.id), {
    headline,
    alternativeHeadline: [kicker, deck].filter((line) => line !== null),
    articleSection: article.sectionLabel,
    // A dateline without credits is no credit, and a byline without dateline no dateline.
    dateline: dateline === null ? null : byline,
    creditText: dateline === null ? byline : null,
    author: article.authors.map(authorNode),
    articleBody: sectionsOf(article)
      .flatMap(({ heads, paragraphs }) => [...heads, ...paragraphs])
      .join("\n\n"),
    image: captions.map(({ text, credit }) => ({
      "@type": "ImageObject",
      caption: text,
      ...(credit === null ? {} : { creditText: credit }),
    })),
    hasPart: pullQuotes.map((text) => ({ "@type": "Quotation", text })),
    keywords: article.keywords?.map(({ word }) => word),
    inLanguage: "zh",
    datePublished: page.date,
    printPage: page.number,
    printSection: page.name,
    position,
    isPartOf: { "@id": PAGE_ID },
  });
}

/** schema.org puts what somebody did for a work between the work and the person. */
function authorNode({ role, name, outlet }: Author): Node {
  const person = personNode(name, outlet);
  return role === null ? person : roleNode(role, "author", person);
}

/** 本报 names no organisation: which paper it is, the page may not say. */
function personNode(name: string, outlet?: string): Node {
  const affiliation =
    outlet === undefined || /^本.$/.test(outlet) ? {} : { affiliation: { "@type": "Organization", name: outlet } };
  return { "@type": "Person", name, ...affiliation };
}

function roleNode(role: string, property: "author" | "editor", person: Node): Node {
  return { "@type": "Role", roleName: role, [property]: person };
}

/** Without the properties that say nothing. */
function node(type: string, id: string, properties: Node): Node {
  const known = Object.entries(properties).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return { "@id": id, "@type": type, ...Object.fromEntries(known) };
}

/** A fragment of the file's own address; ids are made of file names, which may hold anything. */
function idOf(id: string): string {
  return `#${encodeURIComponent(id.replace(/\p{Cs}/gu, "\ufffd"))}`;
}
