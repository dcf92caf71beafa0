/**
 * Likely misreadings, reported with a candidate and never applied by themselves.
 *
 * Lookalikes are pairs that OCR engines confuse in print; a candidate is named only where the characters on both sides
 * speak much more for it than for what the scan read.
 */
import type { Lexicon } from "../lexicon/lexicon.ts";

export interface Misreading {
  readonly offset: number;
  readonly found: string;
  readonly candidate: string;
  /** The word or run that the candidate would make. */
  readonly context: string;
}

/** Characters of which an OCR engine reads each for the other, in pairs. */
const BOTH_WAYS =
  "己已人入间问日目末未士土千干冶治准淮晴睛贷货侍待徙徒拔拨崇祟亨享刺剌粟栗折拆鸟乌免兔今令大太县具开升天夭王玉力刀九丸几凡万方各名住往侯候复夏竞竟优忧团困";
/** What the scan read, and what was often printed there: the other way round it is hardly ever seen. */
const ONE_WAY = "巳已舍会纽组壁璧戍戌汩汨";

/** Nats by which the candidate must beat the character read, over both neighbours together. */
const MARGIN = 7;
/** Nats the candidate must reach by itself on its better side: it makes a common pair. */
const COMMON_PAIR = 2.5;

/** Words below this `wordFrequency` (ln per million) speak for nothing here. */
const TOO_RARE_TO_SPEAK = -1;
/** Nats by which the candidate's word must be commoner before the word as read counts as a misreading (自已 for 自己). */
const MISREAD_WORD = 5;

/** By UTF-16 code unit; 0 where a character has none. */
let lookalikeCodes: Uint16Array | undefined;

function readLookalikes(): Uint16Array {
  const codes = new Uint16Array(0x10000);
  const pair = (read: number, printed: number): void => {
    codes[read] = printed;
  };
  for (let i = 0; i < ONE_WAY.length; i += 2) pair(ONE_WAY.charCodeAt(i), ONE_WAY.charCodeAt(i + 1));
  for (let i = 0; i < BOTH_WAYS.length; i += 2) {
    pair(BOTH_WAYS.charCodeAt(i), BOTH_WAYS.charCodeAt(i + 1));
    pair(BOTH_WAYS.charCodeAt(i + 1), BOTH_WAYS.charCodeAt(i));
  }
  return codes;
}

export function findMisreadings(text: string, lexicon: Lexicon): Misreading[] {
  const found: Misreading[] = [];
  lookalikeCodes ??= readLookalikes();
  for (let i = 0; i < text.length; i += 1) {
    const code = lookalikeCodes[text.charCodeAt(i)] ?? 0;
    if (code === 0) continue;
    const read = text.charCodeAt(i);
    const before = i > 0 ? text.charCodeAt(i - 1) : NO_CODE;
    const after = i + 1 < text.length ? text.charCodeAt(i + 1) : NO_CODE;
    // What the scan read fits on one side at least, nearly always: no more is asked.
    const left = lexicon.pairAffinityCode(before, read);
    if (left > 0) continue;
    const right = lexicon.pairAffinityCode(read, after);
    if (right > 0) continue;
    const leftCandidate = lexicon.pairAffinityCode(before, code);
    const rightCandidate = lexicon.pairAffinityCode(code, after);
    if (leftCandidate + rightCandidate - left - right < MARGIN) continue;
    if (Math.max(leftCandidate, rightCandidate) < COMMON_PAIR) continue;
    const char = text.charAt(i);
    const candidate = String.fromCharCode(code);
    const wordWithCandidate = bestWord(text, i, candidate, lexicon);
    if (wordWithCandidate <= TOO_RARE_TO_SPEAK) continue;
    // A dictionary word with the character as read settles it, unless it is itself a misreading that the list took in.
    const wordAsRead = bestWord(text, i, char, lexicon);
    if (wordAsRead > TOO_RARE_TO_SPEAK && wordWithCandidate - wordAsRead < MISREAD_WORD) continue;
    found.push({
      offset: i,
      found: char,
      candidate,
      context: text.slice(Math.max(0, i - 2), i) + candidate + text.slice(i + 1, i + 3),
    });
  }
  return found;
}

/** What stands beyond an end of the text: no Han, so that nothing is known of the pair. */
const NO_CODE = 0;

/** Frequency of the commonest dictionary word around the place with that character in it; -Infinity where there is none. */
function bestWord(text: string, index: number, char: string, lexicon: Lexicon): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const [from, to] of [
    [-1, 1],
    [0, 2],
    [-2, 1],
    [-1, 2],
    [0, 3],
  ] as const) {
    if (index + from < 0) continue;
    const word = text.slice(index + from, index) + char + text.slice(index + 1, index + to);
    if (word.length === to - from) best = Math.max(best, lexicon.wordFrequency(word) ?? Number.NEGATIVE_INFINITY);
  }
  return best;
}
