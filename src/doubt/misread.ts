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

/** What the scan read, and what was often printed there. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  己: "已",
  已: "己",
  巳: "已",
  人: "入",
  入: "人",
  间: "问",
  问: "间",
  日: "目",
  目: "日",
  末: "未",
  未: "末",
  士: "土",
  土: "士",
  千: "干",
  干: "千",
  冶: "治",
  治: "冶",
  舍: "会",
  准: "淮",
  淮: "准",
  晴: "睛",
  睛: "晴",
  纽: "组",
  贷: "货",
  货: "贷",
  侍: "待",
  待: "侍",
  徙: "徒",
  徒: "徙",
  拔: "拨",
  拨: "拔",
  崇: "祟",
  祟: "崇",
  壁: "璧",
  戍: "戌",
  亨: "享",
  享: "亨",
  汩: "汨",
  刺: "剌",
  剌: "刺",
  粟: "栗",
  栗: "粟",
  折: "拆",
  拆: "折",
  鸟: "乌",
  乌: "鸟",
  免: "兔",
  兔: "免",
  今: "令",
  令: "今",
  大: "太",
  太: "大",
  县: "具",
  具: "县",
  开: "升",
  升: "开",
  天: "夭",
  夭: "天",
  王: "玉",
  玉: "王",
  力: "刀",
  刀: "力",
  九: "丸",
  丸: "九",
  几: "凡",
  凡: "几",
  万: "方",
  方: "万",
  各: "名",
  名: "各",
  住: "往",
  往: "住",
  侯: "候",
  候: "侯",
  复: "夏",
  夏: "复",
  竞: "竟",
  竟: "竞",
  优: "忧",
  忧: "优",
  团: "困",
  困: "团",
};

/** Nats by which the candidate must beat the character read, over both neighbours together. */
const MARGIN = 7;
/** Nats the candidate must reach by itself on its better side: it makes a common pair. */
const COMMON_PAIR = 2.5;

/** Words below this `wordFrequency` (ln per million) speak for nothing here. */
const TOO_RARE_TO_SPEAK = -1;
/** Nats by which the candidate's word must be commoner before the word as read counts as a misreading (自已 for 自己). */
const MISREAD_WORD = 5;

/** `LOOKALIKES` by UTF-16 code unit; 0 where a character has none. */
const LOOKALIKE_CODES = new Uint16Array(0x10000);
for (const [char, candidate] of Object.entries(LOOKALIKES)) {
  LOOKALIKE_CODES[char.charCodeAt(0)] = candidate.charCodeAt(0);
}

export function findMisreadings(text: string, lexicon: Lexicon): Misreading[] {
  const found: Misreading[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = LOOKALIKE_CODES[text.charCodeAt(i)] ?? 0;
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
