/**
 * Names alone in brackets behind the last sentence, with nothing that says who they are: ……回家。（杜若兰）
 *
 * Only what is surely a name: a known family name and no word, as （完） and （高清） are.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { MOST_NAMES, readAffiliated } from "./affiliated.ts";
import { endOf, fold, startOf } from "./fold.ts";
import { readNames } from "./names.ts";
import type { BylineReading } from "./reading.ts";

const BRACKETED = /^\s*[（(][〇㐀-鿿、\s]{2,}[）)]\s*$/;
/** Two characters with a blank between them, as papers set a short name: （一␠禾）. */
const PADDED = /^\s*[（(](?<name>[〇㐀-鿿]\s+[〇㐀-鿿])[）)]\s*$/;
/** （图␠略）, （未␠完）: what editors note in brackets. */
const NOTE = /[图略完续转接载摘附注]/;

/** @param text brackets and what they hold. */
export function readBareNames(text: string, lexicon: Lexicon): BylineReading | null {
  if (!BRACKETED.test(text)) return null;
  const padded = PADDED.exec(text)?.groups?.["name"];
  if (padded !== undefined) return readPadded(text, padded, lexicon);
  // （杜若兰、尹长河）
  const folded = fold(text.includes("、") ? text.replaceAll("、", " ") : text, lexicon);
  const names = readNames(folded, 1, folded.tight.length - 1);
  if (names === null || names.length > MOST_NAMES) return readAffiliated(text, lexicon);
  // Names with no blank between them are rather words.
  if (!names.every(({ isUsual, isUnparted }) => isUsual && !isUnparted)) return readAffiliated(text, lexicon);
  // The list of words has people, too; beside a name that is no word, such a word is one.
  if (names.every(({ simple }) => lexicon.isWord(simple))) return null;
  return {
    dateline: null,
    authors: names.map(({ from, to }) => ({ role: null, name: folded.tight.slice(from, to) })),
    parts: names.map(({ from, to }) => ({ kind: "name", start: startOf(folded, from), end: endOf(folded, to) })),
  };
}

/**
 * ……收得上来。␠石小舟: a name behind the last full stop and a blank, in a text without other blanks; where each line end is a
 * blank, words of the text stand there.
 * @returns where the name begins, and the reading in offsets of the name.
 */
export function readNameBehindStop(text: string, lexicon: Lexicon): { start: number; credits: BylineReading } | null {
  const name = BEHIND_STOP.exec(text.slice(-REACH))?.groups?.["name"];
  if (name === undefined || text.length < REACH * 2) return null;
  const start = text.lastIndexOf(name);
  if (/[〇㐀-鿿，。]\s+[〇㐀-鿿]/.test(text.slice(0, start).trimEnd())) return null;
  const read = readBareNames(`（${name}）`, lexicon);
  if (read === null) return null;
  return {
    start,
    credits: { ...read, parts: read.parts.map((one) => ({ ...one, start: one.start - 1, end: one.end - 1 })) },
  };
}

const REACH = 12;
const BEHIND_STOP = /[。！？”][ \u3000]+(?<name>[〇㐀-鿿]{2,4}|[〇㐀-鿿][ \u3000][〇㐀-鿿])\s*$/;

/** In brackets a padded name needs no family name: pen names are set like others. 要␠闻 is padded, too, and a word. */
function readPadded(text: string, name: string, lexicon: Lexicon): BylineReading | null {
  const tight = name.charAt(0) + name.charAt(name.length - 1);
  const simple = lexicon.simplify(tight);
  if (lexicon.isWord(simple) || NOTE.test(simple)) return null;
  const start = text.indexOf(name);
  return {
    dateline: null,
    authors: [{ role: null, name: tight }],
    parts: [{ kind: "name", start, end: start + name.length }],
  };
}
