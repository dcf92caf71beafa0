/**
 * Whether two lines below each other are one line of a title, cut by the end of a printed line.
 *
 * In: two lines in simplified characters, and what their places say of their type. Out: how they go on, or null.
 */
import { continuity, endOf, startOf } from "../lexicon/continuity.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { TypeOdds } from "../lines/lines.ts";
import { isDashed, kickerOdds } from "./title-clues.ts";
import { halfOdds } from "./title-halves.ts";

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
function goesOnInTitle(upper: string, lower: string, lexicon: Lexicon): Seam | null {
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

/**
 * Log-odds that lines of one article's title have one role, where their places tell: fitted on some 500 pairs of lines in
 * columns side by side, together with what the places say.
 */
const ONE_ROLE = 0.3;
const WORDS_GO_ON = 2.9;
const SHARE_OF_HALVES = 1.2;
const MOST_OF_HALVES = 1;
const SHARE_OF_KICKER = -0.65;
const MOST_OF_KICKER = 3;

/** @param type of the lower line against the upper one; undefined where no place tells. */
export function seamOfTitle(upper: string, lower: string, lexicon: Lexicon, type?: TypeOdds): Seam | null {
  const sure = goesOnInTitle(upper, lower, lexicon);
  if (type === undefined || isDashed(lower)) return sure;
  // Of 24 words across two lines of one type none was there by chance.
  const seam = sure ?? (continuity(endOf(upper), startOf(lower), lexicon).word === null ? null : { cutsWord: true });
  const halves = Math.max(-MOST_OF_HALVES, Math.min(MOST_OF_HALVES, halfOdds(upper, lower)));
  const kicker = Math.min(MOST_OF_KICKER, Math.abs(kickerOdds(upper, lower)));
  const odds =
    ONE_ROLE + type.same + (seam === null ? 0 : WORDS_GO_ON) + SHARE_OF_HALVES * halves + SHARE_OF_KICKER * kicker;
  return odds > 0 ? (seam ?? { cutsWord: false }) : null;
}
