/**
 * What a scan makes of dirt, rules and pictures: a character or two on a line alone, 人 or IE*, between what was printed.
 *
 * In: blocks of printed lines, first look taken. Out: those that are text, in order, and the specks apart from them: they
 * would part a title from its byline and a sentence from its rest. Never: takes a line in mid-text,
 * a word of two Han characters, a number, or the end of a sentence.
 */
import { isHanCode, tighten } from "../text/chars.ts";
import { plain } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";

export interface Sifted {
  readonly blocks: readonly Block[];
  readonly specks: readonly Block[];
}

/** A speck has no more characters, whatever a scan reads in it. */
const MOST_CHARS = 3;
/**
 * Letters of no word, or marks that no line of a paper is made of, with one Han character at most among them: IE*, 叫o, /业,
 * mm. Not AI or NBA.
 */
const ODD = /^(?![A-Z]{2,3}$)(?=.*[A-Za-z<>=*/\\|_~^#@])[^\d，。、；：！？）》」』”,;:!?)]{1,3}$/u;
/** What is left of the credit of a picture or of a text. */
const SIGN = /[摄攝文图圖]/;
const TWO_HAN = /[〇㐀-鿿].*[〇㐀-鿿]/;

export function withoutSpecks(blocks: readonly Block[]): Sifted {
  if (!blocks.some(({ lines }) => lines.length > 1)) return { blocks, specks: NONE };
  const specks: Block[] = [];
  const rest: Block[] = [];
  for (const [i, block] of blocks.entries()) {
    const isApart = block.blankLinesBefore > 0 || (blocks[i + 1]?.blankLinesBefore ?? 1) > 0;
    if (isApart && isSpeck(block)) specks.push(changed(block, { role: "speck", confidence: 0.8 }));
    else rest.push(block);
  }
  return specks.length === 0 ? { blocks, specks } : { blocks: rest, specks };
}

const NONE: readonly Block[] = [];

function isSpeck({ role, confidence, lines, text, headingLevel }: Block): boolean {
  if (role !== "body" || confidence > 0 || lines.length > 1 || headingLevel > 0) return false;
  const [line] = lines;
  // With its blanks and marks of a line that was spaced out.
  if (line === undefined || line.end - line.start > MOST_CHARS * 2) return false;
  const words = tighten(plain(text));
  if (words.length === 1) return (isHanCode(words.charCodeAt(0)) && !SIGN.test(words)) || ODD.test(words);
  return words.length <= MOST_CHARS && ODD.test(words) && !TWO_HAN.test(words);
}
