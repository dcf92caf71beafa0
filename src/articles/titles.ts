/**
 * Kicker, headline and deck among the title lines of an article.
 *
 * A line that a line end has cut in a phrase is one with the line below it. Then heading levels decide: a line of a lower
 * level above one of a higher level is the kicker. Among lines of one level their words decide, as far as they can: of all
 * ways to read them as kickers, headline and decks, the one with the best odds is taken (`title-clues.ts`). Where nothing tells
 * the lines apart, the first is the headline and the rest the deck.
 */
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { itemAt, lastOf } from "../text/list.ts";
import { isOccasion, kickerOdds, opensHeadline } from "./title-clues.ts";
import { halfOdds } from "./title-halves.ts";

export interface TitleLine {
  /** In simplified characters. */
  readonly text: string;
  /** `##` is 2; 0 where the dump has no heading marks. */
  readonly level: number;
  /** The line above ends in the phrase that goes on here. */
  readonly goesOn?: boolean;
  /** Leads in to no line below it. */
  readonly isLargest?: boolean;
}

export type TitleRole = "kicker" | "headline" | "deck";

/**
 * Seams that go on this well, in log-odds, are inside a phrase, 市委常委会召开会议 / 研究部署…… by chance, at 2.7; and inside a
 * word, as 五单位发文 / 明年起实施 by chance, at 2.0. Counted on 145 borders between lines that are whole.
 */
