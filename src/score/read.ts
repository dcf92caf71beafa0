/**
 * Pages and truths as one shape, whoever wrote them.
 *
 * In: parsed JSON with a list `articles`; README "Scoring" names the keys that are read. Out: what is compared.
 * Never: complains about a key that is missing or unknown; what is not there is not compared.
 */

export interface ScoredAuthor {
  readonly role: string;
  readonly name: string;
}

export interface ScoredArticle {
  readonly kicker: string;
  readonly headline: string;
  /** Readings of the headline that count as right too. */
  readonly otherHeadlines: readonly string[];
  readonly deck: string;
  /** As printed; all there is where a truth does not tell the headline from kicker and deck. */
  readonly titleLines: readonly string[];
  readonly byline: string;
  /** Length of a byline that opens the first paragraph, in code points; 0 where it does not. */
  readonly leadLength: number;
  /** The byline closes the last paragraph. */
  readonly isSignedAtEnd: boolean;
  readonly authors: readonly ScoredAuthor[];
  /** With the subheads among them. */
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
}

/** @returns undefined if the value is no page: it has no list of articles. */
export function readArticles(value: unknown): readonly ScoredArticle[] | undefined {
  const articles = keyOf(value, "articles");
  return Array.isArray(articles) ? articles.map(readArticle) : undefined;
}

/** File name, without folder, of the dump that a page or a truth says it belongs to. */
export function sourceOf(value: unknown): string | undefined {
  const source = keyOf(value, "source");
  const file = typeof source === "string" ? source : keyOf(source, "file");
  return typeof file === "string" ? file : undefined;
}

function readArticle(value: unknown): ScoredArticle {
  const text = (key: string): string => textOf(keyOf(value, key));
  const texts = (key: string): readonly string[] => listOf(keyOf(value, key)).map(textOf);
  const leadLength = keyOf(value, "leadLen");
  return {
    kicker: text("kicker"),
    headline: text("headline"),
    otherHeadlines: texts("headlineAlt"),
    deck: text("deck"),
    titleLines: texts("titleLines"),
    byline: text("byline"),
    leadLength: typeof leadLength === "number" ? leadLength : 0,
    isSignedAtEnd: keyOf(value, "bylineKind") === "end",
    authors: listOf(keyOf(value, "authors")).map(readAuthor),
    paragraphs: withSubheads(texts("paragraphs"), listOf(keyOf(value, "subheads"))),
    captions: texts("captions"),
  };
}

function readAuthor(value: unknown): ScoredAuthor {
  if (typeof value === "string") return { role: "", name: value };
  return { role: textOf(keyOf(value, "role")), name: textOf(keyOf(value, "name")) };
}

/** A truth may have its subheads among the paragraphs, where they are printed; ours go back there. */
function withSubheads(paragraphs: readonly string[], subheads: readonly unknown[]): readonly string[] {
  const all = [...paragraphs];
  const placed = subheads.map((subhead) => {
    const before = keyOf(subhead, "beforeParagraph");
    return { text: textOf(subhead), before: typeof before === "number" ? before : paragraphs.length };
  });
  placed.sort((a, b) => b.before - a.before);
  for (const { text, before } of placed) all.splice(before, 0, text);
  return all;
}

function keyOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or the text of a caption with its credit; anything else is none. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const text = keyOf(value, "text");
  return typeof text === "string" ? text : "";
}
