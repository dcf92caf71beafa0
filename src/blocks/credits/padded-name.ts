/**
 * An author's short name at the end of the line of a headline, set as wide as three characters: 渡口人家␠石␠舟, 豆腐坊的早晨␠■␠白␠露.
 *
 * Essays and comment are signed so, to the right of the headline and with no word that says who it is.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isBlankCode } from "../../text/chars.ts";
import { isCommonWord } from "./common-word.ts";
import type { BylineReading } from "./reading.ts";
import { surnameRank } from "./surnames.ts";

export interface PaddedName {
  /** Where the headline ends, and where the name or its mark begins. */
  readonly headEnd: number;
  readonly start: number;
  /** Offsets are those from the start. */
  readonly credits: BylineReading;
}

/** The headline has no character that stands alone: 持␠续␠推␠进 fills a justified line. */
const LINE =
  /^(?<head>(?:[^\s\u3000]{2,}[\s\u3000]+)*[^\s\u3000]{3,})[\s\u3000]+(?<mark>[■□◎○●][\s\u3000]*)?(?<first>[〇㐀-鿿])[ \u3000]+(?<last>[〇㐀-鿿])\s*$/;
/** 青石县水利局␠石␠舟 is one signature. */
const OFFICE = /[省市县區区乡鄉镇鎮村局委部厅廳处處科室社院校厂廠司站所会會队隊连連团團营營学學馆館台臺心库庫行店]$/;
const OF_TEXT = /[，。；、：]$|[。；]/;

/** @param line one printed line. */
export function paddedNameOf(line: string, lexicon: Lexicon): PaddedName | null {
  if (!endsPadded(line)) return null;
  const found = LINE.exec(line)?.groups;
  if (found === undefined) return null;
  const { head = "", mark = "", first = "", last = "" } = found;
  if (OF_TEXT.test(head) || OFFICE.test(head)) return null;
  const simple = lexicon.simplify(first + last);
  if (mark === "" && (surnameRank(simple.charCodeAt(0)) === 0 || lexicon.isWord(simple))) return null;
  const end = line.trimEnd().length;
  const name = line.lastIndexOf(first, end - 2);
  const start = mark === "" ? name : line.lastIndexOf(mark.trim(), name);
  return {
    headEnd: head.length,
    start,
    credits: {
      dateline: null,
      authors: [{ role: null, name: first + last }],
      parts: [{ kind: "name", start: name - start, end: end - start }],
    },
  };
}

/** 夜里的渡口还亮着灯␠石小舟: the name is not padded, and the headline long enough to be no half of one in two parts. */
const TIGHT_LINE =
  /^(?<head>(?:[^\s\u3000]{2,}[\s\u3000]+)*[^\s\u3000：:\d]{6,})[\s\u3000]+(?<name>[〇㐀-鿿]{2,3})\s*$/;

/** @param line one printed line, which is not long. */
export function trailingNameOf(line: string, lexicon: Lexicon): PaddedName | null {
  if (!endsInShortWord(line)) return null;
  const { head = "", name = "" } = TIGHT_LINE.exec(line)?.groups ?? {};
  if (name === "" || OF_TEXT.test(head) || OFFICE.test(head)) return null;
  const simple = lexicon.simplify(name);
  const rank = surnameRank(simple.charCodeAt(0));
  if (rank === 0 || rank > COMMON_RANK || lexicon.isWord(simple) || WEEKDAY.test(simple)) return null;
  // 石榴红, 万象新: the first two are a word; 高家村: a place.
  if (simple.length === 3 && (lexicon.isWord(simple.slice(0, 2)) || isCommonWord(simple.slice(1), lexicon)))
    return null;
  if (PLACE.test(simple)) return null;
  const start = line.lastIndexOf(name);
  return {
    headEnd: head.length,
    start,
    credits: { dateline: null, authors: [{ role: null, name }], parts: [{ kind: "name", start: 0, end: name.length }] },
  };
}

const PLACE = /[省市县区乡镇村州街路沟庄屯寨堡桥]$/;
const WEEKDAY = /^周[一二三四五六日末]/;
const COMMON_RANK = 160;

/** The cheap look first: a blank before the last two or three characters. */
function endsInShortWord(line: string): boolean {
  const last = line.trimEnd().length - 1;
  return isBlankCode(line.charCodeAt(last - 2)) || isBlankCode(line.charCodeAt(last - 3));
}

/** The cheap look first: the last character stands alone. */
function endsPadded(line: string): boolean {
  const last = line.trimEnd().length - 1;
  return last >= SHORTEST && isBlankCode(line.charCodeAt(last - 1));
}

const SHORTEST = 5;