const ONE_PHRASE = 3;
const ONE_WORD = 2.5;
const OPEN_END = /[，、,]$/;
/** `（GIS）入户` explains what stands above. */
const NO_BEGINNING = /^(?:[的之了着们]|[（(][A-Za-z\d]{1,12}[）)][^\s（(]{2})/;
/**
 * A verb or preposition that wants what it is about behind it, and ends no headline: 青禾小学获评 / “书香校园”, 渡口便民车开到 /
 * 田间地头, 省领导向 / 守堤人致敬. Not 方向, 参与, 合并, which are words that end here.
 */
const WANTS_MORE =
  /[获獲][评評]$|荣[获膺]$|喜获$|[列纳载]入$|致电祝贺$|会见$|[称成视改]为$|[变堵围]成$|配备$|(?<!被)救下$|[开送搬走写][到进]$|[送交献留还]给$|[增升降减延]至$|[位始源用]于$|[来源出]自$|(?<![合兼一相])并$|(?<![参赋])与$|(?<![方动风去意流取导志倾走转航定])向$/;
/** 渡口各村代表 / 和守堤人: it joins to what stands above. Not 和谐, 及时, which are words that begin here. */
const CONJUNCTION = /^(?:[和及]|以及)[〇㐀-鿿]{2}/;
/** 青石第二 / 小学开学: which one of many. */
const NUMBERED = /第[〇一二三四五六七八九十百\d]+$/;
const OF_MANY = /^(?:[小中大]学|人民|实验|附属|[届次批轮季个])/;

/** 城北水厂今 / 晚停水检修, 夜班护士 / 的一张欠条, 老街改造， / 先问街坊: one line of a title, cut by the end of a printed line. */
export function goesOnInTitle(upper: string, lower: string, lexicon: Lexicon): Seam | null {
  if (OPEN_END.test(upper) || WANTS_MORE.test(upper) || NO_BEGINNING.test(lower)) return { cutsWord: true };
  if (CONJUNCTION.test(lower) && !lexicon.isWord(lower.slice(0, 2))) return { cutsWord: true };
  if (NUMBERED.test(upper) && OF_MANY.test(lower)) return { cutsWord: true };
  const { score, word } = continuity(endOf(upper), startOf(lower), lexicon);
  return score >= (word === null ? ONE_PHRASE : ONE_WORD) ? { cutsWord: word !== null } : null;
}

export interface Seam {
  /** Nothing parts the two: 今|晚. Two phrases that go on in each other may be halves with a blank between them. */
  readonly cutsWord: boolean;
}

export function titleRoles(printed: readonly TitleLine[]): TitleRole[] {
  const lines: TitleLine[] = [];
  const lineOf = printed.map(({ text, level, goesOn, isLargest = false }) => {
    const above = lastOf(lines);
    if (goesOn !== true || above === undefined) return lines.push({ text, level, isLargest }) - 1;
    lines[lines.length - 1] = { ...above, text: above.text + text, level: Math.min(above.level, level) };
    return lines.length - 1;
  });
  const roles = rolesOfWhole(lines);
  return lineOf.map((line) => roles[line] ?? "deck");
}

function rolesOfWhole(lines: readonly TitleLine[]): TitleRole[] {
  const top = lines.reduce((least, { level }) => (level > 0 && (least === 0 || level < least) ? level : least), 0);
  const first = lines.findIndex((line) => line.level === top);
  if (first < 0) return [];
  let end = first + 1;
  while (end < lines.length && lines[end]?.level === top) end += 1;
  const { kickers, halves } = bestReading(
    lines.slice(first, end).map(({ text }) => text),
    lines[first]?.isLargest === true ? 0 : MOST_KICKERS,
  );
  const headline = first + kickers;
  const below = headline + halves;
  return lines.map((_, i) => (i < headline ? "kicker" : i < below ? "headline" : "deck"));
}

function halvesAt(lines: readonly string[], border: number, kickerAt: (border: number) => number): number {
  const [upper, lower] = [lines[border - 1] ?? "", lines[border] ?? ""];
  if (isOccasion(lower) && !isOccasion(upper)) return -NEVER;
  return halfOdds(upper, lower) - UNLIKE * Math.abs(kickerAt(border));
}

interface Reading {
  readonly kickers: number;
  /** Lines of the headline: one, or two halves. */
  readonly halves: number;
}

/** More lines than this lead in to no headline. */
const MOST_KICKERS = 2;
/** Where the clues say next to nothing, the first line is the headline. */
export const PRIOR_OF_KICKER = -0.1;
/** Three lines have rather a kicker and a deck than one of them twice. */
const PRIOR_OF_SECOND_DECK = -1.75;
const PRIOR_OF_SECOND_KICKER = -4;
/** Of two lines of which one leads in or adds, it is the less likely that they are halves. */
const UNLIKE = 0.4;

/** The likeliest of all ways to read lines of one level, by the log-odds at each border between two roles. */
function bestReading(lines: readonly string[], mostKickers: number): Reading {
  let best: Reading = { kickers: 0, halves: 1 };
  let most = Number.NEGATIVE_INFINITY;
  // Every border is part of several readings.
  const known: number[] = [];
  const kickerAt = (border: number): number => {
    known[border] ??= kickerOdds(lines[border - 1] ?? "", lines[border] ?? "");
    return known[border];
  };
  for (let kickers = 0; kickers <= Math.min(mostKickers, lines.length - 1); kickers += 1) {
    for (let halves = 1; halves <= Math.min(2, lines.length - kickers); halves += 1) {
      const odds = readingOdds(lines, { kickers, halves }, kickerAt);
      if (odds > most) {
        most = odds;
        best = { kickers, halves };
      }
    }
  }
  return best;
}

/** @param kickerAt `kickerOdds` of a line and the one above it. */
function readingOdds(
  lines: readonly string[],
  { kickers, halves }: Reading,
  kickerAt: (border: number) => number,
): number {
  const decks = lines.length - kickers - halves;
  let odds = Math.max(0, kickers - 1) * PRIOR_OF_SECOND_KICKER + Math.max(0, decks - 1) * PRIOR_OF_SECOND_DECK;
  if (kickers > 0) odds += PRIOR_OF_KICKER + kickerAt(kickers);
  if (halves > 1) odds += halvesAt(lines, kickers + 1, kickerAt);
  if (decks > 0) odds -= kickerAt(kickers + halves);
  return opensHeadline(lines[kickers + halves - 1] ?? "") || opensHeadline(itemAt(lines, kickers - 1) ?? "")
    ? odds - NEVER
    : odds;
}

/** 小巷法官杜若兰： goes on in the headline, whatever is below it. */
const NEVER = 100;
