/** The words that an article is about, heaviest first: `--keywords`. */
import type { Extract } from "../lexicon/keywords.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Article, Keyword } from "../page.ts";

/**
 * @param most how many are given.
 * @param extract knows simplified words; a traditional article is looked up in simplified forms, and its keywords are
 * given as they stand in it.
 */
export function keywordsOf(article: Article, most: number, extract: Extract, lexicon: Lexicon): readonly Keyword[] {
  // A word of letters; `2024` and `95%` say nothing of what an article is about. Dear to read, so not read at start.
  const isWord = /\p{L}/u;
  const { titleLines, subheads, paragraphs } = article;
  const text = [...titleLines, ...subheads.map((subhead) => subhead.text), ...paragraphs].join("\n");
  const simple = lexicon.simplify(text);
  return extract(simple)
    .filter(({ word }) => isWord.test(word))
    .map(({ word, weight }) => ({ word, weight, at: simple.indexOf(word) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => other.weight - one.weight || one.at - other.at)
    .slice(0, most)
    .map(({ word, weight, at }) => ({
      word: text.slice(at, at + word.length),
      weight: Math.round(weight * 100) / 100,
    }));
}
