/**
 * Titles whose lines a dump gives as one, with a blank where each line ended.
 *
 * In: the articles of a page. Out: the same; a title of one line that holds more than a headline has its lines for itself.
 * A headline has one blank at most, between its halves: three phrases and more are a headline with its kicker or deck. Where a
 * page runs one title together, it does so with others too. Then two phrases are two lines where their lengths or their words
 * tell them apart.
 */
import { type Block, changed } from "../blocks/block.ts";
import type { Context } from "../context.ts";
import { plain, slice } from "../text/sourced.ts";
import type { Draft } from "./draft.ts";
import { kickerOdds } from "./title-clues.ts";
import { PRIOR_OF_KICKER } from "./titles.ts";

/** More phrases than these are no title, but a list; shorter ones, or fewer characters in all, are names or what is left of a line. */
const MOST_PHRASES = 9;
const LEAST_PHRASES = 3;
const SHORTEST_PHRASE = 4;
const LEAST_CHARS = 18;
/** Two halves of a headline hold fewer characters. */
const LEAST_OF_TWO = 22;

export function withLinesOfTitles(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const phrases = drafts.map(({ titles }) => phrasesOf(titles, context));
  if (!phrases.some(isRunTogether)) return drafts;
  return drafts.map((draft, i) => {
    const own = phrases[i] ?? [];
    const [title] = draft.titles;
    if (title === undefined || !canHaveLines(own, own.length === 2 ? LEAST_OF_TWO : LEAST_CHARS)) return draft;
    const lines = linesOf(own);
    return lines.length < 2 ? draft : { ...draft, titles: lines.map((line) => lineOf(title, line)) };
  });
}

interface Phrase {
  /** In simplified characters. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Figures and Latin words have blanks beside them in the line of a title. */
const BESIDE_LATIN = /[A-Za-z\d]\s|\s[A-Za-z\d]/;

/** None where the title has lines of its own. */
function phrasesOf(titles: readonly Block[], { lexicon }: Context): readonly Phrase[] {
  const [title] = titles;
  if (title === undefined || titles.length > 1) return [];
  const words = lexicon.simplify(plain(title.text));
  if (!words.includes(" ")) return [];
  const phrases: Phrase[] = [];
  let start = 0;
  for (let at = words.indexOf(" "); at >= 0; at = words.indexOf(" ", at + 1)) {
    if (BESIDE_LATIN.test(words.slice(at - 1, at + 2))) continue;
    phrases.push({ text: words.slice(start, at), start, end: at });
    start = at + 1;
  }
  return [...phrases, { text: words.slice(start), start, end: words.length }];
}

function isRunTogether(phrases: readonly Phrase[]): boolean {
  return phrases.length >= LEAST_PHRASES && canHaveLines(phrases, LEAST_CHARS) && linesOf(phrases).length > 1;
}

function canHaveLines(phrases: readonly Phrase[], leastChars: number): boolean {
  const lengths = phrases.map(({ text }) => text.length);
  return (
    phrases.length > 1 &&
    phrases.length <= MOST_PHRASES &&
    lengths.every((length) => length >= SHORTEST_PHRASE) &&
    lengths.reduce((sum, length) => sum + length, 0) >= leastChars
  );
}

function lineOf(title: Block, phrases: readonly Phrase[]): Block {
  const text = slice(title.text, phrases[0]?.start ?? 0, phrases[phrases.length - 1]?.end ?? 0);
  return changed(title, { text });
}

/** Kicker, headline and deck, each with its phrases: the likeliest of all ways to part them. */
function linesOf(phrases: readonly Phrase[]): readonly (readonly Phrase[])[] {
  let best: (readonly Phrase[])[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (let from = 0; from < phrases.length; from += 1) {
    for (let to = from + 1; to <= Math.min(from + 2, phrases.length); to += 1) {
      const parts = [phrases.slice(0, from), phrases.slice(from, to), phrases.slice(to)];
      const odds = oddsOf(parts.map((part) => part.map(({ text }) => text)));
      if (odds <= most) continue;
      most = odds;
      best = parts.filter((part) => part.length > 0);
    }
  }
  return best;
}

/** Weights in log-odds, fitted on titles of made pages and of printed papers, their lines run together. */
const ALL_THREE = 0.5;

function oddsOf([kicker = [], headline = [], deck = []]: readonly (readonly string[])[]): number {
  let odds = oneLine(kicker) + oneLine(headline) + oneLine(deck);
  const words = headline.join(" ");
  if (kicker.length > 0) odds += PRIOR_OF_KICKER + kickerOdds(kicker.join(" "), words);
  if (deck.length > 0) odds -= kickerOdds(words, deck.join(" "));
  return kicker.length > 0 && deck.length > 0 ? odds + ALL_THREE : odds;
}

const NEVER = -10;
const MOST_IN_LINE = 4;
/** Halves of one line are of one length; apart by more characters than these, they are two lines. */
const HALVES_APART = 4;
const LIKE_HALVES = 1.25;
const UNLIKE_HALVES = -1;
/** More characters than these are no line of a title. */
const LONGEST_LINE = 22;
const TOO_LONG = -1;
const LONGEST_OF_MANY = 5;
const MANY = 1;
const UNLIKE_MANY = -2.5;

/** Whether phrases make one line of a title. */
function oneLine(phrases: readonly string[]): number {
  const lengths = phrases.map(({ length }) => length);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  if (phrases.length < 2) return longest > LONGEST_LINE ? 3 * TOO_LONG : 0;
  if (phrases.length > MOST_IN_LINE) return NEVER;
  // 落实责任␠明确时限␠分类处置
  if (phrases.length > 2) return longest <= LONGEST_OF_MANY || longest - shortest <= 1 ? MANY : UNLIKE_MANY;
  const like = longest - shortest <= 1 ? LIKE_HALVES : longest - shortest <= HALVES_APART ? 0 : UNLIKE_HALVES;
  return like + (lengths.reduce((sum, length) => sum + length, 0) > LONGEST_LINE ? TOO_LONG : 0);
}
