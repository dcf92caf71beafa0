/**
 * Printed lines to blocks: their columns are put one below the other first.
 *
 * In: the lines of a dump that keeps them. Out: blocks in reading order, their roles still open.
 */
import type { Context } from "../context.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { closeBlockGaps } from "../lines/block-gaps.ts";
import { orderByBoxes } from "../lines/boxes.ts";
import { unweave, unweaveWrapped } from "../lines/columns.ts";
import type { Line } from "../lines/lines.ts";
import { unweaveRows } from "../lines/woven.ts";
import type { Source } from "../text/source.ts";
import type { Block } from "./block.ts";
import { formWrapped } from "./form-wrapped.ts";

/** Lines that come of cutting rows, as a share of all lines, from which on they say nothing of the order of the parts. */
const MANY_ROWS = 0.4;

export function formPrinted(
  source: Source,
  lines: readonly Line[],
  kind: "wrapped" | "spaced" | "side-by-side" | "boxes",
  context: Context,
): Block[] {
  const { lexicon } = context;
  const printed =
    kind === "boxes"
      ? orderByBoxes(source, lines, lexicon)
      : kind === "side-by-side"
        ? unweave(source, lines, lexicon)
        : kind === "wrapped"
          ? columnByColumn(source, lines, lexicon)
          : unweaveWrapped(source, lines, kind, lexicon);
  const framesTell = kind === "wrapped" && isAsGiven(printed, lines);
  return formWrapped(source, printed, { blanksCount: kind !== "spaced", framesTell }, context);
}

function isAsGiven(printed: readonly Line[], lines: readonly Line[]): boolean {
  return printed.length === lines.length && printed.every(({ start }, i) => start === lines[i]?.start);
}

function columnByColumn(source: Source, given: readonly Line[], lexicon: Lexicon): readonly Line[] {
  const lines = closeBlockGaps(source.text, given, lexicon);
  const cut = unweaveRows(source, lines, lexicon);
  if (cut.length > lines.length * (1 + MANY_ROWS)) return cut;
  const ordered = unweaveWrapped(source, lines, "wrapped", lexicon);
  return ordered === lines ? cut : unweaveRows(source, ordered, lexicon);
}
