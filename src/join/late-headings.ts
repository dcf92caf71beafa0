/**
 * Puts a headline or a byline that an engine read in the middle of its text above it.
 *
 * In: blocks of a scan's printed lines, with roles. Out: the same blocks, such lines above the text they head, and a finding
 * for each. Never: gives a line to an article that has one of its kind.
 */
import { type Block, changed } from "../blocks/block.ts";
import { hasMarksOfPrint } from "../lines/mark-widths.ts";
import type { Finding } from "../notice.ts";
import { shareOfPairs } from "../text/pairs.ts";
import { originOf, plain } from "../text/sourced.ts";
import { articlesOf, isText, isTitle, SPOKEN_OF, textOf, wordsOf } from "./article-blocks.ts";
import { lateByline } from "./late-byline.ts";
import { lateHeadline } from "./late-headline.ts";
import { leadingText } from "./leading-text.ts";
import type { Dumped, Reordered } from "./reordered.ts";

export function liftHeadings(blocks: readonly Block[]): Reordered {
  const articles = articlesOf(blocks);
  const findings: Finding[] = [];
  for (const [i, article] of articles.entries()) {
    const below = articles[i + 1] ?? [];
    const byline = lateByline(article, below);
    if (byline !== null) {
      articles[i + 1] = signed(article, below, byline);
      articles[i] = [];
      findings.push(liftedFinding(byline, "byline"));
      continue;
    }
    const lead = leadingText(article, below);
    const own = lead === null ? article : article.slice(0, lead);
    if (lead !== null) {
      articles[i] = own;
      articles[i + 1] = below.toSpliced(below.findIndex(isText), 0, ...article.slice(lead));
      findings.push(leadFinding(article[lead] as Block));
    }
    const headline = lateHeadline(own);
    if (headline[0] === undefined) continue;
    articles[i] = headed(own, headline);
    findings.push(liftedFinding(headline[0], "headline"));
  }
  return { blocks: findings.length > 0 ? articles.flat() : blocks, findings };
}

/** Whether an OCR engine looked for columns, and gives what it found with white between. */
export function isOfEngine({ source, lines, kind }: Dumped): boolean {
  const hasWhite = lines.some(({ isBlank }, i) => isBlank && i + 1 < lines.length);
  return hasWhite && (kind === "spaced" || !hasMarksOfPrint(source.text, lines));
}

function liftedFinding({ text }: Block, kind: string): Finding {
  return {
    rule: `join/late-${kind}`,
    level: "warning",
    offset: originOf(text, 0),
    message: `“${plain(text).trim()}” stands inside a text that has no other ${kind}, and was put above it; compare the scan`,
  };
}

/** Characters of a text that a message shows. */
const SHOWN = 8;

function leadFinding({ text }: Block): Finding {
  return {
    rule: "join/leading-text",
    level: "warning",
    offset: originOf(text, 0),
    message:
      `“${plain(text).slice(0, SHOWN)}…” stands behind another article and was put below the headline under it, ` +
      "whose text it speaks of; compare the scan",
  };
}

/** The headline stands below the label of its article. */
function headed(article: readonly Block[], headline: readonly Block[]): Block[] {
  const rest = article.filter((block) => !headline.includes(block));
  const place = rest.findIndex((block) => isText(block) || block.role === "byline");
  const titles = headline.map((line) => changed(line, { role: "title", confidence: SURE_ENOUGH }));
  return rest.toSpliced(place, 0, ...titles);
}

const SURE_ENOUGH = 0.8;

/** Two parts of a text with the byline, and what was taken for a headline between them, above. */
function signed(above: readonly Block[], below: readonly Block[], byline: Block): Block[] {
  const text = above.findIndex(isText);
  const heading = headsBoth(above, below) ? below.filter(isTitle) : [];
  const rest = below.filter((block) => block !== byline && !heading.includes(block));
  return [...above.slice(0, text), ...heading, byline, ...above.slice(text), ...rest.map(asText)];
}

/** The lines between are the headline of both texts: the upper one has none, and the lower one speaks of them. */
function headsBoth(above: readonly Block[], below: readonly Block[]): boolean {
  return !above.some(isTitle) && shareOfPairs(wordsOf(below.filter(isTitle)), textOf(below)) >= SPOKEN_OF;
}

/** Other lines between are text. */
function asText(block: Block): Block {
  return isTitle(block) ? changed(block, { role: "body" }) : block;
}
