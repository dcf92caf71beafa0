import type { Source } from "../text/source.ts";
import type { Line } from "./lines.ts";
import { readCells } from "./columns/cells.ts";
export function unweave(source: Source, lines: readonly Line[]): Line[] {
  const cells = readCells(source, lines);
  const out: Line[] = [];
  for (const row of cells) for (const c of row) out.push({ lineStart: c.start, start: c.start, end: c.end, headingLevel: 0, isBlank: false });
  return out;
}
