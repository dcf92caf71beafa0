/**
 * Headlines that run into their text: ■␠秋季征兵启动␠8月5日，我县召开…, **秋季征兵启动** 8月5日，我县召开….
 *
 * Briefs under one label are set so: each begins with a mark or in bold, a blank ends the headline, and the text goes on in
 * the same line.
 *
 * In: blocks as formed. Out: the same; of two or more such briefs in a row, headline and text are two blocks each. Never: cuts
 * one alone, or the points of an article: the label says that it is over several, or at least two are signed.
 */
import { append } from "../text/append.ts";
import { applyEdits } from "../text/edit.ts";
import { plain, slice } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";
import { isOverSeveral } from "./label.ts";

/** ■␠秋季征兵启动␠; not ■␠会议指出，…. */
const MARKED = /^\s*(?<mark>[■□●○◆◇▲△▶►★☆◎※])\s*(?<head>[^\s，。；：！？、,.;:!?（()）*]{4,22})[ \u3000]+(?=\S)/;
/** **秋季征兵启动** ; not **记者：** nor a whole block in bold. */
const BOLD = /^\s*(?<mark>\*\*)(?<head>[^*，。；：、,;:（()）]{4,26})\*\*\s*(?=[^\s*])/;
/** What either begins with. */
const MARKS = "■□●○◆◇▲△▶►★☆◎※*";
/** Text behind the headline, in code units. */
const SHORTEST_TEXT = 12;
/** （石小舟）: an item that somebody signs is a whole one. */
const SIGNED = /[（(][^（）()，。]{2,24}[）)]\s*$/;

interface Item {
  readonly mark: string;
  /** Offset of the headline, and of the text behind it. */
  readonly head: number;
  readonly text: number;
  readonly isSigned: boolean;
}

export function partRunInHeads(blocks: readonly Block[]): readonly Block[] {
  const items = blocks.map(readItem);
  const out: Block[] = [];
  for (let from = 0, to = 1; from < blocks.length; from = to, to += 1) {
    const mark = items[from]?.mark;
    while (mark !== undefined && items[to]?.mark === mark) to += 1;
    const run = items.slice(from, to);
    const above = out.at(-1);
    const isLabelled = above !== undefined && isOverSeveral(plain(above.text));
    const areParted = run.length > 1 && (isLabelled || run.filter((item) => item?.isSigned).length > 1);
    if (areParted && isLabelled) out[out.length - 1] = changed(above, { role: "sectionLabel", confidence: SURE });
    for (const [i, item] of run.entries()) {
      const block = blocks[from + i] as Block;
      if (areParted && item !== null) append(out, parted(block, item));
      else out.push(block);
    }
  }
  return out;
}

function readItem({ text, headingLevel, isBold }: Block): Item | null {
  if (headingLevel > 0 || isBold) return null;
  const words = plain(text);
  if (!MARKS.includes(words.trimStart().charAt(0))) return null;
  const found = MARKED.exec(words) ?? BOLD.exec(words);
  const { mark, head } = found?.groups ?? {};
  if (found === null || mark === undefined || head === undefined) return null;
  const end = found[0].length;
  if (words.length - end < SHORTEST_TEXT || !words.includes("。", end)) return null;
  // A scan that leaves blanks at line ends leaves more than one.
  if (mark !== "**" && words.slice(end).replace(SIGNED, "").trim().includes(" ")) return null;
  return { mark, head: words.indexOf(head, mark.length), text: end, isSigned: SIGNED.test(words) };
}

function parted(block: Block, { mark, head, text }: Item): Block[] {
  const words = slice(block.text, 0, text);
  const headline = mark === "**" ? words : applyEdits(words, "label/mark", [{ start: 0, end: head, text: "" }]);
  return [
    changed(block, { text: headline, role: "title", confidence: SURE }),
    changed(block, {
      text: slice(block.text, text),
      confidence: SURE,
      blankLinesBefore: 0,
      followsPicture: false,
      startsParagraph: true,
    }),
  ];
}

const SURE = 0.95;
