/**
 * One article as `div type="article"`:
 *
 *     fw jump            the line that says where it comes from
 *     head section, kicker, headline, deck
 *     byline             with orgName, placeName, date and persName inside
 *     p                  paragraphs before the first subhead
 *     figure / p         captions; the credit once more as seg
 *     quote pullQuote
 *     div section        one for each subhead: head, p
 *     fw jump            the line that says where it goes on
 *     note keywords      a term each
 *
 * `n` is the id of the page JSON, `xml:id` a name that XML allows; `cert` is the confidence.
 */
import type { Article, Caption, Keyword } from "../../page.ts";
import { type Section, sectionsOf } from "./sections.ts";
import { type Element, element, mixed } from "./xml.ts";

/** @param position from 1, in the page. */
export function articleDivision(article: Article, position: number): Element {
  const {
    id,
    confidence,
    sectionLabel,
    kicker,
    headline,
    deck,
    byline,
    captions,
    pullQuotes,
    jump,
    keywords = [],
  } = article;
  const [opening, ...sections] = sectionsOf(article);
  const isContinuation = jump !== null && jump.to === null;
  const jumpLine = jump === null ? [] : [element("fw", { type: "jump", n: jump.to ?? jump.from }, jump.text)];
  return element(
    "div",
    { type: "article", "xml:id": `article-${position}`, n: id, cert: String(confidence) },
    ...(isContinuation ? jumpLine : []),
    ...head("section", sectionLabel),
    ...head("kicker", kicker),
    ...head("headline", headline),
    ...head("deck", deck),
    ...(byline === null ? [] : [mixed("byline", ...readByline(byline, article))]),
    ...(opening?.paragraphs ?? []).map((text) => element("p", {}, text)),
    ...captions.map(figure),
    ...pullQuotes.map((text) => element("quote", { type: "pullQuote" }, text)),
    ...sections.map(sectionDivision),
    ...(isContinuation ? [] : jumpLine),
    ...(keywords.length === 0 ? [] : [element("note", { type: "keywords" }, ...keywords.map(termOf))]),
  );
}

function termOf({ word }: Keyword): Element {
  return element("term", {}, word);
}

function head(type: string, text: string | null): readonly Element[] {
  return text === null ? [] : [element("head", { type }, text)];
}

function sectionDivision({ heads, paragraphs }: Section): Element {
  return element(
    "div",
    { type: "section" },
    ...heads.map((text) => element("head", {}, text)),
    ...paragraphs.map((text) => element("p", {}, text)),
  );
}

function figure({ text, credit }: Caption): Element {
  const words = credit !== null && text.endsWith(credit) ? text.slice(0, text.length - credit.length) : text;
  const parts: (Element | string)[] = words === "" ? [] : [words];
  if (words !== text && credit !== null) parts.push(element("seg", { type: "credit" }, credit));
  return element("figure", {}, mixed("p", ...parts));
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | null>>;
}

/** The byline as printed, with what was read from it marked where it stands. */
function readByline(byline: string, { dateline, authors }: Article): readonly (Element | string)[] {
  const marks: Mark[] = [];
  const mark = (value: string | null | undefined, name: string, attributes: Mark["attributes"] = {}): void => {
    if (value === null || value === undefined || value === "") return;
    const place = findFree(byline, value, marks);
    if (place !== undefined) marks.push({ ...place, name, attributes });
  };
  mark(dateline?.agency, "orgName");
  mark(dateline?.place, "placeName");
  mark(dateline?.date, "date");
  for (const { outlet } of authors) mark(outlet, "orgName");
  for (const { role, name } of authors) mark(name, "persName", { role: role === null ? null : word(role) });
  marks.sort((a, b) => a.start - b.start);
  const parts: (Element | string)[] = [];
  let at = 0;
  for (const { start, end, name, attributes } of marks) {
    if (start > at) parts.push(byline.slice(at, start));
    parts.push(element(name, attributes, byline.slice(start, end)));
    at = end;
  }
  if (at < byline.length) parts.push(byline.slice(at));
  return parts;
}

/** The first place of a value that no mark has taken; undefined where it does not stand as it was read. */
function findFree(text: string, value: string, taken: readonly Mark[]): { start: number; end: number } | undefined {
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
    const end = start + value.length;
    if (taken.every((mark) => mark.end <= start || mark.start >= end)) return { start, end };
  }
  return undefined;
}

/** A role as one word, which is what TEI takes: blanks would make several roles of it. */
function word(role: string): string | null {
  const tight = role.replace(/\s+/gu, "");
  return tight === "" ? null : tight;
}
