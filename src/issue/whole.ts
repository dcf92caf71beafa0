/** The articles of an issue whole: the parts of a linked article one after the other. */
import type { Article, Author, Jump } from "../page.ts";
import { append } from "../text/append.ts";
import { isSentenceEnd } from "../text/chars.ts";
import type { Link, Part, WholeArticle } from "./issue.ts";
import type { OpenPage } from "./link.ts";

interface Printed {
  readonly page: OpenPage;
  readonly article: Article;
}

export function wholeArticles(pages: readonly OpenPage[], links: readonly Link[]): readonly WholeArticle[] {
  const printed = pages.flatMap((page) => page.articles.map((article) => ({ page, article })));
  const at = new Map(printed.map((part) => [keyOf(part.page.json, part.article.id), part]));
  const next = new Map(links.map((link) => [keyOf(link.from.json, link.from.article), link]));
  const continuations = new Set(links.map(({ to }) => keyOf(to.json, to.article)));
  return printed.flatMap((first) => {
    if (continuations.has(keyOf(first.page.json, first.article.id))) return [];
    const chain = [first];
    const used: Link[] = [];
    for (let link = linkOf(first, next); link !== undefined; ) {
      const part = at.get(keyOf(link.to.json, link.to.article));
      if (part === undefined) break;
      chain.push(part);
      used.push(link);
      link = linkOf(part, next);
    }
    return [join(chain, used)];
  });
}

function keyOf(json: string, article: string): string {
  return `${json}\0${article}`;
}

function linkOf({ page, article }: Printed, next: ReadonlyMap<string, Link>): Link | undefined {
  return next.get(keyOf(page.json, article.id));
}

/** What stands once in an article is that of the first part that has it; what stands in lists is added up. */
function join(chain: readonly Printed[], links: readonly Link[]): WholeArticle {
  const articles = chain.map(({ article }) => article);
  const first = <T>(read: (article: Article) => T | null): T | null =>
    articles.map(read).find((value) => value !== null) ?? null;
  const titled = articles.find(({ headline }) => headline !== null) ?? articles[0];
  const { paragraphs, subheads, parts } = joinTexts(chain);
  return {
    id: articles[0]?.id ?? "",
    sectionLabel: first(({ sectionLabel }) => sectionLabel),
    kicker: titled?.kicker ?? null,
    headline: titled?.headline ?? null,
    deck: titled?.deck ?? null,
    titleLines: titled?.titleLines ?? [],
    subheads,
    byline: first(({ byline }) => byline),
    dateline: first(({ dateline }) => dateline),
    authors: distinctAuthors(articles),
    paragraphs,
    captions: articles.flatMap(({ captions }) => captions),
    pullQuotes: articles.flatMap(({ pullQuotes }) => pullQuotes),
    jump: openJump(articles),
    confidence: Math.min(...articles.map(({ confidence }) => confidence), ...links.map(({ confidence }) => confidence)),
    parts,
  };
}

function joinTexts(chain: readonly Printed[]): Pick<WholeArticle, "paragraphs" | "subheads" | "parts"> {
  const paragraphs: string[] = [];
  const subheads: { text: string; beforeParagraph: number }[] = [];
  const parts: Part[] = [];
  for (const { page, article } of chain) {
    const [opening, ...rest] = article.paragraphs;
    const before = paragraphs.at(-1);
    const startsWithSubhead = article.subheads.some(({ beforeParagraph }) => beforeParagraph === 0);
    const continuesParagraph =
      parts.length > 0 && opening !== undefined && before !== undefined && !isSentenceEnd(before) && !startsWithSubhead;
    const firstParagraph = continuesParagraph ? paragraphs.length - 1 : paragraphs.length;
    for (const { text, beforeParagraph } of article.subheads) {
      subheads.push({ text, beforeParagraph: beforeParagraph + firstParagraph });
    }
    if (continuesParagraph) paragraphs.splice(-1, 1, `${before}${opening}`, ...rest);
    else append(paragraphs, article.paragraphs);
    parts.push({
      json: page.json,
      page: page.shownNumber,
      article: article.id,
      titleLines: article.titleLines,
      byline: article.byline,
      jump: article.jump?.text ?? null,
      firstParagraph,
      paragraphCount: article.paragraphs.length,
      continuesParagraph,
    });
  }
  return { paragraphs, subheads, parts };
}

function distinctAuthors(articles: readonly Article[]): readonly Author[] {
  const authors: Author[] = [];
  for (const author of articles.flatMap((article) => article.authors)) {
    if (!authors.some(({ role, name }) => role === author.role && name === author.name)) authors.push(author);
  }
  return authors;
}

/** What the first part comes from and the last one goes on to: what lies between has been found. */
function openJump(articles: readonly Article[]): Jump | null {
  const head = articles[0]?.jump ?? null;
  const tail = articles.at(-1)?.jump ?? null;
  const from = head?.from ?? null;
  const to = tail?.to ?? null;
  if (from === null && to === null) return null;
  const texts = [from === null ? null : head?.text, to === null ? null : tail?.text].filter((text) => text != null);
  return { to, from, text: [...new Set(texts)].join(" ") };
}
