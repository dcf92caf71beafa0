/**
 * Gives an article the byline that an engine read in the middle of its text.
 *
 * A headline often stands over the middle columns, or its byline beside them, and is read after the first column. Then the
 * text above the byline is one that nobody signs, and the text below it speaks of the same; between them stands no headline,
 * or lines that are none: the last ones of the column, a caption.
 *
 * In: blocks of a scan's printed lines, with roles. Out: the same blocks, such bylines below the headline of their article,
 * and a finding for each. Never: moves a dateline or a signature, or a byline to an article that has one.
 */
import { type Block, changed } from "../blocks/block.ts";
import { isInBrackets } from "../blocks/in-brackets.ts";
import { LONGEST_TITLE } from "../blocks/neighbours/question.ts";
import { hasNoHalfMark } from "../lines/half-marks.ts";
import type { Line } from "../lines/lines.ts";
import type { Finding } from "../notice.ts";
import type { DumpKind } from "../page.ts";
import { isSentenceEnd, tighten, visibleLength } from "../text/chars.ts";
import { countPairs, hanPairs } from "../text/pairs.ts";
import type { Source } from "../text/source.ts";
import { originOf, plain } from "../text/sourced.ts";
import { articlesOf, textOf } from "./article-blocks.ts";
import type { Reordered } from "./column-order.ts";

/** A text above of fewer characters tells nothing. */
const SHORTEST_TEXT = 40;
/** As much of the text below as is looked at, in characters. */
const TOPIC_BELOW = 300;
/**
 * Of the pairs of characters of the text below so many, at least, are in the text above, where no line stands between the two,
 * and where lines may be a headline. In 20 of 26 such bylines of made pages it is so, and in two of 24 others.
 */
const SHARED = 0.03;
const SHARED_BESIDE_LINES = 0.05;
/** Or the text above has so many of the pairs of the lines between, and half as many as the text below. */
const SPOKEN_OF = 0.1;

/** The dump. */
interface Page {
  readonly source: Source;
  readonly lines: readonly Line[];
}

export function liftBylines(blocks: readonly Block[], kind: DumpKind, page: Page): Reordered {
  if (kind !== "wrapped" && kind !== "spaced") return { blocks, findings: [] };
  const articles = articlesOf(blocks);
  const findings: Finding[] = [];
  for (let i = 0; i + 1 < articles.length; i += 1) {
    const [above, below] = [articles[i] as Block[], articles[i + 1] as Block[]];
    const byline = lateByline(above, below);
    if (byline === null) continue;
    if (findings.length === 0 && !isOfEngine(kind, page)) break;
    findings.push(liftedFinding(byline));
    const text = above.findIndex(isText);
    const heading = headsBoth(above, below) ? below.filter(isTitle) : [];
    const rest = below.filter((block) => block !== byline && !heading.includes(block));
    articles[i + 1] = [...above.slice(0, text), ...heading, byline, ...above.slice(text), ...rest.map(asText)];
    articles[i] = [];
  }
  return { blocks: findings.length > 0 ? articles.flat() : blocks, findings };
}

/** Whether an OCR engine looked for columns, and gives what it found with white between. */
function isOfEngine(kind: DumpKind, { source, lines }: Page): boolean {
  const hasWhite = lines.some(({ isBlank }, i) => isBlank && i + 1 < lines.length);
  return hasWhite && (kind === "spaced" || !hasNoHalfMark(source.text, lines));
}

function liftedFinding({ text }: Block): Finding {
  return {
    rule: "join/late-byline",
    level: "warning",
    offset: originOf(text, 0),
    message:
      `“${plain(text).trim()}” stands inside a text that nobody else signs, and was given to its headline; ` +
      "compare the scan",
  };
}

/** Lines between that are the headline of both texts: the upper one has none, and the lower one speaks of them. */
function headsBoth(above: readonly Block[], below: readonly Block[]): boolean {
  return !above.some(isTitle) && shareOf(wordsOf(below.filter(isTitle)), textOf(below)) >= HEADLINE;
}

/** A headline has so many of its pairs in its text. */
const HEADLINE = 0.3;

/** Other lines between are text. */
function asText(block: Block): Block {
  return isTitle(block) ? changed(block, { role: "body" }) : block;
}

/** The byline that opens one article, where it belongs to the article above. */
function lateByline(above: readonly Block[], below: readonly Block[]): Block | null {
  const first = below.findIndex(isText);
  const lines = below.slice(0, first);
  const byline = lines.find(({ role }) => role === "byline");
  if (byline === undefined || byline.blankLinesBefore === 0 || signsAnother(byline)) return null;
  if (lines.some(({ role }) => role === "sectionLabel")) return null;
  if (above.some(({ role }) => role === "byline" || role === "jump")) return null;
  const last = above.findLast(({ role }) => role === "body");
  if (last === undefined || mayBeTitle(last)) return null;
  const words = wordsOf(lines.filter(isTitle));
  const [upper, lower] = [textOf(above), textOf(below)];
  if (upper.length < SHORTEST_TEXT) return null;
  const shared = shareOf(lower.slice(0, TOPIC_BELOW), upper);
  if (words === "") return shared >= SHARED || !isSentenceEnd(plain(last.text)) ? byline : null;
  const { startsParagraph, shape } = below[first] as Block;
  if (startsParagraph === true || shape.isIndented === true) return null;
  if (shared >= SHARED_BESIDE_LINES) return byline;
  const spokenOf = shareOf(words, upper);
  return spokenOf >= SPOKEN_OF && spokenOf * 2 >= shareOf(words, lower) ? byline : null;
}

function isTitle({ role }: Block): boolean {
  return role === "title";
}

function wordsOf(lines: readonly Block[]): string {
  return lines.map(({ text }) => tighten(plain(text))).join("|");
}

function isText({ role }: Block): boolean {
  return role === "body" || role === "subhead";
}

/** A dateline opens a text of its own; a signature in brackets ends one. */
function signsAnother({ startsParagraph, credits, text }: Block): boolean {
  return startsParagraph === true || credits?.dateline != null || isInBrackets(plain(text));
}

const MOST_TITLE_LINES = 2;

/** A headline that was not known for one: no sentence, and no part of one. */
function mayBeTitle({ text, lines }: Block): boolean {
  const words = plain(text);
  return lines.length <= MOST_TITLE_LINES && visibleLength(words) <= LONGEST_TITLE && !/[，。、；,;]/.test(words);
}

/** Of the pairs of characters of one text, how many the other has. */
function shareOf(words: string, text: string): number {
  const pairs = hanPairs(words);
  return pairs.length === 0 ? 0 : countPairs(pairs, text) / pairs.length;
}
