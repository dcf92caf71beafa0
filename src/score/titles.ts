/** Headline and authors of one article against the truth. */
import { fold } from "./fold.ts";
import type { ScoredArticle, ScoredAuthor } from "./read.ts";

export interface TitleChecks {
  readonly isHeadlineRight: boolean;
  /** It stands somewhere among kicker, headline and deck. */
  readonly isHeadlineInTitles: boolean;
  /** All of them and nobody else. */
  readonly areAuthorsRight: boolean;
  readonly areRolesRight: boolean;
}

/** @param output undefined where no article of the page is like the true one. */
export function checkTitles(truth: ScoredArticle, output: ScoredArticle | undefined): TitleChecks {
  if (output === undefined) {
    return { isHeadlineRight: false, isHeadlineInTitles: false, areAuthorsRight: false, areRolesRight: false };
  }
  // A truth that does not say which line is the headline is compared by all its lines.
  const isByLines = truth.headline === "";
  const wanted = isByLines ? truth.titleLines.join("") : truth.headline;
  const given = isByLines ? output.titleLines.join("") || output.headline : output.headline;
  const others = truth.otherHeadlines.flatMap((other) => [other, other + truth.headline]);
  const titles = isByLines ? given : output.kicker + output.headline + output.deck;
  const named = ({ name }: ScoredAuthor): string => fold(name);
  const namedWithRole = ({ role, name }: ScoredAuthor): string => `${fold(role)}:${fold(name)}`;
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
