/**
 * How well the lines of a page go on in each other, in the order in which they are.
 *
 * In: lines. Out: the log-odds of all their open seams together, how many there are, and how many of them break. Never:
 * looks at seams behind a mark, or beside a byline.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
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
