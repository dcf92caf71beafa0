/**
 * Which headings of a text are its titles, and which are sentences of it that are set again, large.
 *
 * In: runs of lines and the text that each heading goes with. Out: titles and quotations. Never: says what line of a title one is.
 *
 * A headline says in words of its own what its text says. A quotation is to be found in the text, word for word, and stands
 * somewhere among its columns; but a kicker may quote, too, and a headline may be repeated in the first sentence.
 */
import { tighten } from "../../text/chars.ts";
import { isOuterLine } from "../columns/running-line.ts";

interface Heading {
  readonly words: string;
  readonly isAlone: boolean;
  readonly isLabel: boolean;
}

export interface HeadingKinds {
  readonly titles: ReadonlySet<number>;
  readonly quotes: ReadonlySet<number>;
}

/** In characters; shorter ones are names and labels. */
export const SHORTEST_HEADLINE = 6;
/** So near to a title in the dump and above the text stand the other lines of the title. */
const AMONG_TITLES = [-2, -1, 1, 2];
/** Sentences, what breaks off at a mark, and where to ring. */
const NO_TITLE = /[。；;]|[，、,]$|\d{6}|[热熱][线線]/;

export function headingKinds(runs: readonly Heading[], textOf: ReadonlyMap<number, number>): HeadingKinds {
  const titles = new Set<number>();
  const repeated: number[] = [];
  const textOfTitle = new Map<number, number>();
  for (const [heading, text] of textOf) {
    const run = runs[heading];
    if (run === undefined || !mayBeTitle(run)) continue;
    if (tighten(runs[text]?.words ?? "").includes(tighten(run.words))) repeated.push(heading);
    else {
      titles.add(heading);
      textOfTitle.set(heading, text);
    }
  }
  const headed = new Set(textOfTitle.values());
  const quotes = new Set<number>();
  for (const heading of repeated) {
    const text = textOf.get(heading) ?? -1;
    const isAmongTitles = heading < text && AMONG_TITLES.some((at) => textOfTitle.get(heading + at) === text);
    (headed.has(text) && !isAmongTitles ? quotes : titles).add(heading);
  }
  return { titles, quotes };
}

function mayBeTitle({ isAlone, isLabel, words }: Heading): boolean {
  return !isAlone && !isLabel && words.length >= SHORTEST_HEADLINE && !NO_TITLE.test(words) && !isOuterLine(words);
}
