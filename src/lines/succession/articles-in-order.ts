/**
 * The columns of a page put in order, article by article.
 *
 * In: columns whose lines stand below each other, in the order of the dump. Out: their lines, the texts of each article
 * together and headlines above them. Never: drops a line or cuts one.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { lastOf } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
import { blankLine, type Line } from "../lines.ts";
import { aboveText } from "./above.ts";
import { chainColumns } from "./chains.ts";
import type { Echoes } from "./echoes.ts";
import { headOf } from "./ends.ts";
import { IN_NEXT_FLOW, typeInFlow } from "./flow-type.ts";
import { gatherTexts, type Text } from "./gather.ts";
import type { HeadingKinds } from "./heading-kinds.ts";
import { type Run as HeadingRun, headedTexts, headingsFirst } from "./headings.ts";
import { type AroundArticles, aroundArticles, withEndsApart } from "./page-head.ts";
import { readStrips, type Strip, wordsOf } from "./strip.ts";
import { isTitle } from "./title.ts";

/** No page has more columns; a longer dump is taken in parts. */
const MOST_COLUMNS = 300;
/** Shorter runs are headlines, captions and the ends of paragraphs: too little to know an article by. */
const TEXT_LINES = 3;

/**
 * The columns of a page article by article, each headline above its text; a blank line where a text does not go on.
 * @param hasRows of a dump that gives rows of columns and each title apart: what is found of its articles holds, and each
 * part begins with its largest line.
 */
export function putInOrder(
  source: Source,
  columns: readonly (readonly Line[])[],
  lexicon: Lexicon,
  echoes: Echoes,
  hasRows: boolean,
): Line[] {
  const pieces: { readonly strips: Strip[]; readonly words: string }[] = [];
  const around = aroundArticles(source, hasRows ? columns.flat() : []);
  for (const column of columns.flatMap((one) => withEndsApart(one, around))) {
    const strips = readStrips(source, column);
    if (strips.length > 0) pieces.push({ strips, words: wordsOf(source, strips) });
  }
  const runs: Run[] = [];
  for (let from = 0; from < pieces.length; from += MOST_COLUMNS) {
    const part = pieces.slice(from, from + MOST_COLUMNS);
    const chained = chainColumns(part, lexicon, echoes).map((chain) => chain.flatMap((i) => part[i]?.strips ?? []));
    for (const run of gathered(source, from, chained, lexicon, echoes)) runs.push(run);
  }
  const { order, kinds } = headingsFirst(runs);
  const out: Line[] = [];
  let before = -1;
  for (const at of withHeadAndFoot(order, runs, around)) {
    const last = lastOf(out);
    if (last !== undefined) out.push(blankLine(last.end));
    const run = runs[at];
    if (run === undefined) continue;
    const lines = hasRows ? marked(run, at, kinds, before) : run.strips.map(({ line }) => line);
    for (const [i, line] of lines.entries())
      out.push(i === 0 && hasRows && run.opensArticle ? { ...line, opensArticle: true } : line);
    before = at;
  }
  return out;
}

/** What stands over the articles first, and what stands under them last. */
function withHeadAndFoot(order: readonly number[], runs: readonly Run[], { head, foot }: AroundArticles): number[] {
  const isOf = (around: ReadonlySet<Line>, at: number): boolean => {
    const line = runs[at]?.strips[0]?.line;
    return line !== undefined && around.has(line);
  };
  const own = order.filter((at) => !isOf(head, at) && !isOf(foot, at));
  return [...order.filter((at) => isOf(head, at)), ...own, ...order.filter((at) => isOf(foot, at))];
}

