/**
 * A page against its truth, in measures that an archivist asks for.
 *
 * In: the articles of both. Out: counts that can be added up over pages, and what happened to each true article.
 * Never: forgives a misread character because the dump already had it.
 */
import { type BodyScore, scoreBody } from "./body.ts";
import { compareCaptions } from "./captions.ts";
import { addErrors, type Counts, sum } from "./counts.ts";
import { FOUND, type Match, matchArticles } from "./match.ts";
import { findPieces } from "./pieces.ts";
import type { ScoredArticle } from "./read.ts";
import { checkTitles, type TitleChecks } from "./titles.ts";

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
      startsMissed:
        sum(bodies.map(({ starts }) => starts.missed)) + sum(articles.map((article) => article.missedStarts)),
      ...compareCaptions(truths, outputs),
      errors: addErrors(bodies.map(({ errors }) => errors)),
    },
    articles: articles.map(({ isHeadlineInTitles, areRolesRight, missedStarts, ...article }) => article),
  };
}

/** What is counted of an article and not shown. */
interface Checks extends TitleChecks {
  readonly missedStarts: number;
}

function isFound(match: Match | undefined): boolean {
  return match !== undefined && match.overlap >= FOUND;
}

function nameOf(article: ScoredArticle | undefined): string {
  return article?.headline || article?.titleLines.join(" ") || "";
}
