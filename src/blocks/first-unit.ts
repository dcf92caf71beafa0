/** What a line begins with that print does not part. */
import { printedCells } from "../text/chars.ts";

/** A figure or a Latin word stays whole; marks that open stay with what follows, marks that close with what stands before. */
const FIRST_UNIT = /^[“‘「『《〈（【(]*(?:[0-9A-Za-z.,:%/+-]+|[\s\S])[，。、；：！？”’」』》〉）】,.;:!?)%℃]*/;
/** Characters of a line that its first unit is looked for in. */
const REACH = 24;

/** Cells of what cannot be parted at the beginning of a line: 2024, “红, 巷”。 */
export function cellsOfFirst(text: string): number {
  return printedCells(FIRST_UNIT.exec(text.slice(0, REACH))?.[0] ?? "");
}
