import type { Source } from "../text/source.ts";
import type { Line } from "./lines.ts";
export function unweave(_source: Source, lines: readonly Line[]): Line[] {
  return [...lines];
}
