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
import { orderByHeights } from "./column-heights.ts";
import type { FrameLine } from "./frame-line.ts";
import { linkLines } from "./links.ts";
import { openingOf } from "./opening.ts";
import { inOrderOfTelling } from "./telling-order.ts";

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
    else text.push(chain);
  }
  if (opening.length === 0) {
    const first = openingOf(text.map(wordsOf));
    if (first >= 0) opening.push(...text.splice(first, 1));
  }
  const body = [...opening, ...inOrderOfTelling(text, wordsOf)];
  const place = new Map(lines.map((line, i) => [line, i]));
  const stretches = body.map((chain) => stretchesOf(chain, place));
  const ordered = orderByHeights(stretches, opening.length).map((i) => body[i] as FrameLine[]);
  return [...(heading.length > 0 ? [heading] : []), ...ordered, ...end, ...captions];
}

/** Printed lines between the column ends that cut a paragraph: there it goes on elsewhere in the dump. */
function stretchesOf(chain: readonly FrameLine[], place: ReadonlyMap<FrameLine, number>): number[] {
  const out = [0];
  for (const [i, line] of chain.entries()) {
    const above = chain[i - 1];
    if (above !== undefined && (place.get(line) ?? 0) !== (place.get(above) ?? 0) + 1) out.push(0);
    if (!line.printed.isCut) out[out.length - 1] = (out[out.length - 1] ?? 0) + 1;
  }
  return out;
}

function wordsOf(chain: readonly FrameLine[]): string {
  return tighten(chain.map(({ printed }) => printed.text).join(""));
}

/** One line, or two, that end no sentence and go on nowhere: a title as wide as the column. */
function isLoneLine(chain: readonly FrameLine[]): boolean {
  const last = lastOf(chain);
  return chain.length <= 2 && last !== undefined && !last.isClosed && !chain.some(({ opensBody }) => opensBody);
}

function isBracketed(chain: readonly FrameLine[]): boolean {
  return /^\s*[（(《][^（()）。]{2,30}[）)]\s*$/.test(wordsOf(chain));
}
