/** A bare name by its words: family names that are known, and no words of the dictionary. Where it stands, `signature.ts` asks. */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { endOf, type Folded, fold, startOf } from "../credits/fold.ts";
import { readNames } from "../credits/names.ts";
import type { BylineReading } from "../credits/reading.ts";
import { surnameLength } from "../credits/surnames.ts";
import { withoutEmphasis } from "../emphasis.ts";

export const LONGEST_NAME = 4;
/** 石小舟␠杜若兰␠尹长河: more names stand behind what they are. */
const MOST_NAMES = 3;
/** 社␠论, 短␠评: labels are set so, too, and now and then below a title. */
const LABEL = /[论评谈载讯刊版栏稿诗画闻话]$|^(?:更正|勘误|启事|讣告)$/;
/** （见图）, （左一）: what is seen beside the text. */
const NOTE = /[图略完续转接载摘附注见左右上下前后中同]/;
const PLACE = /[省市县区乡镇村州街路山江河湖海岛港湾桥会局站厂校园馆]$/;
/** A name of two characters, padded to the length of others. */
const PADDED = /^\s*[〇㐀-鿿]\s+[〇㐀-鿿]\s*$/;
/** ·石小舟·, *␠石小舟: marks around a name. */
const MARKS = " \u3000*＊—–·•";

/** Blanks in the place of the marks keep the offsets. */
export function withoutMarks(words: string): string {
  const plainWords = withoutEmphasis(words);
  let from = 0;
  let to = plainWords.length;
  while (from < to && MARKS.includes(plainWords.charAt(from))) from += 1;
  while (to > from && MARKS.includes(plainWords.charAt(to - 1))) to -= 1;
  return " ".repeat(from) + plainWords.slice(from, to);
}

/** 乔木青, 石小舟␠杜若兰, 丹␠枫 set as wide as three characters. */
export function namesBelowTitle(words: string, isWrapped: boolean, lexicon: Lexicon): BylineReading | null {
  const folded = fold(words.includes("、") ? words.replaceAll("、", " ") : words, lexicon);
  const { simple } = folded;
  if (!isWrapped && PADDED.test(words) && !LABEL.test(simple))
    return signedBy(folded, [{ from: 0, to: simple.length }]);
  if (!/^[〇㐀-鿿]+$/.test(simple)) return null;
  const names = readNames(folded, 0, simple.length);
  const [first] = names ?? [];
  if (names === null || first === undefined || names.length > MOST_NAMES) return null;
  if (names.length === 1) return isName(first.simple, lexicon) ? signedBy(folded, names) : null;
  return names.every((name) => name.isUsual && !name.isUnparted && !lexicon.isWord(name.simple))
    ? signedBy(folded, names)
    : null;
}

/** 齐␠舟, （丹枫）: below a text stand labels and places as well. */
export function nameBelowText(words: string, isWrapped: boolean, lexicon: Lexicon): BylineReading | null {
  const folded = fold(words, lexicon);
  const { simple } = folded;
  const isBracketed = /^[（(][〇㐀-鿿]{2,3}[）)]$/.test(simple);
  if (!isWrapped && isBracketed && isPenName(simple.slice(1, -1), lexicon) && !NOTE.test(simple))
    return signedBy(folded, [{ from: 1, to: simple.length - 1 }]);
  if (!PADDED.test(words) && (isWrapped || simple.length !== 3)) return null;
  // 文␠苑, 万花筒: labels stand there, too; and 柳溪乡, where the news below comes from.
  if (PLACE.test(simple) || LABEL.test(simple)) return null;
  if (!/^[〇㐀-鿿]+$/.test(simple) || lexicon.isWord(simple) || !isName(simple, lexicon)) return null;
  if (simple.length === 3 && surnameLength(simple) === 1 && lexicon.isWord(simple.slice(0, 2))) return null;
  return readNames(folded, 0, simple.length)?.length === 1 ? signedBy(folded, [{ from: 0, to: simple.length }]) : null;
}

/** A family name and a given one, and no word. */
export function isName(simple: string, lexicon: Lexicon): boolean {
  const surname = surnameLength(simple);
  if (surname === 0 || simple.length > LONGEST_NAME || (simple.length > 2 && simple.length - surname > 2)) return false;
  return simple.length > 3 || (lexicon.wordFrequency(simple) ?? -9) <= 1;
}

/** 丹枫, 晓荷: two or three characters that are no word, and no label. */
function isPenName(simple: string, lexicon: Lexicon): boolean {
  return simple.length <= 3 && !lexicon.isWord(simple) && !LABEL.test(simple) && lexicon.cut(simple)[0]?.length === 1;
}

function signedBy(folded: Folded, names: readonly { readonly from: number; readonly to: number }[]): BylineReading {
  return {
    dateline: null,
    authors: names.map(({ from, to }) => ({ role: null, name: folded.tight.slice(from, to) })),
    parts: names.map(({ from, to }) => ({ kind: "name", start: startOf(folded, from), end: endOf(folded, to) })),
  };
}

/** @param end of the mark; 0 where there is none. */
export function behindMark(end: number, names: BylineReading | null): BylineReading | null {
  if (names === null || end === 0) return names;
  return { ...names, parts: [{ kind: "mark", start: end - 1, end }, ...names.parts] };
}
