/** What is counted on a page, added up over pages, and read as shares. */
import type { CharacterErrors } from "./body.ts";
import type { CaptionCounts } from "./captions.ts";
import type { Strictness } from "./fold.ts";

export interface Counts extends CaptionCounts {
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
  readonly errors: Readonly<Record<Strictness, CharacterErrors>>;
}

/** Shares, 0 to 1, and character error rates; null where the truth has nothing to compare. */
export interface Measures {
  /** F1 of articles found. */
  readonly articles: number | null;
  /** Of the true articles, and of the articles of the page. */
  readonly found: number | null;
  readonly precision: number | null;
  readonly headlines: number | null;
  readonly titles: number | null;
  readonly authors: number | null;
  readonly roles: number | null;
  /** F1 of paragraph starts. */
  readonly paragraphs: number | null;
  readonly captions: number | null;
  /** Edits per true character, in the articles that were paired at all. */
  readonly cer: Readonly<Record<Strictness, number | null>>;
}

export function measure(counts: Counts): Measures {
  const { articles, found, output, startsRight, startsAdded, startsMissed, errors } = counts;
  const rate = ({ edits, characters }: CharacterErrors): number | null => share(edits, characters);
  return {
    articles: share(2 * found, articles + output),
    found: share(found, articles),
    precision: share(found, output),
    headlines: share(counts.headlines, articles),
    titles: share(counts.headlinesInTitles, articles),
    authors: share(counts.authors, articles),
    roles: share(counts.authorsWithRoles, articles),
    paragraphs: share(2 * startsRight, 2 * startsRight + startsAdded + startsMissed),
    captions: share(counts.captionsFound, counts.captions),
    cer: {
      words: rate(errors.words),
      folded: rate(errors.folded),
      printed: rate(errors.printed),
      blanks: rate(errors.blanks),
    },
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function addCounts(all: readonly Counts[]): Counts {
  const total = (key: Exclude<keyof Counts, "errors">): number => sum(all.map((counts) => counts[key]));
  return {
    pages: total("pages"),
    articles: total("articles"),
    output: total("output"),
    found: total("found"),
    split: total("split"),
    merged: total("merged"),
    headlines: total("headlines"),
    headlinesInTitles: total("headlinesInTitles"),
    authors: total("authors"),
    authorsWithRoles: total("authorsWithRoles"),
    startsRight: total("startsRight"),
    startsAdded: total("startsAdded"),
    startsMissed: total("startsMissed"),
    captions: total("captions"),
    captionsFound: total("captionsFound"),
    captionsOutput: total("captionsOutput"),
    captionsInBodies: total("captionsInBodies"),
    errors: addErrors(all.map(({ errors }) => errors)),
  };
}

export function addErrors(all: readonly Counts["errors"][]): Counts["errors"] {
  const at = (strictness: Strictness): CharacterErrors => ({
    edits: sum(all.map((errors) => errors[strictness].edits)),
    characters: sum(all.map((errors) => errors[strictness].characters)),
  });
  return { words: at("words"), folded: at("folded"), printed: at("printed"), blanks: at("blanks") };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
