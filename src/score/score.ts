/**
 * A page against its truth, in measures that an archivist asks for.
 *
 * In: the articles of both. Out: counts that can be added up over pages, and what happened to each true article.
 * Never: forgives a misread character because the dump already had it.
 */
import { type BodyScore, type CharacterErrors, scoreBody } from "./body.ts";
import { fold, type Strictness } from "./fold.ts";
import { FOUND, type Match, matchArticles, overlapOf } from "./match.ts";
import { findPieces } from "./pieces.ts";
import type { ScoredArticle } from "./read.ts";

/** Common subsequence over the longer caption, from which it counts as found. */
const CAPTION_FOUND = 0.8;
/** So much of a caption's start, but not less than so many characters, found in a body is a caption left there. */
const CAPTION_START = 0.6;
const CAPTION_START_LEAST = 6;

export interface Counts {
  readonly pages: number;
  /** True articles, and articles of the page. */
  readonly articles: number;
  readonly output: number;
  readonly found: number;
  /** True articles cut in pieces; articles of the page that hold several true ones. */
  readonly split: number;
  readonly merged: number;
  /** Headlines equal to the truth, and those that stand anywhere among kicker, headline and deck. */
  readonly headlines: number;
  readonly headlinesInTitles: number;
  /** Articles whose authors are the true ones, all of them and nobody else; and their roles too. */
  readonly authors: number;
  readonly authorsWithRoles: number;
  readonly startsRight: number;
  readonly startsAdded: number;
  readonly startsMissed: number;
  readonly captions: number;
  readonly captionsFound: number;
  readonly captionsOutput: number;
  readonly captionsInBodies: number;
  readonly errors: Readonly<Record<Strictness, CharacterErrors>>;
}

/** What became of one true article. */
export interface ArticleScore {
  readonly headline: string;
  /** 0 to 1; 0 where no article of the page is like it. */
  readonly overlap: number;
  readonly isFound: boolean;
  /** Headline in the page; null where no article of the page is like it. */
  readonly outputHeadline: string | null;
  readonly isHeadlineRight: boolean;
  readonly areAuthorsRight: boolean;
  /** Headlines of the pieces that it was cut into. */
  readonly splitInto: readonly string[];
  /** Headlines of the true articles that it was run together with. */
  readonly mergedWith: readonly string[];
  /** Folded, as `cer.folded`; null where no article of the page is like it. */
  readonly cer: number | null;
}

export interface PageScore {
  readonly counts: Counts;
  readonly articles: readonly ArticleScore[];
}

export function scorePage(truths: readonly ScoredArticle[], page: readonly ScoredArticle[]): PageScore {
  const outputs = page.filter(({ paragraphs, headline }) => paragraphs.length > 0 || headline !== "");
  const matches = matchArticles(truths, outputs);
  const pieces = findPieces(truths, outputs);
  const bodies: BodyScore[] = [];
  const articles = truths.map((truth, i): ArticleScore & Checks => {
    const match = matches.find((candidate) => candidate.truth === i);
    const output = match === undefined ? undefined : outputs[match.output];
    const body = output === undefined ? null : scoreBody(truth, output);
    if (body !== null) bodies.push(body);
    const together = [...pieces.merged.values()].find((group) => group.includes(i)) ?? [];
    return {
      headline: nameOf(truth),
      overlap: match?.overlap ?? 0,
      isFound: isFound(match),
      outputHeadline: output === undefined ? null : nameOf(output),
      ...checkTitles(truth, output),
      splitInto: (pieces.split.get(i) ?? []).map((j) => nameOf(outputs[j])),
      mergedWith: together.filter((other) => other !== i).map((other) => nameOf(truths[other])),
      cer: body === null ? null : body.errors.folded.edits / Math.max(1, body.errors.folded.characters),
      missedStarts: output === undefined ? Math.max(0, truth.paragraphs.length - 1) : 0,
    };
  });
  const paired = new Set(matches.map(({ output }) => output));
  const strangers = outputs.filter((_, j) => !paired.has(j));
  return {
    counts: {
      pages: 1,
      articles: truths.length,
      output: outputs.length,
      found: articles.filter((article) => article.isFound).length,
      split: pieces.split.size,
      merged: pieces.merged.size,
      headlines: articles.filter((article) => article.isHeadlineRight).length,
      headlinesInTitles: articles.filter((article) => article.isHeadlineInTitles).length,
      authors: articles.filter((article) => article.areAuthorsRight).length,
      authorsWithRoles: articles.filter((article) => article.areRolesRight).length,
      startsRight: sum(bodies.map(({ starts }) => starts.right)),
      // The breaks of an article that stands on no true one are all wrong.
      startsAdded:
        sum(bodies.map(({ starts }) => starts.added)) +
        sum(strangers.map(({ paragraphs }) => Math.max(0, paragraphs.length - 1))),
      startsMissed: sum(bodies.map(({ starts }) => starts.missed)) + sum(articles.map((a) => a.missedStarts)),
      ...compareCaptions(truths, outputs),
      errors: addErrors(bodies.map(({ errors }) => errors)),
    },
    articles: articles.map(({ isHeadlineInTitles, areRolesRight, missedStarts, ...article }) => article),
  };
}

