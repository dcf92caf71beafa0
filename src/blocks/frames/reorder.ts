/**
 * Lines of a page whose frames stand in no order, article by article in reading order.
 *
 * In: the lines of a dump, and where in it the frames of each article begin. Out: the same lines; a blank one stands where
 * a frame ends, so that nothing is formed over it. Never: drops a line.
 */
import type { Context } from "../../context.ts";
import type { Line } from "../../lines/lines.ts";
import { append } from "../../text/append.ts";
import { lastOf } from "../../text/list.ts";
import type { Source } from "../../text/source.ts";
import { measurePrinted, type PrintedLine } from "../printed-line.ts";
import { type FrameLine, readArticleLines } from "./frame-line.ts";
import { orderLines } from "./order-lines.ts";

/** More lines are no article, and every line is held against every other. */
const MOST_LINES = 400;

export interface Frames {
  /** Offsets in the dump. */
  readonly starts: readonly number[];
  /** Offsets of the lines of folio, adverts and the like. */
  readonly furniture: ReadonlySet<number>;
}

/** @param frames where the frames of an article begin, ascending, and which lines belong to none. */
export function reorderLines(source: Source, lines: readonly Line[], frames: Frames, context: Context): Line[] {
  const { starts, furniture: known } = frames;
  const articles: PrintedLine[][] = [[]];
  let next = 0;
  for (const printed of measurePrinted(source, lines)) {
    for (; printed.line.start >= (starts[next] ?? Number.POSITIVE_INFINITY); next += 1) articles.push([]);
    lastOf(articles)?.push(printed);
  }
  const out: Line[] = [];
  const end = (): void => {
    const last = lastOf(out);
    if (last !== undefined)
      out.push({ lineStart: last.end, start: last.end, end: last.end, headingLevel: 0, isBlank: true });
  };
  for (const [i, printed] of articles.entries()) {
    if (i === 0 || printed.length > MOST_LINES)
      append(
        out,
        printed.map(({ line }) => line),
      );
    else {
      const read = readArticleLines(printed, context);
      const isFurniture = ({ kind, printed: { line } }: FrameLine): boolean =>
        kind === "furniture" || known.has(line.start);
      const furniture = read.filter(isFurniture);
      append(
        out,
        furniture.map((line) => line.printed.line),
      );
      for (const run of orderLines(
        read.filter((line) => !isFurniture(line)),
        context,
      )) {
        end();
        append(
          out,
          run.map((line) => line.printed.line),
        );
      }
    }
    end();
  }
  return out;
}
