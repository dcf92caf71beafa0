/**
 * Whether the blanks between the Han characters of a page were printed.
 *
 * A scan that leaves its line ends as blanks leaves one in every line, sixty in a thousand characters. An engine that
 * closes up its lines writes none, and the few blanks in its text were set so: 主办：县文化馆␠协办：县图书馆, names in a row.
 */
import type { Block } from "../../blocks/block.ts";
import type { DumpKind } from "../../page.ts";
import { isHanCode } from "../../text/chars.ts";
import { plain } from "../../text/sourced.ts";
import { gapsOf, isBetweenHan } from "./gap.ts";

/** Han characters of running text for each blank between two of them; one that closes up its lines has more. */
const FEWEST_FOR_EACH = 250;
/** Characters of a paragraph of several lines: rows of names and of tables, which are shorter, have blanks of their own. */
const SEVERAL_LINES = 60;

export function arePrinted(blocks: readonly Block[], dump: DumpKind): boolean {
  if (dump !== "blocks" && dump !== "markdown") return false;
  let han = 0;
  let gaps = 0;
  for (const { role, text } of blocks) {
    if (role !== "body") continue;
    const words = plain(text);
    if (words.length < SEVERAL_LINES) continue;
    for (let i = 0; i < words.length; i += 1) if (isHanCode(words.charCodeAt(i))) han += 1;
    if (words.includes(" ") || words.includes("\u3000")) gaps += gapsOf(words).filter(isBetweenHan).length;
  }
  return han >= Math.max(gaps, 1) * FEWEST_FOR_EACH;
}
