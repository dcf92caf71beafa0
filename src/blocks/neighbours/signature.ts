/** A writer's name on a line of its own, with nothing that says so, or behind where the writer lives or works. */
import type { Context } from "../../context.ts";
import { tighten } from "../../text/chars.ts";
import { itemAt } from "../../text/list.ts";
import { fold } from "../credits/fold.ts";
import { readNames } from "../credits/names.ts";
import type { BylineReading } from "../credits/reading.ts";
import { surnameLength } from "../credits/surnames.ts";
import { withoutEmphasis } from "../emphasis.ts";
import { LONGEST_TITLE, type Seen } from "./question.ts";

/** What stands below a signature and is no further title line. */
const SHORTEST_PARAGRAPH = 24;
const LONGEST_NAME = 4;
/** `**乔木青**` */
const EMPHASIS_MARKS = 4;

/**
 * A writer's bare name between a title and the text, 乔木青, or set apart below the text, 齐␠舟. A known family name, and no
 * word of the dictionary.
 */
export function readBareSignature(seen: readonly Seen[], index: number, context: Context): BylineReading | null {
  const here = seen[index];
  if (here === undefined || here.length < 2 || here.length > LONGEST_NAME + EMPHASIS_MARKS) return null;
  const isSetApart = !isBelowTitle(seen, index);
  if (isSetApart && !(PADDED.test(here.words) && isBelowText(seen, index))) return null;
  const words = withoutEmphasis(here.words);
  const folded = fold(words, context.lexicon);
  const { simple, tight } = folded;
  if (simple.length > LONGEST_NAME || !/^[〇㐀-鿿]+$/.test(simple)) return null;
  if (surnameLength(simple) === 0 || (simple.length > 2 && simple.length - surnameLength(simple) > 2)) return null;
  // 文␠苑: labels stand there, too, and are padded.
  if (isSetApart && context.lexicon.isWord(simple)) return null;
  if (simple.length < 4 && (context.lexicon.wordFrequency(simple) ?? -9) > 1) return null;
  if (readNames(folded, 0, simple.length)?.length !== 1) return null;
  const first = words.search(/\S/);
  return {
    dateline: null,
    authors: [{ role: null, name: tight }],
    parts: [{ kind: "name", start: first, end: words.trimEnd().length }],
  };
}

function isBelowTitle(seen: readonly Seen[], index: number): boolean {
  const above = itemAt(seen, index - 1);
  const below = seen[index + 1];
  if (above === undefined || below === undefined || below.block.role !== "body") return false;
  if (below.length <= SHORTEST_PARAGRAPH && !below.endsSentence) return false;
  const isTitle = above.block.headingLevel > 0 || above.block.role === "title";
  return (isTitle || above.block.role === "body") && above.length > 2 && isShort(above);
}

function isShort({ length, endsSentence }: Seen): boolean {
  return length <= LONGEST_TITLE && !endsSentence;
}

/** A name of two characters, padded to the length of others. */
const PADDED = /^\s*[〇㐀-鿿]\s+[〇㐀-鿿]\s*$/;

/** The text above is closed, and none goes on below. */
function isBelowText(seen: readonly Seen[], index: number): boolean {
  const above = itemAt(seen, index - 1);
  return above?.block.role === "body" && above.endsSentence && canFollowSignature(seen[index + 1]);
}

const LONGEST_SIGNATURE = 26;
/** Where somebody lives or works, a blank, and a name: 云溪县青石公社社员␠荀青, 岚州市民␠尚␠宁. */
const AFFILIATED = /^(?<who>[〇㐀-鿿\s]{3,18})\s(?<name>[〇㐀-鿿]{2,3}|[〇㐀-鿿]\s{1,3}[〇㐀-鿿])$/;
/** What such a line says of the writer. */
const BELONGS =
  /(?:[社职党团队学教船委会][员工生师]|工人|群众|[居市村农渔牧]民|干部|战士|读者|军人|[厂矿校院所处科局队部站店室班组社司]|[县市乡镇村])$/;

/**
 * 云溪县青石公社社员␠荀青 below the last paragraph of a letter, with the next article below it. Not 一等奖␠向秋, and not where
 * the text goes on.
 */
export function readLetterSignature(seen: readonly Seen[], index: number, context: Context): BylineReading | null {
  const here = seen[index];
  const above = itemAt(seen, index - 1);
  if (here === undefined || here.length < 5 || here.length > LONGEST_SIGNATURE || here.block.lines.length > 1)
    return null;
  if (above?.endsSentence !== true || !canFollowSignature(seen[index + 1])) return null;
  const words = withoutEmphasis(here.words);
  const found = AFFILIATED.exec(words.trim())?.groups;
  const printed = found?.["name"];
  if (printed === undefined || !BELONGS.test(context.lexicon.simplify(tighten(found?.["who"] ?? "")))) return null;
  const folded = fold(printed, context.lexicon);
  const [name, ...more] = readNames(folded, 0, folded.simple.length) ?? [];
  if (name?.isUsual !== true || more.length > 0) return null;
  if (printed === folded.tight && (context.lexicon.wordFrequency(name.simple) ?? -9) > 1) return null;
  const start = words.lastIndexOf(printed);
  return {
    dateline: null,
    authors: [{ role: null, name: folded.tight }],
    parts: [
      { kind: "outlet", start: words.search(/\S/), end: words.slice(0, start).trimEnd().length },
      { kind: "name", start, end: start + printed.length },
    ],
  };
}

/** The next article, or none. */
function canFollowSignature(below: Seen | undefined): boolean {
  return below === undefined || below.block.role !== "body" || below.block.headingLevel > 0 || isShort(below);
}
