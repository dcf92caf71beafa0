/**
 * How well the lines of a page go on in each other, in the order in which they are.
 *
 * In: lines. Out: the log-odds of all their open seams together, how many there are, and how many of them break. Never:
 * looks at seams behind a mark, or beside a byline.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { lastOf } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
import type { Line } from "../lines.ts";
import type { Echoes } from "./echoes.ts";
import { fitOnPage } from "./fit.ts";
import { readStrips } from "./strip.ts";

export interface Readability {
  readonly fit: number;
  readonly seams: number;
  readonly broken: number;
}

export function readabilityOf(source: Source, lines: readonly Line[], lexicon: Lexicon, echoes: Echoes): Readability {
  const strips = readStrips(source, lines);
  let fit = 0;
  let seams = 0;
  let broken = 0;
  for (const [i, above] of strips.entries()) {
    const below = strips[i + 1];
    if (below === undefined || above.isClosed || above.isPaused || above.isAlone || below.isAlone) continue;
    const here = fitOnPage(above.tail, below.head, lexicon, echoes);
    fit += here;
    seams += 1;
    if (here < 0) broken += 1;
  }
  return { fit, seams, broken };
}

/** An end that goes on so well, in log-odds, is not asked for a better continuation. */
const GOES_ON_WELL = 2;
/** So many ends speak for all (twice as many say the same of 759 dumps): each is held against every other part. */
const ENDS_ASKED = 10;

/**
 * What the open ends of parts could gain, in log-odds, if each went on in the part that fits it best. Where there are many,
 * told from some, all over the page.
 */
export function mostToGain(
  source: Source,
  parts: readonly (readonly Line[])[],
  lexicon: Lexicon,
  echoes: Echoes,
): number {
  const ends = parts.map((part) => readStrips(source, part.length > 1 ? [part[0], lastOf(part)].flatMap(only) : part));
  const heads = ends.flatMap((strips) => strips[0] ?? []);
  const open = ends.flatMap((strips, i) => {
    const tail = lastOf(strips);
    return tail === undefined || tail.isClosed || tail.isPaused || tail.isAlone ? [] : [{ i, tail: tail.tail }];
  });
  const asked = open.filter((_, nth) => (nth * ENDS_ASKED) % open.length < ENDS_ASKED);
  let gain = 0;
  for (const { i, tail } of asked) {
    const next = heads[i + 1];
    const given = next === undefined ? 0 : fitOnPage(tail, next.head, lexicon, echoes);
    if (given >= GOES_ON_WELL) continue;
    let best = given;
    for (const [j, { head, isAlone, opens }] of heads.entries())
      if (j !== i && !isAlone && !opens) best = Math.max(best, fitOnPage(tail, head, lexicon, echoes));
    gain += best - given;
  }
  return asked.length === 0 ? 0 : (gain * open.length) / asked.length;
}

function only<T>(item: T | undefined): T[] {
  return item === undefined ? [] : [item];
}
