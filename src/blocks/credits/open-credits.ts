/** Credits behind a dateline that no bracket holds: 本报讯␠通讯员␠石青␠近日，…… */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isBlankCode } from "../../text/chars.ts";
import type { Credits } from "./credit.ts";
import { readCredits } from "./credits.ts";
import type { Lead } from "./lead.ts";
import { OPENS_NEWS } from "./news-opening.ts";
import { surnameLength } from "./surnames.ts";
import type { CreditVocabulary } from "./vocabulary.ts";

/** Credits behind a dateline without brackets, with all their blanks. */
const LONGEST_OPEN = 40;
const SHORTEST_OPEN = 4;
const MOST_AT_END = 2;

/**
 * Credits that no bracket holds: they end before the day of the news, 本报讯␠通讯员␠石青␠近日，……, or with the blank that the
 * paper sets behind the last name, 岚州晚报讯␠记者␠何雅清␠通讯员␠孟帆␠县图书馆…….
 */
export function readOpenCredits(
  text: string,
  from: number,
  vocabulary: CreditVocabulary,
): Omit<Lead, "dateline"> | null {
  const zone = text.slice(from, from + LONGEST_OPEN);
  if (!/^\s/.test(zone) || !vocabulary.hints.hasRole(zone)) return null;
  let found: { credits: Credits; end: number } | null = null;
  for (let end = SHORTEST_OPEN; end <= zone.length; end += 1) {
    const isBlank = isBlankCode(zone.charCodeAt(end));
    // A byline that repairs have cut from its text ends with it.
    const isEnd = end === zone.length ? from + end === text.length : OPENS_NEWS.test(text.slice(from + end));
    if (!(isBlank || isEnd) || (found !== null && !isBlank)) continue;
    const credits = readCredits(zone.slice(0, end), vocabulary);
    if (credits === null || !credits.authors.some(({ role }) => role !== null)) continue;
    // …␠春节过␠后第二周，江州: a piece of text that a column has cut ends there, too.
    const isMany = !isBlank && end === zone.length && credits.authors.length > MOST_AT_END;
    if ((isBlank || isMany) && !credits.authors.every(({ name }) => isSureName(name, vocabulary.lexicon))) continue;
    found = { credits, end };
  }
  if (found === null) return null;
  const parts = found.credits.parts.map(({ kind, start, end }) => ({ kind, start: start + from, end: end + from }));
  return { end: from + found.end, authors: found.credits.authors, parts };
}

/** A family name and one or two characters, and no word: behind 通讯员␠石青 the text may go on with 文化路 or 高兴. */
function isSureName(name: string, lexicon: Lexicon): boolean {
  const simple = lexicon.simplify(name);
  const given = simple.length - surnameLength(simple);
  return given < simple.length && given > 0 && given <= 2 && !lexicon.isWord(simple);
}
