/**
 * Articles whose headline the dump has lost.
 *
 * An engine leaves out what it cannot read, a headline on a tint or in a fancy type; then the text of an article stands right
 * below the end of another one. What shows it: the text above is signed, or the one below has none of its words.
 *
 * In: blocks of a scan's printed lines, with roles. Out: the same; the text that begins such an article says so, and a finding
 * for each. Never: parts a sentence, or text that the engine gives without a blank line between.
 */
import { type Block, changed } from "../blocks/block.ts";
import { isInBrackets } from "../blocks/in-brackets.ts";
import { isOfHeading } from "../blocks/role.ts";
import type { Finding } from "../notice.ts";
import { isSentenceEnd, tighten } from "../text/chars.ts";
import { lastOf } from "../text/list.ts";
import { countPairs, hanPairs, usualPairs } from "../text/pairs.ts";
import { originOf, plain } from "../text/sourced.ts";
import { isText, textOf } from "./article-blocks.ts";
import type { Reordered } from "./reordered.ts";

/** 路灯修好了。（市民␠石小舟）, （云溪晚报）: a signature or a source behind the last stop. Nothing else stands so. */
const SIGNED = /[。！？!?”]\s*[（(〈【][^（()），,。]{2,24}[）)]\s*$/;
/** What points back begins no article: 该剧以…, 据介绍，…. */
const POINTS_BACK =
  /^\s*(?:[该該这這那此其他她它但而]|据[介了]|據[介了]|同[时時]|另外|此外|目前|[对對]此|不[过過]|因此|[随隨][后後着著])/;
/** Fewer pairs of characters above or below tell nothing. */
const FEWEST_PAIRS = 25;
/** As much of the text below as is looked at, in characters. */
const TOPIC_BELOW = 300;
/**
 * Of the pairs that a text of the same article would share with the text above, log of how many less it must have: on made
 * pages six texts with less were other articles', and none the same one's.
 */
const HARDLY_ANY = -2.5;
/** An article has fewer blocks. */
const MOST_BLOCKS = 100;

export function openUnheaded(blocks: readonly Block[]): Reordered {
  let out: Block[] | null = null;
  const findings: Finding[] = [];
  let first = 0;
  let isSigned = false;
  for (const [i, block] of blocks.entries()) {
    if (isOfHeading(block.role)) {
      isSigned = endsText(block, blocks.slice(first, i));
      if (!isSigned) first = i;
      continue;
    }
    if (block.role !== "body") continue;
    const above = blocks.slice(Math.max(first, i - MOST_BLOCKS), i);
    const opens = above.some(isText) && (isSigned || (beginsApart(block) && isOther(above, blocks, i)));
    isSigned = false;
    if (!opens || hanPairs(textBelow(blocks, i)).length < FEWEST_PAIRS) continue;
    out ??= [...blocks];
    out[i] = changed(block, { opensArticle: true });
    first = i;
    findings.push(unheadedFinding(block));
  }
  return { blocks: out ?? blocks, findings };
}

/** A signature in brackets below a text; a byline of that form may also open one: （石小舟）昨日，…. */
function endsText({ role, startsParagraph, text }: Block, above: readonly Block[]): boolean {
  return role === "byline" && startsParagraph !== true && isInBrackets(plain(text)) && above.at(-1)?.role === "body";
}

/** The first line of a paragraph, behind a blank line. */
function beginsApart({ blankLinesBefore, startsParagraph, shape }: Block): boolean {
  return blankLinesBefore > 0 && (startsParagraph === true || shape.isIndented === true);
}

function isOther(above: readonly Block[], blocks: readonly Block[], index: number): boolean {
  const last = lastWords(above.filter(isText));
  if (SIGNED.test(last)) return true;
  if (!isSentenceEnd(last) || POINTS_BACK.test(plain((blocks[index] as Block).text))) return false;
  const upper = above
    .map(({ role, text }) => (role === "body" || role === "title" ? tighten(plain(text)) : ""))
    .join("|");
  const pairs = hanPairs(textBelow(blocks, index));
  const known = hanPairs(upper).length;
  if (pairs.length < FEWEST_PAIRS || known < FEWEST_PAIRS) return false;
  const usual = usualPairs(pairs.length, known);
  return Math.log((countPairs(pairs, upper) + 1) / (usual + 1)) <= HARDLY_ANY;
}

/** The words of the last block, with those of the one right above it: （云溪晚⏎报） may be cut. */
function lastWords(texts: readonly Block[]): string {
  const last = lastOf(texts) as Block;
  const above = last.blankLinesBefore === 0 ? texts.at(-2) : undefined;
  return `${above === undefined ? "" : plain(above.text)}${plain(last.text)}`;
}

/** The text from a block to the next heading. */
function textBelow(blocks: readonly Block[], from: number): string {
  let to = from;
  while (to < Math.min(blocks.length, from + MOST_BLOCKS) && !isOfHeading(blocks[to]?.role)) to += 1;
  return textOf(blocks.slice(from, to)).slice(0, TOPIC_BELOW);
}

/** Characters of a text that a message shows. */
const SHOWN = 8;

function unheadedFinding({ text }: Block): Finding {
  return {
    rule: "join/no-headline",
    level: "warning",
    offset: originOf(text, 0),
    message: `“${plain(text).slice(0, SHOWN)}…” stands below the end of another article and was taken for one of its own, whose headline the dump has lost; compare the scan`,
  };
}
