/**
 * Lines with the places that their dump gives them.
 *
 * In: lines, and where texts of the dump were printed. Out: the lines with their boxes; null where too few have one, so that
 * the order of the dump is all there is.
 */
import type { Place } from "../coat/boxes.ts";
import type { Coat } from "../coat/coat.ts";
import { firstFrom } from "../text/list.ts";
import type { Line } from "./lines.ts";

/** Share of the lines that must have a box: one without would have to be left where the dump has it. */
const PLACED_SHARE = 0.9;

export function placeLines(
  lines: readonly Line[],
  places: readonly Place[],
  coat: Coat | null,
): readonly Line[] | null {
  if (coat === null || places.length === 0) return null;
  let filled = 0;
  let placed = 0;
  const out = lines.map((line): Line => {
    if (line.isBlank) return line;
    filled += 1;
    const origin = coat.originOf(line.start);
    const place = places[firstFrom(places, origin + 1, ({ end }) => end)];
    if (place === undefined || place.start > origin) return line;
    placed += 1;
    return { ...line, box: place.box };
  });
  return placed > 0 && placed >= filled * PLACED_SHARE ? out : null;
}