/** The lines of a run with what is known of it. In one part of the dump none is larger than the one above. */
function marked(run: Run, at: number, { titles, quotes }: HeadingKinds, before: number): Line[] {
  const isRepeated = quotes.has(at);
  let isLarge = titles.has(at);
  return run.strips.map(({ line, ems, isAlone, isBelowBlank, reports }, i) => {
    if (isRepeated) return { ...line, isRepeated };
    // A byline may stand below a title.
    isLarge &&= !isAlone && !reports;
    if (!isLarge && !run.isTitle) return line;
    const above = run.strips[i - 1];
    if (above !== undefined && !isBelowBlank) return { ...line, isLarge, type: typeInFlow(above.ems, ems) };
    const isNext = isLarge && i === 0 && before === at - 1 && titles.has(before);
    return isNext ? { ...line, isLarge, type: IN_NEXT_FLOW } : { ...line, isLarge };
  });
}

/**
 * Runs, the texts of each article in one, which stands where its beginning stood.
 * @param from the place of the first run in the order of the dump.
 */
function gathered(
  source: Source,
  from: number,
  runs: readonly Strip[][],
  lexicon: Lexicon,
  echoes: Echoes,
): readonly Run[] {
  const texts: Text[] = [];
  const described = runs.map((strips, at) => describe(source, from + at, strips));
  const headed = headedTexts(described);
  for (const [at, strips] of runs.entries()) {
    if (strips.length < TEXT_LINES) continue;
    const words = wordsOf(source, strips);
    if (isTitle(strips, words)) continue;
    texts.push({ at, strips, words, above: aboveText(source, runs, at, words), isHeaded: headed.has(at) });
  }
  const articleAt = new Map<number, readonly Text[]>();
  const isInside = new Set<number>();
  for (const article of gatherTexts(texts, lexicon, echoes)) {
    articleAt.set(article[0]?.at ?? -1, article);
    for (const { at } of article.slice(1)) isInside.add(at);
  }
  return described.flatMap((run, at) => {
    if (isInside.has(at)) return [];
    const article = articleAt.get(at);
    if (article === undefined) return { ...run, opensArticle: false };
    const strips = article.flatMap((text) => text.strips);
    return { ...(article.length === 1 ? run : describe(source, run.at, strips)), opensArticle: opensArticle(article) };
  });
}

/** What begins in mid-paragraph may be the rest of the article above; so much is none. */
const MOST_OF_REST = 11;

function opensArticle(article: readonly Text[]): boolean {
  const [text] = article;
  if (text === undefined) return false;
  return beginsParagraph(text) || article.reduce((sum, { strips }) => sum + strips.length, 0) > MOST_OF_REST;
}

function beginsParagraph({ strips }: Text): boolean {
  const [first] = strips;
  // The longest line may be a title.
  const width = strips.map(({ ems }) => ems).sort((a, b) => b - a)[1] ?? 0;
  return first !== undefined && (first.reports || headOf(first, width) === "start");
}

/** A run as headings are sought for it, with its lines. */
interface Run extends HeadingRun {
  readonly strips: readonly Strip[];
  /** Its text begins with a paragraph, and is of no article that has begun before. */
  readonly opensArticle: boolean;
}

/** A label that the dump gives right below a headline stands beside or above it. */
function labelFirst(source: Source, strips: readonly Strip[]): readonly Strip[] {
  const [headline, label] = strips;
  if (strips.length !== 2 || headline === undefined || label === undefined || headline.isClosed) return strips;
  return LABEL.test(source.text.slice(label.line.start, label.line.end)) ? [label, headline] : strips;
}

/** A section label, no byline: ■县域. Not ■ 本报记者. */
const LABEL = /^[■□◆●▲]\s?(?!本)[〇㐀-鿿]{2,6}$/u;

function describe(source: Source, at: number, given: readonly Strip[]): Omit<Run, "opensArticle"> {
  const strips = labelFirst(source, given);
  const words = strips.map(({ line }) => source.text.slice(line.start, line.end)).join("\n");
  const isLabel = LABEL.test(words);
  return {
    at,
    strips,
    words,
    lineCount: strips.length,
    isClosed: lastOf(strips)?.isClosed === true,
    isAlone: !isLabel && strips[0]?.isAlone === true,
    isLabel,
    isTitle: isTitle(strips, words),
  };
}
