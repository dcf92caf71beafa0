/**
 * The lines of one article in reading order, when its frames stand in no order.
 *
 * In: its lines in the order of the dump. Out: runs of lines: the heading, the opening, the other paragraphs, captions.
 * Never: drops a line. Paragraphs that nothing orders stay as the dump has them.
 */
import type { Context } from "../../context.ts";
import { tighten } from "../../text/chars.ts";
import { lastOf } from "../../text/list.ts";
import { isCitation } from "../citation.ts";
import type { FrameLine } from "./frame-line.ts";
import { linkLines } from "./links.ts";
import { openingOf } from "./opening.ts";

export function orderLines(lines: readonly FrameLine[], context: Context): FrameLine[][] {
  const next = linkLines(lines, context);
  const isHead = new Uint8Array(lines.length).fill(1);
  for (const to of next) if (to >= 0) isHead[to] = 0;
  const chains: FrameLine[][] = [];
  for (const [i] of lines.entries()) {
    if (isHead[i] === 0) continue;
    const chain: FrameLine[] = [];
    for (let at = i; at >= 0; at = next[at] ?? -1) {
      const line = lines[at];
      if (line !== undefined) chain.push(line);
    }
    chains.push(chain);
  }
  const heading: FrameLine[] = [];
  const opening: FrameLine[][] = [];
  const text: FrameLine[][] = [];
  const closing: FrameLine[][] = [];
  const captions: FrameLine[][] = [];
  const end: FrameLine[][] = [];
  for (const chain of chains) {
    const [first] = chain;
    if (first === undefined) continue;
    const isHeading =
      first.kind === "display" || first.kind === "label" || first.kind === "byline" || isLoneLine(chain);
    if (first.kind === "jump" || isBracketed(chain) || isCitation(wordsOf(chain))) end.push(chain);
    else if (first.kind === "display" && /[。摄攝]/.test(wordsOf(chain))) captions.push(chain);
    else if (isHeading) heading.push(...chain);
    else if (first.opensBody) opening.push(chain);
    else if (CLOSES.test(first.printed.text)) closing.push(chain);
    else text.push(chain);
  }
  if (opening.length === 0) {
    const first = openingOf(text.map(wordsOf));
    if (first >= 0) opening.push(...text.splice(first, 1));
  }
  return [...(heading.length > 0 ? [heading] : []), ...opening, ...text, ...closing, ...end, ...captions];
}

function wordsOf(chain: readonly FrameLine[]): string {
  return tighten(chain.map(({ printed }) => printed.text).join(""));
}

/** What news adds at its end: the background, or what comes next. */
const CLOSES = /^(?:[据據]悉|[据據]了解|[据據]介[绍紹]|下一步|下[阶階]段|今[后後]，|未[来來]，)/;

/** One line, or two, that end no sentence and go on nowhere: a title as wide as the column. */
function isLoneLine(chain: readonly FrameLine[]): boolean {
  const last = lastOf(chain);
  return chain.length <= 2 && last !== undefined && !last.isClosed && !chain.some(({ opensBody }) => opensBody);
}

function isBracketed(chain: readonly FrameLine[]): boolean {
  return /^\s*[（(《][^（()）。]{2,30}[）)]\s*$/.test(wordsOf(chain));
}