/** What is counted of an article and not shown. */
interface Checks {
  readonly isHeadlineInTitles: boolean;
  readonly areRolesRight: boolean;
  readonly missedStarts: number;
}

function isFound(match: Match | undefined): boolean {
  return match !== undefined && match.overlap >= FOUND;
}

function nameOf(article: ScoredArticle | undefined): string {
  return article?.headline || article?.titleLines.join(" ") || "";
}

type TitleChecks = Pick<
  ArticleScore & Checks,
  "isHeadlineRight" | "isHeadlineInTitles" | "areAuthorsRight" | "areRolesRight"
>;

function checkTitles(truth: ScoredArticle, output: ScoredArticle | undefined): TitleChecks {
  if (output === undefined) {
    return { isHeadlineRight: false, isHeadlineInTitles: false, areAuthorsRight: false, areRolesRight: false };
  }
  // A truth that does not say which line is the headline is compared by all its lines.
  const isByLines = truth.headline === "";
  const wanted = isByLines ? truth.titleLines.join("") : truth.headline;
  const given = isByLines ? output.titleLines.join("") || output.headline : output.headline;
  const others = truth.otherHeadlines.flatMap((other) => [other, other + truth.headline]);
  const titles = isByLines ? given : output.kicker + output.headline + output.deck;
  const named = ({ name }: { readonly name: string }): string => fold(name);
  const namedWithRole = ({ role, name }: { readonly role: string; readonly name: string }): string =>
    `${fold(role)}:${fold(name)}`;
  const people = output.authors.filter(({ name }) => fold(name) !== "");
  return {
    isHeadlineRight: [wanted, ...others].some((headline) => fold(headline) === fold(given)),
    isHeadlineInTitles: fold(titles).includes(fold(wanted)),
    areAuthorsRight: isSameSet(truth.authors.map(named), people.map(named)),
    areRolesRight: isSameSet(truth.authors.map(namedWithRole), people.map(namedWithRole)),
  };
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && [...a].every((item) => b.has(item));
}

type CaptionCounts = Pick<Counts, "captions" | "captionsFound" | "captionsOutput" | "captionsInBodies">;

function compareCaptions(truths: readonly ScoredArticle[], outputs: readonly ScoredArticle[]): CaptionCounts {
  const wanted = truths.flatMap(({ captions }) => captions.map(fold));
  const given = outputs.flatMap(({ captions }) => captions.map(fold)).filter((caption) => caption !== "");
  const bodies = fold(outputs.map(({ paragraphs }) => paragraphs.join("")).join(""));
  const left = [...given];
  let captionsFound = 0;
  let captionsInBodies = 0;
  for (const caption of wanted) {
    const at = left.findIndex((candidate) => overlapOf(caption, candidate) >= CAPTION_FOUND);
    const start = caption.slice(0, Math.max(CAPTION_START_LEAST, Math.floor(caption.length * CAPTION_START)));
    if (at >= 0) {
      left.splice(at, 1);
      captionsFound += 1;
    } else if (bodies.includes(start)) captionsInBodies += 1;
  }
  return { captions: wanted.length, captionsFound, captionsOutput: given.length, captionsInBodies };
}

function addErrors(all: readonly Counts["errors"][]): Counts["errors"] {
  const at = (strictness: Strictness): CharacterErrors => ({
    edits: sum(all.map((errors) => errors[strictness].edits)),
    characters: sum(all.map((errors) => errors[strictness].characters)),
  });
  return { words: at("words"), folded: at("folded"), printed: at("printed"), blanks: at("blanks") };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
