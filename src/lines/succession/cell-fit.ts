/**
 * How well one cell goes on in another one further down, each two looked at once.
 *
 * In: the cells of a part of the page. Out: log-odds by their indices. Never: looks at places.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Echoes } from "./echoes.ts";
import { fitOfShape, fitOfWords } from "./fit.ts";
import type { FitOfCells } from "./grid.ts";
import type { Strip } from "./strip.ts";

const TO_OPENING = -3;
const BESIDE_ALONE = -2;
/** Cells of one row stand side by side. */
const SAME_ROW = -9;

export function fitOfCells(cells: readonly Strip[], lexicon: Lexicon, echoes: Echoes): FitOfCells {
  const known = new Map<number, number>();
  return (from, to) => {
    const key = from * cells.length + to;
    const before = known.get(key);
    if (before !== undefined) return before;
    const above = cells[from];
    const below = cells[to];
    if (above === undefined || below === undefined || above.row === below.row) return SAME_ROW;
    let fit = fitOfShape(above, below) + fitOfWords(above, below, lexicon, echoes);
    if (below.opens) fit += TO_OPENING;
    if (above.isAlone || below.isAlone) fit += BESIDE_ALONE;
    known.set(key, fit);
    return fit;
  };
}
